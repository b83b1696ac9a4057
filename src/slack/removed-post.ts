import { z } from 'zod';
import type { Json } from '../application/ports.ts';
import { section } from '../blockkit/blocks.ts';
import { mrkdwn } from '../blockkit/escape.ts';
import type { Message } from '../blockkit/ladder.ts';

const removal = z.object({ removed: z.literal(true) });
const WORDS = 'What stood here is no longer up to date, and the coordinator took words out of it.';

/**
 * What is put in place of a message from which words were taken out, where there is nothing left to
 * say in it; null for every other edit, whose message then stays.
 */
export const removedPost = (payload: Json): Message | null =>
  removal.safeParse(payload).success
    ? { text: mrkdwn`${WORDS}`.text, blocks: [section(mrkdwn`${WORDS}`)] }
    : null;
