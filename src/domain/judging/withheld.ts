import { type Decimal, decimal } from '../decimal.ts';
import { isPercentage, type Measure } from '../measure.ts';
import { isCount } from '../units.ts';
import type { Assessment, Withheld } from './assessment.ts';
import { yearValue } from './baseline-comparison.ts';
import { agreedPosition } from './readings.ts';
import { yearToDate } from './year-to-date.ts';

/** Counts from 1 to one less than this could point at somebody. */
const FEWEST_SHOWN = 5;

type Reason = NonNullable<Withheld['figure']>;

/**
 * Whether a public post may not say what a figure of this measure was before: it is kept back itself,
 * or another part of its outcome is, which it would give away.
 */
export const mayBeKeptBack = (measure: Measure, all: readonly Measure[]): boolean =>
  measure.suppressSmallCounts ||
  (measure.partOf !== null &&
    all.some(
      ({ partOf, unit, suppressSmallCounts }) =>
        suppressSmallCounts && partOf?.ref === measure.partOf?.ref && unit === measure.unit,
    ));

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
    if (figure !== null) return keptBack(assessment, figure);
    return assessment.measure.suppressSmallCounts
      ? { ...assessment, withheld: { figure } }
      : assessment;
  });
};

/**
 * With the verdict, where only one figure that would be kept back could have it: on track for at least
 * 12 by now, and no allowance, is 12. A figure worse than its baseline is not called that either.
 */
const keptBack = (assessment: Assessment, figure: Reason): Assessment => {
  const qualifiers = assessment.qualifiers.filter((each) => each !== 'worse_than_baseline');
  const kept = { ...assessment, qualifiers, withheld: { figure } };
  return isTold(assessment, figure)
    ? { ...kept, position: 'withheld', outlook: null, gap: null, remaining: null }
    : kept;
};

const isTold = (assessment: Assessment, figure: Reason): boolean => {
  const { actual, outlook, position, readings, measure, quarter } = assessment;
  if (actual === null) return false;
  const possible = couldBe(assessment, figure).filter((value) => {
    const year = yearValue(value, measure, quarter);
    const itsOutlook = year && agreedPosition(year, readings, 'byYearEnd');
    const itsPosition = agreedPosition(value, readings);
    return itsPosition === null
      ? position === 'query'
      : itsPosition === position && itsOutlook === (outlook?.position ?? null);
  });
  return possible.length === 1;
};

/** Everything a figure kept back for this reason could be, as far as anybody else can tell. */
const couldBe = (assessment: Assessment, figure: Reason): readonly Decimal[] => {
  if (isPercentage(assessment.measure.unit)) return SHARES_OF_FEW;
  const from = figure === 'few_added' ? latestShown(assessment) : decimal(0);
  if (figure !== 'few_among_parts') return FEW.map((count) => from.plus(count));
  // It may be one of the others that is few.
  return Array.from({ length: MOST_TRIED }, (_, count) => decimal(count));
};

const FEW = [1, 2, 3, 4].map(decimal);
const MOST_TRIED = 200;

/** The shares in which cases, the cases left out or all of them are few, each once. */
const SHARES_OF_FEW: readonly Decimal[] = [
  ...new Map(
    Array.from({ length: 20 }, (_, index) => decimal(index + 1)).flatMap((all) =>
      [...FEW, ...FEW.map((left) => all.minus(left)), decimal(0), all]
        .filter((cases) => cases.gte(0) && cases.lte(all))
        .map((cases) => cases.times(100).div(all))
        .map((share) => [share.toString(), share] as const),
    ),
  ).values(),
];

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
const isShownYearToDate = (assessment: Assessment): boolean => {
  const { actual } = assessment;
  return (
    actual !== null &&
    !shownBefore(assessment).some((earlier) => isFew(actual.minus(earlier).abs()))
  );
};

/** The years to date of earlier quarters that were shown, and the nought every year starts with. */
const shownBefore = ({ entries, measure }: Assessment): readonly Decimal[] => {
  const shown: Decimal[] = [decimal(0)];
  for (let count = 1; count < entries.length; count += 1) {
    const total = yearToDate(entries.slice(0, count), measure);
    if (total !== null && !shown.some((earlier) => isFew(total.minus(earlier).abs()))) {
      shown.push(total);
    }
  }
  return shown;
};

const latestShown = (assessment: Assessment): Decimal =>
  shownBefore(assessment).at(-1) ?? decimal(0);

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
