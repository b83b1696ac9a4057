import type { InputBlock, PlainTextOption } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';
import { fieldKey, LONGEST_SENTENCE, LONGEST_TEXT } from '../../application/entry-fields.ts';
import type { DraftValues } from '../../application/ports.ts';
import {
  type FormMeasure,
  isAfter,
  type SubmissionForm,
} from '../../application/submission-form.ts';
import { type Block, button, plain, section } from '../../blockkit/blocks.ts';
import {
  joinMrkdwn,
  type Mrkdwn,
  mrkdwn,
  oneLine,
  truncate,
  truncateEscaped,
} from '../../blockkit/escape.ts';
import { printDay, printQuarter, type Quarter } from '../../domain/calendar/calendar.ts';
import type { Measure } from '../../domain/measure.ts';
import { exampleOf } from '../../domain/reading/figure-sentences.ts';
import { NOTHING_REASONS } from '../../domain/reading/nothing-reasons.ts';
import { printAnswer } from '../../domain/wording/print-answer.ts';
import { levelNeededLine } from '../../domain/wording/status-lines.ts';
import { wordsBeyondNumber } from '../../domain/wording/words-beyond-number.ts';
import { ACTION } from '../ids.ts';
import { writeFormReference } from '../references.ts';
import { PROVISIONAL } from './fields.ts';
import { dayInput, selectInput, textInput, tickInput } from './inputs.ts';
import { lastQuarterLines } from './last-quarter.ts';

const LABEL_CHARACTERS = 150;
const WORDING_CHARACTERS = 400;
// Long enough for "1,234 out of 56,789 young people"; a sentence belongs in the commentary.
const LONGEST_FIGURE = 100;

const BASIS_OPTIONS: readonly PlainTextOption[] = [
  { text: plain('This quarter only'), value: 'this_quarter' },
  { text: plain('The year so far'), value: 'year_to_date' },
];
const REASON_OPTIONS: readonly PlainTextOption[] = NOTHING_REASONS.map(({ kind, label }) => ({
  text: plain(label, 75),
  value: kind,
}));
const PROVISIONAL_OPTION: PlainTextOption = {
  text: plain('This figure is provisional'),
  value: PROVISIONAL,
};

/** One measure's question: what it is and needs, then its inputs, each labelled with the measure. */
export const measureBlocks = (
  question: FormMeasure,
  { key: { quarter }, today }: Pick<SubmissionForm, 'key' | 'today'>,
  typed: DraftValues,
): Block[] => {
  const { measure } = question;
  const words = wordsBeyondNumber(measure);
  return [
    section(
      joinMrkdwn([
        mrkdwn`*${escaped(`${measure.ref} ${measure.shortTitle}`)}*`,
        ...(titleOf(measure) === measure.shortTitle ? [] : [escaped(titleOf(measure))]),
        mrkdwn`${escaped(levelNeededLine(measure, quarter))}`,
        ...lastQuarterLines(question).map(escaped),
        ...(words === null ? [] : [mrkdwn`Target: “${escaped(words)}”`]),
        ...optionalLines(question, today).map((line) => mrkdwn`_${line}_`),
      ]),
    ),
    figureInput(measure, quarter, typed),
    ...(measure.kind === 'flow' && quarter.number > 1 ? [basisInput(question, typed)] : []),
    ...nothingInputs(measure, typed),
    textInput(typed, {
      field: fieldKey('commentary', measure.ref),
      label: `${measure.ref}: what should people know about this figure?`,
      most: LONGEST_TEXT,
    }),
    ...provisionalInputs(question, typed, today),
  ];
};

/** Of a figure that comes behind: that it may be left out, and until when. */
const optionalLines = (
  { optionalUntil }: FormMeasure,
  today: Temporal.PlainDate,
): readonly string[] => {
  if (optionalUntil === null) return [];
  const due = `${isAfter(today, optionalUntil) ? 'Was due by' : 'Not due until'} ${printDay(optionalUntil)}`;
  return [`${due}: leave it empty unless you have it.`];
};

/** A figure that is accepted, or past: shown, and not asked again; its agency can ask for a correction. */
export const lockedBlocks = (
  { key, purpose, submission, onlyBehind }: Locking,
  { measure, current }: FormMeasure,
): Block[] => {
  const { ref } = measure;
  const answer = current === null ? 'No figure' : printAnswer(current.answer, measure.unit);
  const isPast = onlyBehind && submission?.state !== 'accepted';
  const why = isPast ? `${printQuarter(key.quarter)} is past` : 'accepted';
  // A correction changes what is on record; of a return never filed there is nothing to change.
  const canAsk = submission?.filing != null;
  return [
    section(
      mrkdwn`*${escaped(`${measure.ref} ${measure.shortTitle}`)}*\n${escaped(answer)}: ${why}, so it is locked.${canAsk ? ' To change it, ask for a correction.' : ''}`,
      purpose === 'file' && canAsk
        ? {
            accessory: button({
              text: 'Ask for a correction',
              actionId: ACTION.submitOpen,
              value: writeFormReference({ key, purpose: 'ask_correction', ref }),
              accessibilityLabel: `Ask for a correction of ${ref}`,
            }),
          }
        : {},
    ),
  ];
};

type Locking = Pick<SubmissionForm, 'key' | 'purpose' | 'submission' | 'onlyBehind'>;

const titleOf = ({ partOf, title }: Measure): string =>
  partOf === null ? title : `${partOf.title}: ${title}`;

/** Cut as Slack will count it: five lines of nothing but `&` must still fit one paragraph. */
const escaped = (text: string): Mrkdwn => truncateEscaped(oneLine(text), WORDING_CHARACTERS);

const shorten = (text: string, most: number): string => truncate(oneLine(text), most);

const figureInput = (measure: Measure, quarter: Quarter, typed: DraftValues): InputBlock => {
  const covers = measure.kind === 'flow' && quarter.number === 1 ? ', this quarter only' : '';
  const title = shorten(measure.shortTitle, LABEL_CHARACTERS);
  return textInput(typed, {
    field: fieldKey('value', measure.ref),
    label: `${measure.ref} ${title} (${measure.unit}${covers})`,
    most: LONGEST_FIGURE,
    multiline: false,
    placeholder: `For example ${exampleOf(measure.unit)}`,
  });
};

/** Last quarter's basis is chosen beforehand, as a lead counts alike, and said, as it may have changed. */
const basisInput = ({ measure, lastQuarter }: FormMeasure, typed: DraftValues): InputBlock => {
  const last = lastQuarter?.answer.kind === 'number' ? lastQuarter.answer.basis : null;
  return selectInput(typed, {
    field: fieldKey('basis', measure.ref),
    label: `${measure.ref}: what the figure covers`,
    options: BASIS_OPTIONS,
    placeholder: 'This quarter only, or the year so far',
    ...(last === null
      ? {}
      : {
          hint:
            last === 'year_to_date'
              ? 'Last quarter it was the year so far. Check that this one is too.'
              : 'Last quarter it was that quarter only. Check that this one is too.',
        }),
  });
};

const nothingInputs = ({ ref }: Measure, typed: DraftValues): readonly InputBlock[] => [
  selectInput(typed, {
    field: fieldKey('nothing', ref),
    label: `${ref}: nothing to report because`,
    options: REASON_OPTIONS,
    placeholder: 'Only if there is no figure',
  }),
  ...(typed[fieldKey('nothing', ref)] === 'not_available'
    ? [
        dayInput(typed, {
          field: fieldKey('expected', ref),
          label: `${ref}: when is it expected?`,
          needed: true,
        }),
      ]
    : []),
];

const provisionalInputs = (
  { measure: { ref }, current }: FormMeasure,
  typed: DraftValues,
  today: Temporal.PlainDate,
): readonly InputBlock[] => [
  tickInput(typed, {
    field: fieldKey('provisional', ref),
    label: `${ref}: provisional?`,
    option: PROVISIONAL_OPTION,
    ...(current?.awaited != null && !isAfter(current.awaited.finalBy, today)
      ? { hint: 'Untick this if the figure is final now.' }
      : {}),
  }),
  ...(typed[fieldKey('provisional', ref)] === true
    ? [
        textInput(typed, {
          field: fieldKey('awaited', ref),
          label: `${ref}: what is still awaited?`,
          most: LONGEST_SENTENCE,
          multiline: false,
          needed: true,
        }),
        dayInput(typed, {
          field: fieldKey('final-by', ref),
          label: `${ref}: final by`,
          needed: true,
          hint: 'You are asked once more on this day.',
        }),
      ]
    : []),
];
