import Database from 'better-sqlite3';
import { StoreBusy, StoreFailed } from '../application/ports.ts';

/** How long a call may wait for another process's lock: the wait blocks everything else we do. */
export const BUSY_TIMEOUT_MS = 500;

/** The database cannot be used at all; the message says what is wrong and what to do about it. */
export class StoreRefused extends Error {
  override readonly name = 'StoreRefused';
}

export const isBusy = (code: string): boolean =>
  code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED');

/** SQLite's errors in the record's own terms; anything else is a bug and stays as it is. */
const asStoreError = (error: unknown): unknown => {
  if (!(error instanceof Database.SqliteError)) return error;
  return isBusy(error.code)
    ? new StoreBusy('Another process is writing to the database. Nothing was saved.', {
        cause: error,
      })
    : new StoreFailed(
        `The database could not be read or written (${error.code}: ${error.message}). Nothing was saved.`,
        { cause: error },
      );
};

/** The same methods, whose SQLite errors leave as `StoreBusy` or `StoreFailed`. */
export const translatingErrors = <Methods extends object>(methods: Methods): Methods => {
  const translated = Object.entries(methods).map(([name, method]) => [
    name,
    (...values: unknown[]): unknown => {
      try {
        return method(...values);
      } catch (error) {
        throw asStoreError(error);
      }
    },
  ]);
  // fromEntries forgets the names; every method is there under its own, with its own parameters.
  return Object.fromEntries(translated) as Methods;
};

/** Why a file could not be opened, in words for the person who starts the bot. */
export const refusalToOpen = (path: string, error: unknown): unknown => {
  if (!(error instanceof Database.SqliteError)) return error;
  return new StoreRefused(openingSentence(path, error), { cause: error });
};

const openingSentence = (path: string, { code, message }: { code: string; message: string }) => {
  if (isBusy(code)) {
    return `Another process has locked the database ${path}. Stop it, or wait until it has finished, and start again.`;
  }
  if (code === 'SQLITE_NOTADB') {
    return `${path} is not a MOPAC database. Set MOPAC_DATABASE to the right file, or restore a backup.`;
  }
  if (code.startsWith('SQLITE_CORRUPT')) {
    return `The database ${path} is damaged (${message}). Keep the file, and restore the latest backup.`;
  }
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN')) {
    return `The database ${path} cannot be written by this user. Give the user that runs MOPAC read and write access to the file and its folder.`;
  }
  // On a full disk the first thing that fails is the file through which processes share the database.
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_SHMSIZE') {
    return `The disk that holds the database ${path} is full. Free some space and start again.`;
  }
  return `The database ${path} could not be opened (${code}: ${message}). Check the disk, or restore the latest backup.`;
};
