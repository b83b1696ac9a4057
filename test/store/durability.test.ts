import { expect, test } from 'vitest';
import { StoreBusy, StoreFailed } from '../../src/application/ports.ts';
import { openConnection } from '../../src/store/connection.ts';
import { createStore } from '../../src/store/create-store.ts';
import { dbOver } from '../../src/store/db.ts';
import { APPEND_ONLY_TABLES } from '../../src/store/schema.ts';
import {
  ASKED,
  filing,
  message,
  NOON,
  number,
  OPERATOR,
  PRIYA,
  programme,
  Q1,
  rawAt,
  storeAt,
  storeWithProgramme,
  temporaryPath,
} from './support.ts';

const FULL = 2;

const thrownBy = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return null;
};

test('every commit is on the disk before it is acknowledged, also after reopening and writing', () => {
  const path = temporaryPath();
  storeWithProgramme(path).store.close();
  openConnection(path, (connection) => {
    const synchronous = () => connection.pragma('synchronous', { simple: true });
    expect(connection.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(synchronous()).toBe(FULL);
    createStore(dbOver(connection)).enqueue(message());
    expect(synchronous()).toBe(FULL);
    connection.close();
  });
});

test('what was filed is there after reopening', () => {
  const path = temporaryPath();
  const { store, programmeId } = storeWithProgramme(path);
  store.file(filing(programmeId));
  store.close();
  expect(storeAt(path).figures(programmeId, '2.4', Q1, Q1)).toMatchObject([{ revision: 1 }]);
});

test.each(APPEND_ONLY_TABLES)('%s refuses changes, removals and replacements', (table) => {
  const path = temporaryPath();
  const { store, programmeId } = storeWithProgramme(path);
  const { id } = store.file(filing(programmeId));
  store.recordQuestions(id, ASKED.slice(0, 1));
  store.recordReview(id, [{ kind: 'comment', ref: '2.4', comment: 'Why?', by: PRIYA, at: NOON }]);
  store.audit({ at: NOON, actor: PRIYA, action: 'file', subject: 'project 2', detail: null });
  const raw = rawAt(path);
  raw.pragma('recursive_triggers = ON');
  raw.exec(
    "insert into purges (source, row_id, part, reason, by, at) values ('figures', 9, 'commentary', 'names somebody', '', '')",
  );
  expect(raw.prepare(`select count(*) from ${table}`).pluck().get()).toBe(1);
  for (const attempt of [
    `update ${table} set id = 9`,
    `delete from ${table}`,
    `insert or replace into ${table} select * from ${table}`,
  ]) {
    expect(() => raw.exec(attempt)).toThrow(`${table} is append-only`);
  }
});

test('a transaction that fails keeps nothing of itself, nor of the ones inside it', () => {
  const { store, programmeId } = storeWithProgramme();
  expect(() =>
    store.transaction(() => {
      store.transaction(() => store.file(filing(programmeId)));
      store.enqueue(message());
      store.audit({ at: NOON, actor: PRIYA, action: 'file', subject: 'project 2', detail: null });
      store.saveProgramme(programme({ channel: 'elsewhere' }), OPERATOR, NOON);
      expect(store.programmes()[0]?.programme.channel).toBe('elsewhere');
      throw new Error('the last step failed');
    }),
  ).toThrow('the last step failed');
  expect(store.submission(programmeId, 2, Q1)).toBeNull();
  expect(store.figures(programmeId, '2.4', Q1, Q1)).toEqual([]);
  expect(store.outboxCounts().pending).toBe(0);
  expect(store.programmes()[0]?.programme.channel).toBe('safer-communities');
});

test('a nested transaction that fails and is survived keeps nothing of itself', () => {
  const { store, programmeId } = storeWithProgramme();
  store.transaction(() => {
    store.enqueue(message());
    expect(() =>
      store.transaction(() => {
        store.file(filing(programmeId));
        throw new Error('the inner step failed');
      }),
    ).toThrow('the inner step failed');
  });
  expect(store.outboxCounts().pending).toBe(1);
  expect(store.submission(programmeId, 2, Q1)).toBeNull();
});

test('a filing whose last figure cannot be written leaves no trace', () => {
  const { store, programmeId } = storeWithProgramme();
  const broken = { ...number('1'), commentary: Symbol('nothing SQLite can keep') };
  expect(() =>
    store.file(
      filing(programmeId, {
        figures: [
          { ref: '2.4', figure: number('17') },
          { ref: '2.5a', figure: broken as never },
        ],
      }),
    ),
  ).toThrow();
  expect(store.submission(programmeId, 2, Q1)).toBeNull();
  expect(store.figures(programmeId, '2.4', Q1, Q1)).toEqual([]);
});

test('a database another process is writing to answers StoreBusy within a second', () => {
  const path = temporaryPath();
  const store = storeAt(path);
  const raw = rawAt(path);
  raw.exec('begin immediate');
  const started = performance.now();
  expect(() => store.enqueue(message())).toThrow(StoreBusy);
  expect(performance.now() - started).toBeLessThan(1000);
  expect(() => store.transaction(() => store.enqueue(message()))).toThrow(StoreBusy);
  raw.exec('rollback');
  expect(store.enqueue(message())).toBe(1);
});

test('a full disk answers StoreFailed with its cause, and writes resume once there is room', () => {
  const path = temporaryPath();
  storeAt(path).close();
  openConnection(path, (connection) => {
    const store = createStore(dbOver(connection));
    const pages = Number(connection.pragma('page_count', { simple: true }));
    connection.pragma(`max_page_count = ${pages}`);
    const large = message({ payload: 'x'.repeat(100_000) });
    const failure = thrownBy(() => store.enqueue(large));
    expect(failure).toBeInstanceOf(StoreFailed);
    expect(failure).toHaveProperty('cause.code', 'SQLITE_FULL');
    connection.pragma('max_page_count = 1000000');
    expect(store.enqueue(large)).toBe(1);
    connection.close();
  });
});

test('a row that does not fit is refused by its table and id', () => {
  const path = temporaryPath();
  const { store, programmeId } = storeWithProgramme(path);
  const { id } = store.file(filing(programmeId));
  const raw = rawAt(path);
  raw.exec(`insert into figures (filing_id, programme_id, ref, year, quarter, revision, kind, value,
    provisional, small_sample, late) values (${id}, ${programmeId}, '2.4', 2015, 1, 2, 'number', '17%', 0, 0, 0)`);
  expect(() => store.figures(programmeId, '2.4', Q1, Q1)).toThrow(StoreFailed);
  expect(() => store.figures(programmeId, '2.4', Q1, Q1)).toThrow(/figures row 2/);
});
