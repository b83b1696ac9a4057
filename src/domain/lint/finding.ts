import type { Quarter } from '../calendar/calendar.ts';
import type { QuestionCode } from '../checking/question.ts';
import type { Doubt } from '../judging/assessment.ts';

/** What is found in a definition, beside the doubts that judging has of it already. */
export const DEFINITION_CODES = [
  'duplicate_reference',
  'no_lead',
  'missing_target',
  'zero_target',
  'impossible_percentage',
  'profile_falls',
  'profile_misses_target',
  'polarity_contradicts_wording',
  'baseline_period',
  'pooled_outside_parts',
  'out_of_reach',
] as const;

export type FindingCode = (typeof DEFINITION_CODES)[number] | Doubt['kind'] | QuestionCode;

/** Who can answer: definitions are the coordinator's, figures and their words the lead agency's. */
export type Whom =
  | { readonly kind: 'coordinator' }
  | { readonly kind: 'lead_agency'; readonly agency: string };

export const COORDINATOR: Whom = { kind: 'coordinator' };

/** Something in a programme that somebody should be asked about. Nothing is ever corrected silently. */
export interface Finding {
  readonly code: FindingCode;
  /** The measure; null where it is about a whole project or the programme. */
  readonly ref: string | null;
  /** The quarter whose figure it is about; null for a definition. */
  readonly quarter: Quarter | null;
  /** What was found, in one sentence. */
  readonly found: string;
  readonly ask: string;
  readonly whom: Whom;
}

/** A finding about a measure's definition, for the coordinator. */
export const aboutDefinition = (
  ref: string,
  { code, found, ask }: Pick<Finding, 'code' | 'found' | 'ask'>,
): Finding => ({ code, ref, quarter: null, found, ask, whom: COORDINATOR });
