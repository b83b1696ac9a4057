import type { FiledFigure } from '../figure.ts';
import type { Assessment } from '../judging/assessment.ts';
import { isAcrossBreak } from '../judging/comparability.ts';
import { unlessRemoved } from '../removed-text.ts';
import { nothingSaidYet } from '../wording/headline.ts';
import { claimQuestions } from './claim-questions.ts';
import { oddFigures } from './odd-figures.ts';
import { otherPeriod } from './other-period.ts';
import { percentageQuestions } from './percentage-questions.ts';
import { personalWords, quotable } from './personal-data.ts';
import type { Question } from './question.ts';
import { repeatedCommentary } from './repeated-commentary.ts';

/**
 * Everything to be asked about one judged figure: what is odd about the number, then where its words
 * and the number disagree, then whether they tell who somebody is. `earlier` are the figures of the
 * quarters before, current revisions.
 */
export const questionsOn = (
  assessment: Assessment,
  earlier: readonly FiledFigure[],
): readonly Question[] => [
  ...oddFigures(assessment, comparableOf(assessment, earlier)),
  ...wordsAgainstNumbers(assessment, earlier),
];

/** The figures made in the same way as this one: what was counted otherwise says nothing about it. */
const comparableOf = (
  { measure, quarter }: Assessment,
  earlier: readonly FiledFigure[],
): readonly FiledFigure[] =>
  earlier.filter((figure) => !isAcrossBreak(figure.quarter, quarter, measure));

/**
 * Where the commentary or the officer's judgement and the computed position do not agree, and where
 * the words name somebody. What is quoted of them is quoted without that.
 */
const wordsAgainstNumbers = (
  assessment: Assessment,
  earlier: readonly FiledFigure[],
): readonly Question[] => {
  const written = withoutRemoved(assessment);
  const quoted = quotable(written);
  return [
    ...(noCommentary(assessment) ?? []),
    ...claimQuestions(quoted),
    ...percentageQuestions(quoted, comparableOf(quoted, earlier)),
    ...[otherPeriod(quoted), repeatedCommentary(written, earlier)].filter(
      (question) => question !== null,
    ),
    ...personalWords(written),
  ];
};

/** What stands in place of a text that was taken out is nobody's words, so nothing is asked about it. */
const withoutRemoved = (assessment: Assessment): Assessment => {
  const { figure } = assessment;
  if (figure === null) return assessment;
  const commentary = unlessRemoved(figure.commentary);
  const judgement = unlessRemoved(figure.judgement);
  return { ...assessment, figure: { ...figure, commentary, judgement } };
};

/** The committee asks why of every figure off track, so the lead is asked first. */
const noCommentary = (assessment: Assessment): readonly Question[] | null => {
  const { position, figure } = assessment;
  if (position !== 'off_track' || (figure?.commentary ?? '').trim() !== '') return null;
  // What is being done, by whom and by when is said in the action then.
  if ((figure?.action ?? null) !== null) return null;
  return [
    {
      code: 'no_commentary',
      found: nothingSaidYet(assessment),
      ask: 'What can the committee be told?',
      meant: null,
    },
  ];
};
