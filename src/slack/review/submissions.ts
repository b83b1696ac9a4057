import { createHash } from 'node:crypto';
import type { ViewOutput, ViewResponseAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { discuss, sendBack } from '../../application/accept-figures.ts';
import { type Caller, openReturn } from '../../application/open-return.ts';
import { refusalSentence } from '../../application/refusal-sentences.ts';
import { openReview, type ReviewedReturn } from '../../application/review-return.ts';
import { plain, section } from '../../blockkit/blocks.ts';
import { mrkdwn, oneLine, truncate } from '../../blockkit/escape.ts';
import type { Edge } from '../edge.ts';
import { OLD_BUTTON } from '../pressed.ts';
import { refusalView } from '../refusal-view.ts';
import { discussView } from './discuss-view.ts';
import { readComments, sendBackView, WHOLE } from './send-back-view.ts';
import { readReviewPlace } from './values.ts';

const NAME_CHARACTERS = 150;

const update = (view: ModalView): ViewResponseAction => ({ response_action: 'update', view });
const beside = (sentence: string): ViewResponseAction => ({
  response_action: 'errors',
  errors: { [WHOLE]: sentence },
});

const answers = z.discriminatedUnion('response_action', [
  z.object({
    response_action: z.literal('errors'),
    errors: z.record(z.string(), z.string()),
  }),
  z.object({
    response_action: z.literal('update'),
    view: z.custom<ModalView>(
      (view) => z.looseObject({ type: z.literal('modal') }).safeParse(view).success,
    ),
  }),
]);

/** The same window submitted again, with the same words in it, gets the first answer and does nothing. */
const once = (
  { store, clock, log }: Edge,
  view: ViewOutput,
  work: () => ViewResponseAction,
): ViewResponseAction => {
  // The key is kept for good, so it tells one text from another without holding any.
  const held = createHash('sha256')
    .update(JSON.stringify(readComments(view.state)))
    .digest('hex');
  const key = `${view.callback_id}/${view.id}/${view.hash}/${held}`;
  const { answer } = store.answerOnce(key, clock.now(), () => JSON.stringify(work()));
  const read = answers.safeParse(JSON.parse(answer));
  if (read.success) return read.data;
  log.error({ err: read.error }, 'the answer kept for a press could not be read');
  return update(refusalView('This was answered before. Open it again to see what is on record.'));
};

/** Sends a return back with what was written. */
export const submitSendBack = (
  edge: Edge,
  caller: Caller,
  view: ViewOutput,
): ViewResponseAction => {
  const place = readReviewPlace(view.private_metadata);
  if (place === null) return update(refusalView(OLD_BUTTON));
  const typed = readComments(view.state);
  const comments = Object.entries(typed).map(([field, comment]) => ({
    ref: field === WHOLE ? null : field,
    comment,
  }));
  if (comments.length === 0) {
    return beside('Write beside a measure, or here, what should be looked at again.');
  }
  return once(edge, view, () => {
    const { key, seen } = place;
    const opened = openReview(caller, key);
    const known = new Set(
      opened.ok ? opened.value.measures.map(({ standing }) => standing.assessment.measure.ref) : [],
    );
    const sound = comments.filter(({ ref }) => ref === null || known.has(ref));
    const done = sendBack(caller, key, { comments: sound, seen });
    if (done.ok) return update(doneView('Sent back', whatFollows(done.value)));
    const sentence = refusalSentence(done.fault);
    const isOlder = done.fault.kind === 'filed_since' || done.fault.kind === 'decided_since';
    const again = isOlder ? openReview(caller, key) : null;
    return update(
      again?.ok === true ? sendBackView(again.value, typed, sentence) : refusalView(sentence),
    );
  });
};

/** Who answers now. Of a return that the coordinator had filed for an agency, that is the agency outside Slack. */
const whatFollows = ({ filing, project }: ReviewedReturn): string => {
  const { onBehalf } = filing;
  if (onBehalf === null) return 'The agency is being told, with a button to each question.';
  const who = truncate(oneLine(onBehalf.givenBy), NAME_CHARACTERS);
  return `You had these figures from ${who} of ${truncate(oneLine(project.agency), NAME_CHARACTERS)}: ask them, then open the review again and press File for them.`;
};

/** The discussion a button opens, for either side. */
export const discussFirst = (caller: Caller, value: string): ModalView => {
  const place = readReviewPlace(value);
  if (place === null) return refusalView(OLD_BUTTON);
  const { key } = place;
  const opened = openReturn(caller, key, 'comment');
  return opened.ok
    ? discussView(
        opened.value,
        caller.store.reviews(key.programmeId, key.projectNumber, key.quarter),
      )
    : refusalView(refusalSentence(opened.fault));
};

/** Keeps what was said about a return. */
export const submitDiscussion = (
  edge: Edge,
  caller: Caller,
  view: ViewOutput,
): ViewResponseAction => {
  const place = readReviewPlace(view.private_metadata);
  if (place === null) return update(refusalView(OLD_BUTTON));
  const comment = readComments(view.state)[WHOLE];
  if (comment === undefined) return beside('Write what you want to say.');
  return once(edge, view, () => {
    const done = discuss(caller, place.key, comment);
    if (!done.ok) return update(refusalView(refusalSentence(done.fault)));
    const whom = done.value.told === 'agency' ? 'The agency' : 'The coordinator';
    return update(doneView('Said', `${whom} is being told. It is kept with the return.`));
  });
};

const doneView = (finding: string, next: string): ModalView => ({
  type: 'modal',
  title: plain(finding),
  close: plain('Done'),
  blocks: [section(mrkdwn`*${finding}.* ${next}`)],
});
