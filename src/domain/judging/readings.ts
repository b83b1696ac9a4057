import type { Quarter } from '../calendar/calendar.ts';
import { type Decimal, decimal } from '../decimal.ts';
import type { Measure, Tolerance } from '../measure.ts';
import type { Difference } from '../quantities.ts';
import type { Doubt, JudgedPosition, Need } from './assessment.ts';
import { otherStrictness } from './doubts.ts';
import { improvementTo, improvementWanted } from './improvement.ts';
import { type Ladder, ladderOf, placeOn } from './ladder.ts';
import { neededBy } from './needed.ts';
import { targetIn } from './target-years.ts';

/** One way to read a definition, with the target it leads to. */
export interface Reading {
  readonly reads: 'as_printed' | 'other_strictness' | 'no_worse_than_baseline';
  readonly target: Need;
  readonly needed: Need;
  /**
   * Where figures stand by now, and where what they make of the year stands; null where the measure
   * is graded by the share of an improvement and this reading leaves none to share.
   */
  readonly byNow: Ladder | null;
  readonly byYearEnd: Ladder | null;
}

/**
 * Every reading of the target, the printed one first; none where there is no number to judge against.
 * A wrong period or another comparator is asked about, but gives no second number to try.
 */
export const readingsOf = (
  measure: Measure,
  quarter: Quarter,
  tolerance: Tolerance,
  doubts: readonly Doubt[],
): readonly Reading[] => {
  const printed = targetIn(measure, quarter.year);
  if (printed === null) return [];
  const doubted = (kind: Doubt['kind']): boolean => doubts.some((doubt) => doubt.kind === kind);
  const reading = (reads: Reading['reads'], target: Need | null): readonly Reading[] =>
    target === null ? [] : [readAs(reads, target, { measure, quarter, tolerance })];
  return [
    ...reading('as_printed', printed),
    ...(doubted('unclear_strictness') ? reading('other_strictness', otherStrictness(printed)) : []),
    ...(doubted('target_worse_than_baseline')
      ? reading('no_worse_than_baseline', noWorseThanBaseline(measure))
      : []),
  ];
};

const noWorseThanBaseline = ({ baseline, polarity }: Measure): Need | null => {
  if (baseline.kind !== 'known' || polarity === 'range') return null;
  const value = decimal(baseline.value);
  return { kind: polarity === 'higher' ? 'at_least' : 'at_most', value };
};

interface Graded {
  readonly measure: Measure;
  readonly quarter: Quarter;
  readonly tolerance: Tolerance;
}

const readAs = (reads: Reading['reads'], target: Need, graded: Graded): Reading => {
  const { measure, quarter, tolerance } = graded;
  const needed = neededBy(target, measure, quarter);
  const isShared = tolerance.of === 'improvement';
  const ladder = (need: Need, improvement: Difference | null): Ladder | null =>
    isShared && improvement === null ? null : ladderOf(need, { measure, tolerance, improvement });
  return {
    reads,
    target,
    needed,
    byNow: ladder(needed, isShared ? improvementWanted(target, measure, quarter) : null),
    byYearEnd: ladder(target, isShared ? wholeImprovement(target, measure) : null),
  };
};

const wholeImprovement = (target: Need, measure: Measure): Difference | null => {
  const improvement = improvementTo(target, measure);
  return improvement.kind === 'misleading' ? null : improvement.size;
};

/** The position a number has by now under one reading; null where that reading cannot grade it. */
export const positionUnder = (actual: Decimal, { byNow }: Reading): JudgedPosition | null =>
  byNow && placeOn(byNow, actual);

/** The position all readings agree on; null where they differ or there is none. */
export const agreedPosition = (
  actual: Decimal,
  readings: readonly Reading[],
  when: 'byNow' | 'byYearEnd' = 'byNow',
): JudgedPosition | null => {
  let agreed: JudgedPosition | null = null;
  for (const reading of readings) {
    const ladder = reading[when];
    if (ladder === null) return null;
    const position = placeOn(ladder, actual);
    if (agreed !== null && position !== agreed) return null;
    agreed = position;
  }
  return agreed;
};
