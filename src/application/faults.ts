import type { Quarter } from '../domain/calendar/calendar.ts';
import type { CorrectionDecision } from './submission-record.ts';

interface OfReturn {
  readonly quarter: Quarter;
  readonly projectNumber: number;
}

/**
 * Every expected refusal. `sentence` is what the person reads: what happened and what to do next.
 * `suggestion` is a command or reference to offer beside it.
 */
export type Refusal =
  | {
      readonly kind: 'unknown_measure';
      readonly asked: string;
      readonly didYouMean: readonly string[];
    }
  | {
      readonly kind: 'unknown_command';
      readonly asked: string;
      readonly didYouMean: readonly string[];
    }
  | { readonly kind: 'unknown_quarter'; readonly asked: string }
  | { readonly kind: 'no_programme' }
  | {
      readonly kind: 'no_programme_for_quarter';
      readonly quarter: Quarter;
      readonly years: readonly string[];
    }
  | { readonly kind: 'not_a_lead'; readonly agency: string; readonly projectNumber: number }
  /** Somebody from outside, for whom the programme has no part; `body` is who runs it. */
  | { readonly kind: 'not_answered'; readonly body: string }
  /** Slack has not said what somebody is to the workspace. */
  | { readonly kind: 'account_unknown' }
  | { readonly kind: 'quarter_not_open'; readonly quarter: Quarter; readonly opens: string }
  | { readonly kind: 'quarter_closed'; readonly quarter: Quarter }
  | { readonly kind: 'not_a_coordinator' }
  | ({ readonly kind: 'return_accepted' } & OfReturn)
  | ({ readonly kind: 'return_published' } & OfReturn)
  | ({ readonly kind: 'still_open' } & OfReturn)
  | ({ readonly kind: 'nothing_filed' } & OfReturn)
  | ({ readonly kind: 'already_accepted' } & OfReturn)
  /** The agency has filed again since the coordinator's window was drawn. */
  | ({ readonly kind: 'filed_since' } & OfReturn)
  /** Another coordinator has decided otherwise since the window was drawn. */
  | ({ readonly kind: 'decided_since'; readonly by: string | null } & OfReturn)
  | { readonly kind: 'unknown_project'; readonly projectNumber: number }
  | { readonly kind: 'unknown_correction' }
  /** Somebody has decided on it, or whoever asked took it back. */
  | {
      readonly kind: 'correction_decided';
      readonly decision: CorrectionDecision;
      readonly by: string | null;
      readonly on: string;
    }
  /** The record has changed since the correction was drawn; it is shown again. */
  | { readonly kind: 'correction_changed' }
  /** What was typed can no longer be read, as the catalogue has changed. */
  | { readonly kind: 'correction_unreadable'; readonly sentence: string }
  /** Somebody leads no project and stands in for nobody. */
  | { readonly kind: 'nothing_to_hand_over' }
  /** They have said that it is not theirs; `substitute` is who answers, as far as that is known. */
  | { readonly kind: 'handed_over_already'; readonly substitute: string | null }
  | { readonly kind: 'unknown_handover' }
  | { readonly kind: 'handover_ended'; readonly by: string | null; readonly on: string }
  /** Its last day is past. */
  | { readonly kind: 'handover_over'; readonly on: string }
  | { readonly kind: 'not_away' }
  | { readonly kind: 'unknown_text' }
  /** It has been taken out of the record. */
  | { readonly kind: 'text_removed'; readonly by: string | null; readonly on: string }
  /** It stands in other places than were shown. */
  | { readonly kind: 'text_elsewhere' }
  /** All that somebody is to file for a quarter is filed, or nothing of it is theirs. */
  | { readonly kind: 'nothing_owed'; readonly quarter: Quarter }
  | { readonly kind: 'stale_form' }
  /** Slack did not say in time who this person is. */
  | { readonly kind: 'not_recognised' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'storage_failed' };
