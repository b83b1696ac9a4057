import { LogLevel, WebClient } from '@slack/web-api';
import { expect, test } from 'vitest';
import { createAskers } from '../../src/slack/accounts.ts';
import { edgeWith, LEAD, type TestEdge } from './fixtures.ts';

const OURS = { team_id: 'T0COUNCIL' };
const GRID = { team_id: 'T0COUNCIL', enterprise_id: 'E0COUNCIL' };

/** A Slack that says these things of everybody, one after the other; the last of them for ever. */
const askersIn = (workspace: object, edge: TestEdge, ...answers: readonly object[]) => {
  const asked: string[] = [];
  const client = new WebClient('xoxb-test', {
    logLevel: LogLevel.ERROR,
    retryConfig: { retries: 0 },
    fetch: async (input, init) => {
      const url = String(input instanceof Request ? input.url : input);
      if (url.endsWith('auth.test')) return Response.json({ ok: true, ...workspace });
      asked.push(new URLSearchParams(String(init?.body)).get('user') ?? '');
      return Response.json(answers[Math.min(asked.length, answers.length) - 1]);
    },
  });
  return { asked, asker: createAskers({ ...edge, client }) };
};

const askersAt = (edge: TestEdge, ...answers: readonly object[]) =>
  askersIn(OURS, edge, ...answers);

const said = (user: object) => ({ ok: true, user: { team_id: 'T0COUNCIL', ...user } });
const MEMBER = said({});
const GUEST = said({ is_restricted: true });
const SILENT = { ok: false, error: 'internal_error' };

test.each([
  ['a full member', { team_id: 'T0COUNCIL' }, OURS, 'member'],
  ['a guest in several channels', { team_id: 'T0COUNCIL', is_restricted: true }, OURS, 'guest'],
  ['a guest in one channel', { team_id: 'T0COUNCIL', is_ultra_restricted: true }, OURS, 'guest'],
  ['somebody of another workspace', { team_id: 'T0PARTNER' }, OURS, 'outsider'],
  ['a guest over there', { team_id: 'T0PARTNER', is_restricted: true }, OURS, 'outsider'],
  ['a stranger', { team_id: 'T0COUNCIL', is_stranger: true }, OURS, 'outsider'],
  ['somebody who has left', { team_id: 'T0COUNCIL', deleted: true }, OURS, 'outsider'],
  ['somebody without a workspace', {}, OURS, 'outsider'],
  ['anybody, where our own is not known', {}, {}, 'outsider'],
  [
    'somebody outside any organisation, as we are',
    { team_id: 'T0OTHER', enterprise_user: { enterprise_id: '' } },
    { team_id: 'T0COUNCIL', enterprise_id: '' },
    'outsider',
  ],
  [
    'a colleague in another workspace of the same organisation',
    { team_id: 'T0OTHER', enterprise_user: { enterprise_id: 'E0COUNCIL' } },
    GRID,
    'member',
  ],
  [
    'somebody of another organisation',
    { team_id: 'T0OTHER', enterprise_user: { enterprise_id: 'E0PARTNER' } },
    GRID,
    'outsider',
  ],
] as const)('%s is told by what Slack says of them', async (_, user, workspace, account) => {
  const { asker } = askersIn(workspace, edgeWith(), { ok: true, user });
  expect((await asker('U0SOMEBODY')).account).toBe(account);
});

test('Slack is asked once for all that somebody asks within the hour, also at the same time', async () => {
  const { asked, asker } = askersAt(edgeWith(), MEMBER);
  const people = await Promise.all([asker('U0MEMBER01'), asker('U0MEMBER01')]);
  expect([...people, await asker('U0MEMBER01')].map(({ account }) => account)).toEqual([
    'member',
    'member',
    'member',
  ]);
  expect(asked).toEqual(['U0MEMBER01']);
});

test('a day later a guest may have become a member', async () => {
  const edge = edgeWith(undefined, '2015-07-24');
  const { asker } = askersAt(edge, GUEST, MEMBER);
  expect(await asker('U0GUEST001')).toMatchObject({ account: 'guest' });
  edge.moveTo('2015-07-25');
  expect(await asker('U0GUEST001')).toMatchObject({ account: 'member' });
});

test('where Slack does not answer, what it last said stands, and before that nothing', async () => {
  const edge = edgeWith(undefined, '2015-07-24');
  const { asker } = askersAt(edge, SILENT, MEMBER, SILENT);
  expect(await asker('U0MEMBER01')).not.toHaveProperty('account');
  expect(await asker('U0MEMBER01')).toMatchObject({ account: 'member' });
  edge.moveTo('2015-07-25');
  expect(await asker('U0MEMBER01')).toMatchObject({ account: 'member' });
});

test.each(['user_not_found', 'user_not_visible'])(
  'whom Slack will not show us (%s) is from outside',
  async (error) => {
    const { asker } = askersAt(edgeWith(), { ok: false, error });
    expect(await asker('U0FARAWAY1')).toMatchObject({ account: 'outsider' });
  },
);

test('nobody is looked up whom every programme names, and nobody’s account is put on record', async () => {
  const edge = edgeWith();
  edge.store.savePerson(LEAD, edge.clock.now());
  const { asked, asker } = askersAt(edge, MEMBER);
  expect(await asker(LEAD.id)).toMatchObject(LEAD);
  await asker('U0MEMBER01');
  expect(asked).toEqual(['U0MEMBER01']);
  expect(edge.store.person('U0MEMBER01')).toBeNull();
});
