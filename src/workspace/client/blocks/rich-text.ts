import { html } from 'htm/preact';
import { field, type Json, numberField, textField } from '../../json.ts';
import type { TextContext } from '../text/text-object.ts';
import { neededRecords } from './needed.ts';
import { RichWords } from './rich-words.ts';

interface RichTextParts {
  readonly block: Json;
  readonly context: TextContext;
}

/** Text whose parts say themselves what they are; nothing in it is parsed. */
export function RichTextBlock({ block, context }: RichTextParts) {
  return html`<div class="block rich-text">
    ${neededRecords(block, 'elements').map(
      (part, index) => html`<${Part} key=${index} part=${part} context=${context} />`,
    )}
  </div>`;
}

interface PartParts {
  readonly part: Json;
  readonly context: TextContext;
}

function Part({ part, context }: PartParts) {
  const words = () => html`<${RichWords} elements=${field(part, 'elements')} context=${context} />`;
  const border = borderOf(part);
  switch (textField(part, 'type')) {
    case 'rich_text_section':
      return html`<p>${words()}</p>`;
    case 'rich_text_quote':
      return html`<blockquote class=${`quote${border}`}>${words()}</blockquote>`;
    case 'rich_text_preformatted':
      return html`<pre class=${`preformatted${border}`}>${words()}</pre>`;
    case 'rich_text_list':
      return html`<${List} part=${part} context=${context} />`;
    default:
      throw new Error('unknown rich text');
  }
}

/** Slack's clients indent a list up to eight times, and number each depth in its own way. */
const DEEPEST = 8;
const NUMBERINGS = ['1', 'a', 'i'];

function List({ part, context }: PartParts) {
  const indent = Math.min(DEEPEST, Math.max(0, Math.trunc(numberField(part, 'indent') ?? 0)));
  const items = neededRecords(part, 'elements').map(
    (item, index) => html`<li key=${index}><${Part} part=${item} context=${context} /></li>`,
  );
  const kind = `rich-list indent-${indent}${borderOf(part)}`;
  if (textField(part, 'style') !== 'ordered') return html`<ul class=${kind}>${items}</ul>`;
  const start = (numberField(part, 'offset') ?? 0) + 1;
  return html`<ol class=${kind} type=${NUMBERINGS[indent % 3]} start=${start}>${items}</ol>`;
}

const borderOf = (part: Json): string => (numberField(part, 'border') === 1 ? ' bordered' : '');
