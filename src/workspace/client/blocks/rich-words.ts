import { html } from 'htm/preact';
import { field, isRecord, type Json, numberField, textField } from '../../json.ts';
import { emojiCalled } from '../text/emoji.ts';
import { ChannelMention, GroupMention, PersonMention } from '../text/mentions.ts';
import { SafeLink } from '../text/safe-link.ts';
import { printSlackDate } from '../text/slack-date.ts';
import type { TextContext } from '../text/text-object.ts';
import { neededText } from './needed.ts';

interface RichWordsParts {
  /** The elements of a part of a rich text: words, links, mentions. */
  readonly elements: unknown;
  readonly context: TextContext;
}

/** The words of one part of a rich text, which may be none; throws where they are no such words. */
export function RichWords({ elements, context }: RichWordsParts) {
  if (!Array.isArray(elements) || !elements.every(isRecord)) throw new Error('no elements');
  return html`<span class="rich-words">${elements.map((each) => styled(each, drawn(each, context)))}</span>`;
}

function drawn(element: Json, { names, now }: TextContext): unknown {
  switch (textField(element, 'type')) {
    case 'text':
      return neededText(element, 'text');
    case 'link': {
      const url = neededText(element, 'url');
      return html`<${SafeLink} url=${url}>${textField(element, 'text') ?? url}<//>`;
    }
    case 'emoji':
      return emojiOf(element);
    case 'user':
      return html`<${PersonMention} id=${neededText(element, 'user_id')} names=${names} />`;
    case 'channel':
      return html`<${ChannelMention} id=${neededText(element, 'channel_id')} names=${names} />`;
    case 'usergroup':
      return html`<${GroupMention} name=${neededText(element, 'usergroup_id')} />`;
    case 'broadcast':
      return html`<${GroupMention} name=${neededText(element, 'range')} />`;
    case 'date':
      return dateOf(element, now);
    case 'color':
      return html`<${Colour} value=${neededText(element, 'value')} />`;
    default:
      throw new Error('unknown words');
  }
}

function dateOf(element: Json, now: number): unknown {
  const seconds = String(numberField(element, 'timestamp') ?? '');
  const shown =
    printSlackDate(seconds, neededText(element, 'format'), now) ?? neededText(element, 'fallback');
  const url = textField(element, 'url');
  return url === undefined ? shown : html`<${SafeLink} url=${url}>${shown}<//>`;
}

/** A colour as its name and a sample beside it. */
function Colour({ value }: { value: string }) {
  const sample = /^#[0-9a-f]{3,8}$/i.test(value) ? value : 'none';
  return html`<span class="colour">
    <svg class="colour-sample" viewBox="0 0 10 10" aria-hidden="true">
      <rect width="10" height="10" fill=${sample} />
    </svg>
    <code>${value}</code>
  </span>`;
}

/** Slack sends an emoji's code points as hexadecimal in `unicode`, joined by hyphens. */
function emojiOf(element: Json): string {
  const name = neededText(element, 'name');
  const points = (textField(element, 'unicode') ?? '').split('-').map(codePoint);
  return points.includes(null)
    ? (emojiCalled(name) ?? `:${name}:`)
    : String.fromCodePoint(...points.map(Number));
}

const LAST_CODE_POINT = 0x10ffff;

function codePoint(hexadecimal: string): number | null {
  const point = /^[0-9a-f]{2,6}$/i.test(hexadecimal) ? Number.parseInt(hexadecimal, 16) : null;
  return point !== null && point <= LAST_CODE_POINT ? point : null;
}

/** The element each style is drawn with, from the innermost out. */
const STYLES = [
  ['code', 'code'],
  ['strike', 's'],
  ['italic', 'em'],
  ['bold', 'strong'],
  ['underline', 'u'],
  ['highlight', 'mark'],
  ['client_highlight', 'mark'],
] as const;

function styled(element: Json, words: unknown): unknown {
  const style = field(element, 'style');
  return STYLES.filter(([name]) => field(style, name) === true).reduce<unknown>(
    (inside, [, tag]) => html`<${tag}>${inside}<//>`,
    words,
  );
}
