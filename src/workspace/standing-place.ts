import type { Core } from './core.ts';
import type { PersonRecord } from './directory.ts';
import type { Placed } from './elements.ts';
import { type InputState, stateOf, valueIn, withValue } from './input-state.ts';
import type { Place, Spot } from './interactions.ts';
import { isRecord, type Json } from './json.ts';
import type { StoredMessage } from './message-store.ts';
import type { Moves } from './moves.ts';
import type { ResponseUrl } from './response-urls.ts';
import type { Standing } from './seen.ts';

/** Where an element stands: a view, or a message and the channel it is in. */
export function spotOf(core: Core, standing: Standing): Spot {
  if (standing.kind === 'view') return standing;
  const { message } = standing;
  const channel = core.directory.channels.get(message.channel);
  if (!channel) throw new Error(`message ${message.ts} is in no channel`);
  return { kind: 'message', message, channel };
}

/** Where an action is taken, as payloads say it; in a message, with the right to answer it. */
export function placeOf(
  moves: Moves,
  person: PersonRecord,
  standing: Standing,
): { place: Place; url?: ResponseUrl } {
  const { core, responseBase } = moves;
  const spot = spotOf(core, standing);
  if (spot.kind === 'view') return { place: spot };
  const { channel, message } = spot;
  const url = core.responseUrls.issue({ channel, personId: person.id, original: message });
  const state = stateFor(moves, person, message);
  const responseUrl = `${responseBase}${url.id}`;
  return { place: { ...spot, state, responseUrl }, url };
}

/** What a person has picked in a message's own menus so far. */
function stateFor(moves: Moves, person: PersonRecord, message: StoredMessage): InputState {
  return stateOf(message.blocks ?? [], moves.messageState.get(messageKey(person, message)));
}

/** What one element holds of a person's, where it stands now. */
export function holds(
  moves: Moves,
  person: PersonRecord,
  standing: Standing,
  placed: Placed,
): unknown {
  const state =
    standing.kind === 'view' ? standing.record.values : stateFor(moves, person, standing.message);
  return valueIn(state, placed);
}

/** Keeps what a person typed or picked in one element. */
export function hold(
  moves: Moves,
  person: PersonRecord,
  standing: Standing,
  placed: Placed,
  value: unknown,
): void {
  if (standing.kind === 'view') {
    standing.record.values = withValue(standing.record.values, placed, value);
    return;
  }
  const state = withValue(stateFor(moves, person, standing.message), placed, value);
  moves.messageState.set(messageKey(person, standing.message), state);
}

/** The options a person has picked in one menu, where it stands now. */
export function heldIn(
  moves: Moves,
  person: PersonRecord,
  standing: Standing,
  placed: Placed,
): readonly Json[] {
  const value = holds(moves, person, standing, placed);
  return (Array.isArray(value) ? value : [value]).filter(isRecord);
}

/** Under what a person's picks in a message are kept. */
function messageKey(person: PersonRecord, { channel, ts }: StoredMessage): string {
  return `${person.id}/${channel}/${ts}`;
}

/** Under what is kept about a person and the message or view before them. */
export function standingKey(person: PersonRecord, standing: Standing): string {
  return standing.kind === 'view'
    ? `${person.id}/${standing.record.id}`
    : messageKey(person, standing.message);
}
