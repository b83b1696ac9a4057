import type { Temporal } from 'temporal-polyfill';
import type { Quarter } from '../domain/calendar/calendar.ts';
import type { Actor, OutboxMessage } from './ports.ts';

export const TEXT_SOURCES = [
  'figures',
  'filings',
  'questions',
  'reviews',
  'corrections',
  'drafts',
  'handovers',
] as const;
/** What kind of thing a text belongs to. */
export type TextSource = (typeof TEXT_SOURCES)[number];

/** Where in the record a text stands. */
export interface TextPlace {
  readonly source: TextSource;
  /** Of a draft, the return it is for; of words said when handing over, the message that tells them. */
  readonly rowId: number;
  /** `commentary`, or the field of what was typed: `field commentary:2.4`. */
  readonly part: string;
}

/** A text that stands in the record and can be taken out. */
export interface StandingText extends TextPlace {
  readonly text: string;
  /** The return it belongs to; null for words said when handing over. */
  readonly of: { readonly projectNumber: number; readonly quarter: Quarter } | null;
  /** The measure it is about; null where it is about all of a return. */
  readonly ref: string | null;
  /** The revision of the return it came with; null where it came with none. */
  readonly revision: number | null;
  readonly by: Actor;
  readonly at: Temporal.Instant;
}

/** One act of taking a text out, as the record keeps it: never what the text said. */
export interface Purge {
  readonly id: number;
  readonly by: Actor;
  readonly at: Temporal.Instant;
  readonly reason: string;
  /** Every place in which it stood. */
  readonly places: ReadonlyArray<
    TextPlace & Pick<StandingText, 'of' | 'ref'> & { readonly programmeId: number }
  >;
}

/** One act as the audit trail tells it. */
export interface AuditedPurge extends Pick<Purge, 'at' | 'by' | 'reason'> {
  /** Which return the text belonged to, in words. */
  readonly subject: string;
  /** The places, in words. */
  readonly texts: readonly string[];
}

/** Taking texts out of the record. */
export interface PurgeRecord {
  /** Every text of a programme that stands in the record, the oldest first; none that was taken out. */
  standingTexts(programmeId: number): readonly StandingText[];
  /**
   * Takes this text out of these places, and whatever quotes it from the messages and answers that
   * were kept, and records who did so and why. Answers the act's id.
   */
  purge(
    text: string,
    places: readonly TextPlace[],
    act: Pick<Purge, 'by' | 'at' | 'reason'>,
  ): number;
  purged(id: number): Purge | null;
  /** Every act of a programme, the first first. */
  purges(programmeId: number): readonly Purge[];
  /** The latest act; null where there has been none. */
  latestPurge(): Purge | null;
  /** Every message that was posted, or may have been, the oldest first; no edits. */
  postsMade(): readonly OutboxMessage[];
  /**
   * Writes the database's file anew, so that nothing of what was taken out is left in it: deleted
   * rows stay in a file until they are written over. False where somebody else is reading it; then
   * it is to be tried again.
   */
  rewriteFile(): boolean;
}
