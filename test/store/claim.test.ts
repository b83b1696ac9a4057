import { chmodSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { claimRecord } from '../../src/store/claim.ts';
import { StoreRefused } from '../../src/store/failures.ts';
import { openStore } from '../../src/store/open.ts';
import { temporaryFolder, temporaryPath, withoutPrivileges } from './support.ts';

const claimed = (path: string): ReturnType<typeof claimRecord> => {
  const claim = claimRecord(path);
  onTestFinished(() => claim.release());
  return claim;
};

test('a record is claimed by one bot at a time', () => {
  const path = temporaryPath();
  const first = claimRecord(path);
  expect(() => claimRecord(path)).toThrow(StoreRefused);
  expect(() => claimRecord(path)).toThrow(/^Another MOPAC is running on the database .*mopac/);
  first.release();
  expect(() => claimed(path)).not.toThrow();
});

test('a record that is claimed can be opened by a command beside the bot', () => {
  const path = temporaryPath();
  claimed(path);
  const store = openStore(path);
  onTestFinished(() => store.close());
  expect(store.programmes()).toEqual([]);
});

test('two records in one folder are two claims', () => {
  const folder = temporaryFolder();
  claimed(join(folder, 'a.sqlite'));
  expect(() => claimed(join(folder, 'b.sqlite'))).not.toThrow();
});

test('the folder is made, and what is put in it only its owner can read', () => {
  const path = join(temporaryFolder(), 'data', 'mopac.sqlite');
  claimed(path);
  expect(statSync(`${path}-lock`).mode & 0o077).toBe(0);
});

test('a folder that cannot be written is named', () => {
  const path = temporaryPath();
  openStore(path).close();
  chmodSync(dirname(path), 0o500);
  onTestFinished(() => chmodSync(dirname(path), 0o700));
  withoutPrivileges(path, dirname(path));
  expect(() => claimRecord(path)).toThrow(/The folder of the database .* cannot be written/);
});
