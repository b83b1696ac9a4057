import { personalDataIn } from '../domain/personal-data/personal-data-in.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import { quotes } from '../domain/same-words.ts';
import type { FieldFault } from './entry-fields.ts';

export const PURGE_REASONS = {
  person: 'It names or describes somebody',
  contact: 'It holds an address, a phone number or a case reference',
  misplaced: 'It was written in the wrong place',
  other: 'Another reason',
} as const;
export type PurgeReason = keyof typeof PURGE_REASONS;

export const LONGEST_NOTE = 200;

/** The fields in which a coordinator gives the reason. */
export const REASON = 'reason';
export const NOTE = 'note';

export interface GivenReason {
  readonly reason: PurgeReason;
  /** In their own words; null where the reason says it all. */
  readonly note: string | null;
}

/**
 * The reason as it is kept for good, or what is wrong with it: it stands in the audit trail, where
 * nothing can be taken out again, so it may not say what the text said. `year` is the financial year
 * the text is about.
 */
export const readPurgeReason = (
  { reason, note }: GivenReason,
  { text, year }: { readonly text: string; readonly year: number },
): Result<string, FieldFault> => {
  const wrong = (sentence: string) => refused({ field: NOTE, sentence });
  if (note === null) {
    return reason === 'other' ? wrong('Say in a few words why.') : ok(PURGE_REASONS[reason]);
  }
  const kept = [...note].slice(0, LONGEST_NOTE).join('');
  if (quotes(kept, text) || (kept.length >= FEWEST_CHARACTERS && quotes(text, kept))) {
    return wrong('This repeats the text. It is kept for good: say why, not what it says.');
  }
  if (personalDataIn(kept, year).data.length > 0) {
    return wrong('This seems to name somebody. It is kept for good: say why without that.');
  }
  return ok(reason === 'other' ? kept : `${PURGE_REASONS[reason]}: ${kept}`);
};

// A short word may be in any text; from here on it is a quotation.
const FEWEST_CHARACTERS = 12;
