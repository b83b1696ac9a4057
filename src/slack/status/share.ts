import type { RespondFn } from '@slack/bolt';
import { queryStatus } from '../../application/query-status.ts';
import { refusalSentence } from '../../application/refusal-sentences.ts';
import type { Edge } from '../edge.ts';
import type { StatusReference } from '../references.ts';
import { respondWith, tell } from '../respond.ts';
import { requestFor, statusMessage } from './answer.ts';

const SHARED_ALREADY =
  'You have shared this answer already. To post it again, ask again with `/mopac status`.';
const NOT_SHARED =
  'Slack did not take this post; an answer can be shared for half an hour. Ask again with `/mopac status` and share the new answer.';

/**
 * Posts an answer for everyone in the channel it was asked in, once for each answer. It goes through
 * the button's own response, which needs no membership of the channel.
 */
export const shareOnce = async (
  edge: Edge,
  share: {
    readonly reference: StatusReference;
    /** The message the button stood in. */
    readonly from: string;
    readonly sharer: string;
    readonly respond: RespondFn;
  },
): Promise<void> => {
  const { reference, from, sharer, respond } = share;
  const person = await edge.asker(sharer);
  const answer = queryStatus(edge, requestFor(reference), { person, action: 'share' });
  if (!answer.ok) return tell(respond)(refusalSentence(answer.fault));
  const { repeated } = edge.store.answerOnce(`share/${from}`, edge.clock.now(), () => null);
  if (repeated) return tell(respond)(SHARED_ALREADY);
  const asker = { person, audience: { kind: 'channel', sharedBy: sharer } } as const;
  try {
    await respondWith(respond, 'in_channel', edge.rung(), (rung) =>
      statusMessage(edge, answer.value, rung, asker),
    );
  } catch (error) {
    edge.log.warn({ err: error }, 'an answer could not be shared');
    await tell(respond)(NOT_SHARED);
  }
};
