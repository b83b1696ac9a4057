import type { PersonRecord } from './directory.ts';
import { isPressed, type Placed, placedElements } from './elements.ts';
import { Impossible } from './impossible.ts';
import { type InputState, stateOf, withValue } from './input-state.ts';
import { blockActions, type Place } from './interactions.ts';
import { field, recordsField, textField } from './json.ts';
import type { StoredMessage } from './message-store.ts';
import { type MoveResult, type Moves, outcomeOf, postedThrough, settle } from './moves.ts';
import type { ResponseUrl } from './response-urls.ts';
import {
  findPlaced,
  type SeenButton,
  type Standing,
  type Surface,
  standingOf,
  type Wanted,
} from './seen.ts';
import { type OpenView, showModal } from './shown-view.ts';
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
  const value = valueFor(placed, option, core.directory);
  if (standing.kind === 'view') {
    standing.record.values = withValue(standing.record.values, placed, value);
  } else {
    const state = withValue(stateFor(moves, person, standing.message), placed, value);
    messageState.set(stateKey(person, standing.message), state);
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

function placeOf(
  moves: Moves,
  person: PersonRecord,
  standing: Standing,
): { place: Place; url?: ResponseUrl } {
  if (standing.kind === 'view') return { place: standing };
  const { core, responseBase } = moves;
  const { message } = standing;
  const channel = core.directory.channels.get(message.channel);
  if (!channel) throw new Error(`message ${message.ts} is in no channel`);
  const url = core.responseUrls.issue({ channel, personId: person.id, original: message });
  const state = stateFor(moves, person, message);
  const responseUrl = `${responseBase}${url.id}`;
  return { place: { kind: 'message', message, channel, state, responseUrl }, url };
}

/** In an input block only an app that asked for it hears of changes; elsewhere it always does. */
function sendsChanges({ block }: Placed): boolean {
  return textField(block, 'type') !== 'input' || field(block, 'dispatch_action') === true;
}

function surfaceOf(wanted: Wanted | SeenButton): Surface {
  const surface = 'where' in wanted ? wanted.where : (wanted.message ?? wanted.view);
  if (!surface) throw new Impossible('say which message or view it is on');
  return surface;
}

function blocksOf(standing: Standing) {
  if (standing.kind === 'message') return standing.message.blocks ?? [];
  return recordsField(standing.record.content, 'blocks');
}

function stateFor(moves: Moves, person: PersonRecord, message: StoredMessage): InputState {
  return stateOf(message.blocks ?? [], moves.messageState.get(stateKey(person, message)));
}

function stateKey(person: PersonRecord, { channel, ts }: StoredMessage): string {
  return `${person.id}/${channel}/${ts}`;
}
