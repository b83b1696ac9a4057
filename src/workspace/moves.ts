import type { BlockFault } from '../blockkit/validate.ts';
import type { Core } from './core.ts';
import type { Deliverer, Delivery } from './delivery.ts';
import type { Channel, PersonRecord } from './directory.ts';
import { Impossible } from './impossible.ts';
import type { InputState } from './input-state.ts';
import type { Json } from './json.ts';
import type { StoredMessage } from './message-store.ts';
import type { ResponseUrl } from './response-urls.ts';

/** What a person's move needs of the workspace. */
export interface Moves {
  readonly core: Core;
  readonly deliverer: Deliverer;
  /** `http://127.0.0.1:PORT/response/`. */
  readonly responseBase: string;
  /** What people picked in messages, by person, channel and timestamp. */
  readonly messageState: Map<string, InputState>;
  /** The options last offered in menus that the app fills, by person, place, block and action. */
  readonly suggested: Map<string, readonly Json[]>;
}

/** What the person saw come of a move. */
export interface MoveResult {
  /** `failed` when Slack could not reach the app or refused its answer, `timeout` when the app was silent. */
  readonly ack: 'ok' | 'timeout' | 'failed';
  /** Slack's word for the trouble: `operation_timeout`, `dispatch_failed`, `invalid_blocks` and so on. */
  readonly error?: string;
  readonly faults: readonly BlockFault[];
  /** Messages that the acknowledgement and the response URL produced so far, as they stand. */
  readonly messages: readonly StoredMessage[];
  readonly delivery?: Delivery;
}

/** Waits for what the app does after its acknowledgement. */
export function settle({ core }: Moves): Promise<void> {
  return core.timing.quietMs > 0 ? core.inspector.quiet(core.timing.quietMs) : Promise.resolve();
}

/** How a delivery looks to the person whose move it was. */
export function outcomeOf(delivery: Delivery): Pick<MoveResult, 'ack' | 'error'> {
  if (delivery.acked) return { ack: 'ok' };
  const last = delivery.attempts.at(-1);
  if (last?.kind === 'timeout') return { ack: 'timeout', error: 'operation_timeout' };
  return { ack: 'failed', error: 'dispatch_failed' };
}

/** The messages a response URL stands for, in their current form, each once. */
export function postedThrough({ core }: Moves, url: ResponseUrl): StoredMessage[] {
  const current = new Map<string, StoredMessage>();
  for (const { channel, ts } of url.posted) {
    const message = core.messages.find(channel, ts);
    if (message) current.set(ts, message);
  }
  return [...current.values()];
}

/** True in the conversation with an app that takes no messages there: nothing can be typed in it. */
export function isReadOnly({ messagesTabReadOnly }: Core, { kind }: Channel): boolean {
  return messagesTabReadOnly && kind === 'direct';
}

/** A channel the person is in; throws Impossible when they could not be typing there. */
export function channelOf(moves: Moves, person: PersonRecord, wanted?: string): Channel {
  const { directory } = moves.core;
  if (wanted === undefined) return directory.directChannel(person.id);
  const channel = directory.findChannel(wanted);
  if (!channel?.members.has(person.id)) {
    throw new Impossible(`${person.name} is not in a channel called ${wanted}`);
  }
  return channel;
}
