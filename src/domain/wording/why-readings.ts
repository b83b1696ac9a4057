import type { Assessment } from '../judging/assessment.ts';
import { positionUnder, type Reading } from '../judging/readings.ts';
import { lowerWordFor } from './position-words.ts';
import { printBareNeed } from './print-value.ts';
import { unjudgeable } from './unjudgeable.ts';

/** Each question about the definition, then what every reading of the target comes to. */
export const readingLines = (assessment: Assessment): readonly string[] => {
  const { doubts, measure, readings, actual, position } = assessment;
  if (doubts.length === 0) return [];
  const questions = doubts.map(({ sentence }) => `Question: ${sentence}`);
  if (actual === null || readings.length === 0) return questions;
  const tried = readings.map((reading) => {
    const result = positionUnder(actual, reading);
    const word = result === null ? 'not to be graded' : lowerWordFor(result, assessment);
    return `${describeReading(reading)} (${printBareNeed(reading.needed, measure.unit)}): ${word}`;
  });
  if (unjudgeable(assessment) !== null) return questions;
  const conclusion =
    position === 'query' ? 'They differ, so there is no verdict.' : agreement(readings);
  return [...questions, `Readings tried: ${tried.join('; ')}. ${conclusion}`];
};

const agreement = ({ length }: readonly Reading[]): string =>
  length === 1
    ? 'No other number can be read from the definition, so the verdict is given with the question.'
    : 'They agree, so the verdict is given with the question.';

const describeReading = ({ reads }: Reading): string => {
  switch (reads) {
    case 'as_printed':
      return 'as printed';
    case 'other_strictness':
      return 'with the bound read the other way';
    case 'no_worse_than_baseline':
      return 'as no worse than the baseline';
  }
};
