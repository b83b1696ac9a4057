import type { Delivery } from './delivery.ts';
import type { Json } from './json.ts';

/** One Web API call: what was asked and what was answered. */
interface ApiCall {
  readonly kind: 'api';
  readonly at: number;
  readonly method: string;
  /** The arguments as read, without the token. */
  readonly args: Json;
  /** The HTTP status, or 0 when the answer was lost on the way. */
  readonly status: number;
  readonly response: Json;
  readonly ms: number;
}

/** One post to a response URL. */
interface ResponsePost {
  readonly kind: 'response';
  readonly at: number;
  readonly url: string;
  readonly body: unknown;
  readonly status: number;
  readonly response: Json;
}

/** Anything that passed between the app and the workspace. */
export type LogEntry = ApiCall | ResponsePost | Delivery;

const LONGEST_LOG = 20_000;

/** The record of everything that passed, and a bell that rings whenever something did. */
export interface Inspector {
  readonly entries: readonly LogEntry[];
  record(entry: LogEntry): void;
  /** Tells listeners that something in the workspace changed. */
  ring(): void;
  subscribe(listener: () => void): () => void;
  /** Marks work in hand; call the answer when it is done. */
  begin(): () => void;
  /** Resolves when no work was in hand for a spell, or after two seconds at most. */
  quiet(spellMs: number): Promise<void>;
}

const LONGEST_WAIT_MS = 2000;

/** An empty log. Only its newest 20,000 entries are kept. */
export function createInspector(): Inspector {
  const entries: LogEntry[] = [];
  const listeners = new Set<() => void>();
  let inHand = 0;
  let bustle = 0;
  const ring = () => {
    bustle += 1;
    for (const listener of listeners) listener();
  };
  return {
    entries,
    ring,
    record(entry) {
      entries.push(entry);
      if (entries.length > LONGEST_LOG) entries.splice(0, LONGEST_LOG / 10);
      ring();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    begin() {
      inHand += 1;
      bustle += 1;
      return () => {
        inHand -= 1;
        bustle += 1;
      };
    },
    async quiet(spellMs) {
      const deadline = performance.now() + LONGEST_WAIT_MS;
      let before = -1;
      while ((before !== bustle || inHand > 0) && performance.now() < deadline) {
        before = bustle;
        await new Promise((resolve) => setTimeout(resolve, spellMs));
      }
    },
  };
}
