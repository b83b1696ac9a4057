import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { StoreRefused } from '../../src/store/failures.ts';
import { openStore } from '../../src/store/open.ts';
import {
  filing,
  isSuperuser,
  NOON,
  rawAt,
  storeAt,
  storeWithProgramme,
  temporaryFolder,
  temporaryPath,
  withoutPrivileges,
} from './support.ts';

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

const refusal = (path: string): string => {
  try {
    openStore(path).close();
  } catch (error) {
    expect(error).toBeInstanceOf(StoreRefused);
    return String(error);
  }
  throw new Error('The database was opened');
};

test('a new database and its folder are made for their owner alone', () => {
  const path = join(temporaryFolder(), 'data', 'deeper', 'mopac.sqlite');
  const store = storeAt(path);
  store.savePerson({ id: 'U1', email: null, name: null }, NOON);
  expect([modeOf(path), modeOf(`${path}-wal`), modeOf(dirname(path))]).toEqual([
    '600',
    '600',
    '700',
  ]);
});

test('a database in memory needs no file', () => {
  const before = readdirSync('.');
  storeAt(':memory:');
  expect(readdirSync('.')).toEqual(before);
});

test('a database others can read is closed to them', () => {
  const path = temporaryPath();
  storeAt(path).close();
  chmodSync(path, 0o644);
  storeAt(path);
  expect(modeOf(path)).toBe('600');
});

// Only the superuser can make a file that belongs to somebody else.
test.runIf(isSuperuser)('a database others can read, owned by somebody else, is refused', () => {
  const path = temporaryPath();
  storeAt(path).close();
  chmodSync(path, 0o644);
  chmodSync(dirname(path), 0o755);
  withoutPrivileges();
  expect(refusal(path)).toMatch(/Other users of this machine can read .* chmod 600/);
});

test('a database that cannot be written is refused', () => {
  const path = temporaryPath();
  storeAt(path).close();
  chmodSync(path, 0o400);
  chmodSync(dirname(path), 0o500);
  onTestFinished(() => chmodSync(dirname(path), 0o700));
  withoutPrivileges(path, dirname(path));
  expect(refusal(path)).toMatch(/cannot be written by this user.*read and write access/);
});

test('a folder that cannot be created is named', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'data'), '');
  expect(refusal(join(folder, 'data', 'sub', 'mopac.sqlite'))).toMatch(
    /folder .*data.sub could not be created.*MOPAC_DATABASE/,
  );
});

test('a folder in the place of the file is refused', () => {
  const path = temporaryPath();
  mkdirSync(path);
  expect(refusal(path)).toMatch(/is not a file/);
});

test('a file that is no database is refused and left as it is', () => {
  const path = temporaryPath();
  const text = 'programme: Barnet MOPAC projects\n'.repeat(100);
  writeFileSync(path, text);
  expect(refusal(path)).toMatch(/is not a MOPAC database.*restore a backup/);
  expect(readFileSync(path, 'utf8')).toBe(text);
});

test("another program's database is refused and left as it is", () => {
  const path = temporaryPath();
  rawAt(path).exec('create table recipes (id integer primary key)');
  expect(refusal(path)).toMatch(/another program's database.*recipes/);
  expect(rawAt(path).prepare('select name from sqlite_schema').pluck().all()).toEqual(['recipes']);
});

test('a damaged database is refused', () => {
  const path = temporaryPath();
  const { store, programmeId } = storeWithProgramme(path);
  for (let round = 0; round < 50; round += 1) store.file(filing(programmeId));
  store.close();
  const bytes = readFileSync(path);
  bytes.fill(0xff, 4096 * 2);
  writeFileSync(path, bytes);
  expect(refusal(path)).toMatch(/is damaged.*restore the latest backup/);
});

test('a database another process has locked is refused within a second', () => {
  const path = temporaryPath();
  storeAt(path).close();
  const raw = rawAt(path);
  raw.pragma('locking_mode = EXCLUSIVE');
  raw.exec('begin exclusive');
  const started = performance.now();
  expect(refusal(path)).toMatch(/Another process has locked the database.*start again/);
  expect(performance.now() - started).toBeLessThan(1500);
});
