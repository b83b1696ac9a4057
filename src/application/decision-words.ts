import type { CorrectionDecision } from './submission-record.ts';

/** `was …`: what has become of a correction. */
export const DECIDED_WORDS: Readonly<Record<CorrectionDecision, string>> = {
  approved: 'approved',
  declined: 'declined',
  withdrawn: 'taken back',
};
