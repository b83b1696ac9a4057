import { compareQuarters, type Quarter } from '../calendar/calendar.ts';
import type { Measure } from '../measure.ts';

/** Whether figures began to be made in another way after the first of these quarters. */
export const isAcrossBreak = (from: Quarter, to: Quarter, { comparableFrom }: Measure): boolean =>
  comparableFrom !== null &&
  compareQuarters(from, comparableFrom.from) < 0 &&
  compareQuarters(to, comparableFrom.from) >= 0;

/**
 * Whether the baseline is of a year before figures began to be made as they are in this quarter. A
 * period that names no year is taken at its word.
 */
export const isBaselineAcrossBreak = (measure: Measure, quarter: Quarter): boolean => {
  const { baseline, comparableFrom } = measure;
  if (baseline.kind !== 'known' || comparableFrom === null) return false;
  const year = lastYearNamed(baseline.period);
  return (
    year !== null &&
    year < comparableFrom.from.year &&
    compareQuarters(quarter, comparableFrom.from) >= 0
  );
};

const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/g;

/** The April in which the last year named starts: 2013 for `2013/14`, 2014 for `2012/13 to 2014/15`. */
const lastYearNamed = (period: string): number | null => {
  const years = [...period.matchAll(YEAR)].map(([year]) => Number(year));
  return years.length === 0 ? null : Math.max(...years);
};
