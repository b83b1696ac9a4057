import { readCorrection } from '../../application/decide-correction.ts';
import type { SubmissionForm } from '../../application/submission-form.ts';
import type { Correction } from '../../application/submission-record.ts';
import { type Block, context, section } from '../../blockkit/blocks.ts';
import { mrkdwn, oneLine, truncate, truncateEscaped } from '../../blockkit/escape.ts';
import { dayIn, printDay } from '../../domain/calendar/calendar.ts';
import type { Edge } from '../edge.ts';
import { paragraphs } from '../standing-blocks.ts';
import { counted } from '../standing-words.ts';

const LINE_CHARACTERS = 400;
const NAME_CHARACTERS = 150;
const REASON_CHARACTERS = 200;
// Enough to tell what is at stake; the coordinator's message has all of it.
const MOST_SHOWN = 3;
const MOST_CHANGES = 10;

/** On the form's first page, that a correction of this return waits already; nothing where none does. */
export const waitingNotice = ({ waiting }: SubmissionForm, page: number): Block[] => {
  const [first] = waiting;
  if (first === undefined || page > 1) return [];
  const isOne = waiting.length === 1;
  const those = isOne ? 'A correction' : counted(waiting.length, 'correction');
  return [
    section(
      mrkdwn`*${those} of this return ${isOne ? 'waits' : 'wait'} for the coordinator already.*`,
    ),
    ...paragraphs(
      waiting
        .slice(0, MOST_SHOWN)
        .map((each) => mrkdwn`${truncateEscaped(askedWords(each), LINE_CHARACTERS)}`),
    ),
    context(mrkdwn`At the end you choose whether this one takes ${isOne ? 'its' : 'their'} place.`),
  ];
};

/** What each of them asks for, so that nothing is replaced unseen. */
export const waitingLines = (edge: Edge, form: SubmissionForm): readonly string[] => [
  ...form.waiting
    .slice(0, MOST_SHOWN)
    .flatMap((each) => [askedWords(each), ...changesOf(edge, form, each)]),
  ...(form.waiting.length > MOST_SHOWN ? [`…and ${form.waiting.length - MOST_SHOWN} more.`] : []),
];

const changesOf = ({ store, clock }: Edge, { person }: SubmissionForm, correction: Correction) => {
  const read = readCorrection({ store, clock, person }, correction, 'ask_correction');
  const changes = read.ok ? read.value.changes : [];
  const left = changes.length - MOST_CHANGES;
  return [...changes.slice(0, MOST_CHANGES), ...(left > 0 ? [`…and ${left} more.`] : [])];
};

const askedWords = ({ askedBy, askedAt, reason }: Correction): string => {
  const who = truncate(oneLine(askedBy.name ?? 'A lead'), NAME_CHARACTERS);
  return `${who} asked on ${printDay(dayIn(askedAt))}: “${truncate(oneLine(reason), REASON_CHARACTERS)}”`;
};
