import type { Button } from '@slack/types';
import {
  lastFilingIn,
  type QueuedReturn,
  type ReviewQueue,
  waitingIn,
} from '../../application/review-queue.ts';
import type { Correction } from '../../application/submission-record.ts';
import { actions, type Block, button, context, divider, section } from '../../blockkit/blocks.ts';
import { type Mrkdwn, mrkdwn, oneLine, truncateEscaped } from '../../blockkit/escape.ts';
import { dayIn, printDay, printQuarter } from '../../domain/calendar/calendar.ts';
import { unreachable } from '../../domain/result.ts';
import { ACTION } from '../ids.ts';
import { writeFormReference } from '../references.ts';
import { counted } from '../standing-words.ts';
import { firstPageOf, writeSeenQuarter } from './values.ts';

const TITLE_CHARACTERS = 100;
const REASON_CHARACTERS = 300;
// A message holds fifty blocks, and about as many characters as these come to.
const MOST_CORRECTIONS = 6;
const MOST_RETURNS = 36;

/** The finding: `Q1 2015/16: 2 returns wait for review, with 7 clean figures.`, and what waits for a decision. */
export const queueFinding = (queue: ReviewQueue): string => {
  const waiting = waitingIn(queue);
  const name = printQuarter(queue.quarter);
  const count = queue.corrections.length;
  const asked =
    count === 0
      ? ''
      : ` ${counted(count, 'correction')} ${count === 1 ? 'waits' : 'wait'} for your decision.`;
  if (waiting.length === 0) return `${name}: nothing waits for review.${asked}`;
  const verb = waiting.length === 1 ? 'waits' : 'wait';
  const clean = counted(cleanIn(waiting), 'clean figure');
  return `${name}: ${counted(waiting.length, 'return')} ${verb} for review, with ${clean}.${asked}`;
};

const cleanIn = (returns: readonly QueuedReturn[]): number =>
  returns.reduce((total, { clean }) => total + clean.length, 0);

/** What waits for the coordinator, then every other return of the quarter, each with what can be done about it. */
export const queueBlocks = (queue: ReviewQueue): Block[] => {
  const clean = cleanIn(waitingIn(queue));
  const ordered = queue.returns.toSorted((a, b) => rankOf(a) - rankOf(b));
  const left = ordered.length - MOST_RETURNS;
  return [
    section(mrkdwn`*${queueFinding(queue)}*`),
    ...correctionBlocks(queue),
    ...(clean > 0 ? [actions([acceptCleanButton(queue, clean)])] : []),
    ...ordered.slice(0, MOST_RETURNS).map(returnBlock),
    ...(left > 0 ? [context(mrkdwn`${left} more are shown once these are done.`)] : []),
    divider(),
    context(
      mrkdwn`A figure is clean where it is filed, final and not off track, nothing was asked about it and you have not sent it back.`,
    ),
  ];
};

const correctionBlocks = ({ corrections }: ReviewQueue): Block[] => {
  const left = corrections.length - MOST_CORRECTIONS;
  return [
    ...corrections.slice(0, MOST_CORRECTIONS).map(correctionBlock),
    ...(left > 0
      ? [context(mrkdwn`${left} more corrections are shown once these are decided.`)]
      : []),
  ];
};

const correctionBlock = ({ id, askedBy, projectNumber, quarter, reason }: Correction): Block => {
  const who = truncateEscaped(oneLine(askedBy.name ?? 'A lead'), TITLE_CHARACTERS);
  const why = truncateEscaped(oneLine(reason), REASON_CHARACTERS);
  return section(
    mrkdwn`${who} asks for a correction of project ${projectNumber}, ${printQuarter(quarter)}: “${why}”`,
    {
      accessory: button({
        text: 'Decide',
        actionId: ACTION.correctionOpen,
        value: String(id),
        style: 'primary',
        accessibilityLabel: `Decide on the correction of project ${projectNumber}, ${printQuarter(quarter)}`,
      }),
    },
  );
};

/** What waits for the coordinator first, then what waits for the agency, then what is done. */
const rankOf = ({ submission }: QueuedReturn): number => {
  if (submission === null || submission.filing === null) return 2;
  switch (submission.state) {
    case 'draft':
    case 'submitted':
      return 0;
    case 'sent_back':
      return 1;
    case 'accepted':
    case 'published':
      return 3;
    default:
      return unreachable(submission.state);
  }
};

const acceptCleanButton = (queue: ReviewQueue, clean: number): Button => ({
  ...button({
    text: 'Accept all clean ones',
    actionId: ACTION.reviewAcceptClean,
    value: writeSeenQuarter(queue.stored.id, queue.quarter, lastFilingIn(queue)),
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

const returnBlock = (each: QueuedReturn): Block => {
  const { project } = each;
  const { text, actionId, value } = offerFor(each);
  const accessibilityLabel = `${text}: project ${project.number}, ${project.title}`;
  const title = truncateEscaped(oneLine(project.title), TITLE_CHARACTERS);
  return section(mrkdwn`*${project.number} ${title}*\n${stateLine(each)}`, {
    accessory: button({ text, actionId, value, accessibilityLabel }),
  });
};

const stateLine = ({ submission, measures, clean, project }: QueuedReturn): Mrkdwn => {
  const agency = truncateEscaped(oneLine(project.agency), TITLE_CHARACTERS);
  const filing = submission?.filing ?? null;
  if (submission === null || filing === null) return mrkdwn`${agency} has not filed.`;
  const late = filing.late ? ', late' : '';
  const whom = filing.onBehalf === null ? '' : ' by the coordinator';
  const on = mrkdwn`${agency}: filed${whom} on ${printDay(dayIn(filing.filedAt))}${late}`;
  const accepted = measures.filter(({ verdict }) => verdict?.kind === 'accepted').length;
  const figures = counted(measures.length, 'figure');
  switch (submission.state) {
    case 'draft':
    case 'submitted':
      return mrkdwn`${on}; ${figures}, ${clean.length} clean, ${accepted} accepted.`;
    case 'sent_back':
      return mrkdwn`${on}; sent back, and ${agency} has been told.`;
    case 'accepted':
      return mrkdwn`${on}; ${figures}, all accepted.`;
    case 'published':
      return mrkdwn`${on}; in the committee paper.`;
    default:
      return unreachable(submission.state);
  }
};

const offerFor = ({ key, submission }: QueuedReturn) =>
  submission === null || submission.filing === null
    ? {
        text: 'File for them',
        actionId: ACTION.submitOpen,
        value: writeFormReference({ key, purpose: 'file_on_behalf', ref: null }),
      }
    : { text: 'Review', actionId: ACTION.reviewOpen, value: firstPageOf(key) };
