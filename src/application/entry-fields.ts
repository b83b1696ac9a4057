import { Temporal } from 'temporal-polyfill';
import { opensOn, printDay, type Quarter } from '../domain/calendar/calendar.ts';
import { plainText } from '../domain/plain-text.ts';
import type { DraftValues } from './ports.ts';

/** The fields a measure's question has. A field's key is `value:2.4`, `commentary:2.4` and so on. */
export const ENTRY_FIELDS = [
  'value',
  'basis',
  'nothing',
  'expected',
  'commentary',
  'provisional',
  'awaited',
  'final-by',
  'action-what',
  'action-who',
  'action-by',
] as const;
export type EntryField = (typeof ENTRY_FIELDS)[number];

export const ADDITIONAL_INFORMATION = 'additional-information';

/** Slack's own limit for one text field, and the most the record keeps of one. */
export const LONGEST_TEXT = 3000;
/** What a figure waits for, and what is being done: a sentence or two. */
export const LONGEST_SENTENCE = 500;
export const LONGEST_WHO = 150;

export const fieldKey = (field: EntryField, ref: string): string => `${field}:${ref}`;

/** What is wrong with one field, in a sentence to be shown beside it. */
export interface FieldFault {
  readonly field: string;
  readonly sentence: string;
}

/** What was typed, to the letter; null where there is nothing in it that anybody could see. */
export const textIn = (typed: DraftValues, field: string): string | null => {
  const value = typed[field];
  return typeof value === 'string' && plainText(value) !== '' ? value.toWellFormed() : null;
};

/** The same, cut to what is kept of it: the form takes no more, a forged one may send it. */
export const shortTextIn = (typed: DraftValues, field: string, most: number): string | null => {
  const text = textIn(typed, field);
  return text === null ? null : [...text.trim()].slice(0, most).join('');
};

// Beyond that it is a slip of the finger.
const FURTHEST_YEARS = 3;

/** A day as the form's calendar gives it; null for anything else. */
export const dayTyped = (typed: DraftValues, field: string): Temporal.PlainDate | null => {
  const value = typed[field];
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return null;
  try {
    return Temporal.PlainDate.from(value, { overflow: 'reject' });
  } catch {
    return null;
  }
};

/** Why a day cannot be one on which something becomes known after this quarter; null where it can. */
export const dayFault = (
  day: Temporal.PlainDate,
  quarter: Quarter,
  {
    recorded,
    from = opensOn(quarter),
  }: {
    /** The day that stands on record, which is right as it is. */
    readonly recorded?: Temporal.PlainDate | null | undefined;
    readonly from?: Temporal.PlainDate;
  } = {},
): string | null => {
  if (recorded?.equals(day) === true) return null;
  const last = opensOn(quarter).add({ years: FURTHEST_YEARS });
  if (Temporal.PlainDate.compare(day, from) < 0) return `Choose a day from ${printDay(from)} on.`;
  return Temporal.PlainDate.compare(day, last) > 0
    ? `Choose a day before ${printDay(last)}.`
    : null;
};
