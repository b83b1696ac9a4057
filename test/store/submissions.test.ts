import { expect, test } from 'vitest';
import { EMPTY_DRAFT } from '../../src/application/draft.ts';
import { StoreFailed } from '../../src/application/ports.ts';
import {
  filing,
  instant,
  NOON,
  number,
  OPERATOR,
  PRIYA,
  Q1,
  Q2,
  Q4_BEFORE,
  storeWithProgramme,
} from './support.ts';

test('a project that has filed nothing has no return', () => {
  const { store, programmeId } = storeWithProgramme();
  expect(store.submission(programmeId, 2, Q1)).toBeNull();
  expect(store.submissions(programmeId, Q1)).toEqual([]);
  expect(store.latestFiledQuarter(programmeId)).toBeNull();
});

test('a filing is on record with who, when and how late', () => {
  const { store, programmeId } = storeWithProgramme();
  const filed = store.file(
    filing(programmeId, { late: true, additionalInformation: 'Two posts were vacant.' }),
  );
  const submission = store.submission(programmeId, 2, Q1);
  expect(submission).toMatchObject({
    programmeId,
    projectNumber: 2,
    quarter: Q1,
    state: 'submitted',
    filing: {
      id: filed.id,
      revision: 1,
      filedBy: PRIYA,
      late: true,
      additionalInformation: 'Two posts were vacant.',
    },
  });
  expect(submission?.filing?.filedAt.equals(NOON)).toBe(true);
  expect(filed).toMatchObject({ revision: 1, filedBy: PRIYA, late: true });
});

test('filing again is the next revision of the same return', () => {
  const { store, programmeId } = storeWithProgramme();
  store.file(filing(programmeId));
  const before = store.submission(programmeId, 2, Q1);
  const again = store.file(
    filing(programmeId, { filedBy: OPERATOR, filedAt: instant('2015-07-22T09:00:00.5Z') }),
  );
  const after = store.submission(programmeId, 2, Q1);
  expect(after?.id).toBe(before?.id);
  expect(after?.filing).toMatchObject({ id: again.id, revision: 2, filedBy: OPERATOR });
  expect(String(after?.filing?.filedAt)).toBe('2015-07-22T09:00:00.5Z');
});

test('the returns of a quarter come by project number, each once', () => {
  const { store, programmeId } = storeWithProgramme();
  for (const projectNumber of [3, 1, 3]) store.file(filing(programmeId, { projectNumber }));
  store.file(filing(programmeId, { quarter: Q2 }));
  const submissions = store.submissions(programmeId, Q1);
  expect(submissions.map((found) => [found.projectNumber, found.filing?.revision])).toEqual([
    [1, 1],
    [3, 2],
  ]);
});

test('the latest filed quarter is the latest by date, and a draft is not a filing', () => {
  const { store, programmeId } = storeWithProgramme();
  store.file(filing(programmeId, { quarter: Q1 }));
  store.file(filing(programmeId, { quarter: Q4_BEFORE }));
  store.saveDraft(programmeId, 2, Q1, EMPTY_DRAFT, NOON);
  expect(store.latestFiledQuarter(programmeId)).toEqual(Q1);
});

test('a filing for a programme that does not exist is refused', () => {
  const { store, programmeId } = storeWithProgramme();
  expect(() => store.file(filing(programmeId + 1))).toThrow(StoreFailed);
});

test('a draft of a return is kept exactly as typed, with who typed it and when', () => {
  const { store, programmeId } = storeWithProgramme();
  const typed = { value: { '2.4': ' 17 % ', parts: [1, { a: 'ä' }] }, by: 'U0PRIYA', at: NOON };
  const draft = {
    version: 2,
    fields: { 'value:2.4': { ...typed, version: 2, window: 'V0FORM' } },
    aside: { U0OWEN: { 'value:2.4': { value: null, at: NOON } } },
    pages: { U0PRIYA: 1 },
  };
  store.saveDraft(programmeId, 2, Q1, EMPTY_DRAFT, NOON);
  store.saveDraft(programmeId, 2, Q1, draft, NOON);
  expect(store.draft(programmeId, 2, Q1)).toEqual(draft);
  expect(store.draft(programmeId, 2, Q2)).toBeNull();
});

test('a return with a draft only is a draft; without it it is just due', () => {
  const { store, programmeId } = storeWithProgramme();
  store.saveDraft(programmeId, 2, Q1, EMPTY_DRAFT, NOON);
  expect(store.submission(programmeId, 2, Q1)).toMatchObject({ state: 'draft', filing: null });
  store.discardDraft(programmeId, 2, Q1);
  expect(store.submission(programmeId, 2, Q1)).toBeNull();
});

test('neither starting nor discarding a draft touches a filed return', () => {
  const { store, programmeId } = storeWithProgramme();
  store.file(filing(programmeId));
  const filed = store.submission(programmeId, 2, Q1);
  store.saveDraft(programmeId, 2, Q1, EMPTY_DRAFT, NOON);
  expect(store.submission(programmeId, 2, Q1)).toEqual(filed);
  store.discardDraft(programmeId, 2, Q1);
  expect(store.submission(programmeId, 2, Q1)).toEqual(filed);
});

test('the filings of a return come first to last, each with the figures it put on record', () => {
  const { store, programmeId } = storeWithProgramme();
  const other = { ref: '2.5a', figure: number('4') };
  store.file(filing(programmeId, { figures: [{ ref: '2.4', figure: number('17') }, other] }));
  store.file(filing(programmeId, { quarter: Q2 }));
  store.file(filing(programmeId, { projectNumber: 3, figures: [] }));
  store.file(filing(programmeId, { filedBy: OPERATOR, figures: [] }));
  store.file(filing(programmeId, { figures: [{ ref: '2.4', figure: number('18') }] }));
  expect(store.filings(programmeId, 2, Q1)).toMatchObject([
    { revision: 1, filedBy: PRIYA, figures: [{ ref: '2.4', revision: 1 }, { ref: '2.5a' }] },
    { revision: 2, filedBy: OPERATOR, figures: [] },
    { revision: 3, figures: [{ ...number('18'), ref: '2.4', revision: 2 }] },
  ]);
  expect(store.filings(programmeId, 9, Q1)).toEqual([]);
});
