import Database from 'better-sqlite3';
import type { Connection } from './db.ts';
import { BUSY_TIMEOUT_MS, refusalToOpen, StoreRefused } from './failures.ts';
import { prepareFile } from './files.ts';

const IN_MEMORY = ':memory:';

/** Opens the file, sets it up and hands it to `setUp`; closed again, with a sentence, if anything fails. */
export const openConnection = <Opened>(
  path: string,
  setUp: (connection: Connection) => Opened,
): Opened => {
  if (path !== IN_MEMORY) prepareFile(path);
  let connection: Connection | null = null;
  try {
    connection = new Database(path, { timeout: BUSY_TIMEOUT_MS });
    configure(connection);
    refuseDamaged(connection);
    return setUp(connection);
  } catch (error) {
    connection?.close();
    throw refusalToOpen(path, error);
  }
};

const configure = (connection: Connection): void => {
  const mode = connection.pragma('journal_mode = WAL', { simple: true });
  if (!connection.memory && mode !== 'wal') {
    throw new StoreRefused(
      `The disk that holds ${connection.name} cannot keep a write-ahead log. Move the database to a local disk.`,
    );
  }
  // The driver is built to run a WAL file at NORMAL, which loses acknowledged work in a power cut.
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  // INSERT OR REPLACE deletes without firing the triggers that keep a table append-only, unless:
  connection.pragma('recursive_triggers = ON');
};

const refuseDamaged = (connection: Connection): void => {
  const found = connection.pragma('quick_check(1)', { simple: true });
  if (found === 'ok') return;
  throw new StoreRefused(
    `The database ${connection.name} is damaged (${String(found)}). Keep the file, and restore the latest backup.`,
  );
};
