import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { importCatalogue } from '../../src/application/import-catalogue.ts';
import { StoreFailed } from '../../src/application/ports.ts';
import { StoreRefused } from '../../src/store/failures.ts';
import { openStore } from '../../src/store/open.ts';
import { verifyRecord } from '../../src/store/verify-record.ts';
import { barnet } from '../support/barnet.ts';
import { filing, NOON, OPERATOR, rawAt, storeWithProgramme, temporaryPath } from './support.ts';

/** The example programme with its returns, all of it in the file itself. */
const recorded = (): string => {
  const path = temporaryPath();
  const store = openStore(path);
  importCatalogue({ store, clock: { now: () => NOON } }, barnet(), { by: OPERATOR, dryRun: false });
  store.close();
  return path;
};

const forged = (sql: string): string => {
  const path = recorded();
  rawAt(path).exec(
    `drop trigger figures_refuse_update; drop trigger figures_refuse_delete; ${sql}`,
  );
  return path;
};

test('a record that nobody touched is as it was written', () => {
  expect(verifyRecord(recorded())).toMatchObject({ ok: true, entries: 6 });
});

test.each([
  ['a figure', "update figures set value = '71' where ref = '2.4'"],
  [
    'the cases behind a share',
    "update figures set numerator = '8', denominator = '9' where ref = '2.4'",
  ],
  ['no cases for a figure', "update figures set kind = 'no_cases', value = null where ref = '2.4'"],
  ['what a count covers', "update figures set basis = 'year_to_date' where ref = '4.1'"],
  ['a figure for nothing', "update figures set kind = 'number', value = '3' where ref = '4.3'"],
  ['a figure to what cannot be read', "update figures set value = 'lots' where ref = '2.4'"],
  ['the measure of a figure', "update figures set ref = '9.9' where ref = '2.4'"],
])('changing %s outside MOPAC is found', (_, sql) => {
  expect(verifyRecord(forged(sql))).toMatchObject({ ok: false, kind: 'figures' });
});

test('a figure taken away or put in is found', () => {
  const found = { ok: false, kind: 'figures', filing: 2 };
  expect(verifyRecord(forged("delete from figures where ref = '2.4'"))).toMatchObject(found);
  const insert = `insert into figures (filing_id, programme_id, ref, year, quarter, revision, kind, value, provisional, small_sample, late)
    values (2, 1, '2.4', 2015, 1, 2, 'number', '71', 0, 0, 0)`;
  expect(verifyRecord(forged(insert))).toMatchObject(found);
});

test('a return that the audit trail does not know is found', () => {
  const sql = `insert into filings (submission_id, revision, filed_by, filed_at, late)
    select submission_id, 9, filed_by, filed_at, late from filings where id = 1`;
  expect(verifyRecord(forged(sql))).toEqual({ ok: false, kind: 'figures', filing: 6, entry: 0 });
});

test('an entry from before the trail kept the values of imports is compared by measure', () => {
  const path = temporaryPath();
  const { store, programmeId } = storeWithProgramme(path);
  const { id } = store.file(filing(programmeId));
  const entry = { at: NOON, actor: OPERATOR, action: 'import submission', subject: 's' };
  store.audit({ ...entry, detail: { filing: id, figures: ['2.4'] } });
  expect(verifyRecord(path)).toMatchObject({ ok: true });
  const { id: other } = store.file(filing(programmeId));
  store.audit({ ...entry, detail: { filing: other, figures: ['2.5'] } });
  expect(verifyRecord(path)).toMatchObject({ kind: 'figures', filing: other, entry: 2 });
});

test('a damaged file is said to be damaged', () => {
  const path = recorded();
  const bytes = readFileSync(path);
  bytes.fill(0xff, 4096 * 10, 4096 * 14);
  writeFileSync(path, bytes);
  expect(verifyRecord(path)).toMatchObject({ ok: false, kind: 'damaged' });
});

test('a file that is not there or is no database is named in a sentence', () => {
  const path = temporaryPath();
  expect(() => verifyRecord(path)).toThrow(StoreFailed);
  expect(() => verifyRecord(path)).toThrow(/^There is no database .*mopac\.sqlite/);
  writeFileSync(path, 'Quarterly figures.\n'.repeat(500));
  expect(() => verifyRecord(path)).toThrow(StoreRefused);
  expect(() => verifyRecord(path)).toThrow(/is not a MOPAC database/);
});
