import { html } from 'htm/preact';
import type { Markup } from './markup.ts';
import { ChannelMention, GroupMention, PersonMention } from './mentions.ts';
import { readMrkdwn } from './read-mrkdwn.ts';
import { SafeLink } from './safe-link.ts';
import { printSlackDate } from './slack-date.ts';
import type { TextContext } from './text-object.ts';

interface MrkdwnParts {
  readonly text: string;
  /** True where bare addresses are to stay text. */
  readonly verbatim: boolean;
  readonly context: TextContext;
}

/**
 * Text in Slack's own markup. Whatever is not markup by Slack's rules stays the text it is. It is
 * made of what may stand inside a paragraph or a label.
 */
export function Mrkdwn({ text, verbatim, context }: MrkdwnParts) {
  return html`<span class="mrkdwn">${drawAll(readMrkdwn(text, { verbatim }), context)}</span>`;
}

const drawAll = (markup: readonly Markup[], context: TextContext): unknown =>
  markup.map((each) => draw(each, context));

function draw(markup: Markup, context: TextContext): unknown {
  switch (markup.kind) {
    case 'text':
      return markup.text;
    case 'bold':
      return html`<strong>${drawAll(markup.children, context)}</strong>`;
    case 'italic':
      return html`<em>${drawAll(markup.children, context)}</em>`;
    case 'strike':
      return html`<s>${drawAll(markup.children, context)}</s>`;
    case 'code':
      return html`<code>${drawAll(markup.children, context)}</code>`;
    case 'preformatted':
      return html`<code class="preformatted">${drawAll(markup.children, context)}</code>`;
    case 'quote':
      return html`<span class="quote" role="blockquote">${drawAll(markup.children, context)}</span>`;
    case 'link':
      return html`<${SafeLink} url=${markup.url}>${markup.label}<//>`;
    case 'person':
      return html`<${PersonMention} id=${markup.id} label=${markup.label} names=${context.names} />`;
    case 'channel':
      return html`<${ChannelMention} id=${markup.id} label=${markup.label} names=${context.names} />`;
    case 'group':
      return html`<${GroupMention} name=${markup.name} />`;
    case 'date': {
      const words = printSlackDate(markup.unixSeconds, markup.format, context.now);
      const shown = words ?? markup.fallback;
      return markup.url === null ? shown : html`<${SafeLink} url=${markup.url}>${shown}<//>`;
    }
  }
}
