import type { Quarter } from '../calendar/calendar.ts';
import type { Decimal } from '../decimal.ts';
import type { Measure } from '../measure.ts';
import { differenceOf } from '../quantities.ts';
import type { BaselineComparison } from './assessment.ts';
import { isBaselineAcrossBreak } from './comparability.ts';
import { annualised } from './needed.ts';

/**
 * What stands for the whole year: a flow's year to date brought up to a year, any other figure as it
 * is. An already annualised rate is a level and is never multiplied again. Null also where nothing is
 * due yet by the profile, as nothing can be projected from that.
 */
export const yearValue = (
  actual: Decimal | null,
  measure: Measure,
  quarter: Quarter,
): Decimal | null =>
  actual === null || measure.kind !== 'flow' ? actual : annualised(actual, measure, quarter);

/**
 * The change on the baseline of what stands for the year; null where the baseline is not known, or was
 * made in another way.
 */
export const compareWithBaseline = (
  value: Decimal,
  measure: Measure,
  quarter: Quarter,
): BaselineComparison | null => {
  const { baseline } = measure;
  return baseline.kind === 'known' && !isBaselineAcrossBreak(measure, quarter)
    ? { value, difference: differenceOf(value, baseline.value), of: baseline.value }
    : null;
};
