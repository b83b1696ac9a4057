import { type Decimal, decimal } from '../decimal.ts';
import { type Band, isPercentage, type Measure, type Tolerance } from '../measure.ts';
import { asDifference, type Difference, differenceOf, percentOf } from '../quantities.ts';
import type { Gap, JudgedPosition, Need } from './assessment.ts';

/** How wide a band is, in the measure's unit; a band in percent is that part of `of`. */
export const bandWidth = (band: Band, of: Decimal): Difference =>
  asDifference(band.in === 'points' ? band.size : decimal(of).abs().times(band.size).div(100));

/** How far a figure is on the wrong side of the bound that decides it; negative on the right side. */
export interface Shortfall {
  readonly by: Difference;
  readonly bound: Decimal;
  /** The bound itself does not meet the target. */
  readonly strict: boolean;
}

const NONE = asDifference(decimal(0));

/** The shortfall from the level needed; inside a range it is nought. */
export const shortfallOf = (actual: Decimal, needed: Need): Shortfall => {
  const value = decimal(actual);
  switch (needed.kind) {
    case 'at_least':
    case 'above':
      return {
        by: differenceOf(needed.value, value),
        bound: needed.value,
        strict: needed.kind === 'above',
      };
    case 'at_most':
    case 'below':
      return {
        by: differenceOf(value, needed.value),
        bound: needed.value,
        strict: needed.kind === 'below',
      };
    case 'between': {
      const bound = value.lt(needed.low) ? needed.low : needed.high;
      const outside = value.lt(needed.low) || value.gt(needed.high);
      return { by: outside ? differenceOf(value, bound).abs() : NONE, bound, strict: false };
    }
  }
};

/**
 * Whether a band of this width takes in a shortfall. Standing on a strict bound is short by the least
 * possible amount, so any band but one of nought covers it.
 */
const covers = (width: Decimal, { by, strict }: Shortfall, edges: Tolerance['edges']): boolean => {
  if (by.eq(0) && strict) return width.gt(0);
  return edges === 'inclusive' ? by.lte(width) : by.lt(width);
};

/**
 * Whether being better than needed is an achievement of its own. In a range more is not better, and
 * 100% cannot be bettered: holding a ceiling is being on track.
 */
const canExceed = (measure: Measure, needed: Need): boolean => {
  if (needed.kind === 'between' || measure.polarity === 'range') return false;
  return !(needed.kind === 'at_least' && isPercentage(measure.unit) && needed.value.gte(100));
};

interface Grading {
  readonly measure: Measure;
  readonly tolerance: Tolerance;
  /** The size of the improvement wanted, where the bands are shares of it; null: of the level needed. */
  readonly improvement: Decimal | null;
}

/** The position of one number against one level needed: the comparison first, then the tolerance. */
export const positionAgainst = (
  actual: Decimal,
  needed: Need,
  { measure, tolerance, improvement }: Grading,
): JudgedPosition => {
  const shortfall = shortfallOf(actual, needed);
  if (shortfall.by.lt(0)) return canExceed(measure, needed) ? 'exceeding' : 'on_track';
  if (shortfall.by.eq(0) && !shortfall.strict) return 'on_track';
  const of = improvement ?? shortfall.bound;
  const within = (band: Band): boolean => covers(bandWidth(band, of), shortfall, tolerance.edges);
  if (within(tolerance.onTrack)) return 'on_track';
  return within(tolerance.marginal) ? 'marginal' : 'off_track';
};

/** How far the figure is from the level needed; nought inside a range. */
export const gapOf = (actual: Decimal, needed: Need): Gap => {
  const { by, bound, strict } = shortfallOf(actual, needed);
  const short = by.gt(0) || (strict && by.eq(0));
  if (needed.kind === 'between' && !short)
    return { value: NONE, percent: percentOf(NONE, bound), short };
  const value = differenceOf(actual, bound);
  return { value, percent: percentOf(value, bound), short };
};
