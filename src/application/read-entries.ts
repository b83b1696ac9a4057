import type { Temporal } from 'temporal-polyfill';
import { opensOn, type Quarter } from '../domain/calendar/calendar.ts';
import {
  type Answer,
  BASES,
  type Basis,
  type Figure,
  type FiledFigure,
  type NothingReason,
} from '../domain/figure.ts';
import type { Measure } from '../domain/measure.ts';
import { whatToEnter } from '../domain/reading/figure-sentences.ts';
import { NOTHING_REASONS } from '../domain/reading/nothing-reasons.ts';
import { type ReadAnswer, readFigure } from '../domain/reading/read-figure.ts';
import { sameAnswer } from '../domain/same-figure.ts';
import {
  ADDITIONAL_INFORMATION,
  dayFault,
  dayTyped,
  type EntryField,
  type FieldFault,
  fieldKey,
  LONGEST_TEXT,
  textIn,
} from './entry-fields.ts';
import type { DraftValues } from './ports.ts';
import { readAction, readAwaited } from './read-beside.ts';
import { recordedText } from './recorded-text.ts';
import type { FormMeasure, SubmissionForm } from './submission-form.ts';

export interface ReadEntries {
  readonly figures: ReadonlyArray<{ readonly ref: string; readonly figure: Figure }>;
  readonly additionalInformation: string | null;
  readonly faults: readonly FieldFault[];
  /** How a figure was understood where that is worth saying ("read as 40"). */
  readonly notes: readonly string[];
}

/** Reads what was typed for these questions. Every fault is found at once; nothing is thrown away. */
export const readEntries = (
  form: ReadForm & Pick<SubmissionForm, 'locked'>,
  questions: readonly FormMeasure[],
  typed: DraftValues,
): ReadEntries => {
  const read = questions.map((question) =>
    form.locked.has(question.measure.ref) || isLeftOut(question, typed)
      ? { ref: question.measure.ref, figure: question.current, faults: [], notes: [] }
      : readEntry(form, question, typed),
  );
  const information = textIn(typed, ADDITIONAL_INFORMATION);
  const faults = read.flatMap((entry) => entry.faults);
  if (tooLong(information)) {
    faults.push({ field: ADDITIONAL_INFORMATION, sentence: tooLongSentence(information) });
  }
  return {
    figures: read.flatMap((entry) =>
      entry.figure === null ? [] : [{ ref: entry.ref, figure: entry.figure }],
    ),
    additionalInformation: information,
    faults,
    notes: read.flatMap((entry) => entry.notes),
  };
};

/** Whether a figure that need not be given yet is not: nothing at all was said of it. */
const isLeftOut = ({ measure: { ref }, optionalUntil }: FormMeasure, typed: DraftValues): boolean =>
  optionalUntil !== null &&
  textIn(typed, fieldKey('value', ref)) === null &&
  reasonIn(typed, fieldKey('nothing', ref)) === null &&
  textIn(typed, fieldKey('commentary', ref)) === null &&
  typed[fieldKey('provisional', ref)] !== true;

type ReadForm = Pick<SubmissionForm, 'key' | 'purpose' | 'today'>;

interface ReadEntry {
  readonly ref: string;
  readonly figure: Figure | null;
  readonly faults: readonly FieldFault[];
  readonly notes: readonly string[];
}

const readEntry = (form: ReadForm, question: FormMeasure, typed: DraftValues): ReadEntry => {
  const { measure, current } = question;
  const { ref } = measure;
  const { quarter } = form.key;
  const read = readAnswer(form, question, typed);
  const commentary = textIn(typed, fieldKey('commentary', ref));
  const isNew = !('answer' in read && current !== null && sameAnswer(current.answer, read.answer));
  const days = { quarter, from: earliestDay(form), today: form.today };
  const awaited = readAwaited(ref, typed, { current, isNew, ...days });
  const action = readAction(quarter, ref, typed, current);
  const faults = [
    ...awaited.faults,
    ...(tooLong(commentary)
      ? [{ field: fieldKey('commentary', ref), sentence: tooLongSentence(commentary) }]
      : []),
    ...('field' in read ? [{ field: fieldKey(read.field, ref), sentence: read.sentence }] : []),
  ];
  if (faults.length > 0 || 'field' in read) return { ref, figure: null, faults, notes: [] };
  const { answer, notes } = read;
  const figure: Figure = {
    answer,
    commentary,
    provisional: typed[fieldKey('provisional', ref)] === true,
    awaited: awaited.value,
    action: action.value,
    smallSample: current?.smallSample ?? false,
    // An officer judged the answer that stands; a corrected one has not been judged by anybody yet.
    judgement: current !== null && sameAnswer(current.answer, answer) ? current.judgement : null,
  };
  return { ref, figure, faults, notes: notes.map((note) => `${ref}: ${note}`) };
};

/** What is still to come is to come; a correction may be decided after the day it names. */
const earliestDay = ({ key, purpose, today }: ReadForm): Temporal.PlainDate =>
  purpose === 'file' || purpose === 'file_on_behalf' ? today : opensOn(key.quarter);

/** An answer and how it was understood, or which of the question's fields is wrong and why. */
type AnswerRead =
  | { readonly answer: Answer; readonly notes: readonly string[] }
  | { readonly field: EntryField; readonly sentence: string };

const readAnswer = (
  form: ReadForm,
  { measure, current }: FormMeasure,
  typed: DraftValues,
): AnswerRead => {
  const { ref } = measure;
  const nothing = reasonIn(typed, fieldKey('nothing', ref));
  const text = textIn(typed, fieldKey('value', ref)) ?? '';
  const read = asRecorded(text, measure, current) ?? readFigure(text, measure);
  if (read.kind === 'empty') {
    return nothing === null
      ? { field: 'value', sentence: whatToEnter(measure.unit) }
      : nothingAnswer(form, nothing, { ref, typed, current });
  }
  if (nothing !== null) {
    const sentence = `You entered a figure and chose “${labelOf(nothing)}”. Clear one of the two: a figure, or a reason there is none.`;
    return { field: 'nothing', sentence };
  }
  if (read.kind === 'ask') return { field: 'value', sentence: read.sentence };
  const basis =
    measure.kind === 'flow' ? basisIn(typed, fieldKey('basis', ref), form.key.quarter) : null;
  if (measure.kind === 'flow' && basis === null) {
    const sentence = 'Choose what the figure covers: this quarter only, or the year so far.';
    return { field: 'basis', sentence };
  }
  const { value, share } = read.answer;
  return { answer: { kind: 'number', value, share, basis }, notes: read.notes };
};

/**
 * A field left as the record filled it is the figure on record, to its last digit, even where the
 * form would not take it from a keyboard. Null where something else was typed.
 */
const asRecorded = (
  text: string,
  { unit }: Measure,
  current: FiledFigure | null,
): Extract<ReadAnswer, { kind: 'answer' }> | null =>
  current?.answer.kind === 'number' && text === recordedText(current.answer, unit)
    ? { kind: 'answer', answer: current.answer, notes: [] }
    : null;

/** When a figure that is not there yet is expected is asked, but for one that stands so on record. */
const nothingAnswer = (
  form: ReadForm,
  reason: NothingReason,
  {
    ref,
    typed,
    current,
  }: {
    readonly ref: string;
    readonly typed: DraftValues;
    readonly current: FiledFigure | null;
  },
): AnswerRead => {
  if (reason !== 'not_available') return { answer: { kind: reason }, notes: [] };
  const expected = dayTyped(typed, fieldKey('expected', ref));
  if (expected === null) {
    // A window that did not ask for the day leaves it as it is on record.
    const asked = typed[fieldKey('expected', ref)] !== undefined;
    return current?.answer.kind === reason && !(asked && current.answer.expected !== null)
      ? { answer: current.answer, notes: [] }
      : { field: 'expected', sentence: 'Choose the day on which you expect the figure.' };
  }
  const recorded = current?.answer.kind === reason ? current.answer.expected : null;
  const wrong = dayFault(expected, form.key.quarter, { recorded, from: earliestDay(form) });
  return wrong === null
    ? { answer: { kind: reason, expected }, notes: [] }
    : { field: 'expected', sentence: wrong };
};

const labelOf = (reason: NothingReason): string =>
  NOTHING_REASONS.find((candidate) => candidate.kind === reason)?.label ?? reason;

/** In Q1 the quarter is the year so far, so nothing is asked. */
const basisIn = (typed: DraftValues, field: string, quarter: Quarter): Basis | null => {
  const chosen = BASES.find((basis) => basis === typed[field]);
  return chosen ?? (quarter.number === 1 ? 'this_quarter' : null);
};

const reasonIn = (typed: DraftValues, field: string): NothingReason | null =>
  NOTHING_REASONS.find((reason) => reason.kind === typed[field])?.kind ?? null;

const tooLong = (text: string | null): text is string =>
  text !== null && [...text].length > LONGEST_TEXT;

const tooLongSentence = (text: string): string =>
  `This is ${[...text].length.toLocaleString('en-GB')} characters long and the record holds ${LONGEST_TEXT.toLocaleString('en-GB')}. Shorten it, or send the longer text to the coordinator.`;
