import Database from 'better-sqlite3';
import type { Connection } from './db.ts';
import { isBusy, refusalToOpen, StoreRefused } from './failures.ts';
import { createPrivateFile, prepareFile } from './files.ts';

/**
 * Claims the record at this path for the one bot that may run on it: two would send each message
 * twice. The claim is a lock on a file beside the record. The system gives it back when the process
 * ends, however it ends, so there is never a stale one to remove. Commands from the terminal need none.
 * Throws `StoreRefused` where another bot has it.
 */
export const claimRecord = (path: string): { release(): void } => {
  prepareFile(path);
  const lockFile = `${path}-lock`;
  let lock: Connection | null = null;
  try {
    makeOnce(lockFile);
    lock = new Database(lockFile, { timeout: 0 });
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock?.close();
    throw refusalToClaim(path, error);
  }
  const held = lock;
  return { release: () => void held.close() };
};

const makeOnce = (file: string): void => {
  try {
    createPrivateFile(file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
};

const refusalToClaim = (path: string, error: unknown): unknown => {
  if (error instanceof Database.SqliteError) {
    return isBusy(error.code)
      ? new StoreRefused(
          `Another MOPAC is running on the database ${path}. Two would send every message twice: stop that one, or leave it running and do not start this one.`,
          { cause: error },
        )
      : refusalToOpen(path, error);
  }
  const reason = error instanceof Error ? error.message : String(error);
  return new StoreRefused(
    `The folder of the database ${path} cannot be written (${reason}). Give the user that runs MOPAC read and write access to it.`,
    { cause: error },
  );
};
