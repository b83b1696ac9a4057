import type { Assessment } from '../judging/assessment.ts';
import { cutText } from '../plain-text.ts';
import { headline } from '../wording/headline.ts';
import { officerDiffers } from '../wording/officer.ts';
import { claimOfMeetingTarget, claimOfTargetMet } from './claims.ts';
import type { Question } from './question.ts';

const QUOTED_CHARACTERS = 120;
// An officer's judgement is a line or two; what is longer is told, not judged.
const LONGEST_JUDGEMENT = 500;

/** Words that claim more, or less, than the figures show. */
export const claimQuestions = (assessment: Assessment): readonly Question[] => {
  const { commentary = null } = assessment.figure ?? {};
  const judgement = judgementIn(assessment);
  const inCommentary = commentary === null ? null : claimOfTargetMet(commentary);
  const inJudgement = judgement === null ? null : claimOfTargetMet(judgement);
  const claimed = inCommentary ?? (commentary === null ? null : claimOfMeetingTarget(commentary));
  if (isShort(assessment) && claimed !== null) {
    return [contradiction('claims_met', assessment, `the commentary says “${quote(claimed)}”`)];
  }
  if (judgement !== null && officerDiffers(assessment)) {
    const said = `the officer's judgement says “${quote(judgement)}”`;
    return [contradiction('judgement_differs', assessment, said)];
  }
  if (!isBeforeItsTime(assessment)) return [];
  if (inCommentary !== null) return [tooEarly(assessment, 'commentary', inCommentary)];
  return inJudgement === null ? [] : [tooEarly(assessment, "officer's judgement", inJudgement)];
};

const judgementIn = ({ figure }: Assessment): string | null => {
  const judgement = figure?.judgement ?? null;
  return judgement === null || judgement.length > LONGEST_JUDGEMENT ? null : judgement;
};

const quote = (text: string): string =>
  cutText(text.replace(/\s+/g, ' ').trim(), QUOTED_CHARACTERS);

const contradiction = (
  code: 'claims_met' | 'judgement_differs',
  assessment: Assessment,
  said: string,
): Question => ({
  code,
  found: `${headline(assessment).replace(/\.$/, '')}; ${said}.`,
  ask: 'Which is right?',
  meant: null,
});

const tooEarly = (
  { measure }: Assessment,
  where: 'commentary' | "officer's judgement",
  claim: string,
): Question => ({
  code: 'claims_met_early',
  found: `${measure.ref} has its target for the whole year, and its ${where} already says “${quote(claim)}”.`,
  ask: 'Is it met for good, or on the way to being met?',
  meant: null,
});

const isShort = ({ position }: Assessment): boolean =>
  position === 'off_track' || position === 'marginal';

/**
 * A count for part of a year has not met the year's target, however well it stands, unless the whole
 * of it is there already. A level stands for its quarter, so of that it can be said.
 */
const isBeforeItsTime = ({ measure, quarter, position, actual, target }: Assessment): boolean => {
  if (measure.kind !== 'flow' || target === null || actual === null) return false;
  if (position !== 'exceeding' && position !== 'on_track') return false;
  if (quarter.number === 4) return false;
  const isThere =
    (target.kind === 'at_least' && actual.gte(target.value)) ||
    (target.kind === 'above' && actual.gt(target.value));
  return !isThere;
};
