import { type Decimal, decimal } from '../decimal.ts';
import type { FiledFigure } from '../figure.ts';
import { isPercentage, type Measure } from '../measure.ts';
import { isCount } from '../units.ts';
import type { Need } from './assessment.ts';
import { agreedPosition, type Reading } from './readings.ts';
import { answerOf } from './year-to-date.ts';

/** Why a figure rests on small numbers; each is reason enough. */
export type SmallBecause = 'one_case' | 'few_cases' | 'stated' | 'small_target';

/** What of a definition says whether numbers are small. */
interface Defined {
  readonly measure: Measure;
  readonly readings: readonly Reading[];
}

/** Every reason this figure rests on small numbers; none unless it is a number. */
export const smallBecause = (
  figure: FiledFigure | null,
  definition: Defined,
): readonly SmallBecause[] => {
  const applies = reasonsFor(figure, definition);
  return applies === null ? [] : REASONS.filter((reason) => applies[reason]());
};

/** Whether there is any such reason; the costly one is only looked into where no other is there. */
export const isSmall = (figure: FiledFigure | null, definition: Defined): boolean => {
  const applies = reasonsFor(figure, definition);
  return applies !== null && REASONS.toReversed().some((reason) => applies[reason]());
};

const REASONS: readonly SmallBecause[] = ['one_case', 'few_cases', 'stated', 'small_target'];

const reasonsFor = (
  figure: FiledFigure | null,
  definition: Defined,
): Record<SmallBecause, () => boolean> | null => {
  const { measure } = definition;
  const answer = figure && answerOf(figure, measure.unit);
  if (figure === null || answer?.kind !== 'number') return null;
  const { share } = answer;
  return {
    one_case: () => share !== null && oneCaseWouldChangeIt(share, definition),
    few_cases: () => share?.denominator.lt(measure.minimumBase) === true,
    stated: () => figure.smallSample,
    small_target: () => hasSmallTarget(definition),
  };
};

type Share = { readonly numerator: Decimal; readonly denominator: Decimal };

/**
 * Whether one case more or fewer among the same number of cases would give another position. Counts
 * are whole numbers, and the forty places of a quotient tell any two of them apart.
 */
const oneCaseWouldChangeIt = ({ numerator, denominator }: Share, definition: Defined): boolean => {
  if (!standsAlone(definition.measure) || denominator.lte(0) || definition.readings.length === 0) {
    return false;
  }
  const positionOf = (cases: Decimal) =>
    agreedPosition(decimal(cases).times(100).div(denominator), definition.readings);
  const position = positionOf(numerator);
  return [numerator.minus(1), numerator.plus(1)]
    .filter((cases) => cases.gte(0) && cases.lte(denominator))
    .some((cases) => positionOf(cases) !== position);
};

const standsAlone = (measure: Measure): boolean =>
  measure.kind !== 'flow' && isPercentage(measure.unit);

/**
 * A count whose target for the whole year is itself below the minimum base: a case or two is then a
 * large part of the year. A rate per 100,000 is not a count of cases, however small it prints.
 */
const hasSmallTarget = ({ measure, readings: [printed] }: Defined): boolean =>
  measure.kind === 'flow' &&
  isCount(measure.unit) &&
  printed !== undefined &&
  highestOf(printed.target).lt(measure.minimumBase);

const highestOf = (target: Need): Decimal =>
  target.kind === 'between' ? target.high : target.value;
