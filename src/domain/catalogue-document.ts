import type { Temporal } from 'temporal-polyfill';
import type { Quarter } from './calendar/calendar.ts';
import type { Figure } from './figure.ts';
import type { Programme } from './measure.ts';

/** A submission as a catalogue file gives it: a past or received return, to be kept as filed. */
export interface ImportedSubmission {
  readonly projectNumber: number;
  readonly quarter: Quarter;
  /** E-mail address or Slack user id of who filed it; null where the file does not say. */
  readonly by: string | null;
  /** The day it was filed; null: the day of the import. */
  readonly filedOn: Temporal.PlainDate | null;
  readonly figures: ReadonlyArray<{ readonly ref: string; readonly figure: Figure }>;
  readonly additionalInformation: string | null;
}

/** A whole catalogue file, read and checked. */
export interface CatalogueDocument {
  readonly programme: Programme;
  readonly submissions: readonly ImportedSubmission[];
}
