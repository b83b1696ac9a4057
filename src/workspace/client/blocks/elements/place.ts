import { valueFieldOf } from '../../../input-state.ts';
import { field, textField } from '../../../json.ts';
import { withEmoji } from '../../text/emoji.ts';
import type { ElementParts } from './element-parts.ts';

/** Where an element stands: its ids, and a DOM id of its own. */
export interface Place {
  readonly blockId: string;
  readonly actionId: string;
  readonly domId: string;
  /** What marks it for guided stories and tests. */
  readonly marks: { readonly 'data-block-id': string; readonly 'data-action-id': string };
}

/** The place of an element. */
export function placeOf({
  block,
  element,
  context,
}: Pick<ElementParts, 'block' | 'element' | 'context'>): Place {
  const blockId = textField(block, 'block_id') ?? '';
  const actionId = textField(element, 'action_id') ?? '';
  return {
    blockId,
    actionId,
    // Lists of DOM ids are parted by spaces, so an id may hold anything else.
    domId: `${context.prefix}/${blockId}/${actionId}`.replaceAll(/\s/g, '_'),
    marks: { 'data-block-id': blockId, 'data-action-id': actionId },
  };
}

/** What an element holds now, in the form Slack keeps it. */
export function heldBy(parts: ElementParts): unknown {
  const { blockId, actionId } = placeOf(parts);
  const state = parts.context.values[blockId]?.[actionId];
  return field(state, valueFieldOf(parts.element));
}

/** The words of a plain text object under a key, emoji drawn; empty when there is none. */
export function wordsUnder(value: unknown, key: string): string {
  const text = field(value, key);
  const words = textField(text, 'text') ?? '';
  return field(text, 'emoji') === false ? words : withEmoji(words);
}
