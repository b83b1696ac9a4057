import type { Quarter } from '../calendar/calendar.ts';
import type { Decimal } from '../decimal.ts';
import type { Measure } from '../measure.ts';
import {
  asDifference,
  type Difference,
  differenceOf,
  type Percent,
  percentOf,
} from '../quantities.ts';
import type { Need } from './assessment.ts';
import { profileShare } from './needed.ts';
import { shortfallOf } from './tolerance.ts';

/**
 * Why a share of the improvement would mislead: without a baseline there is none; at the baseline it
 * is a division by nought; below it the worst figure would score best.
 */
export type Misleading =
  | 'baseline_unknown'
  | 'baseline_is_target'
  | 'baseline_better_than_target'
  | 'no_better_way';

/** The improvement from the baseline to this year's target, or why a share of it would mislead. */
export const improvementTo = (
  target: Need,
  { baseline, polarity }: Pick<Measure, 'baseline' | 'polarity'>,
):
  | { readonly kind: 'improvement'; readonly size: Difference }
  | { readonly kind: 'misleading'; readonly because: Misleading } => {
  if (polarity === 'range' || target.kind === 'between') {
    return { kind: 'misleading', because: 'no_better_way' };
  }
  if (baseline.kind !== 'known') return { kind: 'misleading', because: 'baseline_unknown' };
  const rise = differenceOf(target.value, baseline.value);
  if (rise.eq(0)) return { kind: 'misleading', because: 'baseline_is_target' };
  const size = polarity === 'higher' ? rise : asDifference(rise.times(-1));
  return size.gt(0)
    ? { kind: 'improvement', size }
    : { kind: 'misleading', because: 'baseline_better_than_target' };
};

/** The part of the improvement that is wanted by the end of this quarter; null where it would mislead. */
export const improvementWanted = (
  target: Need,
  measure: Measure,
  quarter: Quarter,
): Difference | null => {
  const improvement = improvementTo(target, measure);
  if (improvement.kind === 'misleading') return null;
  if (measure.kind !== 'flow') return improvement.size;
  const { part, whole } = profileShare(measure, quarter);
  return asDifference(improvement.size.times(part).div(whole));
};

/** How much of the improvement wanted was made, in percent; null where none is wanted yet. */
export const improvementShare = (
  actual: Decimal,
  needed: Need,
  wanted: Difference,
): Percent | null => percentOf(differenceOf(wanted, shortfallOf(actual, needed).by), wanted);
