import { type Assessment, JUDGED_POSITIONS } from './assessment.ts';
import { isOutturn } from './target-years.ts';

/**
 * How an outcome stands that is judged through its parts. A part without a target counts for nothing,
 * and so does one that had no cases: there was nothing to meet.
 */
export type OutcomePosition =
  | 'met'
  | 'partly_met'
  | 'not_met'
  /** What was judged is all where it needs to be, or all is not, and something is still to be judged. */
  | 'partly_judged'
  | 'not_judged'
  | 'no_target';

/** An outcome through its parts, for one quarter. */
export interface OutcomeAssessment {
  readonly ref: string;
  readonly title: string;
  readonly position: OutcomePosition;
  /** All its parts, those with a verdict, and those of them that are where they need to be. */
  readonly parts: number;
  readonly judged: number;
  readonly met: number;
  /** Whether the verdicts are outturns: only then was a target met or not. */
  readonly settled: boolean;
}

/** The outcome these parts belong to; null where they are measures of their own. */
export const judgeOutcome = (parts: readonly Assessment[]): OutcomeAssessment | null => {
  const outcome = parts[0]?.measure.partOf ?? null;
  if (outcome === null) return null;
  const judged = parts.filter(({ position }) =>
    JUDGED_POSITIONS.some((verdict) => verdict === position),
  );
  const met = judged.filter(
    ({ position }) => position === 'exceeding' || position === 'on_track',
  ).length;
  const targeted = parts.filter(({ measure }) => measure.target.rule.kind !== 'none');
  const counting = targeted.filter(({ position }) => position !== 'no_cases').length;
  return {
    ...outcome,
    position:
      targeted.length === 0 ? 'no_target' : positionOf({ counting, judged: judged.length, met }),
    parts: parts.length,
    judged: judged.length,
    met,
    settled:
      judged.length > 0 &&
      judged.every(({ measure, quarter }) => isOutturn(measure.target, quarter)),
  };
};

const positionOf = ({
  counting,
  judged,
  met,
}: {
  readonly counting: number;
  readonly judged: number;
  readonly met: number;
}): OutcomePosition => {
  if (judged === 0) return 'not_judged';
  if (met > 0 && met < judged) return 'partly_met';
  if (judged < counting) return 'partly_judged';
  return met === 0 ? 'not_met' : 'met';
};
