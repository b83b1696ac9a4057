import type { PersonRecord } from './directory.ts';
import { isPressed, type Placed, placedElements } from './elements.ts';
import { Impossible } from './impossible.ts';
import { withValue } from './input-state.ts';
import { blockActions } from './interactions.ts';
import { field, textField } from './json.ts';
import { type MoveResult, type Moves, outcomeOf, postedThrough, settle } from './moves.ts';
import {
  blocksOf,
  findPlaced,
  type SeenButton,
  type Standing,
  standingOf,
  surfaceOf,
  type Wanted,
} from './seen.ts';
import { type OpenView, showModal } from './shown-view.ts';
import { messageKey, placeOf, stateFor } from './standing-place.ts';
import { withSuggested } from './suggest-move.ts';
import { type TypedAnswer, valueFor } from './typing.ts';

/** What came of pressing a button or picking an option. */
export interface PressResult extends MoveResult {
  /** The modal on top afterwards. */
  readonly modal: OpenView | null;
}

/** Presses a button, or Enter in an input that sends each change. */
export async function press(
  moves: Moves,
  person: PersonRecord,
  wanted: Wanted | SeenButton,
): Promise<PressResult> {
  const standing = standingOf(moves.core, surfaceOf(wanted), person.id);
  const placed = findPlaced(placedElements(blocksOf(standing)), wanted);
  if (!isPressed(placed.element) && !sendsChanges(placed)) {
    throw new Impossible(`${placed.actionId} is not a button and does not send its changes`);
  }
  return act(moves, person, standing, placed);
}

/** Picks in a menu or types in an input; sends the change where the app asked to hear of it. */
export async function choose(
  moves: Moves,
  person: PersonRecord,
  { option, value: _value, ...wanted }: Wanted & { readonly option: TypedAnswer },
): Promise<PressResult> {
  const { core, messageState } = moves;
  const standing = standingOf(core, surfaceOf(wanted), person.id);
  const placed = findPlaced(placedElements(blocksOf(standing)), wanted);
  if (isPressed(placed.element)) throw new Impossible(`${placed.actionId} is a button: press it`);
  const value = valueFor(withSuggested(moves, person, standing, placed), option, core.directory);
  if (standing.kind === 'view') {
    standing.record.values = withValue(standing.record.values, placed, value);
  } else {
    const state = withValue(stateFor(moves, person, standing.message), placed, value);
    messageState.set(messageKey(person, standing.message), state);
  }
  if (sendsChanges(placed)) return act(moves, person, standing, placed);
  return { ack: 'ok', faults: [], messages: [], modal: topModal(moves, person) };
}

/** The modal a person has in front of them. */
export function topModal({ core }: Moves, person: PersonRecord): OpenView | null {
  const record = core.views.stack(person.id).at(-1);
  return record ? showModal(record) : null;
}

async function act(
  moves: Moves,
  person: PersonRecord,
  standing: Standing,
  placed: Placed,
): Promise<PressResult> {
  const { core, deliverer } = moves;
  const { place, url } = placeOf(moves, person, standing);
  const payload = blockActions(core, person, placed, place);
  const delivery = await deliverer.deliver('interactive', payload);
  await settle(moves);
  return {
    ...outcomeOf(delivery),
    faults: [],
    messages: url ? postedThrough(moves, url) : [],
    delivery,
    modal: topModal(moves, person),
  };
}

/** In an input block only an app that asked for it hears of changes; elsewhere it always does. */
function sendsChanges({ block }: Placed): boolean {
  return textField(block, 'type') !== 'input' || field(block, 'dispatch_action') === true;
}
