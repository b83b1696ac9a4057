import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { StoreFailed } from '../application/ports.ts';
import type { RecordVerdict } from '../application/record-verdict.ts';
import { printAnswer } from '../domain/wording/print-answer.ts';
import { verifyChain } from './audit.ts';
import { type Connection, dbOver, eq, slots } from './db.ts';
import { BUSY_TIMEOUT_MS, isBusy, refusalToOpen } from './failures.ts';
import { readFigure } from './figure-codec.ts';
import { figures } from './schema.ts';
import { removalsIn } from './verify-removals.ts';

/**
 * Verifies the record at this path without changing anything in it, also while a bot has it open.
 * Throws a store error, or `StoreRefused` with a sentence, where it cannot be read at all.
 */
export const verifyRecord = (path: string): RecordVerdict => {
  if (!existsSync(path)) {
    throw new StoreFailed(`There is no database ${path}. Set MOPAC_DATABASE to the right file.`);
  }
  let connection: Connection | null = null;
  try {
    connection = new Database(path, { readonly: true, timeout: BUSY_TIMEOUT_MS });
    return verifyIn(connection);
  } catch (error) {
    if (error instanceof Database.SqliteError && isDamage(error.code)) {
      return { ok: false, kind: 'damaged', found: error.message };
    }
    throw refusalToOpen(path, error);
  } finally {
    connection?.close();
  }
};

const isDamage = (code: string): boolean => !isBusy(code) && code.startsWith('SQLITE_CORRUPT');

/** One snapshot for all of it, so that a filing made meanwhile is not half seen. */
const verifyIn = (connection: Connection): RecordVerdict =>
  connection.transaction((): RecordVerdict => {
    const found = String(connection.pragma('integrity_check(1)', { simple: true }));
    if (found !== 'ok') return { ok: false, kind: 'damaged', found };
    const chain = verifyChain(connection);
    if (!chain.ok) return { ok: false, kind: 'chain', badId: chain.badId };
    const altered = alteredFiling(connection);
    if (altered !== null) return altered;
    const { removed, unexplained } = removalsIn(connection);
    return unexplained === 0
      ? { ...chain, removed }
      : { ok: false, kind: 'texts', texts: unexplained };
  })();

const named = z.array(z.string());

/** The first filing whose figures are not what its audit entry says: changed, taken away or put in. */
const alteredFiling = (
  connection: Connection,
): Extract<RecordVerdict, { readonly kind: 'figures' }> | null => {
  const { filing: slot } = slots('filing');
  const ofFiling = dbOver(connection)
    .orm.select()
    .from(figures)
    .where(eq(figures.filingId, slot))
    .prepare();
  const entries = connection
    .prepare<[], { filing: number; entry: number; said: string }>(
      `SELECT filings.id AS filing, coalesce(audit.id, 0) AS entry,
              coalesce(json_extract(audit.detail, '$.figures'), '[]') AS said
         FROM filings LEFT JOIN audit ON json_extract(audit.detail, '$.filing') = filings.id
        ORDER BY filings.id`,
    )
    .iterate();
  for (const { filing, entry, said } of entries) {
    const kept = ofFiling.all({ filing }).map((row) => printed(row));
    const isSame = entry !== 0 && isAsSaid(kept, named.parse(JSON.parse(said)));
    if (!isSame) return { ok: false, kind: 'figures', filing, entry };
  }
  return null;
};

interface Kept {
  readonly ref: string;
  /** The figure in words; null where the row cannot be read any more. */
  readonly answer: string | null;
}

const printed = (row: typeof figures.$inferSelect): Kept => {
  try {
    return { ref: row.ref, answer: printAnswer(readFigure(row).answer) };
  } catch (error) {
    if (!(error instanceof StoreFailed)) throw error;
    return { ref: row.ref, answer: null };
  }
};

/** Entries of imports made before the trail kept their values name the measure alone. */
const isAsSaid = (kept: readonly Kept[], said: readonly string[]): boolean =>
  kept.length === said.length &&
  kept.every(({ ref, answer }) => said.includes(`${ref}: ${answer}`) || said.includes(ref));
