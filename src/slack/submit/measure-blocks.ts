import type { InputBlock, PlainTextOption } from '@slack/types';
import type { DraftValues } from '../../application/ports.ts';
import { fieldKey, LONGEST_TEXT } from '../../application/read-entries.ts';
import type { FormMeasure } from '../../application/submission-form.ts';
import { type Block, plain, section } from '../../blockkit/blocks.ts';
import {
  joinMrkdwn,
  type Mrkdwn,
  mrkdwn,
  oneLine,
  truncate,
  truncateEscaped,
} from '../../blockkit/escape.ts';
import type { Quarter } from '../../domain/calendar/calendar.ts';
import { isPercentage, type Measure } from '../../domain/measure.ts';
import { NOTHING_REASONS } from '../../domain/reading/nothing-reasons.ts';
import { printAnswer } from '../../domain/wording/print-answer.ts';
import { levelNeededLine } from '../../domain/wording/status-lines.ts';
import { wordsBeyondNumber } from '../../domain/wording/words-beyond-number.ts';
import { INPUT, PROVISIONAL } from './fields.ts';

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
  quarter: Quarter,
  typed: DraftValues,
): Block[] => {
  const { measure } = question;
  const words = wordsBeyondNumber(measure);
  return [
    section(
      joinMrkdwn([
        mrkdwn`*${escaped(`${measure.ref} ${measure.shortTitle}`)}*`,
        ...(titleOf(measure) === measure.shortTitle ? [] : [escaped(titleOf(measure))]),
        mrkdwn`${escaped(levelNeededLine(measure, quarter))} · ${escaped(lastQuarterLine(question))}`,
        ...(words === null ? [] : [mrkdwn`Target: “${escaped(words)}”`]),
      ]),
    ),
    figureInput(measure, quarter, typed),
    ...(measure.kind === 'flow' && quarter.number > 1 ? [basisInput(measure, typed)] : []),
    reasonInput(measure, typed),
    commentaryInput(measure, typed),
    provisionalInput(measure, typed),
  ];
};

const titleOf = ({ partOf, title }: Measure): string =>
  partOf === null ? title : `${partOf.title}: ${title}`;

/** Cut as Slack will count it: five lines of nothing but `&` must still fit one paragraph. */
const escaped = (text: string): Mrkdwn => truncateEscaped(oneLine(text), WORDING_CHARACTERS);

const shorten = (text: string, most: number): string => truncate(oneLine(text), most);

const lastQuarterLine = ({ lastQuarter, measure }: FormMeasure): string =>
  lastQuarter === null
    ? 'Last quarter: none'
    : `Last quarter: ${printAnswer(lastQuarter.answer, measure.unit)}`;

const figureInput = (measure: Measure, quarter: Quarter, typed: DraftValues): InputBlock => {
  const covers = measure.kind === 'flow' && quarter.number === 1 ? ', this quarter only' : '';
  const initial = textIn(typed, fieldKey('value', measure.ref), LONGEST_FIGURE);
  return {
    type: 'input',
    block_id: fieldKey('value', measure.ref),
    optional: true,
    label: plain(
      `${measure.ref} ${shorten(measure.shortTitle, LABEL_CHARACTERS)} (${measure.unit}${covers})`,
      300,
    ),
    element: {
      type: 'plain_text_input',
      action_id: INPUT,
      max_length: LONGEST_FIGURE,
      placeholder: plain(
        isPercentage(measure.unit) ? 'For example 77% or 7 of 41' : 'For example 34',
      ),
      ...(initial === null ? {} : { initial_value: initial }),
    },
  };
};

const basisInput = (measure: Measure, typed: DraftValues): InputBlock => {
  const chosen = chosenIn(BASIS_OPTIONS, typed, fieldKey('basis', measure.ref));
  return {
    type: 'input',
    block_id: fieldKey('basis', measure.ref),
    // Needed only beside a figure, so it is checked when the figure is read.
    optional: true,
    label: plain(`${measure.ref}: what the figure covers`),
    element: {
      type: 'static_select',
      action_id: INPUT,
      placeholder: plain('This quarter only, or the year so far'),
      options: [...BASIS_OPTIONS],
      ...(chosen === undefined ? {} : { initial_option: chosen }),
    },
  };
};

const reasonInput = (measure: Measure, typed: DraftValues): InputBlock => {
  const chosen = chosenIn(REASON_OPTIONS, typed, fieldKey('nothing', measure.ref));
  return {
    type: 'input',
    block_id: fieldKey('nothing', measure.ref),
    optional: true,
    label: plain(`${measure.ref}: nothing to report because`),
    element: {
      type: 'static_select',
      action_id: INPUT,
      placeholder: plain('Only if there is no figure'),
      options: [...REASON_OPTIONS],
      ...(chosen === undefined ? {} : { initial_option: chosen }),
    },
  };
};

const commentaryInput = (measure: Measure, typed: DraftValues): InputBlock => {
  const initial = textIn(typed, fieldKey('commentary', measure.ref), LONGEST_TEXT);
  return {
    type: 'input',
    block_id: fieldKey('commentary', measure.ref),
    optional: true,
    label: plain(`${measure.ref}: what should people know about this figure?`),
    element: {
      type: 'plain_text_input',
      action_id: INPUT,
      multiline: true,
      max_length: LONGEST_TEXT,
      ...(initial === null ? {} : { initial_value: initial }),
    },
  };
};

const provisionalInput = (measure: Measure, typed: DraftValues): InputBlock => ({
  type: 'input',
  block_id: fieldKey('provisional', measure.ref),
  optional: true,
  label: plain(`${measure.ref}: provisional?`),
  element: {
    type: 'checkboxes',
    action_id: INPUT,
    options: [PROVISIONAL_OPTION],
    ...(typed[fieldKey('provisional', measure.ref)] === true
      ? { initial_options: [PROVISIONAL_OPTION] }
      : {}),
  },
});

/** What was typed before, within what the input can hold; Slack refuses an empty or longer start. */
export const textIn = (typed: DraftValues, field: string, most: number): string | null => {
  const value = typed[field];
  // Slack refuses half a character anywhere in a view.
  return typeof value === 'string' && value !== '' ? truncate(value.toWellFormed(), most) : null;
};

const chosenIn = (options: readonly PlainTextOption[], typed: DraftValues, field: string) =>
  options.find(({ value }) => value === typed[field]);
