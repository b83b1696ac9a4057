import { expect, test } from 'vitest';
import { StoreFailed } from '../../src/application/ports.ts';
import {
  NOON,
  OPERATOR,
  PRIYA,
  programme,
  rawAt,
  storeAt,
  storeWithProgramme,
  temporaryPath,
} from './support.ts';

test('a programme comes back whole, its decimals exact', () => {
  const path = temporaryPath();
  const { store, programmeId } = storeWithProgramme(path);
  store.close();
  expect(storeAt(path).programmes()).toEqual([
    { id: programmeId, revision: 1, programme: programme() },
  ]);
  const text = rawAt(path).prepare('select content from catalogue_revisions').pluck().get();
  expect(text).toContain('"high":"0.30000000000000004"');
});

test('a changed programme is its next revision; the earlier one is kept', () => {
  const path = temporaryPath();
  const { store, programmeId } = storeWithProgramme(path);
  expect(store.saveProgramme(programme({ channel: 'community' }), PRIYA, NOON)).toBe(programmeId);
  expect(store.programmes()).toMatchObject([
    { id: programmeId, revision: 2, programme: { channel: 'community' } },
  ]);
  const kept = rawAt(path).prepare('select revision from catalogue_revisions').pluck().all();
  expect(kept).toEqual([1, 2]);
});

test('saving a programme as it already is adds nothing', () => {
  const { store, programmeId } = storeWithProgramme();
  expect(store.saveProgramme(programme(), PRIYA, NOON)).toBe(programmeId);
  expect(store.programmes()).toMatchObject([{ revision: 1 }]);
});

test('the same title in another year is another programme', () => {
  const { store, programmeId } = storeWithProgramme();
  expect(store.saveProgramme(programme({ year: 2016 }), OPERATOR, NOON)).not.toBe(programmeId);
  expect(store.programmes().map((stored) => stored.programme.year)).toEqual([2015, 2016]);
});

test('programmes are read once, until this process or another changes them', () => {
  const path = temporaryPath();
  const { store: here } = storeWithProgramme(path);
  const first = here.programmes();
  expect(here.programmes()).toBe(first);

  const there = storeAt(path);
  there.saveProgramme(programme({ channel: 'from elsewhere' }), OPERATOR, NOON);
  expect(here.programmes()[0]?.programme.channel).toBe('from elsewhere');

  here.saveProgramme(programme({ channel: 'from here' }), OPERATOR, NOON);
  expect(here.programmes()[0]?.programme.channel).toBe('from here');
  expect(there.programmes()[0]?.programme.channel).toBe('from here');
});

test('a catalogue revision that cannot be read is named', () => {
  const path = temporaryPath();
  const { store, programmeId } = storeWithProgramme(path);
  for (const [revision, content] of [
    [2, '{"title": "Barnet'],
    [3, '{"title": "Barnet"}'],
  ]) {
    rawAt(path)
      .prepare(`insert into catalogue_revisions
        (programme_id, revision, content, content_hash, saved_by, saved_at) values (?, ?, ?, '', '', '')`)
      .run(programmeId, revision, content);
    expect(() => store.programmes()).toThrow(StoreFailed);
    expect(() => store.programmes()).toThrow(new RegExp(`catalogue_revisions row ${revision}`));
  }
});

test('a revision from before definitions could say more is read as what it meant', () => {
  const path = temporaryPath();
  const { store, programmeId } = storeWithProgramme(path);
  const [stored] = store.programmes();
  const text = JSON.stringify(stored?.programme, (key, value: unknown) =>
    LATER_KEYS.includes(key) ? undefined : value,
  );
  rawAt(path)
    .prepare(`insert into catalogue_revisions
      (programme_id, revision, content, content_hash, saved_by, saved_at) values (?, 2, ?, '', '', '')`)
    .run(programmeId, text);
  const [read] = store.programmes();
  expect(read?.programme.tolerance).toMatchObject({ edges: 'inclusive', of: 'level' });
  expect(read?.programme.projects[0]?.measures[1]).toMatchObject({
    target: { years: 2, path: { kind: 'whole', from: null }, revision: null },
    revisedTargets: [],
    deadBand: null,
    comparableFrom: null,
    suppressSmallCounts: false,
  });
});

const LATER_KEYS: readonly string[] = [
  'edges',
  'of',
  'path',
  'revision',
  'revisedTargets',
  'deadBand',
  'comparableFrom',
  'suppressSmallCounts',
];
