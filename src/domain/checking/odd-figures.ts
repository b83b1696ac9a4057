import type { FiledFigure } from '../figure.ts';
import type { Assessment } from '../judging/assessment.ts';
import { changeForLevel } from './change-for-level.ts';
import { decimalPoint } from './decimal-point.ts';
import { farFromHistory } from './far-from-history.ts';
import { notWhole } from './not-whole.ts';
import { numberInQuestion } from './number-in-question.ts';
import { otherBasis } from './other-basis.ts';
import { pastTarget } from './past-target.ts';
import type { Question } from './question.ts';
import { unchanged } from './unchanged.ts';

// The likeliest cause first: a point in the wrong place is also far from history and past its target,
// and is asked about once.
const BY_CAUSE = [decimalPoint, otherBasis, changeForLevel, notWhole, farFromHistory, pastTarget];

/**
 * What is odd about a filed number, given the figures of earlier quarters. What a unit makes
 * impossible was refused when it was read; everything here is asked and never blocks.
 */
export const oddFigures = (
  assessment: Assessment,
  earlier: readonly FiledFigure[],
): readonly Question[] => {
  const number = numberInQuestion(assessment, earlier);
  if (number === null) return [];
  const [likeliest] = BY_CAUSE.flatMap((find) => find(number) ?? []);
  const repeated = unchanged(number);
  return [
    ...(likeliest === undefined ? [] : [likeliest]),
    ...(repeated === null ? [] : [repeated]),
  ];
};
