import type { Ids } from './ids.ts';
import { field, isRecord, type Json, recordsField, textField } from './json.ts';

/** An interactive element, and the block it sits in. */
export interface Placed {
  readonly block: Json;
  readonly blockId: string;
  readonly actionId: string;
  readonly element: Json;
}

/** Element types that a person presses; every other one holds a value. */
const PRESSED = new Set(['button', 'workflow_button', 'icon_button', 'feedback_buttons']);

/** Where blocks of a type keep a row of elements, and where they keep other blocks. */
const ROWS: ReadonlyMap<string, string> = new Map([
  ['actions', 'elements'],
  ['context_actions', 'elements'],
  ['card', 'actions'],
]);
const NESTS: ReadonlyMap<string, string> = new Map([
  ['container', 'child_blocks'],
  ['carousel', 'elements'],
]);

const keyIn = (keys: ReadonlyMap<string, string>, block: Json): string | undefined =>
  keys.get(textField(block, 'type') ?? '');

/** Every interactive element in some blocks, in reading order, containers and cards included. */
export function placedElements(blocks: readonly Json[]): Placed[] {
  return blocks.flatMap((block) => {
    const nest = keyIn(NESTS, block);
    return [
      ...elementsOfBlock(block).map((element) => ({
        block,
        element,
        blockId: textField(block, 'block_id') ?? '',
        actionId: textField(element, 'action_id') ?? '',
      })),
      ...placedElements(nest === undefined ? [] : recordsField(block, nest)),
    ];
  });
}

/** The elements that hold what a person typed or picked. */
export function placedInputs(blocks: readonly Json[]): Placed[] {
  return placedElements(blocks).filter(({ element }) => !isPressed(element));
}

/** True for buttons and their like, which carry no state. */
export function isPressed(element: Json): boolean {
  return PRESSED.has(textField(element, 'type') ?? '');
}

/**
 * The blocks with ids given to every block and element that came without one, as Slack does. One that
 * holds nothing anybody picked or typed, and that is as it was `before`, keeps the ids it was given
 * then: whoever is about to press it still can.
 */
export function withIds(
  blocks: readonly Json[],
  ids: Ids,
  before: readonly Json[] = [],
): readonly Json[] {
  const kept = new Map(before.map((block) => [sentAs.get(block), block]));
  return blocks.map((block) => {
    const sent = JSON.stringify(block);
    const same = kept.get(sent);
    // Two that are alike are two blocks.
    kept.delete(sent);
    if (same !== undefined && placedInputs([same]).length === 0) return same;
    const named = withIdsOf(block, ids);
    sentAs.set(named, sent);
    return named;
  });
}

/** What the app sent for a block that has its ids. */
const sentAs = new WeakMap<Json, string>();

function withIdsOf(block: Json, ids: Ids): Json {
  const row = keyIn(ROWS, block);
  const nest = keyIn(NESTS, block);
  return {
    ...block,
    block_id: field(block, 'block_id') ?? ids.next('b'),
    ...named(block, 'element', ids),
    ...named(block, 'accessory', ids),
    ...(row !== undefined && {
      [row]: recordsField(block, row).map((each) => withActionId(each, ids)),
    }),
    ...(nest !== undefined && {
      [nest]: recordsField(block, nest).map((each) => withIdsOf(each, ids)),
    }),
  };
}

function elementsOfBlock(block: Json): readonly Json[] {
  const row = keyIn(ROWS, block);
  if (row !== undefined) return recordsField(block, row).flatMap(pressedApart);
  const single = field(block, textField(block, 'type') === 'input' ? 'element' : 'accessory');
  return isRecord(single) && textField(single, 'type') !== 'image' ? [single] : [];
}

/** Feedback is one element of two buttons; the value tells which of them was pressed. */
function pressedApart(element: Json): readonly Json[] {
  const { type, action_id } = element;
  if (type !== 'feedback_buttons') return [element];
  return ['positive_button', 'negative_button']
    .map((key) => field(element, key))
    .filter(isRecord)
    .map((button) => ({ ...button, type, action_id }));
}

function named(block: Json, key: string, ids: Ids): Json {
  const element = field(block, key);
  return isRecord(element) ? { [key]: withActionId(element, ids) } : {};
}

function withActionId(element: Json, ids: Ids): Json {
  if (textField(element, 'type') === 'image') return element;
  return { ...element, action_id: field(element, 'action_id') ?? ids.next('a') };
}
