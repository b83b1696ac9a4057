import { previousQuarter, type Quarter, sameQuarterLastYear } from '../calendar/calendar.ts';
import { type Decimal, decimal } from '../decimal.ts';
import type { FiledFigure } from '../figure.ts';
import type { Measure } from '../measure.ts';
import type { Travel } from './assessment.ts';
import { isWorse } from './doubts.ts';
import { targetOf } from './needed.ts';
import { shortfallOf } from './tolerance.ts';
import { figureFor, numberFiled, yearEntries, yearToDate } from './year-to-date.ts';

type Compared = Extract<Travel, { kind: 'compared' }>;

/** The number a quarter stands for: a flow's year to date by then, any other figure as filed. */
const numberBy = (
  figures: readonly FiledFigure[],
  measure: Measure,
  quarter: Quarter,
): Decimal | null => {
  const figure = figureFor(figures, quarter);
  if (figure === null || figure.answer.kind !== 'number') return null;
  return measure.kind === 'flow'
    ? yearToDate(yearEntries(figures, quarter), measure)
    : numberFiled(figure, measure.unit);
};

/**
 * Where a figure may be compared with, best first. Quarters of a flow have seasons and its year to
 * date only grows, and a twelve-month window shares nine months with the one before: both are set
 * against the same quarter last year only.
 */
const comparable = (
  measure: Measure,
  quarter: Quarter,
): ReadonlyArray<Pick<Compared, 'with' | 'quarter'>> => {
  const lastYear = {
    with: 'same_quarter_last_year',
    quarter: sameQuarterLastYear(quarter),
  } as const;
  return measure.kind === 'level'
    ? [{ with: 'previous_quarter', quarter: previousQuarter(quarter) }, lastYear]
    : [lastYear];
};

/** Which way the figure has gone since an earlier quarter, whatever its position against the target. */
export const travelOf = ({
  measure,
  quarter,
  figures,
}: {
  readonly measure: Measure;
  readonly quarter: Quarter;
  readonly figures: readonly FiledFigure[];
}): Travel => {
  const to = numberBy(figures, measure, quarter);
  if (to === null) return { kind: 'none', because: 'no_number' };
  const earlier = comparable(measure, quarter);
  for (const candidate of earlier) {
    const from = numberBy(figures, measure, candidate.quarter);
    if (from === null) continue;
    const direction = directionOf(from, to, measure);
    if (direction === null) return { kind: 'none', because: 'no_better_way' };
    return { kind: 'compared', direction, ...candidate, from, to };
  }
  const filed = earlier.some((candidate) => figureFor(figures, candidate.quarter) !== null);
  return { kind: 'none', because: filed ? 'no_number' : 'no_earlier_quarter' };
};

/** In a range, nearer to it is better; null where neither way can be called better. */
const directionOf = (
  from: Decimal,
  to: Decimal,
  measure: Measure,
): Compared['direction'] | null => {
  if (from.eq(to)) return 'level';
  if (measure.polarity !== 'range') return isWorse(to, from, measure) ? 'worse' : 'better';
  const target = targetOf(measure);
  if (target === null) return null;
  const outside = (value: Decimal): Decimal => {
    const { by } = shortfallOf(value, target);
    return by.lt(0) ? decimal(0) : by;
  };
  if (outside(to).eq(outside(from))) return 'level';
  return outside(to).gt(outside(from)) ? 'worse' : 'better';
};
