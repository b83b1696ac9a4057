import { compare, type Decimal, decimal } from '../decimal.ts';
import type { Band } from '../measure.ts';
import { asDifference, type Difference, differenceOf } from '../quantities.ts';
import type { Gap, Need } from './assessment.ts';

// Exact, and much quicker than to divide.
const HUNDREDTH = decimal('0.01');

/** How wide a band is, in the measure's unit; a band in percent is that part of `of`. */
export const bandWidth = (band: Band, of: Decimal): Difference =>
  asDifference(
    band.in === 'points' ? band.size : decimal(of).abs().times(band.size).times(HUNDREDTH),
  );

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

/** How far the figure is from the level needed; nought inside a range. */
export const gapOf = (actual: Decimal, needed: Need): Gap => {
  const { bound, side } = boundFor(actual, needed);
  const short = side < 0;
  if (needed.kind === 'between' && !short) return { value: NONE, of: bound, short };
  return { value: differenceOf(actual, bound), of: bound, short };
};

/** The bound that decides, and whether the figure is on its right side (1), on it (0) or short (-1). */
const boundFor = (
  actual: Decimal,
  needed: Need,
): { readonly bound: Decimal; readonly side: -1 | 0 | 1 } => {
  switch (needed.kind) {
    case 'at_least':
      return { bound: needed.value, side: compare(actual, needed.value) };
    case 'at_most':
      return { bound: needed.value, side: compare(needed.value, actual) };
    case 'above':
      return { bound: needed.value, side: compare(actual, needed.value) === 1 ? 1 : -1 };
    case 'below':
      return { bound: needed.value, side: compare(needed.value, actual) === 1 ? 1 : -1 };
    case 'between': {
      const bound = compare(actual, needed.low) < 0 ? needed.low : needed.high;
      const isOutside = bound === needed.low || compare(actual, needed.high) > 0;
      return { bound, side: isOutside ? -1 : 1 };
    }
  }
};
