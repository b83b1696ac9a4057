import {
  compareQuarters,
  previousQuarter,
  printQuarter,
  type Quarter,
  sameQuarter,
} from '../calendar/calendar.ts';
import { type Decimal, decimal } from '../decimal.ts';
import type { FiledFigure } from '../figure.ts';
import { figureFor, numberFiled, yearEntries, yearToDate } from '../judging/year-to-date.ts';
import type { Measure } from '../measure.ts';

/** What one quarter stands for by itself: a level as filed, of a flow what that quarter added. */
export interface QuarterNumber {
  readonly quarter: Quarter;
  readonly value: Decimal;
}

// Two years: long enough to know what is usual, short enough for it still to be so.
const QUARTERS_BACK = 8;

/** The numbers of the eight quarters before this one, oldest first; quarters without one are left out. */
export const earlierNumbers = (
  measure: Measure,
  quarter: Quarter,
  figures: readonly FiledFigure[],
): readonly QuarterNumber[] => {
  const earlier: QuarterNumber[] = [];
  let at = quarter;
  for (let back = 0; back < QUARTERS_BACK; back += 1) {
    at = previousQuarter(at);
    const value = numberOfQuarter(measure, at, figures);
    if (value !== null) earlier.unshift({ quarter: at, value });
  }
  return earlier;
};

/** Null where the quarter has no number, or a flow's year to date cannot be told apart from it. */
export const numberOfQuarter = (
  measure: Measure,
  quarter: Quarter,
  figures: readonly FiledFigure[],
): Decimal | null => {
  const figure = figureFor(figures, quarter);
  const value = figure === null ? null : numberFiled(figure, measure.unit);
  if (figure?.answer.kind !== 'number' || value === null) return null;
  if (measure.kind !== 'flow' || figure.answer.basis !== 'year_to_date') return value;
  const before = yearToDateBefore(measure, quarter, figures);
  return before === null ? null : decimal(value).minus(before);
};

/** The year to date by the end of the quarter before, nought in Q1; null where a quarter of it is missing. */
const yearToDateBefore = (
  measure: Measure,
  quarter: Quarter,
  figures: readonly FiledFigure[],
): Decimal | null =>
  quarter.number === 1
    ? decimal(0)
    : yearToDate(yearEntries(figures, previousQuarter(quarter)), measure);

/** The latest of these, if there is any. */
export const latestOf = (numbers: readonly QuarterNumber[]): QuarterNumber | null =>
  numbers.at(-1) ?? null;

/** `last quarter`, or the quarter's name where it is further back. */
export const whenWas = (earlier: Quarter, now: Quarter): string =>
  sameQuarter(earlier, previousQuarter(now)) ? 'last quarter' : `in ${printQuarter(earlier)}`;

/** The middle of these values, or the mean of the two middle ones; null of none. */
export const medianOf = (values: readonly Decimal[]): Decimal | null => {
  const sorted = [...values].sort((a, b) => a.cmp(b));
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : decimal(upper).plus(lower).div(2);
};

/** The figures of earlier quarters only. */
export const before = (figures: readonly FiledFigure[], quarter: Quarter): readonly FiledFigure[] =>
  figures.filter((figure) => compareQuarters(figure.quarter, quarter) < 0);
