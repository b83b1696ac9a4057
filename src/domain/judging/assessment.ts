import type { Quarter } from '../calendar/calendar.ts';
import type { Decimal } from '../decimal.ts';
import type { FiledFigure } from '../figure.ts';
import type { Measure, Tolerance } from '../measure.ts';
import type { Difference } from '../quantities.ts';
import type { Reading } from './readings.ts';

export const POSITIONS = [
  'exceeding',
  'on_track',
  'marginal',
  'off_track',
  'not_started',
  'no_cases',
  'no_target',
  'not_available',
  'not_due',
  'awaiting',
  'query',
  /** Only in a public post: the verdict would give away a figure that is kept back. */
  'withheld',
] as const;
export type Position = (typeof POSITIONS)[number];

/** The positions that are a verdict against a target; the rest say why there is none. */
export const JUDGED_POSITIONS = ['exceeding', 'on_track', 'marginal', 'off_track'] as const;
export type JudgedPosition = (typeof JUDGED_POSITIONS)[number];

export const QUALIFIERS = [
  'provisional',
  'late',
  'revised',
  'small_numbers',
  'annualised',
  'assumed_profile',
  'baseline_pending',
  'worse_than_baseline',
  'definition_query',
  'multi_year',
  'comparability_break',
] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

/** A level needed: one bound, strict or not, or a range. In the measure's unit. */
export type Need =
  | { readonly kind: 'at_least' | 'at_most' | 'above' | 'below'; readonly value: Decimal }
  | { readonly kind: 'between'; readonly low: Decimal; readonly high: Decimal };

/** A reason to doubt a measure's definition, with the sentence that asks about it. */
export interface Doubt {
  readonly kind:
    | 'target_worse_than_baseline'
    | 'unclear_strictness'
    | 'wrong_period'
    | 'other_comparator'
    | 'baseline_unknown'
    | 'percentage_adds_up'
    | 'baseline_made_otherwise'
    | 'improvement_misleads';
  readonly sentence: string;
}

/** How far the figure is from the level needed. */
export interface Gap {
  /** Figure less the level needed, in the measure's unit (points for a percentage). */
  readonly value: Difference;
  /** The bound it is taken from, which it can be given as a percentage of. */
  readonly of: Decimal;
  /** True where the gap is on the wrong side. */
  readonly short: boolean;
}

export type Travel =
  | {
      readonly kind: 'none';
      readonly because:
        | 'no_earlier_quarter'
        | 'no_number'
        | 'no_better_way'
        | 'comparability_break';
    }
  | {
      readonly kind: 'compared';
      readonly direction: 'better' | 'worse' | 'level';
      readonly with: 'previous_quarter' | 'same_quarter_last_year';
      readonly quarter: Quarter;
      readonly from: Decimal;
      readonly to: Decimal;
    };

/** Change on the baseline, where a baseline is known and the two can be compared. */
export interface BaselineComparison {
  /** The value compared: the figure, or the annualised figure of a flow. */
  readonly value: Decimal;
  /** Value less baseline, in the measure's unit. */
  readonly difference: Difference;
  /** The baseline, which it can be given as a percentage of. */
  readonly of: Decimal;
}

/** One quarter of the year; the figure is null where nothing was filed for it. */
export interface YearEntry {
  readonly quarter: Quarter;
  readonly figure: FiledFigure | null;
}

/** What the rest of the year has to bring; nothing is said of the last quarter, which settles it. */
export type Remaining =
  /** The whole year's target is reached, whatever the quarters left bring. */
  | { readonly kind: 'reached' }
  /** A most is passed already, by this much, and what is counted cannot be uncounted. */
  | { readonly kind: 'impossible'; readonly beyond: Difference }
  /** Still to be done, or still allowed, in all of the quarters left. */
  | {
      readonly kind: 'to_do' | 'allowed';
      readonly left: Difference;
      readonly quarters: number;
    };

/** The cases of several quarters together: the sum of the numerators over that of the denominators. */
export interface CombinedShare {
  readonly numerator: Decimal;
  readonly denominator: Decimal;
  /** Null where there were no cases in any of the quarters. */
  readonly percent: Decimal | null;
}

/** What a public post may not show of an assessment. */
export interface Withheld {
  /**
   * Why neither the figure nor anything it could be worked out from is shown: it is a count of 1 to 4,
   * it grew by as few since a figure that was shown, or it is of one sum with a part that did. Null:
   * the figure is shown, but nothing of the quarters before it.
   */
  readonly figure: 'few' | 'few_added' | 'few_among_parts' | null;
}

/** What the software computes from a definition and its figures. Never stored as fact while the quarter is open. */
export interface Assessment {
  readonly measure: Measure;
  readonly quarter: Quarter;
  /** The current revision for this quarter, or null where nothing was filed. */
  readonly figure: FiledFigure | null;
  /** The number judged (year to date for flows), or null where there is none. */
  readonly actual: Decimal | null;
  /** What was filed from Q1 to this quarter, oldest first: what a flow's year to date is made of. */
  readonly entries: readonly YearEntry[];
  /** The whole target for the year, in the measure's unit. */
  readonly target: Need | null;
  /** The level needed by the end of this quarter. */
  readonly needed: Need | null;
  /** Every reading of the target, the printed one first; none where there is no number to judge against. */
  readonly readings: readonly Reading[];
  readonly position: Position;
  readonly outlook: { readonly value: Decimal | null; readonly position: JudgedPosition } | null;
  /** Of a flow with a verdict, before its last quarter. */
  readonly remaining: Remaining | null;
  /** The share of all cases in the year so far, where every quarter gave its counts. */
  readonly yearShare: CombinedShare | null;
  readonly qualifiers: readonly Qualifier[];
  readonly gap: Gap | null;
  readonly onBaseline: BaselineComparison | null;
  readonly travel: Travel;
  readonly tolerance: Tolerance & { readonly setBy: 'programme' | 'measure' };
  /** The body that answers for the plan; null where it is not known. */
  readonly definedBy: string | null;
  readonly doubts: readonly Doubt[];
  /** Null where nothing is kept back, as in any private answer. */
  readonly withheld: Withheld | null;
}
