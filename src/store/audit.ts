import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Store } from '../application/ports.ts';
import { canonicalJson, instantCodec } from './codecs.ts';
import { type Connection, type Db, desc, immediately, slots } from './db.ts';
import { audit } from './schema.ts';

/** What the first entry gives as the hash before it. */
const NO_ENTRY = '0'.repeat(64);

interface Chained {
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly detail: string;
  readonly previousHash: string;
}

/** Each entry is hashed with the hash of the one before, so that none can be changed, moved or dropped alone. */
const hashOf = ({ previousHash, at, actor, action, subject, detail }: Chained): string =>
  createHash('sha256')
    .update(JSON.stringify([previousHash, at, actor, action, subject, detail]))
    .digest('hex');

export const auditIn = (db: Db): Pick<Store, 'audit'> => {
  const last = db.orm
    .select({ hash: audit.hash })
    .from(audit)
    .orderBy(desc(audit.id))
    .limit(1)
    .prepare();
  const append = db.orm
    .insert(audit)
    .values(slots('at', 'actor', 'action', 'subject', 'detail', 'previousHash', 'hash'))
    .prepare();
  return {
    audit: ({ at, actor, action, subject, detail }) =>
      immediately(db, () => {
        const entry: Chained = {
          at: z.encode(instantCodec, at),
          actor: canonicalJson(actor),
          action,
          subject,
          detail: canonicalJson(detail),
          previousHash: last.get()?.hash ?? NO_ENTRY,
        };
        append.run({ ...entry, hash: hashOf(entry) });
      }),
  };
};

/**
 * Whether every entry still follows from the one before. `head` is the last entry's hash: only a copy
 * of it kept elsewhere shows that entries were cut off the end, or the whole chain written anew.
 */
export type ChainVerdict =
  | { readonly ok: true; readonly entries: number; readonly head: string }
  | { readonly ok: false; readonly badId: number };

export const verifyChain = (connection: Connection): ChainVerdict => {
  const rows = connection
    .prepare<[], Chained & { id: number; hash: string }>(
      'SELECT id, at, actor, action, subject, detail, previous_hash AS previousHash, hash FROM audit ORDER BY id',
    )
    .iterate();
  let head = NO_ENTRY;
  let entries = 0;
  for (const row of rows) {
    if (row.previousHash !== head || row.hash !== hashOf(row)) return { ok: false, badId: row.id };
    head = row.hash;
    entries += 1;
  }
  return { ok: true, entries, head };
};
