import { printDecimal } from '../decimal.ts';
import type { Assessment } from '../judging/assessment.ts';
import { improvementTo, type Misleading } from '../judging/improvement.ts';
import { isImpossibleShare } from '../judging/shares.ts';
import { addsAcrossBreak, addsPercentages } from '../judging/year-to-date.ts';
import { isPercentage } from '../measure.ts';
import { breakWords } from './target-words.ts';
import { isWithheld } from './withheld-words.ts';

/** Why no reading of a definition gives a verdict, and what it takes to have one. */
export interface Unjudgeable {
  /** After "because" or a colon, without a stop. */
  readonly because: string;
  /** After "Rule:", what decided. */
  readonly rule: string;
  /** A sentence. */
  readonly takes: string;
}

/** What a question about the definition itself comes to. */
export const SETTLE =
  'Choosing an answer for the council would be a guess, so the question stands until it is settled.';

/** What makes a figure or its definition impossible to judge; null where its readings only differ. */
export const unjudgeable = (assessment: Assessment): Unjudgeable | null => {
  const { measure, entries, figure, needed, doubts } = assessment;
  const share = figure?.answer.kind === 'number' ? figure.answer.share : null;
  if (share !== null && isPercentage(measure.unit) && isImpossibleShare(share)) {
    return {
      because: isWithheld(assessment)
        ? 'its counts cannot be'
        : `${printDecimal(share.numerator)} of ${printDecimal(share.denominator)} cases cannot be`,
      rule: 'a share that cannot be gives no verdict',
      takes: 'It can be judged once the counts are corrected.',
    };
  }
  if (needed === null) {
    return {
      because: 'its target is set against a baseline that is not known',
      rule: 'a target that cannot be computed gives no verdict',
      takes: SETTLE,
    };
  }
  if (addsPercentages(entries, measure)) {
    return {
      because: 'percentages of different quarters cannot be added up',
      rule: 'percentages that would have to be added up give no verdict',
      takes: 'It can be judged once the year to date is filed.',
    };
  }
  if (addsAcrossBreak(entries, measure)) {
    return {
      because: `${breakWords(measure)} cannot be added to later ones`,
      rule: 'figures made in different ways are never added up',
      takes: 'It can be judged once the year to date is filed as figures are made now.',
    };
  }
  if (doubts.some(({ kind }) => kind === 'baseline_made_otherwise')) {
    return {
      because: `its target is set against a baseline that cannot be compared, like all ${breakWords(measure)}`,
      rule: 'a target that rests on what cannot be compared gives no verdict',
      takes: SETTLE,
    };
  }
  if (doubts.some(({ kind }) => kind === 'percentage_adds_up')) {
    return {
      because: 'its percentages cannot add up over the year',
      rule: 'a definition that cannot be meant gives no verdict',
      takes: SETTLE,
    };
  }
  return byImprovement(assessment);
};

const byImprovement = ({ tolerance, target, measure }: Assessment): Unjudgeable | null => {
  if (tolerance.of !== 'improvement' || target === null) return null;
  const improvement = improvementTo(target, measure);
  return improvement.kind === 'improvement'
    ? null
    : {
        because: `a share of the improvement would mislead, as ${MISLEADING[improvement.because]}`,
        rule: 'a share of an improvement that would mislead gives no verdict',
        takes: SETTLE,
      };
};

const MISLEADING: Readonly<Record<Misleading, string>> = {
  baseline_unknown: 'the baseline is not known',
  baseline_is_target: 'the baseline is the target already',
  baseline_better_than_target: 'the baseline is better than the target',
  no_better_way: 'within a range neither way is better',
};
