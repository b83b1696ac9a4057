import type { Temporal } from 'temporal-polyfill';
import { printDay } from './calendar/calendar.ts';

/** What stands in the record where a text was taken out; its triggers let nothing else in. */
export const REMOVED_TEXT = '[Removed by the coordinator]';

/** The same as people read it, with the day on which it was taken out. */
export const removedOn = (day: Temporal.PlainDate): string =>
  `[Removed by the coordinator on ${printDay(day)}]`;

const REMOVED = /^\[Removed by the coordinator(?: on \d{1,2} [A-Z][a-z]+ \d{4})?\]$/;

/** Whether this is not what somebody said but stands in its place. */
export const isRemoved = (text: string | null | undefined): boolean =>
  typeof text === 'string' && REMOVED.test(text);

/** The text, and null where it was taken out: nothing can be read from what stands in its place. */
export const unlessRemoved = (text: string | null): string | null =>
  isRemoved(text) ? null : text;
