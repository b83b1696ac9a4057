import { compare, type Decimal, decimal } from '../decimal.ts';
import { type Band, isPercentage, type Measure, type Tolerance } from '../measure.ts';
import type { JudgedPosition, Need } from './assessment.ts';
import { bandWidth } from './tolerance.ts';

/** How far down a band reaches, and whether the figure at its very end is still in it. */
interface Rung {
  readonly at: Decimal;
  readonly included: boolean;
}

/** One side of a level needed, with where each band beyond it ends. */
interface Side {
  readonly better: 'higher' | 'lower';
  readonly bound: Decimal;
  /** The bound itself does not meet the target. */
  readonly strict: boolean;
  readonly onTrack: Rung;
  readonly marginal: Rung;
}

/**
 * A level needed with its tolerance, worked out once, so that placing a figure takes comparisons
 * alone: every figure of a measure and quarter is placed on the same ladder.
 */
export interface Ladder {
  readonly sides: readonly Side[];
  readonly canExceed: boolean;
}

interface Grading {
  readonly measure: Measure;
  readonly tolerance: Tolerance;
  /** The size of the improvement wanted, where the bands are shares of it; null: of the level needed. */
  readonly improvement: Decimal | null;
}

export const ladderOf = (needed: Need, grading: Grading): Ladder => ({
  sides: boundsOf(needed).map((bound) => sideOf(bound, grading)),
  canExceed: canExceed(grading.measure, needed),
});

type Bound = Pick<Side, 'better' | 'bound' | 'strict'>;

const boundsOf = (needed: Need): readonly Bound[] => {
  switch (needed.kind) {
    case 'at_least':
    case 'above':
      return [{ better: 'higher', bound: needed.value, strict: needed.kind === 'above' }];
    case 'at_most':
    case 'below':
      return [{ better: 'lower', bound: needed.value, strict: needed.kind === 'below' }];
    case 'between':
      return [
        { better: 'higher', bound: needed.low, strict: false },
        { better: 'lower', bound: needed.high, strict: false },
      ];
  }
};

const sideOf = (side: Bound, { tolerance, improvement }: Grading): Side => {
  const rung = (band: Band): Rung => {
    const width = bandWidth(band, improvement ?? side.bound);
    const bound = decimal(side.bound);
    const at = side.better === 'higher' ? bound.minus(width) : bound.plus(width);
    // Standing on a strict bound is short by the least possible amount, so any band but one of
    // nought covers it.
    const included = tolerance.edges === 'inclusive' && !(side.strict && width.eq(0));
    return { at, included };
  };
  return {
    ...side,
    onTrack: rung(tolerance.onTrack),
    marginal: rung(tolerance.marginal),
  };
};

/**
 * Whether being better than needed is an achievement of its own. In a range more is not better, and
 * 100% cannot be bettered: holding a ceiling is being on track.
 */
const canExceed = (measure: Measure, needed: Need): boolean => {
  if (needed.kind === 'between' || measure.polarity === 'range') return false;
  return !(needed.kind === 'at_least' && isPercentage(measure.unit) && needed.value.gte(100));
};

/** The position of a number: the comparison with the level needed first, then the tolerance. */
export const placeOn = ({ sides, canExceed: exceeds }: Ladder, actual: Decimal): JudgedPosition => {
  let isBetter = exceeds;
  for (const side of sides) {
    const past = ahead(actual, side.bound, side);
    if (past < 0 || (past === 0 && side.strict)) return shortOf(side, actual);
    if (past === 0) isBetter = false;
  }
  return isBetter ? 'exceeding' : 'on_track';
};

const shortOf = (side: Side, actual: Decimal): JudgedPosition => {
  if (isWithin(side.onTrack, side, actual)) return 'on_track';
  return isWithin(side.marginal, side, actual) ? 'marginal' : 'off_track';
};

const isWithin = ({ at, included }: Rung, side: Side, actual: Decimal): boolean => {
  const past = ahead(actual, at, side);
  return past > 0 || (past === 0 && included);
};

/** Positive where the figure is on the better side of a value, nought where it is that value. */
const ahead = (actual: Decimal, value: Decimal, { better }: Side): number =>
  better === 'higher' ? compare(actual, value) : compare(value, actual);
