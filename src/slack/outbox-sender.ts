import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Clock, Json, OutboxMessage, Store } from '../application/ports.ts';
import type { Message, Rung } from '../blockkit/ladder.ts';
import type { Directory } from './directory.ts';
import type { Render } from './edge.ts';
import { type PostFault, readPostFault } from './post-faults.ts';
import { postMessage, wasPosted } from './posting.ts';
import type { Rungs } from './rungs.ts';

// Slack takes about one message a second in a channel; a little more keeps us clear of its edge.
const CHANNEL_PAUSE_MS = 1_100;
const BATCH = 20;
const FIRST_RETRY_SECONDS = 5;
const LONGEST_RETRY_SECONDS = 5 * 60;
// A day of trying every ten minutes: long enough for somebody to invite the bot to its channel.
const LATER_SECONDS = 10 * 60;
const MOST_ATTEMPTS = 144;

export interface OutboxSender {
  /** Sends what is due, one message after another, and returns when nothing more is due. */
  drain(): Promise<void>;
  /** Stops after the message being sent. */
  stop(): Promise<void>;
}

export interface SenderParts {
  readonly store: Store;
  readonly clock: Clock;
  /** A client of its own, without retries: a retried post is a second copy. */
  readonly client: WebClient;
  readonly directory: Directory;
  readonly rungs: Rungs;
  readonly log: Logger;
  readonly renderers: Readonly<Record<string, Render>>;
  /** Called when Slack says the token is dead; nothing can be sent until it is replaced. */
  readonly onRevoked: (reason: string) => void;
}

/**
 * The only sender of posts. Each message is marked before and after it is sent; where the outcome is
 * unknown (a lost answer, a crash in between) the channel is searched for our key before it goes out
 * again.
 */
export const createOutboxSender = (parts: SenderParts): OutboxSender => {
  const { store, clock, log } = parts;
  const lastPost = new Map<string, number>();
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;

  const pace = async (target: string): Promise<void> => {
    const wait =
      (lastPost.get(target) ?? Number.NEGATIVE_INFINITY) + CHANNEL_PAUSE_MS - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    lastPost.set(target, performance.now());
  };

  const inSeconds = (seconds: number) =>
    clock.now().add({ milliseconds: Math.ceil(seconds * 1000) });

  const settle = (message: OutboxMessage, fault: PostFault): void => {
    const { id, kind, key, attempts } = message;
    const { reason } = fault;
    log.warn({ kind, key, attempts, reason }, 'a post was not confirmed');
    switch (fault.kind) {
      case 'blocks_refused':
        store.postpone(id, clock.now(), reason);
        break;
      case 'wait':
        store.postpone(id, inSeconds(fault.seconds), reason);
        break;
      case 'later':
        if (attempts >= MOST_ATTEMPTS) store.markDead(id, reason);
        else store.postpone(id, inSeconds(LATER_SECONDS), reason);
        break;
      case 'revoked':
        store.postpone(id, inSeconds(LATER_SECONDS), reason);
        parts.onRevoked(reason);
        break;
      case 'never':
        store.markDead(id, reason);
        break;
      case 'unknown':
        store.markUnknown(id, inSeconds(backoff(attempts)), reason);
        break;
    }
  };

  const send = async (message: OutboxMessage): Promise<void> => {
    const parent = message.parentId === null ? null : store.outboxMessageById(message.parentId);
    const rendered = message.kind === 'edit' ? parent : message;
    const render = rendered === null ? undefined : parts.renderers[rendered.kind];
    if (rendered === null || render === undefined) {
      store.markDead(message.id, `Nothing renders ${rendered?.kind ?? message.kind}.`);
      return;
    }
    const rung = parts.rungs.current();
    const first = render(rendered.payload, rung);
    if (first === null) {
      store.markDead(message.id, 'No longer needed when its turn came.');
      return;
    }
    store.markSending(message.id);
    try {
      const channel = await channelOf(parts, message, parent);
      const threadTs = threadOf(message, parent);
      const sought = { message, channel, threadTs };
      const found = message.state === 'unknown' ? await wasPosted(parts, sought) : null;
      if (found === null) await pace(channel);
      const build = (at: Rung): Message => render(rendered.payload, at) ?? first;
      store.markSent(
        message.id,
        found ?? (await postMessage(parts, { ...sought, parent, rung, build })),
      );
    } catch (error) {
      const fault = readPostFault(error);
      if (fault.kind === 'blocks_refused') parts.rungs.refused(rung);
      settle(message, fault);
    }
  };

  const sendDue = async (): Promise<void> => {
    do {
      again = false;
      for (;;) {
        const due = store.outboxDue(clock.now(), BATCH);
        if (due.length === 0) break;
        for (const message of due) {
          if (stopped) return;
          await send(message);
        }
      }
    } while (again && !stopped);
  };

  return {
    drain: () => {
      again = true;
      running ??= sendDue()
        .catch((error: unknown) => log.error({ err: error }, 'the outbox could not be read'))
        .finally(() => {
          running = null;
        });
      return running;
    },
    stop: async () => {
      stopped = true;
      await running;
    },
  };
};

const backoff = (attempts: number): number =>
  Math.min(FIRST_RETRY_SECONDS * 2 ** Math.min(attempts, 10), LONGEST_RETRY_SECONDS);

/** The thread a message belongs to: its parent's, or one its payload names. Edits have none. */
const threadOf = (message: OutboxMessage, parent: OutboxMessage | null): string | null => {
  if (message.kind === 'edit') return null;
  return parent?.posted?.ts ?? threadIn(message.payload);
};

const threadIn = (payload: Json): string | null => {
  if (typeof payload !== 'object' || payload === null || !('threadTs' in payload)) return null;
  const { threadTs } = payload;
  return typeof threadTs === 'string' ? threadTs : null;
};

const channelOf = async (
  { client, directory }: SenderParts,
  message: OutboxMessage,
  parent: OutboxMessage | null,
): Promise<string> => {
  if (parent?.posted != null) return parent.posted.channel;
  if (message.target.kind === 'channel') return message.target.channel;
  const person = await directory.find(message.target.person);
  const { channel } = await client.conversations.open({ users: person.id });
  if (channel?.id === undefined) throw new Error('conversations.open gave no channel.');
  return channel.id;
};
