import type { Delivery } from './delivery.ts';
import type { PersonRecord } from './directory.ts';
import { hearsOf, isTyped, tellsOn } from './dispatching.ts';
import { isPressed, type Placed, placedElements } from './elements.ts';
import { Impossible } from './impossible.ts';
import { blockActions } from './interactions.ts';
import { type MoveResult, type Moves, outcomeOf, postedThrough, settle } from './moves.ts';
import type { ResponseUrl } from './response-urls.ts';
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
import { hold, placeOf } from './standing-place.ts';
import { withSuggested } from './suggest-move.ts';
import { type TypedAnswer, valueFor } from './typing.ts';

/** What came of pressing a button or picking an option. */
export interface PressResult extends MoveResult {
  /** The modal on top afterwards. */
  readonly modal: OpenView | null;
}

/** Presses a button, or Enter in an input whose app asked to hear of that. */
export async function press(
  moves: Moves,
  person: PersonRecord,
  wanted: Wanted | SeenButton,
): Promise<PressResult> {
  const standing = standingOf(moves.core, surfaceOf(wanted), person.id);
  const placed = findPlaced(placedElements(blocksOf(standing)), wanted);
  if (!isPressed(placed.element) && !tellsOn(placed).enter) {
    throw new Impossible(`${placed.actionId} is no button, and Enter in it tells the app nothing`);
  }
  return act(moves, person, standing, placed);
}

/** Picks in a menu of a message or view; sends the change where the app asked to hear of it. */
export async function select(
  moves: Moves,
  person: PersonRecord,
  { option, value: _value, ...wanted }: Wanted & { readonly option: TypedAnswer },
): Promise<PressResult> {
  const standing = standingOf(moves.core, surfaceOf(wanted), person.id);
  const placed = findPlaced(placedElements(blocksOf(standing)), wanted);
  return choose(moves, person, standing, placed, option);
}

/** Picks in one element, or with null takes its pick back; the app hears of either. */
export async function choose(
  moves: Moves,
  person: PersonRecord,
  standing: Standing,
  placed: Placed,
  option: TypedAnswer,
): Promise<PressResult> {
  if (isPressed(placed.element)) throw new Impossible(`${placed.actionId} is a button: press it`);
  if (isTyped(placed)) throw new Impossible(`${placed.actionId} is a field: type in it`);
  const offered = withSuggested(moves, person, standing, placed);
  hold(moves, person, standing, placed, valueFor(offered, option, moves.core.directory));
  if (hearsOf(placed)) return act(moves, person, standing, placed);
  return { ack: 'ok', faults: [], messages: [], modal: topModal(moves, person) };
}

/** The modal a person has in front of them. */
export function topModal({ core }: Moves, person: PersonRecord): OpenView | null {
  const record = core.views.stack(person.id).at(-1);
  return record ? showModal(record) : null;
}

/** Sends the app what was done to an element; in a message, with the right to answer it. */
export function tell(
  moves: Moves,
  person: PersonRecord,
  standing: Standing,
  placed: Placed,
): { readonly delivery: Promise<Delivery>; readonly url?: ResponseUrl } {
  const { place, url } = placeOf(moves, person, standing);
  const payload = blockActions(moves.core, person, placed, place);
  const delivery = moves.deliverer.deliver('interactive', payload);
  return { delivery, ...(url && { url }) };
}

async function act(
  moves: Moves,
  person: PersonRecord,
  standing: Standing,
  placed: Placed,
): Promise<PressResult> {
  const told = tell(moves, person, standing, placed);
  const delivery = await told.delivery;
  await settle(moves);
  return {
    ...outcomeOf(delivery),
    faults: [],
    messages: told.url ? postedThrough(moves, told.url) : [],
    delivery,
    modal: topModal(moves, person),
  };
}
