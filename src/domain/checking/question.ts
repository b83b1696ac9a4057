export const QUESTION_CODES = [
  'decimal_point',
  'change_for_level',
  'year_to_date_fell',
  'year_to_date_as_quarter',
  'quarter_as_year_to_date',
  'not_whole',
  'far_from_history',
  'past_target',
  'unchanged',
  'no_commentary',
  'repeated_commentary',
  'other_period',
  'claims_met',
  'claims_met_early',
  'judgement_differs',
  'other_percentage',
  'unreproducible_percentage',
  'personal_data',
] as const;
export type QuestionCode = (typeof QUESTION_CODES)[number];

/** Something about one figure, or about the words beside it, that is asked and never refused. */
export interface Question {
  readonly code: QuestionCode;
  /** What was noticed, in one sentence that names the measure; the coordinator reads it afterwards. */
  readonly found: string;
  /** What the lead is asked, directly after it. */
  readonly ask: string;
  /** What may have been meant instead (`28%`, `40 for this quarter only`); null where nothing is evident. */
  readonly meant: string | null;
}
