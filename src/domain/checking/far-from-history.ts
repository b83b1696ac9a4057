import { type Decimal, decimal } from '../decimal.ts';
import { isPercentage, type Measure } from '../measure.ts';
import { asDifference } from '../quantities.ts';
import { isCount } from '../units.ts';
import { printDifference } from '../wording/print-value.ts';
import { medianOf } from './history.ts';
import { type NumberInQuestion, printTyped } from './number-in-question.ts';
import type { Question } from './question.ts';

// A year of figures: with fewer, what is usual is not known.
const FEWEST_FIGURES = 4;
const TIMES_USUAL_DISTANCE = 5;
const PART_OF_MIDDLE = 4;

// A few points or cases either way are no news, however steady a figure has been.
const ALWAYS_ALLOWED = 5;

/**
 * Further from the middle of its last figures than five times their usual distance from it, where
 * that is also more than a quarter of the middle. Middle and distance are medians, so that one odd
 * figure in the past neither hides the next nor makes every other look odd.
 */
export const farFromHistory = (number: NumberInQuestion): Question | null => {
  const { measure, alone, earlier } = number;
  const values = earlier.map(({ value }) => value);
  const middle = medianOf(values);
  if (alone === null || middle === null || values.length < FEWEST_FIGURES) return null;
  const usual = medianOf(values.map((value) => value.minus(middle).abs())) ?? decimal(0);
  const distance = decimal(alone).minus(middle).abs();
  if (distance.lte(allowedDistance(usual, middle, measure))) return null;
  const adds = measure.kind === 'flow' ? ' for this quarter' : '';
  const steady = usual.eq(0)
    ? 'at least half of them are exactly that'
    : `that is more than ${TIMES_USUAL_DISTANCE} times their usual distance from it, ${printDifference(asDifference(usual), measure.unit)}`;
  return {
    code: 'far_from_history',
    found: `${measure.ref} is ${printTyped(alone, measure)}${adds}, and the middle of its last ${values.length} figures is ${printTyped(middle, measure)}: ${steady}.`,
    ask: 'Is it right, and what has changed?',
    meant: null,
  };
};

const allowedDistance = (usual: Decimal, middle: Decimal, { unit }: Measure): Decimal => {
  const floor = isPercentage(unit) || isCount(unit) ? decimal(ALWAYS_ALLOWED) : decimal(0);
  return [usual.times(TIMES_USUAL_DISTANCE), middle.abs().div(PART_OF_MIDDLE)].reduce(
    (most, each) => (each.gt(most) ? each : most),
    floor,
  );
};
