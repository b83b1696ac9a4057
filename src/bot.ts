import type { WebClientOptions } from '@slack/web-api';
import type { Logger } from 'pino';
import { ProxyAgent, fetch as undiciFetch } from 'undici';
import { beat } from './application/beat.ts';
import type { Clock, Store } from './application/ports.ts';
import { rewriteAfterPurge } from './application/rewrite-after-purge.ts';
import type { Config, SlackConnection } from './config.ts';
import { startHealth } from './health.ts';
import { startHeartbeat } from './schedule/heartbeat.ts';
import { createSlackApp } from './slack/app.ts';
import { boltLogger } from './slack/bolt-logger.ts';
import { SignedHttpReceiver } from './slack/http-receiver.ts';
import { TwinSocketReceiver } from './slack/socket-receiver.ts';

// Slack gives a listener three seconds; after ten nothing that is still running can be answered.
const DRAIN_MS = 10_000;
// Whoever asked while MOPAC was starting is answered before its own work begins.
const SETTLING_MS = 1_000;

export interface BotParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
  readonly botToken: string;
  readonly connection: SlackConnection;
  readonly config: Pick<Config, 'slackApiUrl' | 'rung' | 'healthPort' | 'proxy'>;
  /** Called when Slack says the token is dead: the process cannot do its work any more. */
  readonly onRevoked: (reason: string) => void;
}

export interface Bot {
  /** One minute's work at once: finds people, queues what is due, sends it. The demo and tests call it after moving the clock. */
  beat(): Promise<void>;
  /** Stops taking deliveries, waits for those at work and for the message being sent. */
  stop(): Promise<void>;
  /** The port of HTTP mode, where it was left to the system. */
  readonly port: () => number | null;
}

/** The bot, connected and beating. Rejects with the Web API's error where Slack refuses the token. */
export const startBot = async (parts: BotParts): Promise<Bot> => {
  const { store, clock, log, config, connection } = parts;
  const proxy = config.proxy === null ? undefined : new ProxyAgent(config.proxy);
  const boltLog = boltLogger(log);
  const receiver =
    connection.kind === 'socket'
      ? new TwinSocketReceiver({
          appToken: connection.appToken,
          slackApiUrl: config.slackApiUrl,
          logger: boltLog,
          dispatcher: proxy,
        })
      : new SignedHttpReceiver({ ...connection, logger: boltLog });
  const slack = createSlackApp({
    store,
    clock,
    log,
    boltLog,
    receiver,
    botToken: parts.botToken,
    slackApiUrl: config.slackApiUrl,
    fetch: proxy === undefined ? undefined : proxiedFetch(proxy),
    rung: config.rung,
    onRevoked: parts.onRevoked,
  });
  const recovered = store.outboxRecover();
  if (recovered > 0)
    log.warn(
      { recovered },
      'posts were under way when MOPAC last stopped; each is looked for before it is sent again',
    );

  let stopping = false;
  const atWork = new Set<Promise<void>>();
  const minute = async (): Promise<void> => {
    await slack.ready();
    await slack.directory.refresh();
    if (stopping) return;
    beat({ store, clock });
    await slack.sender.drain();
    if (rewriteAfterPurge({ store, clock }) === 'waits') {
      log.warn(
        'another program reads the database, so a text that was taken out is still in its file',
      );
    }
  };
  const pulse = (): Promise<void> => {
    const work = minute().finally(() => atWork.delete(work));
    atWork.add(work);
    return work;
  };
  const safePulse = (): void => {
    pulse().catch((error: unknown) =>
      log.error({ err: error }, 'this minute’s work failed; the next minute takes it up'),
    );
  };

  await slack.init();
  await receiver.start();
  const health =
    config.healthPort === null
      ? null
      : await startHealth(config.healthPort, { connected: () => receiver.connected(), store });
  const heartbeat = startHeartbeat(safePulse, log);
  const firstPulse = setTimeout(safePulse, SETTLING_MS);
  log.info({ mode: connection.kind }, 'MOPAC is connected');

  return {
    beat: pulse,
    stop: async () => {
      stopping = true;
      heartbeat.stop();
      clearTimeout(firstPulse);
      await receiver.stop();
      await Promise.race([
        Promise.allSettled([slack.idle(), ...atWork]),
        new Promise((resolve) => setTimeout(resolve, DRAIN_MS).unref()),
      ]);
      await slack.sender.stop();
      await health?.stop();
      log.info('MOPAC has stopped');
    },
    port: () => (receiver instanceof SignedHttpReceiver ? receiver.port() : null),
  };
};

const proxiedFetch =
  (dispatcher: ProxyAgent): NonNullable<WebClientOptions['fetch']> =>
  // undici's fetch and the platform's are one implementation with two sets of types.
  (url, init) =>
    undiciFetch(url as Parameters<typeof undiciFetch>[0], {
      ...(init as Parameters<typeof undiciFetch>[1]),
      dispatcher,
    }) as unknown as ReturnType<typeof fetch>;
