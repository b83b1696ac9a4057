import { expect, test } from 'vitest';
import { StoreFailed } from '../../src/application/ports.ts';
import { ASKED, filing, rawAt, storeAt, storeWithProgramme, temporaryPath } from './support.ts';

test('what was asked before a filing is kept with it, in its order and words, across a restart', () => {
  const path = temporaryPath();
  const { store, programmeId } = storeWithProgramme(path);
  const { id } = store.file(filing(programmeId));
  store.recordQuestions(id, ASKED);
  store.close();
  expect(storeAt(path).questions(id)).toEqual(ASKED);
});

test('a filing about which nothing was asked has none, and neither has one that is not there', () => {
  const { store, programmeId } = storeWithProgramme();
  const first = store.file(filing(programmeId));
  const second = store.file(filing(programmeId));
  store.recordQuestions(first.id, ASKED);
  store.recordQuestions(second.id, []);
  expect([store.questions(second.id), store.questions(99)]).toEqual([[], []]);
});

test('a question to no filing is refused', () => {
  const { store } = storeWithProgramme();
  expect(() => store.recordQuestions(99, ASKED)).toThrow(StoreFailed);
});

test('a question that is none of ours is refused by its table and id when it is read', () => {
  const path = temporaryPath();
  const { store, programmeId } = storeWithProgramme(path);
  const { id } = store.file(filing(programmeId));
  rawAt(path)
    .prepare(
      "insert into questions (filing_id, ref, code, found, ask) values (?, '2.4', 'x', '', '')",
    )
    .run(id);
  expect(() => store.questions(id)).toThrow(/questions.*1/);
});
