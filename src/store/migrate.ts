import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { z } from 'zod';
import type { Connection } from './db.ts';
import { StoreRefused } from './failures.ts';
import { createPrivateFile, syncToDisk } from './files.ts';

const BREAKPOINT = '--> statement-breakpoint';
const CREATE_APPLIED = `CREATE TABLE IF NOT EXISTS "__drizzle_migrations" (
  id INTEGER PRIMARY KEY AUTOINCREMENT, hash TEXT NOT NULL, created_at NUMERIC)`;

interface Migration {
  readonly tag: string;
  readonly when: number;
  readonly hash: string;
  readonly statements: readonly string[];
}

const journalSchema = z.object({
  entries: z.array(z.object({ tag: z.string(), when: z.number() })),
});

/** The migrations drizzle-kit wrote into this folder, in their journal's order. */
export const readMigrations = (folder: string): readonly Migration[] => {
  const journal: unknown = JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8'));
  return journalSchema.parse(journal).entries.map(({ tag, when }) => {
    const text = readFileSync(join(folder, `${tag}.sql`), 'utf8');
    const hash = createHash('sha256').update(text).digest('hex');
    return { tag, when, hash, statements: text.split(BREAKPOINT) };
  });
};

/**
 * Brings the schema to the newest migration in one transaction, so that whoever is killed on the way
 * finds the old schema or the new one. A database that has been migrated before is copied first.
 */
export const migrate = (connection: Connection, migrations: readonly Migration[]): void => {
  const [next] = pendingIn(connection, migrations);
  if (next === undefined) return;
  if (!connection.memory && appliedIn(connection).length > 0) copyBefore(connection, next.tag);
  // Rebuilding a table drops it, which would delete what refers to it. Inside a transaction this
  // pragma does nothing, so it is set here, and the references are checked before the commit.
  connection.pragma('foreign_keys = OFF');
  try {
    connection.transaction(() => applyPending(connection, migrations)).immediate();
  } finally {
    connection.pragma('foreign_keys = ON');
  }
};

const applyPending = (connection: Connection, migrations: readonly Migration[]): void => {
  connection.exec(CREATE_APPLIED);
  const record = connection.prepare(
    'INSERT INTO "__drizzle_migrations" (hash, created_at) VALUES (?, ?)',
  );
  for (const { statements, hash, when } of pendingIn(connection, migrations)) {
    for (const statement of statements) connection.exec(statement);
    record.run(hash, when);
  }
  const broken = connection.prepare('PRAGMA foreign_key_check').all();
  if (broken.length > 0) {
    throw new StoreRefused(
      `The database ${connection.name} was not migrated: ${broken.length} of its rows refer to rows that do not exist. Restore the latest backup.`,
    );
  }
};

const pendingIn = (
  connection: Connection,
  migrations: readonly Migration[],
): readonly Migration[] => {
  const applied = appliedIn(connection);
  if (applied.some((hash, index) => migrations[index]?.hash !== hash)) {
    throw new StoreRefused(
      `The database ${connection.name} was written by another, newer version of MOPAC. Start that version, or restore a backup made by this one.`,
    );
  }
  return migrations.slice(applied.length);
};

const hashesSchema = z.array(z.string());
const namesSchema = z.array(z.string());

const appliedIn = (connection: Connection): readonly string[] => {
  const tables = namesSchema.parse(
    connection
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .pluck()
      .all(),
  );
  if (tables.includes('__drizzle_migrations')) {
    return hashesSchema.parse(
      connection.prepare('SELECT hash FROM "__drizzle_migrations" ORDER BY id').pluck().all(),
    );
  }
  if (tables.length === 0) return [];
  throw new StoreRefused(
    `${connection.name} is another program's database (it has a table ${tables[0]}). Set MOPAC_DATABASE to the right file.`,
  );
};

/** `mopac.before-0002_x.sqlite` beside the file: whole and on the disk, or not there at all. */
const copyBefore = (connection: Connection, tag: string): void => {
  const folder = dirname(connection.name);
  const name = basename(connection.name, extname(connection.name));
  const copy = join(folder, `${name}.before-${tag}.sqlite`);
  const partial = `${copy}.partial`;
  if (existsSync(partial)) rmSync(partial);
  createPrivateFile(partial);
  connection.prepare('VACUUM INTO ?').run(partial);
  syncToDisk(partial);
  renameSync(partial, copy);
  syncToDisk(folder);
};
