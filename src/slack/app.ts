import { App, type Logger as BoltLogger, type Receiver } from '@slack/bolt';
import { WebClient, type WebClientOptions } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Clock, Store } from '../application/ports.ts';
import type { Rung } from '../blockkit/ladder.ts';
import { createAskers } from './accounts.ts';
import { registerCommand } from './command.ts';
import { createDirectory, type Directory } from './directory.ts';
import type { Edge } from './edge.ts';
import { trackInFlight } from './in-flight.ts';
import { createOutboxSender, type OutboxSender } from './outbox-sender.ts';
import { createRecogniser } from './recognise.ts';
import { createRungs } from './rungs.ts';

export interface SlackParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
  readonly boltLog: BoltLogger;
  readonly receiver: Receiver;
  readonly botToken: string;
  readonly slackApiUrl: string | undefined;
  readonly fetch: WebClientOptions['fetch'];
  readonly rung: Rung;
  readonly onRevoked: (reason: string) => void;
}

export interface SlackApp {
  /** Checks the token with Slack; rejects with the Web API's error where it is refused. */
  init(): Promise<void>;
  /** Resolves when every feature is loaded. */
  ready(): Promise<void>;
  readonly sender: OutboxSender;
  readonly directory: Directory;
  /** Resolves when no listener is at work any more. */
  idle(): Promise<void>;
}

/**
 * Slack's side of the bot: every listener, and the sender of everything that is posted. The command is
 * listened to at once; the other features are loaded with `ready`, or with the first delivery for one
 * of them, so that whoever asks just after a start does not wait for forms nobody has opened.
 */
export const createSlackApp = (parts: SlackParts): SlackApp => {
  const { store, clock, log, receiver, botToken } = parts;
  const app = new App({
    token: botToken,
    receiver,
    logger: parts.boltLog,
    convoStore: false,
    deferInitialization: true,
    // A person waits behind these calls for at most three seconds: one quick retry, no more.
    clientOptions: clientOptions(parts, {
      timeout: 2_500,
      retryConfig: { retries: 1, minTimeout: 200 },
    }),
  });
  const client = new WebClient(
    botToken,
    clientOptions(parts, {
      timeout: 10_000,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
    }),
  );
  const rungs = createRungs(parts.rung);
  const directory = createDirectory({ store, clock, client, log });
  const edge: Edge = {
    store,
    clock,
    log,
    asker: createAskers({ store, clock, client: app.client, log }),
    rung: rungs.current,
    recognise: createRecogniser({ store, clock, client, directory }),
    wake: () => void sender.drain(),
  };
  const sender = createOutboxSender({
    store,
    clock,
    client,
    directory,
    rungs,
    log,
    onRevoked: parts.onRevoked,
    renderers: async () => (await features()).renderers,
  });
  const features = once(async () => (await import('./features.ts')).addFeatures(app, edge));
  const inFlight = trackInFlight(app);
  registerCommand(app, edge);
  // Bolt looks for listeners after this, and so finds those that were added meanwhile.
  app.use(async ({ next }) => {
    await features();
    await next();
  });
  const ready = async (): Promise<void> => void (await features());
  return { init: () => app.init(), ready, sender, directory, idle: inFlight.idle };
};

/** Starts the work when it is first asked for; everybody after that is given the same result. */
const once = <Value>(work: () => Promise<Value>): (() => Promise<Value>) => {
  let begun: Promise<Value> | null = null;
  return () => {
    begun ??= work();
    return begun;
  };
};

// A new object for each client: the libraries write into the one they are given.
const clientOptions = (parts: SlackParts, own: WebClientOptions): WebClientOptions => ({
  ...own,
  logger: parts.boltLog,
  ...(parts.slackApiUrl === undefined ? {} : { slackApiUrl: parts.slackApiUrl }),
  ...(parts.fetch === undefined ? {} : { fetch: parts.fetch }),
});
