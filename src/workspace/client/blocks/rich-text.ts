import { html } from 'htm/preact';
import { field, type Json, numberField, recordsField, textField } from '../../json.ts';
import { emojiCalled } from '../text/emoji.ts';
import { ChannelMention, GroupMention, PersonMention } from '../text/mentions.ts';
import { SafeLink } from '../text/safe-link.ts';
import { printSlackDate } from '../text/slack-date.ts';
import type { TextContext } from '../text/text-object.ts';

interface RichTextParts {
  readonly block: Json;
  readonly context: TextContext;
}

/** Text whose parts say themselves what they are; nothing in it is parsed. */
export function RichTextBlock({ block, context }: RichTextParts) {
  return html`<div class="block rich-text">
    ${recordsField(block, 'elements').map(
      (part, index) => html`<${Part} key=${index} part=${part} context=${context} />`,
    )}
  </div>`;
}

function Part({ part, context }: { part: Json; context: TextContext }) {
  const inside = () =>
    recordsField(part, 'elements').map(
      (element, index) => html`<${Words} key=${index} element=${element} context=${context} />`,
    );
  switch (textField(part, 'type')) {
    case 'rich_text_section':
      return html`<p>${inside()}</p>`;
    case 'rich_text_quote':
      return html`<blockquote class="quote">${inside()}</blockquote>`;
    case 'rich_text_preformatted':
      return html`<pre class="preformatted">${inside()}</pre>`;
    case 'rich_text_list':
      return html`<${List} part=${part} context=${context} />`;
    default:
      return html`<code>${JSON.stringify(part)}</code>`;
  }
}

function List({ part, context }: { part: Json; context: TextContext }) {
  const ordered = textField(part, 'style') === 'ordered';
  const indent = Math.min(8, numberField(part, 'indent') ?? 0);
  const items = recordsField(part, 'elements').map(
    (item, index) => html`<li key=${index}><${Part} part=${item} context=${context} /></li>`,
  );
  const kind = `rich-list indent-${indent}`;
  return ordered
    ? html`<ol class=${kind} start=${(numberField(part, 'offset') ?? 0) + 1}>${items}</ol>`
    : html`<ul class=${kind}>${items}</ul>`;
}

function Words({ element, context }: { element: Json; context: TextContext }) {
  return styled(element, plain(element, context));
}

function plain(element: Json, { names, now }: TextContext): unknown {
  const words = textField(element, 'text');
  switch (textField(element, 'type')) {
    case 'text':
      return words ?? '';
    case 'link': {
      const url = textField(element, 'url') ?? '';
      return html`<${SafeLink} url=${url}>${words ?? url}<//>`;
    }
    case 'emoji':
      return emojiOf(element);
    case 'user':
      return html`<${PersonMention} id=${textField(element, 'user_id') ?? ''} names=${names} />`;
    case 'channel':
      return html`<${ChannelMention} id=${textField(element, 'channel_id') ?? ''} names=${names} />`;
    case 'usergroup':
      return html`<${GroupMention} name=${textField(element, 'usergroup_id') ?? ''} />`;
    case 'broadcast':
      return html`<${GroupMention} name=${textField(element, 'range') ?? ''} />`;
    case 'date': {
      const seconds = String(numberField(element, 'timestamp') ?? '');
      const shown = printSlackDate(seconds, textField(element, 'format') ?? '', now);
      return shown ?? textField(element, 'fallback') ?? '';
    }
    case 'color':
      return html`<code>${textField(element, 'value') ?? ''}</code>`;
    default:
      return html`<code>${JSON.stringify(element)}</code>`;
  }
}

/** Slack sends an emoji's code points as hexadecimal in `unicode`, joined by hyphens. */
function emojiOf(element: Json): string {
  const points = textField(element, 'unicode')?.split('-') ?? [];
  const known = points.every((point) => /^[0-9a-f]{2,6}$/i.test(point)) && points.length > 0;
  const name = emojiCalled(textField(element, 'name') ?? '');
  if (!known) return name;
  try {
    return String.fromCodePoint(...points.map((point) => Number.parseInt(point, 16)));
  } catch {
    return name;
  }
}

function styled(element: Json, words: unknown): unknown {
  const has = (name: string) => field(field(element, 'style'), name) === true;
  const wraps: readonly (readonly [string, string])[] = [
    ['code', 'code'],
    ['strike', 's'],
    ['italic', 'em'],
    ['bold', 'strong'],
    ['underline', 'u'],
  ];
  return wraps
    .filter(([name]) => has(name))
    .reduce<unknown>((inside, [, tag]) => html`<${tag}>${inside}<//>`, words);
}
