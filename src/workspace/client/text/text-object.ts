import { html } from 'htm/preact';
import { field, textField } from '../../json.ts';
import type { Names } from '../blocks/block-context.ts';
import { withEmoji } from './emoji.ts';
import { Mrkdwn } from './mrkdwn.ts';

/** What drawing text needs to know of its surroundings. */
export interface TextContext {
  readonly names: Names;
  /** The workspace clock in milliseconds. */
  readonly now: number;
}

interface TextObjectParts {
  /** A Slack text object, `{ type: 'plain_text' | 'mrkdwn', text }`. */
  readonly text: unknown;
  readonly context: TextContext;
}

/**
 * A Slack text object: mrkdwn is read by Slack's rules, plain text is shown as it stands. Throws where
 * it is no text object, so that the JSON of the block it is in is shown.
 */
export function TextObject({ text, context }: TextObjectParts) {
  const words = textField(text, 'text');
  if (words === undefined) throw new Error('not a text object');
  if (textField(text, 'type') === 'mrkdwn') {
    const verbatim = field(text, 'verbatim') === true;
    return html`<${Mrkdwn} text=${words} verbatim=${verbatim} context=${context} />`;
  }
  const emoji = field(text, 'emoji') !== false;
  return html`<span class="plain-text">${emoji ? withEmoji(words) : words}</span>`;
}
