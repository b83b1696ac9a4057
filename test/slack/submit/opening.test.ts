import { expect, test } from 'vitest';
import { validateMessage } from '../../../src/blockkit/validate.ts';
import { formUser, wordsOf } from '../../support/submit-fixtures.ts';
import { edgeWith, filedBy, LEAD, type TestEdge } from '../fixtures.ts';

const PROJECT_2 = '1|2|2015|1';

const july = (day = '2015-07-14'): TestEdge => {
  const edge = edgeWith(filedBy(), day);
  edge.store.savePerson(LEAD, edge.clock.now());
  return edge;
};

test('Enter figures opens the return on its first page', async () => {
  const lead = formUser(july());
  await lead.pressOpen(PROJECT_2);
  expect(lead.calls.map(({ method }) => method)).toEqual(['views.open']);
  expect(lead.window()).toMatchObject({
    title: { text: 'Project 2, Q1 2015/16' },
    submit: { text: 'Check' },
    notify_on_close: true,
  });
});

test.each([
  ['somebody who is no lead', PROJECT_2, '2015-07-14', 'U0NOBODY01', 'Only Public Health’s leads'],
  [
    'a lead of another project',
    '1|1|2015|1',
    '2015-07-14',
    LEAD.id,
    'leads can file for project 1',
  ],
  ['a quarter that is not over', '1|2|2015|2', '2015-07-14', LEAD.id, 'is not over yet'],
  ['a quarter that has closed', PROJECT_2, '2015-10-01', LEAD.id, 'Q1 2015/16 is closed'],
  ['a project nobody knows', '1|9|2015|1', '2015-07-14', LEAD.id, 'I don’t know a project 9'],
  ['a forged key', '1|2|2015|7', '2015-07-14', LEAD.id, 'older version'],
])('%s gets a window that says why, and what to do', async (_, key, day, user, words) => {
  const person = formUser(july(day), user);
  await person.pressOpen(key);
  expect(wordsOf(person.window()).replaceAll("'", '’')).toContain(words);
  expect(person.window().callback_id).toBe('');
});

test('a press delivered twice opens once and says nothing of it', async () => {
  const lead = formUser(july());
  await lead.pressOpen(PROJECT_2);
  lead.refuse('views.open', 'exchanged_trigger_id');
  await lead.pressOpen(PROJECT_2);
  expect(lead.calls.map(({ method }) => method)).toEqual(['views.open', 'views.open']);
});

test.each([
  ['expired_trigger_id', []],
  ['invalid_arguments', ['[ERROR] `trigger_id` expired [json-pointer:/trigger_id]']],
])('a trigger that Slack calls %s is answered with a fresh button', async (error, messages) => {
  const lead = formUser(july());
  lead.refuse('views.open', error, messages);
  await lead.pressOpen(PROJECT_2);
  const answer = lead.calls.at(-1);
  expect(answer).toMatchObject({
    method: 'respond',
    body: { response_type: 'ephemeral', replace_original: false },
  });
  const { text, blocks } = answer?.body ?? {};
  expect(validateMessage({ text, blocks })).toEqual([]);
  expect(JSON.stringify(blocks)).toContain(`"value":"${PROJECT_2}"`);
});

test('a window that Slack refuses is a fault of ours, and is not called slowness', async () => {
  const lead = formUser(july());
  lead.refuse('views.open', 'invalid_arguments', ['[ERROR] must be less than 3001 characters']);
  await lead.pressOpen(PROJECT_2);
  expect(lead.calls.at(-1)).toMatchObject({
    method: 'respond',
    body: { text: expect.stringContaining('MOPAC has a fault') },
  });
});

test('on Home, where nothing can be said beside the button, a window says what failed', async () => {
  const edge = july();
  const lead = formUser({
    ...edge,
    store: {
      ...edge.store,
      programmes: () => {
        throw new Error('unreadable');
      },
    },
  });
  await lead.pressOpen(PROJECT_2, 'home');
  expect(wordsOf(lead.window())).toContain('MOPAC has a fault');
});
