import type { AuditedPurge } from './purge-record.ts';

/** Whether the record is as it was written, and where it is not. */
export type RecordVerdict =
  | {
      readonly ok: true;
      readonly entries: number;
      readonly head: string;
      /** The texts that were taken out of the record, as the trail tells of them. */
      readonly removed: readonly AuditedPurge[];
    }
  | { readonly ok: false; readonly kind: 'damaged'; readonly found: string }
  /** The first audit entry that does not follow from the one before. */
  | { readonly ok: false; readonly kind: 'chain'; readonly badId: number }
  /** The first filing whose figures are not those its audit entry names; 0 where it has none. */
  | {
      readonly ok: false;
      readonly kind: 'figures';
      readonly filing: number;
      readonly entry: number;
    }
  /** So many texts were taken out and no entry tells of it. */
  | { readonly ok: false; readonly kind: 'texts'; readonly texts: number };
