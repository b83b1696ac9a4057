import { type Decimal, decimal } from '../decimal.ts';
import { isPercentage } from '../measure.ts';
import { isCount } from '../units.ts';
import type { Assessment, Withheld } from './assessment.ts';
import { yearToDate } from './year-to-date.ts';

/** Counts from 1 to one less than this could point at somebody. */
const FEWEST_SHOWN = 5;

type Reason = NonNullable<Withheld['figure']>;

/**
 * The assessments of a quarter as a public post may show them. A measure that asks for it keeps back
 * counts of 1 to 4 and every number they could be worked out from: a share by its cases, by those it
 * leaves out, or by its denominator; a year to date by what it grew by since one that was shown; the
 * parts of an outcome all together, since a total and the others would give one away. All of the
 * quarter's assessments must be given, so that what one post keeps back no other shows.
 */
export const forPublic = (assessments: readonly Assessment[]): readonly Assessment[] => {
  const few = new Map(assessments.map((each) => [each, reasonFor(each)]));
  const groups = Map.groupBy(assessments, ({ measure }) => measure.partOf?.ref ?? measure.ref);
  const given = (assessment: Assessment): Reason | null => {
    const parts = groups.get(assessment.measure.partOf?.ref ?? '') ?? [];
    const others = parts.filter((part) => part !== assessment && addUp(part, assessment, parts));
    if (others.length === 0) return few.get(assessment) ?? null;
    return [assessment, ...others].some((part) => few.get(part) != null) ? 'few_among_parts' : null;
  };
  return assessments.map((assessment) => {
    const figure = given(assessment);
    return figure === null && !assessment.measure.suppressSmallCounts
      ? assessment
      : { ...assessment, withheld: { figure } };
  });
};

const isFew = (count: Decimal): boolean => count.gt(0) && count.lt(FEWEST_SHOWN);

const reasonFor = (assessment: Assessment): Reason | null => {
  const { measure, figure, actual } = assessment;
  if (!measure.suppressSmallCounts || figure?.answer.kind !== 'number') return null;
  const { share } = figure.answer;
  if (isPercentage(measure.unit)) {
    return share !== null &&
      [share.numerator, share.denominator, share.denominator.minus(share.numerator)].some(isFew)
      ? 'few'
      : null;
  }
  if (!isCount(measure.unit)) return null;
  if (actual === null) return isFew(figure.answer.value) ? 'few' : null;
  if (isFew(actual)) return 'few';
  return measure.kind === 'flow' && !isShownYearToDate(assessment) ? 'few_added' : null;
};

/**
 * Whether a year to date can be shown beside those shown in earlier quarters: no two that are shown
 * may be a few apart. Which those are is worked out anew from what stands on record.
 */
const isShownYearToDate = ({ entries, measure }: Assessment): boolean => {
  const shown: Decimal[] = [decimal(0)];
  let isShown = false;
  for (const last of entries.keys()) {
    const total = yearToDate(entries.slice(0, last + 1), measure);
    isShown = total !== null && !shown.some((earlier) => isFew(total.minus(earlier).abs()));
    if (isShown && total !== null) shown.push(total);
  }
  return isShown;
};

/** Whether two parts are of one sum: counts of one unit, or shares that divide the same cases. */
const addUp = (a: Assessment, b: Assessment, parts: readonly Assessment[]): boolean => {
  if (a.measure.unit !== b.measure.unit) return false;
  if (isCount(a.measure.unit)) return true;
  const denominator = shareOf(a)?.denominator;
  if (denominator === undefined || shareOf(b)?.denominator.eq(denominator) !== true) return false;
  const alike = parts.flatMap((part) => shareOf(part) ?? []);
  const sum = alike
    .filter((share) => share.denominator.eq(denominator))
    .reduce((total, { numerator }) => total.plus(numerator), decimal(0));
  return sum.eq(denominator);
};

const shareOf = ({ figure, measure }: Assessment) =>
  figure?.answer.kind === 'number' && isPercentage(measure.unit) ? figure.answer.share : null;
