import type { FaultState } from './faults.ts';
import type { Ids } from './ids.ts';
import type { Inspector } from './inspector.ts';
import type { Json } from './json.ts';

/** The three kinds of envelope Slack sends. */
type EnvelopeType = 'slash_commands' | 'interactive' | 'events_api';

/** One payload on its way to the app. */
export interface Envelope {
  readonly id: string;
  readonly type: EnvelopeType;
  readonly payload: Json;
  readonly retry: { readonly number: number; readonly reason: string } | null;
}

/** How one attempt to hand over a payload ended. */
export type Outcome =
  | { readonly kind: 'acked'; readonly body: unknown; readonly ms: number }
  | { readonly kind: 'timeout'; readonly ms: number }
  | {
      readonly kind: 'unreachable';
      readonly reason: string;
      readonly ms: number;
      /** True when the app asked not to be tried again. */
      readonly noRetry?: boolean;
    };

/** Carries envelopes to the app: over a socket or by HTTP. */
export interface Transport {
  send(envelope: Envelope, copies: number): Promise<Outcome>;
}

/** A payload handed to the app, with every attempt made so far. */
export interface Delivery {
  readonly kind: 'delivery';
  readonly at: number;
  readonly type: EnvelopeType;
  readonly payload: Json;
  readonly attempts: readonly Outcome[];
  /** True once an attempt was acknowledged. */
  readonly acked: boolean;
  /** What the app said in its acknowledgement; undefined when it said nothing. */
  readonly ackBody: unknown;
  /** How long the acknowledged attempt took, or null when none was. */
  readonly ackMs: number | null;
  /** Resolves when nothing more will be attempted. */
  readonly settled: Promise<void>;
}

/** Hands payloads to the app, with Slack's patience for each kind. */
export interface Deliverer {
  /** Resolves after the first attempt; events go on being retried behind it. */
  deliver(type: EnvelopeType, payload: Json): Promise<Delivery>;
  /** Gives up every retry that has not begun. */
  stop(): void;
}

/** What delivering needs. */
export interface DeliveryParts {
  readonly transport: Transport;
  readonly ids: Ids;
  readonly inspector: Inspector;
  readonly faults: FaultState;
  readonly now: () => number;
  /** The waits before each repeat of an event that was not acknowledged. */
  readonly eventRetryMs: readonly number[];
}

/** Commands, actions and submissions are tried once; events three times more. */
export function createDeliverer(parts: DeliveryParts): Deliverer {
  const { transport, ids, inspector, faults, now, eventRetryMs } = parts;
  const stopping = new AbortController();
  const attempt = async (delivery: Draft, retry: Envelope['retry']): Promise<void> => {
    const { type, payload } = delivery;
    const done = retry === null ? inspector.begin() : () => undefined;
    const copies = faults.flags.deliverTwice ? 2 : 1;
    const outcome = await transport.send(
      { id: ids.next('envelope-'), type, payload, retry },
      copies,
    );
    done();
    delivery.attempts.push(outcome);
    if (outcome.kind === 'acked') {
      Object.assign(delivery, { acked: true, ackBody: outcome.body, ackMs: outcome.ms });
    }
    inspector.ring();
  };
  const retryEvent = async (delivery: Draft): Promise<void> => {
    for (const [index, waitMs] of eventRetryMs.entries()) {
      const last = delivery.attempts.at(-1);
      if (delivery.acked || (last?.kind === 'unreachable' && last.noRetry)) return;
      if (!(await pause(waitMs, stopping.signal))) return;
      await attempt(delivery, { number: index + 1, reason: reasonOf(last) });
    }
  };
  return {
    stop: () => stopping.abort(),
    async deliver(type, payload) {
      const draft = draftOf(type, payload, now());
      inspector.record(draft);
      await attempt(draft, null);
      if (type === 'events_api') draft.settled = retryEvent(draft);
      return draft;
    },
  };
}

function reasonOf(outcome: Outcome | undefined): string {
  if (outcome?.kind !== 'unreachable') return 'timeout';
  return outcome.reason.startsWith('http_error') ? 'http_error' : 'connection_failed';
}

/** A delivery while it is still being attempted. */
interface Draft extends Delivery {
  attempts: Outcome[];
  settled: Promise<void>;
}

function draftOf(type: EnvelopeType, payload: Json, at: number): Draft {
  return {
    kind: 'delivery',
    at,
    type,
    payload,
    attempts: [],
    acked: false,
    ackBody: undefined,
    ackMs: null,
    settled: Promise.resolve(),
  };
}

/** Waits; false when the wait was cut short. Never keeps the process alive by itself. */
function pause(ms: number, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return Promise.resolve(false);
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(true), ms);
    timer.unref();
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve(false);
    });
  });
}
