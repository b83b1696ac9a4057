import type { Button } from '@slack/types';
import { type QueuedReturn, type ReviewQueue, waitingIn } from '../../application/review-queue.ts';
import { actions, type Block, button, context, divider, section } from '../../blockkit/blocks.ts';
import { type Mrkdwn, mrkdwn, oneLine, truncateEscaped } from '../../blockkit/escape.ts';
import { dayIn, printDay, printQuarter } from '../../domain/calendar/calendar.ts';
import { unreachable } from '../../domain/result.ts';
import { ACTION } from '../ids.ts';
import { writeFormReference, writeSubmissionKey } from '../references.ts';
import { counted } from '../standing-words.ts';
import { writeQuarterKey } from './values.ts';

const TITLE_CHARACTERS = 150;
// Two blocks a return: a message holds fifty.
const MOST_RETURNS = 20;

/** The finding: `Q1 2015/16: 2 returns wait for review, with 7 clean figures.` */
export const queueFinding = (queue: ReviewQueue): string => {
  const waiting = waitingIn(queue);
  const name = printQuarter(queue.quarter);
  if (waiting.length === 0) return `${name}: nothing waits for review.`;
  const clean = waiting.reduce((total, each) => total + each.clean.length, 0);
  const verb = waiting.length === 1 ? 'waits' : 'wait';
  return `${name}: ${counted(waiting.length, 'return')} ${verb} for review, with ${counted(clean, 'clean figure')}.`;
};

/** Every return of the quarter, those that wait first, each with what can be done about it. */
export const queueBlocks = (queue: ReviewQueue): Block[] => {
  const waiting = waitingIn(queue);
  const clean = waiting.reduce((total, each) => total + each.clean.length, 0);
  const ordered = [...waiting, ...queue.returns.filter((each) => !waiting.includes(each))];
  const left = ordered.length - MOST_RETURNS;
  return [
    section(mrkdwn`*${queueFinding(queue)}*`),
    ...(clean > 0 ? [actions([acceptCleanButton(queue, clean)])] : []),
    ...ordered.slice(0, MOST_RETURNS).flatMap(returnBlocks),
    ...(left > 0 ? [context(mrkdwn`${left} more are shown once these are done.`)] : []),
    divider(),
    context(
      mrkdwn`A figure is clean where nothing was asked about it and it is filed, final and not off track.`,
    ),
  ];
};

const acceptCleanButton = (queue: ReviewQueue, clean: number): Button => ({
  ...button({
    text: 'Accept all clean ones',
    actionId: ACTION.reviewAcceptClean,
    value: writeQuarterKey(queue.stored.id, queue.quarter),
  }),
  confirm: {
    title: { type: 'plain_text', text: 'Accept all clean figures?' },
    text: {
      type: 'plain_text',
      text: `${counted(clean, 'figure')} of ${printQuarter(queue.quarter)} will be accepted and locked. The others stay as they are.`,
    },
    confirm: { type: 'plain_text', text: 'Accept' },
    deny: { type: 'plain_text', text: 'Not now' },
  },
});

const returnBlocks = (each: QueuedReturn): Block[] => {
  const { key, project } = each;
  const name = `project ${project.number}, ${project.title}`;
  const buttons = buttonsFor(each).map(({ text, actionId, value }) =>
    button({ text, actionId, value, accessibilityLabel: `${text}: ${name}` }),
  );
  const title = truncateEscaped(oneLine(project.title), TITLE_CHARACTERS);
  return [
    section(mrkdwn`*${key.projectNumber} ${title}* · ${stateLine(each)}`),
    ...(buttons.length === 0 ? [] : [actions(buttons)]),
  ];
};

const stateLine = ({ submission, measures, clean, project }: QueuedReturn): Mrkdwn => {
  const agency = truncateEscaped(oneLine(project.agency), TITLE_CHARACTERS);
  const filing = submission?.filing ?? null;
  if (submission === null || filing === null) return mrkdwn`${agency} has not filed`;
  const on = printDay(dayIn(filing.filedAt));
  const accepted = measures.filter(({ verdict }) => verdict?.kind === 'accepted').length;
  const figures = counted(measures.length, 'figure');
  switch (submission.state) {
    case 'draft':
    case 'submitted':
      return mrkdwn`filed on ${on}; ${figures}, ${clean.length} clean, ${accepted} accepted`;
    case 'sent_back':
      return mrkdwn`sent back; ${agency} has been told`;
    case 'accepted':
      return mrkdwn`accepted, all ${figures}`;
    case 'published':
      return mrkdwn`in the committee paper`;
    default:
      return unreachable(submission.state);
  }
};

interface Offer {
  readonly text: string;
  readonly actionId: string;
  readonly value: string;
}

const buttonsFor = ({ key, submission }: QueuedReturn): readonly Offer[] => {
  const form = (text: string, purpose: 'file_on_behalf' | 'correct'): Offer => ({
    text,
    actionId: ACTION.submitOpen,
    value: writeFormReference({ key, purpose, ref: null }),
  });
  const review = {
    text: 'Review',
    actionId: ACTION.reviewOpen,
    value: `${writeSubmissionKey(key)}/1`,
  };
  if (submission === null || submission.filing === null) {
    return [form('File for them', 'file_on_behalf')];
  }
  return [review, form('Correct figures', 'correct')];
};
