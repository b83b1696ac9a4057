import type { Temporal } from 'temporal-polyfill';
import { bankHolidays } from './bank-holidays.ts';
import { opensOn, type Quarter } from './calendar.ts';

/** Days (`2027-03-29`) to be kept free besides the bank holidays that are known by rule. */
export type ExtraHolidays = ReadonlySet<string>;

const NO_EXTRA_HOLIDAYS: ExtraHolidays = new Set();

/**
 * Monday to Friday, unless it is a bank holiday in England.
 *
 * @internal Exported for the calendar's specification.
 */
export const isWorkingDay = (
  day: Temporal.PlainDate,
  extraHolidays: ExtraHolidays = NO_EXTRA_HOLIDAYS,
): boolean => {
  if (day.dayOfWeek > FRIDAY) return false;
  const written = String(day);
  return !extraHolidays.has(written) && !bankHolidays(day.year).has(written);
};

/** This day if it is a working day, else the first one after it. */
export const nextWorkingDay = (
  day: Temporal.PlainDate,
  extraHolidays?: ExtraHolidays,
): Temporal.PlainDate => {
  let next = day;
  while (!isWorkingDay(next, extraHolidays)) next = next.add({ days: 1 });
  return next;
};

/**
 * The `count`th working day after this day, or before it when negative. The day itself never counts,
 * working or not; 0 gives it back unchanged.
 *
 * @internal The calendar's specification asks for it; no use-case does yet.
 */
export const addWorkingDays = (
  day: Temporal.PlainDate,
  count: number,
  extraHolidays?: ExtraHolidays,
): Temporal.PlainDate => {
  const step = { days: Math.sign(count) };
  let reached = day;
  for (let counted = 0; counted < Math.abs(count); ) {
    reached = reached.add(step);
    if (isWorkingDay(reached, extraHolidays)) counted += 1;
  }
  return reached;
};

/** When a quarter's figures are due: the 21st day after it ends, moved to the next working day. */
export const dueDate = (quarter: Quarter, extraHolidays?: ExtraHolidays): Temporal.PlainDate =>
  nextWorkingDay(opensOn(quarter).add({ days: DUE_DAY - 1 }), extraHolidays);

const FRIDAY = 5;
const DUE_DAY = 21;
