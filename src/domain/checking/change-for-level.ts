import { type Decimal, decimal } from '../decimal.ts';
import { printBare } from '../wording/print-value.ts';
import { latestOf } from './history.ts';
import { type NumberInQuestion, printTyped } from './number-in-question.ts';
import type { Question } from './question.ts';

// As near to the last figure as a level usually stays; as far from it as a change printed in its
// place usually lies.
const NEAR = { least: decimal('0.8'), most: decimal('1.25') };
const FAR = { least: decimal('0.5'), most: decimal(2) };

/**
 * A level answered with its change on the baseline: the number is nothing like the last figure, and
 * read as a percentage of the baseline it gives one that is. A change below nought is refused where
 * it is typed, so here it comes from a file only.
 */
export const changeForLevel = (number: NumberInQuestion): Question | null => {
  const { measure, value } = number;
  if (measure.kind === 'flow') return null;
  if (value.lt(0)) return belowNought(number);
  const latest = latestOf(number.earlier);
  const { baseline } = measure;
  if (latest === null || baseline.kind !== 'known' || !latest.value.gt(0)) return null;
  const isBetween = ({ least, most }: typeof NEAR, level: Decimal): boolean =>
    level.gte(latest.value.times(least)) && level.lte(latest.value.times(most));
  if (isBetween(FAR, value)) return null;
  const level = [value.neg(), value]
    .map((percent) => decimal(baseline.value).times(percent.plus(100)).div(100))
    .find((each) => isBetween(NEAR, each));
  if (level === undefined) return null;
  const would = printBare(level, measure.unit);
  return {
    code: 'change_for_level',
    found: `${measure.ref} was ${printTyped(latest.value, measure)} before and is ${printTyped(value, measure)} now; as a change on the baseline of ${printTyped(baseline.value, measure)}, ${printTyped(value, { ...measure, unit: '%' })} would make it ${would}.`,
    ask: 'Is it the figure itself, or the change?',
    meant: would,
  };
};

const belowNought = (number: NumberInQuestion): Question | null => {
  const { measure, value, earlier, assessment } = number;
  const { baseline } = measure;
  const target = assessment.target;
  const others = [
    ...earlier.map((each) => each.value),
    ...(baseline.kind === 'known' ? [baseline.value] : []),
    ...(target === null || target.kind === 'between' ? [] : [target.value]),
  ];
  if (others.length === 0 || others.some((other) => other.lt(0))) return null;
  return {
    code: 'change_for_level',
    found: `${measure.ref} is ${printTyped(value, measure)}, and nothing else about it lies below nought.`,
    ask: 'Is it the figure itself, or the change?',
    meant: null,
  };
};
