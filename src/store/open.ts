import { fileURLToPath } from 'node:url';
import type { Store } from '../application/ports.ts';
import { openConnection } from './connection.ts';
import { createStore } from './create-store.ts';
import { dbOver } from './db.ts';
import { migrate, readMigrations } from './migrate.ts';

export { StoreRefused } from './failures.ts';

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));

/**
 * Opens the record at this path (`:memory:` for one that is not kept), creating or migrating it as
 * needed. Throws `StoreRefused` with a sentence for the operator where it cannot be used.
 */
export const openStore = (path: string): Store =>
  openConnection(path, (connection) => {
    migrate(connection, readMigrations(MIGRATIONS));
    return createStore(dbOver(connection));
  });
