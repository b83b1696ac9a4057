import type { Quarter } from '../calendar/calendar.ts';
import { numberOfQuarter } from '../checking/history.ts';
import type { Decimal } from '../decimal.ts';
import type { FiledFigure } from '../figure.ts';
import type { Remaining } from '../judging/assessment.ts';
import { perQuarter, remainingOf } from '../judging/remaining.ts';
import { targetIn } from '../judging/target-years.ts';
import { yearEntries, yearToDate } from '../judging/year-to-date.ts';
import type { Measure } from '../measure.ts';
import { printBare, printBareNeed, printValue } from '../wording/print-value.ts';
import { COORDINATOR, type Finding } from './finding.ts';

// A quarter can be twice as good as any before it; more than three times as good is hoped for, not planned.
const TIMES_BEST_QUARTER = 3;

/**
 * A year's count that cannot be met any more: it is to stay low and has passed its target, or each
 * quarter left would have to bring more than three times the best one yet.
 */
export const outOfReach = (
  measure: Measure,
  quarter: Quarter,
  figures: readonly FiledFigure[],
): readonly Finding[] => {
  const target = targetIn(measure, quarter.year);
  if (measure.kind !== 'flow' || target === null) return [];
  const soFar = yearToDate(yearEntries(figures, quarter), measure);
  const remaining = soFar === null ? null : remainingOf(soFar, target, quarter);
  const because = remaining && whyNot(remaining, measure, quarter, figures);
  if (soFar === null || because === null) return [];
  return [
    {
      code: 'out_of_reach',
      ref: measure.ref,
      quarter,
      found: `${measure.ref} stands at ${printValue(soFar, measure.unit)} after Q${quarter.number}, and its target for the year is ${printBareNeed(target, measure.unit)}: ${because}.`,
      ask: 'Is the target still the right one, and what is the committee to be told?',
      whom: COORDINATOR,
    },
  ];
};

const whyNot = (
  remaining: Remaining,
  measure: Measure,
  quarter: Quarter,
  figures: readonly FiledFigure[],
): string | null => {
  if (remaining.kind === 'impossible') return 'what has been counted cannot become less';
  const best = bestQuarter(measure, quarter, figures);
  if (remaining.kind !== 'to_do' || best === null) return null;
  const pace = perQuarter(remaining);
  if (pace.lte(best.times(TIMES_BEST_QUARTER))) return null;
  const print = (value: Decimal): string => printBare(value, measure.unit, 1);
  return `each quarter left would need ${print(pace)}, and the best so far was ${print(best)}`;
};

/** Null where it cannot be told what any quarter of this year brought. */
const bestQuarter = (
  measure: Measure,
  { year, number }: Quarter,
  figures: readonly FiledFigure[],
): Decimal | null =>
  ([1, 2, 3, 4] as const)
    .filter((each) => each <= number)
    .flatMap((each) => numberOfQuarter(measure, { year, number: each }, figures) ?? [])
    .reduce<Decimal | null>((best, each) => (best?.gte(each) ? best : each), null);
