import type { Temporal } from 'temporal-polyfill';
import type { Quarter } from './calendar/calendar.ts';
import type { Decimal } from './decimal.ts';

export const BASES = ['this_quarter', 'year_to_date'] as const;
/** What a flow figure covers: the commonest mistake in real submissions, so it is always stated. */
export type Basis = (typeof BASES)[number];

/**
 * What a lead may answer for one measure. Nought, blank, "not applicable" and "no cases" are four
 * different things; only nought is a number, and a blank is no answer at all.
 */
export type Answer =
  | {
      readonly kind: 'number';
      readonly value: Decimal;
      /** Present together, and only for a share: 7 of 41. */
      readonly share: { readonly numerator: Decimal; readonly denominator: Decimal } | null;
      /** Stated for flow measures; null for levels and rolling windows. */
      readonly basis: Basis | null;
    }
  | { readonly kind: 'no_cases' }
  | { readonly kind: 'not_started' }
  | { readonly kind: 'not_available'; readonly expected: Temporal.PlainDate | null }
  | { readonly kind: 'not_due' };

export type NothingReason = Exclude<Answer['kind'], 'number'>;

/** What is being done about a figure that is off track: the committee asks what, who and by when. */
export interface CorrectiveAction {
  readonly what: string;
  readonly who: string;
  readonly by: Temporal.PlainDate;
}

/** What a provisional figure still waits for, and when it will be final. */
export interface Awaited {
  readonly what: string;
  readonly finalBy: Temporal.PlainDate;
}

/** One answer with what the lead said of it. */
export interface Figure {
  readonly answer: Answer;
  readonly provisional: boolean;
  /** Only beside a provisional figure; null where nobody said, as in an older report. */
  readonly awaited: Awaited | null;
  readonly action: CorrectiveAction | null;
  readonly commentary: string | null;
  /** The lead or the report says that few cases stand behind this figure. */
  readonly smallSample: boolean;
  /** The officer's printed judgement, kept beside the computed one and never replacing it. */
  readonly judgement: string | null;
}

/** A figure as it stands in the record: which revision it is, for which measure and quarter. */
export interface FiledFigure extends Figure {
  readonly ref: string;
  readonly quarter: Quarter;
  /** 1 for the first filing; each correction adds one and nothing is overwritten. */
  readonly revision: number;
  readonly late: boolean;
}
