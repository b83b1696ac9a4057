import type { PersonRecord } from './directory.ts';
import { type InputState, stateOf } from './input-state.ts';
import type { Place } from './interactions.ts';
import type { StoredMessage } from './message-store.ts';
import type { Moves } from './moves.ts';
import type { ResponseUrl } from './response-urls.ts';
import type { Standing } from './seen.ts';

/** Where an element stands, as payloads say it; in a message, with the right to answer it. */
export function placeOf(
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

/** What a person has picked in a message's own menus so far. */
export function stateFor(moves: Moves, person: PersonRecord, message: StoredMessage): InputState {
  return stateOf(message.blocks ?? [], moves.messageState.get(stateKey(person, message)));
}

/** Under what it is kept. */
export function stateKey(person: PersonRecord, { channel, ts }: StoredMessage): string {
  return `${person.id}/${channel}/${ts}`;
}
