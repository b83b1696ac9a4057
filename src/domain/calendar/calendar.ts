import { Temporal } from 'temporal-polyfill';

/** Days and due times are the council's: Europe/London. */
export const ZONE = 'Europe/London';

export type QuarterNumber = 1 | 2 | 3 | 4;

/** A quarter of the UK financial year; `year` is the April it starts in: 2015 for 2015/16. */
export interface Quarter {
  readonly year: number;
  readonly number: QuarterNumber;
}

const MONTHS_IN_QUARTER = 3;

/** The financial quarter containing this day; 31 March is Q4 of the year before. */
export const quarterOf = (day: Temporal.PlainDate): Quarter => {
  const year = day.month >= 4 ? day.year : day.year - 1;
  const number = (Math.floor(((day.month + 8) % 12) / MONTHS_IN_QUARTER) + 1) as QuarterNumber;
  return { year, number };
};

/** The day a quarter's figures can first be asked for: the day after it ends. */
export const opensOn = (quarter: Quarter): Temporal.PlainDate => firstDayOf(nextQuarter(quarter));

// Named outright and not counted in months: every question asks whether its quarter has ended.
const firstDayOf = ({ year, number }: Quarter): Temporal.PlainDate =>
  number === 4
    ? new Temporal.PlainDate(year + 1, 1, 1)
    : new Temporal.PlainDate(year, 1 + number * MONTHS_IN_QUARTER, 1);

export const previousQuarter = ({ year, number }: Quarter): Quarter =>
  number === 1 ? { year: year - 1, number: 4 } : { year, number: BEFORE[number] };

export const nextQuarter = ({ year, number }: Quarter): Quarter =>
  number === 4 ? { year: year + 1, number: 1 } : { year, number: AFTER[number] };

// Every judgement asks for the quarter before, and counting days to find it takes longer than the rest.
const BEFORE = { 2: 1, 3: 2, 4: 3 } as const;
const AFTER = { 1: 2, 2: 3, 3: 4 } as const;

export const sameQuarterLastYear = (quarter: Quarter): Quarter => ({
  ...quarter,
  year: quarter.year - 1,
});

export const sameQuarter = (a: Quarter, b: Quarter): boolean =>
  a.year === b.year && a.number === b.number;

/** Before (negative), same (0) or after (positive). */
export const compareQuarters = (a: Quarter, b: Quarter): number =>
  a.year === b.year ? a.number - b.number : a.year - b.year;

/** `2015/16`. */
export const printYear = (year: number): string =>
  `${year}/${String((year + 1) % 100).padStart(2, '0')}`;

/** `Q1 2015/16`. */
export const printQuarter = (quarter: Quarter): string =>
  `Q${quarter.number} ${printYear(quarter.year)}`;

const HOUR_MS = 60 * 60 * 1000;
let latest: { readonly hour: number; readonly day: Temporal.PlainDate } | undefined;

/** The civil day in London at this instant. */
export const dayIn = (instant: Temporal.Instant): Temporal.PlainDate => {
  // Every question asks what day it is, and London's midnight always falls on an hour of UTC.
  const hour = Math.floor(instant.epochMilliseconds / HOUR_MS);
  if (latest?.hour !== hour) latest = { hour, day: instant.toZonedDateTimeISO(ZONE).toPlainDate() };
  return latest.day;
};

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

/** `21 July 2015`. */
export const printDay = (day: Temporal.PlainDate): string =>
  `${day.day} ${MONTHS[day.month - 1]} ${day.year}`;

/** `Tuesday 21 July`. */
export const printWeekday = (day: Temporal.PlainDate): string =>
  `${WEEKDAYS[day.dayOfWeek - 1]} ${day.day} ${MONTHS[day.month - 1]}`;
