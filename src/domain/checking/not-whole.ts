import { type Decimal, decimal } from '../decimal.ts';
import { isCount, isMoney } from '../units.ts';
import { type NumberInQuestion, printTyped } from './number-in-question.ts';
import type { Question } from './question.ts';

/**
 * A part of a case: "15.5 victims". Hours and averages have parts too, so it is asked only where
 * every other number of the measure is whole.
 */
export const notWhole = (number: NumberInQuestion): Question | null => {
  const { measure, value, earlier, assessment } = number;
  const { unit, baseline } = measure;
  if (!isCount(unit) || isMoney(unit) || isWhole(value)) return null;
  const { target } = assessment;
  const others = [
    ...earlier.map((each) => each.value),
    ...(baseline.kind === 'known' ? [baseline.value] : []),
    ...(target === null || target.kind === 'between' ? [] : [target.value]),
  ];
  if (others.length === 0 || !others.every(isWhole)) return null;
  return {
    code: 'not_whole',
    found: `${measure.ref} is ${printTyped(value, measure)}, which is no whole number of ${unit}.`,
    ask: 'Is it a count, or an average?',
    meant: null,
  };
};

const isWhole = (value: Decimal): boolean => decimal(value).round(0).eq(value);
