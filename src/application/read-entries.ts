import type { Quarter } from '../domain/calendar/calendar.ts';
import {
  type Answer,
  BASES,
  type Basis,
  type Figure,
  type NothingReason,
} from '../domain/figure.ts';
import { whatToEnter } from '../domain/reading/figure-sentences.ts';
import { NOTHING_REASONS } from '../domain/reading/nothing-reasons.ts';
import { readFigure } from '../domain/reading/read-figure.ts';
import { sameAnswer } from '../domain/same-figure.ts';
import type { DraftValues } from './ports.ts';
import type { FormMeasure, SubmissionForm } from './submission-form.ts';

/** The fields a measure's question has. A field's key is `value:2.4`, `commentary:2.4` and so on. */
export const ENTRY_FIELDS = ['value', 'basis', 'nothing', 'commentary', 'provisional'] as const;
export type EntryField = (typeof ENTRY_FIELDS)[number];

export const ADDITIONAL_INFORMATION = 'additional-information';

/** Slack's own limit for one text field, and the most the record keeps of one. */
export const LONGEST_TEXT = 3000;

export const fieldKey = (field: EntryField, ref: string): string => `${field}:${ref}`;

/** What is wrong with one field, in a sentence to be shown beside it. */
export interface FieldFault {
  readonly field: string;
  readonly sentence: string;
}

export interface ReadEntries {
  readonly figures: ReadonlyArray<{ readonly ref: string; readonly figure: Figure }>;
  readonly additionalInformation: string | null;
  readonly faults: readonly FieldFault[];
  /** How a figure was understood where that is worth saying ("read as 40"). */
  readonly notes: readonly string[];
}

/** Reads what was typed for these questions. Every fault is found at once; nothing is thrown away. */
export const readEntries = (
  form: Pick<SubmissionForm, 'key'>,
  questions: readonly FormMeasure[],
  typed: DraftValues,
): ReadEntries => {
  const read = questions.map((question) => readEntry(form.key.quarter, question, typed));
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

interface ReadEntry {
  readonly ref: string;
  readonly figure: Figure | null;
  readonly faults: readonly FieldFault[];
  readonly notes: readonly string[];
}

const readEntry = (quarter: Quarter, question: FormMeasure, typed: DraftValues): ReadEntry => {
  const { measure } = question;
  const { ref } = measure;
  const faultAt = (field: EntryField, sentence: string): ReadEntry => ({
    ref,
    figure: null,
    faults: [{ field: fieldKey(field, ref), sentence }],
    notes: [],
  });
  const commentary = textIn(typed, fieldKey('commentary', ref));
  if (tooLong(commentary)) return faultAt('commentary', tooLongSentence(commentary));

  const nothing = reasonIn(typed, fieldKey('nothing', ref));
  const current = question.current;
  const figureOf = (answer: Answer): Figure => ({
    answer,
    commentary,
    provisional: typed[fieldKey('provisional', ref)] === true,
    smallSample: current?.smallSample ?? false,
    // An officer judged the answer that stands; a corrected one has not been judged by anybody yet.
    judgement: current !== null && sameAnswer(current.answer, answer) ? current.judgement : null,
  });
  const text = textIn(typed, fieldKey('value', ref)) ?? '';
  const read = readFigure(text, measure);
  if (read.kind === 'empty') {
    if (nothing === null) return faultAt('value', whatToEnter(measure.unit));
    return { ref, figure: figureOf(nothingAnswer(nothing)), faults: [], notes: [] };
  }
  if (nothing !== null) {
    return faultAt(
      'nothing',
      `You entered a figure and chose “${labelOf(nothing)}”. Clear one of the two: a figure, or a reason there is none.`,
    );
  }
  if (read.kind === 'ask') return faultAt('value', read.sentence);
  const basis = measure.kind === 'flow' ? basisIn(typed, fieldKey('basis', ref), quarter) : null;
  if (measure.kind === 'flow' && basis === null) {
    return faultAt(
      'basis',
      'Choose what the figure covers: this quarter only, or the year so far.',
    );
  }
  const { value, share } = read.answer;
  return {
    ref,
    figure: figureOf({ kind: 'number', value, share, basis }),
    faults: [],
    notes: read.notes.map((note) => `${ref}: ${note}`),
  };
};

const nothingAnswer = (reason: NothingReason): Figure['answer'] =>
  reason === 'not_available' ? { kind: reason, expected: null } : { kind: reason };

const labelOf = (reason: NothingReason): string =>
  NOTHING_REASONS.find((candidate) => candidate.kind === reason)?.label ?? reason;

/** In Q1 the quarter is the year so far, so nothing is asked. */
const basisIn = (typed: DraftValues, field: string, quarter: Quarter): Basis | null => {
  const chosen = BASES.find((basis) => basis === typed[field]);
  return chosen ?? (quarter.number === 1 ? 'this_quarter' : null);
};

const reasonIn = (typed: DraftValues, field: string): NothingReason | null =>
  NOTHING_REASONS.find((reason) => reason.kind === typed[field])?.kind ?? null;

const textIn = (typed: DraftValues, field: string): string | null => {
  const value = typed[field];
  return typeof value === 'string' && value.trim() !== '' ? value : null;
};

const tooLong = (text: string | null): text is string =>
  text !== null && [...text].length > LONGEST_TEXT;

const tooLongSentence = (text: string): string =>
  `This is ${[...text].length.toLocaleString('en-GB')} characters long and the record holds ${LONGEST_TEXT.toLocaleString('en-GB')}. Shorten it, or send the longer text to the coordinator.`;
