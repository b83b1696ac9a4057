import type { ModalView } from '@slack/types';
import type { Person } from '../../application/ports.ts';
import { openQueue, type ReviewQueue } from '../../application/review-queue.ts';
import type { QuarterRequest } from '../../application/status-request.ts';
import { plain } from '../../blockkit/blocks.ts';
import { mrkdwn } from '../../blockkit/escape.ts';
import type { Message } from '../../blockkit/ladder.ts';
import { LIMITS } from '../../blockkit/limits.ts';
import { printQuarter } from '../../domain/calendar/calendar.ts';
import type { Edge } from '../edge.ts';
import { VIEW } from '../ids.ts';
import { noticeBlock } from '../notice-block.ts';
import { refusalMessage } from '../refusal-message.ts';
import { queueBlocks, queueFinding } from './queue-blocks.ts';

/** The queue as a window, from Home. */
export const queueView = (queue: ReviewQueue, notice: string | null = null): ModalView => ({
  type: 'modal',
  callback_id: VIEW.reviewQueue,
  title: plain(`Review ${printQuarter(queue.quarter)}`, LIMITS.view.title),
  close: plain('Close'),
  blocks: [...(notice === null ? [] : [noticeBlock(notice)]), ...queueBlocks(queue)],
});

/** The queue as the answer to `/mopac review`. */
export const queueMessage = (
  edge: Edge,
  quarter: QuarterRequest | null,
  person: Person,
): Message => {
  const queue = openQueue(edge, person, quarter);
  if (!queue.ok) return refusalMessage(queue.fault);
  return { text: mrkdwn`${queueFinding(queue.value)}`.text, blocks: queueBlocks(queue.value) };
};
