import type { App } from '@slack/bolt';
import { z } from 'zod';
import { ACCOUNTS, type Account, StoreBusy } from '../../application/ports.ts';
import type { Message } from '../../blockkit/ladder.ts';
import { answerCommand } from '../command.ts';
import { type Edge, personOf, type Render } from '../edge.ts';
import { guarded } from '../guard.ts';
import { readPayload } from '../payloads.ts';

const KIND = 'mention_reply';
const MOST_TEXT = 500;
// Another program's import is over within a second or two.
const WAITS_MS = [500, 1_500, 5_000] as const;

// A mention by another bot has no user, and is left alone: two bots could answer each other for ever.
const mention = z.object({
  event_id: z.string(),
  event: z.object({
    user: z.string(),
    bot_id: z.undefined().optional(),
    text: z.string(),
    ts: z.string(),
    thread_ts: z.string().optional(),
    channel: z.string(),
  }),
});

const reply = z.object({
  text: z.string(),
  threadTs: z.string(),
  user: z.string(),
  /** What Slack said of their account when they asked; null where that is not known. */
  account: z.enum(ACCOUNTS).nullable().default(null),
});

/** `@MOPAC 2.4` in a channel: queued under the event's id, so that a redelivery is answered once. */
export const registerMention = (app: App, edge: Edge): void => {
  app.event('app_mention', async ({ body }) => {
    const work = async (): Promise<void> => {
      const read = mention.safeParse(body);
      if (!read.success) return;
      const { account = null } = await edge.asker(read.data.event.user);
      queueReply(edge, read.data, account);
      edge.wake();
    };
    await guarded(
      edge,
      'app_mention',
      () => untilSaved(work),
      async () => undefined,
    );
  });
};

/**
 * Slack takes an event as heard before we have it on record, and does not send it again: while
 * another program writes to the record, it is tried again.
 */
const untilSaved = async (work: () => Promise<void>): Promise<void> => {
  for (const wait of WAITS_MS) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof StoreBusy)) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  await work();
};

const queueReply = (
  { store, clock }: Edge,
  { event_id, event }: z.infer<typeof mention>,
  account: Account | null,
): void => {
  const { user, text, ts, thread_ts, channel } = event;
  const threadTs = thread_ts ?? ts;
  store.enqueue({
    kind: KIND,
    key: event_id,
    target: { kind: 'channel', channel },
    payload: { text: text.slice(0, MOST_TEXT), threadTs, user, account },
    parentId: null,
    dueAt: clock.now(),
  });
};

/** The reply, from the record as it is when it is sent. Everyone in the channel sees it. */
export const renderMention =
  (edge: Edge): Render =>
  (payload, rung): Message | null => {
    const read = readPayload(edge, reply, payload);
    if (read === null) return null;
    const known = personOf(edge.store, read.user);
    const person = read.account === null ? known : { ...known, account: read.account };
    const asker = { person, audience: { kind: 'channel', sharedBy: null } } as const;
    return answerCommand(edge, read.text, rung, asker);
  };
