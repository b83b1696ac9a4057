import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { Temporal } from 'temporal-polyfill';
import type { Clock, Json, OutboxMessage, Store } from '../application/ports.ts';
import { type Message, nextRung, type Rung } from '../blockkit/ladder.ts';
import type { Directory } from './directory.ts';
import type { Render } from './edge.ts';
import { type PostFault, readPostFault } from './post-faults.ts';
import { postMessage, wasPosted } from './posting.ts';
import { removedPost } from './removed-post.ts';
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
  /** How each kind of post is rendered, once that is loaded. */
  readonly renderers: () => Promise<Readonly<Record<string, Render>>>;
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
  // Until when Slack asked us to leave a channel or person alone.
  const held = new Map<string, { readonly until: Temporal.Instant; readonly reason: string }>();
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  let interrupted = false;

  const pace = async (target: string): Promise<void> => {
    const wait =
      (lastPost.get(target) ?? Number.NEGATIVE_INFINITY) + CHANNEL_PAUSE_MS - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    lastPost.set(target, performance.now());
  };

  const inSeconds = (seconds: number) =>
    clock.now().add({ milliseconds: Math.ceil(seconds * 1000) });

  /** Puts a message off; one whose outcome is unknown stays so, and is looked for at its next turn. */
  const putOff = (
    { id, state }: OutboxMessage,
    retryAt: Temporal.Instant,
    reason: string,
  ): void => {
    if (state === 'unknown') store.markUnknown(id, retryAt, reason);
    else store.postpone(id, retryAt, reason);
  };

  const settle = (message: OutboxMessage, fault: PostFault, rung: Rung): void => {
    const { id, kind, key, attempts } = message;
    const { reason } = fault;
    log.warn({ kind, key, attempts, reason }, 'a post was not confirmed');
    switch (fault.kind) {
      case 'blocks_refused':
        // Below `text` there is nothing: trying again at once would go on for ever.
        if (nextRung(rung) === undefined) store.markDead(id, reason);
        else putOff(message, clock.now(), reason);
        break;
      case 'wait':
        held.set(targetOf(message), { until: inSeconds(fault.seconds), reason });
        putOff(message, inSeconds(fault.seconds), reason);
        break;
      case 'later':
        if (attempts >= MOST_ATTEMPTS) store.markDead(id, reason);
        else putOff(message, inSeconds(LATER_SECONDS), reason);
        break;
      case 'revoked':
        putOff(message, inSeconds(LATER_SECONDS), reason);
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
    const hold = held.get(targetOf(message));
    if (hold !== undefined && Temporal.Instant.compare(clock.now(), hold.until) < 0) {
      putOff(message, hold.until, hold.reason);
      return;
    }
    const parent = message.parentId === null ? null : store.outboxMessageById(message.parentId);
    if (parent?.state === 'dead') {
      const reason = parent.lastError ?? 'no reason was kept';
      store.markDead(message.id, `The message it belongs to was not sent: ${reason}`);
      return;
    }
    const rendered = message.kind === 'edit' ? parent : message;
    const render = rendered === null ? undefined : (await parts.renderers())[rendered.kind];
    if (rendered === null || render === undefined) {
      store.markDead(message.id, `Nothing renders ${rendered?.kind ?? message.kind}.`);
      return;
    }
    const rung = parts.rungs.current();
    const first = render(rendered.payload, rung) ?? removedPost(message.payload);
    if (first === null) {
      store.markDead(message.id, 'No longer needed when its turn came.');
      return;
    }
    store.markSending(message.id);
    let standing = message;
    try {
      const channel = await channelOf(parts, message, parent);
      const threadTs = threadOf(message, parent);
      const sought = { message, channel, threadTs };
      const found = message.state === 'unknown' ? await wasPosted(parts, sought) : null;
      // Looked for and not found: until it is posted, a failure leaves nothing in doubt.
      standing = { ...message, state: 'pending' };
      if (found === null) await pace(channel);
      const build = (at: Rung): Message => render(rendered.payload, at) ?? first;
      store.markSent(
        message.id,
        found ?? (await postMessage(parts, { ...sought, parent, rung, build })),
      );
    } catch (error) {
      const fault = readPostFault(error);
      if (fault.kind === 'blocks_refused') parts.rungs.refused(rung);
      settle(standing, fault, rung);
    }
  };

  const sendDue = async (): Promise<void> => {
    if (interrupted) store.outboxRecover();
    interrupted = false;
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
        .catch((error: unknown) => {
          // A message may be left as being sent; it is looked for when the next minute takes it up.
          interrupted = true;
          log.error({ err: error }, 'the outbox could not be read or written');
        })
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

const targetOf = ({ target }: OutboxMessage): string =>
  target.kind === 'channel' ? target.channel : target.person;

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
  const users = await directory.userId(message.target.person);
  const { channel } = await client.conversations.open({ users });
  if (channel?.id === undefined) throw new Error('conversations.open gave no channel.');
  return channel.id;
};
