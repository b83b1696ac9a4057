import { expect, test } from 'vitest';
import { type Store, StoreBusy } from '../../../src/application/ports.ts';
import { draftSeenBy } from '../../support/drafts.ts';
import {
  errorsIn,
  type FormUser,
  formUser,
  inputsOf,
  isReview,
  nextWindow,
  wordsOf,
} from '../../support/submit-fixtures.ts';
import { edgeWith, filedBy, LEAD, Q1, type TestEdge } from '../fixtures.ts';

const PROJECT_2 = '1|2|2015|1';
const PROJECT_4 = '1|4|2015|1';
const VICTIM_SUPPORT = { id: 'U0VICTIM01', email: 'victim.support.lead@example.org', name: null };
const FIGURES = {
  'value:2.1': '77%',
  'value:2.2': '100',
  'value:2.3': '88 %',
  'value:2.4': '7/41',
  'value:2.5': '0.72',
};

const july = (): TestEdge => {
  const edge = edgeWith(filedBy(), '2015-07-14');
  for (const person of [LEAD, VICTIM_SUPPORT]) edge.store.savePerson(person, edge.clock.now());
  return edge;
};
const draftOf = (edge: TestEdge, project = 2, person = LEAD.id) =>
  draftSeenBy(edge.store, { programmeId: 1, projectNumber: project, quarter: Q1 }, person);

const opened = async (edge: TestEdge, key = PROJECT_2, user = LEAD.id): Promise<FormUser> => {
  const person = formUser(edge, user);
  await person.pressOpen(key);
  return person;
};

const busy = (edge: TestEdge): TestEdge => {
  const fail = () => {
    throw new StoreBusy();
  };
  const store: Store = { ...edge.store, saveDraft: fail, transaction: fail, answerOnce: fail };
  return { ...edge, store };
};

test('what cannot be read is told beside its field, and everything typed is kept', async () => {
  const edge = july();
  const lead = await opened(edge);
  const typed = { ...FIGURES, 'value:2.4': 'about half', 'commentary:2.1': '<!channel> all well' };
  const errors = errorsIn(await lead.submit(lead.window(), typed), lead.window());
  expect(errors).toEqual({ 'value:2.4': expect.stringContaining('be read as a figure') });
  expect(draftOf(edge)).toMatchObject(typed);
});

test('every fault of a page is told at once', async () => {
  const lead = await opened(july());
  const answer = await lead.submit(lead.window(), {
    'value:2.1': '780%',
    'nothing:2.2': 'no_cases',
    'value:2.2': '100',
    'value:2.3': 'n/a',
  });
  expect(Object.keys(errorsIn(answer, lead.window()))).toEqual([
    'value:2.1',
    'nothing:2.2',
    'value:2.3',
    'value:2.4',
    'value:2.5',
  ]);
});

test('a page that can be read leads to the next, and the last to the review', async () => {
  const edge = july();
  const lead = await opened(edge, PROJECT_4, VICTIM_SUPPORT.id);
  expect(wordsOf(lead.window())).toContain('Page 1 of 2');
  const firstPage = Object.fromEntries(
    inputsOf(lead.window())
      .filter(({ block_id: field }) => field.startsWith('value:'))
      .map(({ block_id: field }) => [field, '34']),
  );
  const second = nextWindow(await lead.submit(lead.window(), firstPage));
  expect(wordsOf(second)).toContain('Page 2 of 2');
  expect(draftOf(edge, 4, VICTIM_SUPPORT.id), 'the first page is kept').toMatchObject(firstPage);

  const [last] = inputsOf(second);
  const nothing = { [`nothing:${last?.block_id.split(':')[1]}`]: 'no_cases' };
  const review = nextWindow(await lead.submit(second, nothing));
  expect(isReview(review)).toBe(true);
  expect(wordsOf(review)).toContain('4.3 (Community Triggers assessed) will show as no cases');
});

test('Back keeps the page it leaves and shows the one before as it was typed', async () => {
  const edge = july();
  const lead = await opened(edge, PROJECT_4, VICTIM_SUPPORT.id);
  const values = inputsOf(lead.window()).filter(({ block_id: id }) => id.startsWith('value:'));
  const typed = Object.fromEntries(values.map(({ block_id: field }) => [field, '34']));
  const second = nextWindow(await lead.submit(lead.window(), typed));
  await lead.back(second, { 'additional-information': 'Half a sent' });
  expect(lead.calls.at(-1)).toMatchObject({
    method: 'views.update',
    body: { view_id: 'V0FORM', hash: 'hash-1' },
  });
  expect(wordsOf(lead.window())).toContain('Page 1 of 2');
  expect(inputsOf(lead.window())[0]).toMatchObject({ element: { initial_value: '34' } });
  expect(draftOf(edge, 4, VICTIM_SUPPORT.id)).toMatchObject({
    'additional-information': 'Half a sent',
  });
});

test('a newer window than the one in which Back was pressed stays as it is', async () => {
  const lead = await opened(july());
  const page = lead.window();
  lead.refuse('views.update', 'hash_conflict');
  await lead.back(page);
  expect(lead.calls.map(({ method }) => method)).toEqual(['views.open', 'views.update']);
});

test('closing keeps what the window still tells, and leaves no draft where nothing was typed', async () => {
  const edge = july();
  const lead = await opened(edge);
  await lead.close(lead.window());
  expect(draftOf(edge)).toBeNull();
  await lead.close(lead.window(), { 'value:2.1': '77' });
  expect(draftOf(edge)).toMatchObject({ 'value:2.1': '77' });
  await lead.pressOpen(PROJECT_2);
  expect(inputsOf(lead.window())[0]).toMatchObject({ element: { initial_value: '77' } });
});

test('a window that hands over little or nothing as it closes takes nothing of what was kept before', async () => {
  const edge = july();
  const lead = await opened(edge);
  const page = lead.window();
  const asked = await lead.submit(page, { 'value:2.1': '77', 'provisional:2.1': true });
  expect(wordsOf(nextWindow(asked))).toContain('2.1: Say what is still awaited');
  const kept = draftOf(edge);
  expect(kept).toMatchObject({ 'value:2.1': '77', 'provisional:2.1': true });
  await lead.close(page);
  await lead.close({ ...page, blocks: [] });
  expect(draftOf(edge)).toEqual(kept);
  await lead.close(page, { 'value:2.2': '100' });
  expect(draftOf(edge)).toEqual({ ...kept, 'value:2.2': '100' });
});

test('what a page holds of a catalogue that has changed since is asked on a page drawn afresh', async () => {
  const lead = await opened(july());
  const old = {
    ...lead.window(),
    blocks: lead.window().blocks.filter(({ block_id: id }) => !id?.endsWith(':2.5')),
  };
  const again = nextWindow(await lead.submit(old, FIGURES));
  expect(wordsOf(again)).toContain('2.5: Enter the');
  const values = inputsOf(again).map(({ element }) => element.initial_value);
  expect(values).toEqual(expect.arrayContaining(['77%', '7/41']));
});

test.each([
  ['nonsense', 'cannot be read'],
  ['1|1|2015|1/1', 'leads can file for project 1'],
  ['7|2|2015|1/1', 'don’t know a project 2'],
  ['1|2|2014|1/1', 'I have no programme for Q1 2014/15'],
])(
  'forged metadata %s keeps nothing, and the page stays with the reason on it',
  async (metadata, words) => {
    const edge = july();
    const lead = await opened(edge);
    const forged = { ...lead.window(), private_metadata: metadata };
    const errors = errorsIn(await lead.submit(forged, FIGURES), forged);
    expect(Object.keys(errors)).toEqual(['value:2.1']);
    expect(errors['value:2.1']?.replaceAll("'", '’')).toContain(words);
    await lead.close(forged, FIGURES);
    expect([1, 2, 3, 4, 5].map((project) => draftOf(edge, project))).toEqual(Array(5).fill(null));
  },
);

test('where the draft cannot be saved, the page stays and says so, with everything in it', async () => {
  const edge = july();
  const lead = await opened(busy(edge));
  const page = lead.window();
  const errors = errorsIn(await lead.submit(page, FIGURES), page);
  expect(Object.values(errors)).toEqual([expect.stringContaining('Nothing you typed is lost')]);

  await lead.back(page, FIGURES);
  expect(lead.calls.at(-1)?.method, 'a window on top; the page is untouched').toBe('views.push');
  expect(wordsOf(lead.window())).toContain('the database was busy');
  await lead.close(page, FIGURES);
  expect(draftOf(edge)).toBeNull();
});
