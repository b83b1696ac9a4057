import { previousQuarter } from '../calendar/calendar.ts';
import { decimal } from '../decimal.ts';
import { figureFor } from '../judging/year-to-date.ts';
import { isPercentage } from '../measure.ts';
import { sameAnswer } from '../same-figure.ts';
import { isCount } from '../units.ts';
import { type NumberInQuestion, printTyped } from './number-in-question.ts';
import type { Question } from './question.ts';

// Fewer cases than this come out alike by chance often enough.
const FEWEST_CASES = 10;

/**
 * Exactly last quarter's answer once more. Nought, a whole hundred per cent and a handful of cases
 * repeat themselves honestly, and so does a share of different cases.
 */
export const unchanged = (number: NumberInQuestion): Question | null => {
  const { measure, quarter, figure, figures, value } = number;
  const last = figureFor(figures, previousQuarter(quarter));
  if (last === null || !sameAnswer(last.answer, figure.answer)) return null;
  const { unit } = measure;
  const isCommon =
    value.eq(0) ||
    (isPercentage(unit) && value.eq(decimal(100))) ||
    (isCount(unit) && value.lt(FEWEST_CASES));
  if (isCommon) return null;
  return {
    code: 'unchanged',
    found: `${measure.ref} is ${printTyped(value, measure)}, exactly the figure of last quarter.`,
    ask: 'Was it counted again, or carried over?',
    meant: null,
  };
};
