import { html } from 'htm/preact';
import { type Node, NodeType, parse } from 'slack-message-parser';
import { emojiCalled } from './emoji.ts';
import { ChannelMention, GroupMention, PersonMention } from './mentions.ts';
import { linkified, SafeLink } from './safe-link.ts';
import { printSlackDate } from './slack-date.ts';
import type { TextContext } from './text-object.ts';

interface MrkdwnParts {
  readonly text: string;
  /** True where bare addresses are to stay text. */
  readonly verbatim: boolean;
  readonly context: TextContext;
}

/** Text in Slack's own markup. Whatever is not markup by Slack's rules stays the text it is. */
export function Mrkdwn({ text, verbatim, context }: MrkdwnParts) {
  // Slack quotes a line that begins with ">" whether or not the app escaped it.
  const root = parse(text.replace(/^>/gm, '&gt;'));
  const drawing: Drawing = { verbatim, context };
  return html`<span class="mrkdwn">${drawAll(children(root), drawing)}</span>`;
}

interface Drawing {
  readonly verbatim: boolean;
  readonly context: TextContext;
}

const children = (node: Node): readonly Node[] => ('children' in node ? node.children : []);

const drawAll = (nodes: readonly Node[], drawing: Drawing): unknown =>
  nodes.map((node) => draw(node, drawing));

function draw(node: Node, drawing: Drawing): unknown {
  const { context, verbatim } = drawing;
  const inside = () => drawAll(children(node), drawing);
  switch (node.type) {
    case NodeType.Text:
      return verbatim ? unescaped(node.text) : linkified(unescaped(node.text));
    case NodeType.Bold:
      return html`<strong>${inside()}</strong>`;
    case NodeType.Italic:
      return html`<em>${inside()}</em>`;
    case NodeType.Strike:
      return html`<s>${inside()}</s>`;
    case NodeType.Code:
      return html`<code>${unescaped(node.text)}</code>`;
    case NodeType.PreText:
      return html`<pre class="preformatted">${unescaped(node.text).replace(/^\n/, '')}</pre>`;
    case NodeType.Quote:
      return html`<span class="quote">${inside()}</span>`;
    case NodeType.Emoji:
      return emojiCalled(node.name);
    case NodeType.URL:
      return html`<${SafeLink} url=${unescaped(node.url)}>
        ${node.label ? drawAll(node.label, { ...drawing, verbatim: true }) : unescaped(node.url)}
      <//>`;
    case NodeType.UserLink:
      return html`<${PersonMention} id=${node.userID} names=${context.names} />`;
    case NodeType.ChannelLink:
      return html`<${ChannelMention} id=${node.channelID} names=${context.names} />`;
    case NodeType.Command:
      return command(node, context);
    case NodeType.Root:
      return inside();
  }
}

type Command = Extract<Node, { type: NodeType.Command }>;

/** `<!here>`, `<!subteam^S1>` and `<!date^…>`; one that Slack does not know shows its label. */
function command(node: Command, context: TextContext): unknown {
  const label = unescaped((node.label ?? []).map(({ source }) => source).join(''));
  switch (node.name) {
    case 'here':
    case 'channel':
    case 'everyone':
      return html`<${GroupMention} name=${node.name} />`;
    case 'subteam':
      return html`<${GroupMention} name=${label.replace(/^@/, '') || (node.arguments[0] ?? '')} />`;
    case 'date': {
      const [seconds = '', format = '', link] = node.arguments;
      const words = printSlackDate(seconds, unescaped(format), context.now) ?? label;
      return link === undefined ? words : html`<${SafeLink} url=${unescaped(link)}>${words}<//>`;
    }
    default:
      return label || unescaped(node.source);
  }
}

/** The three entities Slack has; anything else that looks like one is text. */
const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
