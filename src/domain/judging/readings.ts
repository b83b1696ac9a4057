import type { Quarter } from '../calendar/calendar.ts';
import { type Decimal, decimal } from '../decimal.ts';
import type { Measure, Tolerance } from '../measure.ts';
import type { Difference } from '../quantities.ts';
import type { Doubt, JudgedPosition, Need } from './assessment.ts';
import { otherStrictness } from './doubts.ts';
import { improvementTo, improvementWanted } from './improvement.ts';
import { neededBy } from './needed.ts';
import { targetIn } from './target-years.ts';
import { positionAgainst } from './tolerance.ts';

/** One way to read a definition, with the target it leads to. */
export interface Reading {
  readonly reads: 'as_printed' | 'other_strictness' | 'no_worse_than_baseline';
  readonly target: Need;
  readonly needed: Need;
}

/** The definition with everything a judgement of one number takes. */
export interface Definition {
  readonly measure: Measure;
  readonly quarter: Quarter;
  readonly tolerance: Tolerance;
  readonly readings: readonly Reading[];
}

/**
 * Every reading of the target, the printed one first; none where there is no number to judge against.
 * A wrong period or another comparator is asked about, but gives no second number to try.
 */
export const readingsOf = (
  measure: Measure,
  quarter: Quarter,
  doubts: readonly Doubt[],
): readonly Reading[] => {
  const printed = targetIn(measure, quarter.year);
  if (printed === null) return [];
  const doubted = (kind: Doubt['kind']): boolean => doubts.some((doubt) => doubt.kind === kind);
  const reading = (reads: Reading['reads'], target: Need | null): readonly Reading[] =>
    target === null ? [] : [{ reads, target, needed: neededBy(target, measure, quarter) }];
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

/**
 * The position a number has under one reading, by now or at the year's end; null where the measure is
 * graded by the share of an improvement and this reading leaves none to share.
 */
export const positionUnder = (
  actual: Decimal,
  reading: Reading,
  { measure, quarter, tolerance }: Definition,
  when: 'needed' | 'target' = 'needed',
): JudgedPosition | null => {
  if (tolerance.of === 'level') {
    return positionAgainst(actual, reading[when], { measure, tolerance, improvement: null });
  }
  const improvement =
    when === 'needed'
      ? improvementWanted(reading.target, measure, quarter)
      : wholeImprovement(reading.target, measure);
  return improvement === null
    ? null
    : positionAgainst(actual, reading[when], { measure, tolerance, improvement });
};

const wholeImprovement = (target: Need, measure: Measure): Difference | null => {
  const improvement = improvementTo(target, measure);
  return improvement.kind === 'misleading' ? null : improvement.size;
};

/** The position all readings agree on; null where they differ or there is none. */
export const agreedPosition = (
  actual: Decimal,
  definition: Definition,
  when: 'needed' | 'target' = 'needed',
): JudgedPosition | null => {
  const [first = null, ...others] = definition.readings.map((reading) =>
    positionUnder(actual, reading, definition, when),
  );
  return others.every((other) => other === first) ? first : null;
};
