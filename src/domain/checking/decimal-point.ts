import { type Decimal, decimal } from '../decimal.ts';
import { isCount } from '../units.ts';
import { latestOf, whenWas } from './history.ts';
import { type NumberInQuestion, printTyped } from './number-in-question.ts';
import type { Question } from './question.ts';

interface Slip {
  readonly times: Decimal;
  readonly words: string;
}

const SLIPS: readonly Slip[] = [
  { times: decimal(10), words: 'ten times as much' },
  { times: decimal(100), words: 'a hundred times as much' },
  { times: decimal('0.1'), words: 'a tenth of it' },
  { times: decimal('0.01'), words: 'a hundredth of it' },
];

// The figure itself has moved since, too: with the point put right it need only be as near as this.
const NEAR_LEAST = decimal(2).div(3);
const NEAR_MOST = decimal('1.5');

// Fewer cases than this vary tenfold by themselves.
const FEWEST_CASES = 50;

/** What an unexpected number is held against, and how the sentence names it. */
interface Usual {
  readonly value: Decimal;
  readonly was: string;
}

/** A factor of ten or a hundred from the last figure, or from the baseline where there is no figure yet. */
export const decimalPoint = (number: NumberInQuestion): Question | null => {
  const { measure, alone, value } = number;
  const usual = usualOf(number);
  if (alone === null || usual === null || isWithinHistory(alone, number)) return null;
  if (isCount(measure.unit) && [alone, usual.value].every((each) => each.lt(FEWEST_CASES))) {
    return null;
  }
  const slip = SLIPS.find(({ times }) => isNear(decimal(alone).div(times), usual.value));
  if (slip === undefined) return null;
  const about = alone.eq(decimal(usual.value).times(slip.times)) ? '' : 'about ';
  const now = alone.eq(value) ? 'now' : 'for this quarter alone now';
  const before = decimal(value).minus(alone);
  return {
    code: 'decimal_point',
    found: `${measure.ref} was ${printTyped(usual.value, measure)} ${usual.was} and ${printTyped(alone, measure)} ${now}, ${about}${slip.words}.`,
    ask: isCount(measure.unit)
      ? 'Has it the right number of digits?'
      : 'Is the decimal point where you meant it?',
    meant: printTyped(before.plus(decimal(alone).div(slip.times)), measure),
  };
};

const usualOf = ({ measure, quarter, earlier }: NumberInQuestion): Usual | null => {
  const latest = latestOf(earlier);
  if (latest !== null) return { value: latest.value, was: whenWas(latest.quarter, quarter) };
  // A flow's baseline is a whole year, so a quarter of it can only be guessed at.
  if (measure.baseline.kind !== 'known' || measure.kind === 'flow') return null;
  return { value: measure.baseline.value, was: 'in its baseline' };
};

const isNear = (value: Decimal, usual: Decimal): boolean =>
  usual.gt(0) && value.gte(usual.times(NEAR_LEAST)) && value.lte(usual.times(NEAR_MOST));

/** A figure that has been about as high, or lies between two that have been, is no slip of the point. */
const isWithinHistory = (value: Decimal, { earlier }: NumberInQuestion): boolean =>
  earlier.some((each) => isNear(value, each.value)) ||
  (earlier.some((each) => each.value.lte(value)) && earlier.some((each) => each.value.gte(value)));
