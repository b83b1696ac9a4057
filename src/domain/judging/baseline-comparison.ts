import type { Quarter } from '../calendar/calendar.ts';
import type { Decimal } from '../decimal.ts';
import type { Measure } from '../measure.ts';
import { differenceOf, percentOf } from '../quantities.ts';
import type { BaselineComparison } from './assessment.ts';
import { annualised } from './needed.ts';

/**
 * What stands for the whole year: a flow's year to date brought up to a year, any other figure as it
 * is. An already annualised rate is a level and is never multiplied again.
 */
export const yearValue = (
  actual: Decimal | null,
  measure: Measure,
  quarter: Quarter,
): Decimal | null =>
  actual === null || measure.kind !== 'flow' ? actual : annualised(actual, measure, quarter);

/** The change on the baseline; null where either side of it is not known. */
export const compareWithBaseline = (
  actual: Decimal | null,
  measure: Measure,
  quarter: Quarter,
): BaselineComparison | null => {
  const value = yearValue(actual, measure, quarter);
  if (value === null || measure.baseline.kind !== 'known') return null;
  const difference = differenceOf(value, measure.baseline.value);
  return { value, difference, percent: percentOf(difference, measure.baseline.value) };
};
