import type { Quarter, QuarterNumber } from '../calendar/calendar.ts';
import { type Decimal, decimal } from '../decimal.ts';
import type { Measure } from '../measure.ts';
import type { Need } from './assessment.ts';

/**
 * The whole target in the measure's unit, for its last year where it runs over several; null where
 * there is none, or none can be computed.
 */
export const targetOf = (measure: Measure): Need | null => {
  const { rule } = measure.target;
  switch (rule.kind) {
    case 'at_least':
    case 'at_most':
    case 'above':
    case 'below':
    case 'between':
      return rule;
    case 'change':
      return onBaseline(measure, rule.percent, (baseline) =>
        // The size of the change is taken from the size of the baseline, so that a rise is a rise
        // on a negative baseline too.
        baseline.plus(baseline.abs().times(rule.percent).div(100)),
      );
    case 'points':
      return onBaseline(measure, rule.points, (baseline) => baseline.plus(rule.points));
    case 'maintain':
      return onBaseline(measure, decimal(0), (baseline) => baseline);
    case 'none':
      return null;
  }
};

/** Whether the target can only be known once its baseline is: "5% reduction from baseline". */
export const isRelative = (measure: Measure): boolean => {
  const { kind } = measure.target.rule;
  return kind === 'change' || kind === 'points' || kind === 'maintain';
};

const onBaseline = (
  { baseline, polarity }: Measure,
  change: Decimal,
  apply: (baseline: Decimal) => Decimal,
): Need | null => {
  if (baseline.kind !== 'known') return null;
  const value = apply(decimal(baseline.value));
  switch (polarity) {
    case 'higher':
      return { kind: 'at_least', value };
    case 'lower':
      return { kind: 'at_most', value };
    case 'range':
      if (change.eq(0)) return { kind: 'between', low: value, high: value };
      return { kind: change.gt(0) ? 'at_least' : 'at_most', value };
  }
};

/** The part of the year's target due by now, as a fraction: exact where a quotient would not be. */
export interface ProfileShare {
  readonly part: Decimal;
  readonly whole: Decimal;
  /** True where no usable profile was agreed and even quarters stand in for it. */
  readonly assumed: boolean;
}

/** A flow's profile share by the end of this quarter; at Q4 all of it, as every profile ends at the whole. */
export const profileShare = ({ profile }: Measure, { number }: Quarter): ProfileShare => {
  const agreed = profile !== null && isCumulative(profile) ? profile : null;
  const assumed = agreed === null;
  if (agreed === null) return { part: decimal(number), whole: decimal(4), assumed };
  const [first, second, third, whole] = agreed;
  const byQuarter: Record<QuarterNumber, Decimal> = { 1: first, 2: second, 3: third, 4: whole };
  return { part: byQuarter[number], whole, assumed };
};

/** A profile that falls, or ends at nought, cannot say what part of the target is due. */
const isCumulative = ([first, second, third, last]: NonNullable<Measure['profile']>): boolean =>
  first.gte(0) && second.gte(first) && third.gte(second) && last.gte(third) && last.gt(0);

/** The level needed by the end of this quarter to reach `target`: for levels and windows all of it. */
export const neededBy = (target: Need, measure: Measure, quarter: Quarter): Need => {
  if (measure.kind !== 'flow') return target;
  const { part, whole } = profileShare(measure, quarter);
  // Multiplied before dividing: a third of 60 is then 20, not 19.99….
  const scale = (value: Decimal): Decimal => decimal(value).times(part).div(whole);
  return target.kind === 'between'
    ? { kind: 'between', low: scale(target.low), high: scale(target.high) }
    : { kind: target.kind, value: scale(target.value) };
};

/** Where a flow lands at year end if it goes on like this; null where nothing is due by now. */
export const annualised = (actual: Decimal, measure: Measure, quarter: Quarter): Decimal | null => {
  const { part, whole } = profileShare(measure, quarter);
  return part.eq(0) ? null : decimal(actual).times(whole).div(part);
};
