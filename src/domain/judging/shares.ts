import { decimal } from '../decimal.ts';
import type { Answer } from '../figure.ts';
import type { CombinedShare, YearEntry } from './assessment.ts';

type Share = NonNullable<Extract<Answer, { kind: 'number' }>['share']>;

const NO_CASES: Share = { numerator: decimal(0), denominator: decimal(0) };

/** The counts of one quarter; null where they are not known, and none where there were no cases. */
const countsOf = ({ figure }: YearEntry): Share | null => {
  switch (figure?.answer.kind) {
    case 'number':
      return figure.answer.share;
    case 'no_cases':
    case 'not_started':
      return NO_CASES;
    case 'not_available':
    case 'not_due':
    case undefined:
      return null;
  }
};

/**
 * The share over several quarters, from their sums: 1 of 2 and 9 of 90 are 10 of 92, not the mean of
 * 50% and 10%. Null where a quarter's counts are not known, as a part is never taken for the whole.
 */
export const combinedShare = (entries: readonly YearEntry[]): CombinedShare | null => {
  const counts = entries.map(countsOf);
  if (!counts.every((share) => share !== null)) return null;
  const sum = (key: keyof Share) =>
    counts.reduce((total, share) => total.plus(share[key]), decimal(0));
  const [numerator, denominator] = [sum('numerator'), sum('denominator')];
  const percent = denominator.eq(0) ? null : numerator.times(100).div(denominator);
  return { numerator, denominator, percent };
};

/** A share that cannot be: more cases counted than there were, or fewer than none. */
export const isImpossibleShare = ({ numerator, denominator }: Share): boolean =>
  numerator.lt(0) || denominator.lt(0) || numerator.gt(denominator);
