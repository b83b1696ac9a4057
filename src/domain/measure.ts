import type { Quarter } from './calendar/calendar.ts';
import type { Decimal } from './decimal.ts';

export const POLARITIES = ['higher', 'lower', 'range'] as const;
/** Which way is better. Stored with the measure, never guessed from its title or its target. */
export type Polarity = (typeof POLARITIES)[number];

export const KINDS = ['flow', 'level', 'rolling'] as const;
/**
 * How quarters combine. `flow`: counts and per-population rates that add up over the year. `level`:
 * percentages, period rates, already annualised rates and snapshots, where each figure stands alone.
 * `rolling`: twelve-month windows.
 */
export type Kind = (typeof KINDS)[number];

export type Baseline =
  | {
      readonly kind: 'known';
      readonly value: Decimal;
      readonly period: string;
      readonly text: string | null;
    }
  | { readonly kind: 'to_be_established'; readonly text: string | null }
  | { readonly kind: 'not_applicable'; readonly text: string | null };

/** What must be reached; the council's own words stay beside it in `MeasureTarget.text`. */
export type TargetRule =
  | { readonly kind: 'at_least'; readonly value: Decimal }
  | { readonly kind: 'at_most'; readonly value: Decimal }
  | { readonly kind: 'above'; readonly value: Decimal }
  | { readonly kind: 'below'; readonly value: Decimal }
  | { readonly kind: 'between'; readonly low: Decimal; readonly high: Decimal }
  /** Relative to the baseline, in percent of it: `-5` is "5% reduction", baseline x 0.95. */
  | { readonly kind: 'change'; readonly percent: Decimal }
  /** Added to the baseline, in the measure's own unit (points for a percentage). */
  | { readonly kind: 'points'; readonly points: Decimal }
  | { readonly kind: 'maintain' }
  | { readonly kind: 'none' };

export interface MeasureTarget {
  readonly rule: TargetRule;
  /** The wording of the plan, exactly as the council printed it. */
  readonly text: string | null;
  /** Over how many years the target is to be reached; 1 unless the plan says otherwise. */
  readonly years: number;
  readonly path: TargetPath;
  /** Since when and why this target stands in the place of the plan's; null for the plan's own. */
  readonly revision: TargetRevision | null;
}

/** How a target over several years is reached, year by year. A year is the April it starts in. */
export type TargetPath =
  /** No level was agreed for the years between, so the whole target applies in each of them. */
  | { readonly kind: 'whole'; readonly from: number | null }
  /** Oldest first, in the measure's unit; the last is the target itself. */
  | { readonly kind: 'milestones'; readonly levels: readonly Milestone[] }
  /** Equal steps from the baseline; `from` is the year of the first step. */
  | { readonly kind: 'straight_line'; readonly from: number };

export interface Milestone {
  readonly year: number;
  readonly value: Decimal;
}

/** A target changed within the year. It counts from this quarter on; earlier verdicts keep theirs. */
export interface TargetRevision {
  readonly from: Quarter;
  readonly reason: string;
  /** Who decided it, in the catalogue's words; null where it does not say. */
  readonly by: string | null;
}

/** A width: relative to another value (`percent`) or in the measure's own unit (`points`). */
export interface Band {
  readonly in: 'percent' | 'points';
  readonly size: Decimal;
}

/** Short by no more than `onTrack` still counts as on track; by no more than `marginal` is marginal. */
export interface Tolerance {
  readonly onTrack: Band;
  readonly marginal: Band;
  /** Whether short by exactly a band's width is inside the band. */
  readonly edges: 'inclusive' | 'exclusive';
  /** What a band in percent is part of: the level needed, or the improvement wanted on the baseline. */
  readonly of: 'level' | 'improvement';
}

/** From when on a measure's figures are made in another way than before, so that none crosses it. */
export interface ComparabilityBreak {
  readonly from: Quarter;
  readonly reason: string | null;
}

/** One numbered outcome, or one part of it (`4.2a`), with everything needed to judge its figures. */
export interface Measure {
  readonly ref: string;
  readonly title: string;
  /** A few words for digests and headlines; the title where the catalogue gives none. */
  readonly shortTitle: string;
  readonly projectNumber: number;
  /** The outcome this measure is a part of (`4.2` for `4.2a`), with the outcome's own title. */
  readonly partOf: { readonly ref: string; readonly title: string } | null;
  /** `%`, or the thing counted: `victims`, `per 100,000 young people`. */
  readonly unit: string;
  readonly polarity: Polarity;
  readonly kind: Kind;
  readonly baseline: Baseline;
  /** The plan's own target. */
  readonly target: MeasureTarget;
  /** What took its place within the year, oldest first; each has its `revision`. */
  readonly revisedTargets: readonly MeasureTarget[];
  /** Flow only: the cumulative level needed by the end of Q1 to Q4. Null: a quarter of the target each, assumed. */
  readonly profile: readonly [Decimal, Decimal, Decimal, Decimal] | null;
  /** Null: the programme's tolerance. */
  readonly tolerance: Tolerance | null;
  /** Fewer cases than this is a small number. */
  readonly minimumBase: number;
  /** Quarters after its own before this figure can be known. */
  readonly dataLagQuarters: number;
  /** A change of no more than this is no change; null: any is one. */
  readonly deadBand: Band | null;
  readonly comparableFrom: ComparabilityBreak | null;
  /** Whether counts of 1 to 4 are kept out of public posts. */
  readonly suppressSmallCounts: boolean;
}

export interface Project {
  readonly number: number;
  readonly title: string;
  readonly agency: string;
  /** E-mail addresses or Slack user ids, as the catalogue gives them. */
  readonly leads: readonly string[];
  readonly deputies: readonly string[];
  readonly manager: string | null;
  readonly measures: readonly Measure[];
}

export interface Programme {
  readonly title: string;
  readonly body: string;
  /** The April in which the financial year starts: 2015 for 2015/16. */
  readonly year: number;
  readonly channel: string;
  readonly coordinators: readonly string[];
  readonly managers: readonly string[];
  readonly tolerance: Tolerance;
  readonly projects: readonly Project[];
}

export const DEFAULT_MINIMUM_BASE = 20;

export const isPercentage = (unit: string): boolean => unit.trim() === '%';

/** Every measure of the programme, parts included, in catalogue order. */
export const measuresOf = (programme: Programme): readonly Measure[] => {
  const known = listed.get(programme) ?? programme.projects.flatMap(({ measures }) => measures);
  listed.set(programme, known);
  return known;
};

// Every question asks for them several times, and a programme that was read does not change.
const listed = new WeakMap<Programme, readonly Measure[]>();
