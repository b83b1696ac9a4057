import { z } from 'zod';
import type { AuditedPurge } from '../application/purge-record.ts';
import { actorCodec, instantCodec, readRow, textOf } from './codecs.ts';
import type { Connection } from './db.ts';

/** What the audit trail tells of the texts that were taken out, and how many it does not tell of. */
export interface Removals {
  readonly removed: readonly AuditedPurge[];
  readonly unexplained: number;
}

const entrySchema = z.object({
  at: instantCodec,
  by: actorCodec,
  subject: z.string(),
  detail: textOf(z.object({ purge: z.number(), texts: z.array(z.string()), reason: z.string() })),
});

/**
 * Reads every act of taking a text out from the trail. The triggers let a text go once a purge names
 * it, so a purge of which no entry tells was made outside MOPAC.
 */
export const removalsIn = (connection: Connection): Removals => {
  const entries = connection
    .prepare<[], { id: number }>(
      `SELECT id, "at", actor AS "by", subject, detail FROM audit WHERE action = 'purge' ORDER BY id`,
    )
    .all()
    .map((row) => readRow(entrySchema, { table: 'audit', id: row.id }, row));
  const isTold = (purge: number): boolean =>
    entries.some(
      ({ detail }) => purge >= detail.purge && purge < detail.purge + detail.texts.length,
    );
  const purges = connection.prepare<[], number>('SELECT id FROM purges').pluck().all();
  return {
    removed: entries.map(({ detail: { texts, reason }, ...entry }) => ({
      ...entry,
      texts,
      reason,
    })),
    unexplained: purges.filter((purge) => !isTold(purge)).length,
  };
};
