/** Limits a fault to some Web API methods; left out, it strikes them all. */
type Methods = readonly string[];

/** The switches that make the workspace misbehave as Slack sometimes does. */
export interface FaultBox {
  /** Holds every answer back; 0 stops it. */
  slow(ms: number, methods?: Methods): void;
  /** Answers 429. With `retryAfter: null` the header is missing, as behind some proxies. */
  answer429(fault: { retryAfter?: number | null; times: number; methods?: Methods }): void;
  answer500(times: number, methods?: Methods): void;
  /** Does the work, then drops the connection before the answer. */
  loseAnswer(times: number, methods?: Methods): void;
  /** Cuts every live socket without a goodbye. */
  dropSockets(): void;
  /** Leaves sockets open but silent: no pings answered, nothing read, nothing sent. */
  stallSockets(ms: number): void;
  /** Refuses tables, charts and their like, as a workspace without them does. */
  refuseRichBlocks(on: boolean): void;
  /** Sends every command, action, submission and event twice. */
  deliverTwice(on: boolean): void;
  /** Makes every trigger too old. */
  expireTriggers(on: boolean): void;
  /** Makes the bot token worthless, for good. */
  revokeToken(): void;
  archiveChannel(idOrName: string): void;
  /** Ends every fault but a revoked token and an archived channel. */
  clear(): void;
}

/** A fault that strikes a number of calls. */
interface Counted {
  left: number;
  readonly methods: Methods | undefined;
  readonly retryAfter: number | null;
}

/** What the rest of the workspace asks of the faults. */
export interface FaultState {
  readonly flags: {
    refuseRich: boolean;
    deliverTwice: boolean;
    expireTriggers: boolean;
    tokenRevoked: boolean;
  };
  slow: { readonly ms: number; readonly methods: Methods | undefined };
  /** Until when, by the machine's own clock in milliseconds, sockets are silent. */
  stalledUntil: number;
  delayFor(method: string): number;
  /** The wait to tell the caller when this call must be answered 429; uses one up. */
  take429(method: string): { readonly retryAfter: number | null } | undefined;
  take500(method: string): boolean;
  takeLostAnswer(method: string): boolean;
  readonly counted: { tooMany: Counted[]; broken: Counted[]; lost: Counted[] };
}

/** No faults. */
export function createFaultState(): FaultState {
  const counted: FaultState['counted'] = { tooMany: [], broken: [], lost: [] };
  return {
    flags: { refuseRich: false, deliverTwice: false, expireTriggers: false, tokenRevoked: false },
    slow: { ms: 0, methods: undefined },
    stalledUntil: 0,
    counted,
    delayFor(method) {
      return strikes(this.slow.methods, method) ? this.slow.ms : 0;
    },
    take429: (method) => take(counted.tooMany, method),
    take500: (method) => take(counted.broken, method) !== undefined,
    takeLostAnswer: (method) => take(counted.lost, method) !== undefined,
  };
}

/** The switches over a fault state; sockets and channels are struck through `reach`. */
export function createFaultBox(
  state: FaultState,
  reach: Pick<FaultBox, 'dropSockets' | 'stallSockets' | 'archiveChannel'>,
): FaultBox {
  const { counted, flags } = state;
  const add = (list: Counted[], left: number, methods?: Methods, retryAfter: number | null = 1) =>
    list.push({ left, methods, retryAfter });
  return {
    ...reach,
    slow(ms, methods) {
      state.slow = { ms, methods };
    },
    answer429({ retryAfter, times, methods }) {
      add(counted.tooMany, times, methods, retryAfter);
    },
    answer500(times, methods) {
      add(counted.broken, times, methods);
    },
    loseAnswer(times, methods) {
      add(counted.lost, times, methods);
    },
    refuseRichBlocks(on) {
      flags.refuseRich = on;
    },
    deliverTwice(on) {
      flags.deliverTwice = on;
    },
    expireTriggers(on) {
      flags.expireTriggers = on;
    },
    revokeToken() {
      flags.tokenRevoked = true;
    },
    clear() {
      state.slow = { ms: 0, methods: undefined };
      for (const list of Object.values(counted)) list.length = 0;
      flags.refuseRich = false;
      flags.deliverTwice = false;
      flags.expireTriggers = false;
      reach.stallSockets(0);
    },
  };
}

function strikes(methods: Methods | undefined, method: string): boolean {
  return methods === undefined || methods.includes(method);
}

function take(list: readonly Counted[], method: string): Counted | undefined {
  const fault = list.find((each) => each.left > 0 && strikes(each.methods, method));
  if (fault) fault.left -= 1;
  return fault;
}
