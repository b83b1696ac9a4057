import type { Logger } from 'pino';
import type { Clock, Json, Person, Store } from '../application/ports.ts';
import type { Message, Rung } from '../blockkit/ladder.ts';

/** What every listener is given: the record, the clock, and how rich a message may be. */
export interface Edge {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
  /** Who is behind a delivery, with what Slack says of their account: for asking and sharing. */
  readonly asker: (slackId: string) => Promise<Person>;
  /** The richest blocks this workspace is known to take. */
  readonly rung: () => Rung;
  /**
   * Makes sure the record knows who acts, as far as a programme names them. Rejects with
   * `NotRecognised` where Slack could not be asked.
   */
  readonly recognise: (slackId: string) => Promise<void>;
  /** Wakes the sender of queued messages, so that a receipt does not wait for the next minute. */
  readonly wake: () => void;
}

/** Renders one kind of queued message from the record; null where there is nothing left to say. */
export type Render = (payload: Json, rung: Rung) => Message | null;

/** The person behind a delivery. The id is Slack's word; the rest is what we last saw of them. */
export const personOf = (store: Store, slackId: string): Person =>
  store.person(slackId) ?? { id: slackId, email: null, name: null };
