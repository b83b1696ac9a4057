import { previousQuarter, type Quarter, sameQuarterLastYear } from '../calendar/calendar.ts';
import { compare, type Decimal, decimal } from '../decimal.ts';
import type { FiledFigure } from '../figure.ts';
import type { Measure } from '../measure.ts';
import type { Travel } from './assessment.ts';
import { isAcrossBreak } from './comparability.ts';
import { isWorse } from './doubts.ts';
import { targetIn } from './target-years.ts';
import { bandWidth, shortfallOf } from './tolerance.ts';
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
  actual: to,
}: {
  readonly measure: Measure;
  readonly quarter: Quarter;
  readonly figures: readonly FiledFigure[];
  /** The number judged in this quarter, or null where there is none. */
  readonly actual: Decimal | null;
}): Travel => {
  if (to === null) return { kind: 'none', because: 'no_number' };
  let isBroken = false;
  let isFiled = false;
  for (const candidate of comparable(measure, quarter)) {
    if (isAcrossBreak(candidate.quarter, quarter, measure)) {
      isBroken = true;
      continue;
    }
    isFiled ||= figureFor(figures, candidate.quarter) !== null;
    const from = numberBy(figures, measure, candidate.quarter);
    if (from === null) continue;
    const direction = directionOf(from, to, { measure, quarter });
    if (direction === null) return { kind: 'none', because: 'no_better_way' };
    return { kind: 'compared', direction, ...candidate, from, to };
  }
  if (isBroken) return { kind: 'none', because: 'comparability_break' };
  return { kind: 'none', because: isFiled ? 'no_number' : 'no_earlier_quarter' };
};

/**
 * In a range, nearer to it is better; null where neither way can be called better. A change inside the
 * measure's dead band is none.
 */
const directionOf = (
  from: Decimal,
  to: Decimal,
  { measure, quarter }: { readonly measure: Measure; readonly quarter: Quarter },
): Compared['direction'] | null => {
  if (isStill(from, to, measure)) return 'level';
  if (measure.polarity !== 'range') return isWorse(to, from, measure) ? 'worse' : 'better';
  const target = targetIn(measure, quarter.year);
  if (target === null) return null;
  const outside = (value: Decimal): Decimal => {
    const { by } = shortfallOf(value, target);
    return by.lt(0) ? decimal(0) : by;
  };
  if (outside(to).eq(outside(from))) return 'level';
  return outside(to).gt(outside(from)) ? 'worse' : 'better';
};

/** A band in percent is of where the figure was. */
const isStill = (from: Decimal, to: Decimal, { deadBand }: Measure): boolean =>
  compare(from, to) === 0 ||
  (deadBand !== null && decimal(to).minus(from).abs().lte(bandWidth(deadBand, from)));
