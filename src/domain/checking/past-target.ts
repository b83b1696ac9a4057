import { previousQuarter } from '../calendar/calendar.ts';
import { type Decimal, decimal } from '../decimal.ts';
import type { Need } from '../judging/assessment.ts';
import { shortfallOf } from '../judging/tolerance.ts';
import { yearEntries, yearToDate } from '../judging/year-to-date.ts';
import { printBareNeed } from '../wording/print-value.ts';
import { latestOf } from './history.ts';
import { type NumberInQuestion, printTyped } from './number-in-question.ts';
import type { Question } from './question.ts';

const PAST_PERCENT = 20;

/**
 * More than a fifth better than the whole target. Asked when it first happens: that a target is
 * easy is no news the quarter after.
 */
export const pastTarget = (number: NumberInQuestion): Question | null => {
  const { assessment, measure } = number;
  const { target, actual } = assessment;
  if (target === null || actual === null || target.kind === 'between') return null;
  // A flow that is to stay low is far below its year's target until the year is over.
  if (measure.kind === 'flow' && measure.polarity === 'lower' && number.quarter.number !== 4) {
    return null;
  }
  const last = lastActual(number);
  if (!isFarPast(actual, target) || (last !== null && isFarPast(last, target))) return null;
  return {
    code: 'past_target',
    found: `${measure.ref} is ${printTyped(actual, measure)}, more than a fifth better than its target (${printBareNeed(target, measure.unit)}).`,
    ask: 'Is the figure right?',
    meant: null,
  };
};

const isFarPast = (value: Decimal, target: Exclude<Need, { kind: 'between' }>): boolean => {
  const past = shortfallOf(value, target).by.neg();
  return !target.value.eq(0) && past.gt(decimal(target.value).abs().times(PAST_PERCENT).div(100));
};

/** What the quarter before was judged on. */
const lastActual = ({ measure, quarter, figures, earlier }: NumberInQuestion): Decimal | null => {
  if (measure.kind !== 'flow') return latestOf(earlier)?.value ?? null;
  // A new year starts again from nought, and a count that is to stay low is only past it at the end.
  return quarter.number === 1 || measure.polarity === 'lower'
    ? null
    : yearToDate(yearEntries(figures, previousQuarter(quarter)), measure);
};
