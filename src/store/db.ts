import { createRequire } from 'node:module';
import type Database from 'better-sqlite3';
import type * as Orm from 'drizzle-orm';
import type * as Driver from 'drizzle-orm/better-sqlite3';
import type * as SqliteCore from 'drizzle-orm/sqlite-core';

// drizzle is required, never imported: Node 24 parses its 179 kB package.json again for every one of
// its ES modules, which costs a start 250 ms and 190 MiB. Nothing else may import a value from it.
const load = createRequire(import.meta.url);

export const {
  and,
  asc,
  desc,
  eq,
  exists,
  getTableColumns,
  gt,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  max,
  ne,
  notExists,
  or,
  sql,
} = load('drizzle-orm') as typeof Orm;
export const { alias, check, index, integer, primaryKey, sqliteTable, text, unique } = load(
  'drizzle-orm/sqlite-core',
) as typeof SqliteCore;

export type Connection = Database.Database;

/** One open file: `orm` for prepared statements, `connection` for pragmas and transactions. */
export interface Db {
  readonly connection: Connection;
  readonly orm: Driver.BetterSQLite3Database;
}

export const dbOver = (connection: Connection): Db => {
  const { drizzle } = load('drizzle-orm/better-sqlite3') as typeof Driver;
  return { connection, orm: drizzle({ client: connection }) };
};

/** A named parameter of a prepared statement for each of these columns. */
export const slots = <Name extends string>(...names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, sql.placeholder(name)])) as Record<
    Name,
    Orm.Placeholder<Name>
  >;

/** Runs `work` in one immediate transaction, or as a part of the one that is running. */
export const immediately = <Value>({ connection }: Db, work: () => Value): Value =>
  connection.transaction(work).immediate();

/** The one row of a statement that always returns one. */
export const only = <Row>(row: Row | undefined): Row => {
  if (row === undefined) throw new Error('A statement that returns a row returned none');
  return row;
};
