import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { StoreRefused } from './failures.ts';

const OWNER_ONLY_FILE = 0o600;
const OWNER_ONLY_FOLDER = 0o700;
const OTHERS = 0o077;

/** Waits until the file, or the folder's list of names, is on the disk. */
export const syncToDisk = (path: string): void => {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};

/** An empty file only its owner can read; SQLite takes it for a new database and keeps its mode. */
export const createPrivateFile = (path: string): void => {
  closeSync(openSync(path, 'wx', OWNER_ONLY_FILE));
};

/** Makes sure the file is there, in a folder that is there, and that only its owner can read it. */
export const prepareFile = (path: string): void => {
  const folder = dirname(path);
  attempt(`The folder ${folder} could not be created`, () => {
    mkdirSync(folder, { recursive: true, mode: OWNER_ONLY_FOLDER });
  });
  if (existsSync(path)) {
    if (!statSync(path).isFile()) {
      throw new StoreRefused(`${path} is not a file. Set MOPAC_DATABASE to a file's path.`);
    }
    for (const suffix of ['', '-wal', '-shm']) closeToOthers(`${path}${suffix}`);
    return;
  }
  attempt(`The database ${path} could not be created`, () => {
    createPrivateFile(path);
    syncToDisk(folder);
  });
};

const closeToOthers = (path: string): void => {
  if (!existsSync(path)) return;
  const { mode } = statSync(path);
  if ((mode & OTHERS) === 0) return;
  try {
    // Takes rights away and gives none: a file its owner made read-only stays so.
    chmodSync(path, mode & 0o700);
  } catch (cause) {
    throw new StoreRefused(
      `Other users of this machine can read ${path}, and its mode could not be changed. Give the file to the user that runs MOPAC and run: chmod 600 ${path}`,
      { cause },
    );
  }
};

const attempt = (what: string, work: () => void): void => {
  try {
    work();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StoreRefused(
      `${what} (${reason}). Create it for the user that runs MOPAC, or set MOPAC_DATABASE to another path.`,
      { cause },
    );
  }
};
