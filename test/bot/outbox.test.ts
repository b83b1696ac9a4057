import { WebClient } from '@slack/web-api';
import Database from 'better-sqlite3';
import { pino } from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { StoreBusy } from '../../src/application/ports.ts';
import { castOf } from '../../src/demo/cast.ts';
import { at } from '../../src/demo/instants.ts';
import { createDirectory } from '../../src/slack/directory.ts';
import { createOutboxSender } from '../../src/slack/outbox-sender.ts';
import { createRungs } from '../../src/slack/rungs.ts';
import { openStore } from '../../src/store/open.ts';
import type { WorkspaceOptions } from '../../src/workspace/workspace.ts';
import { barnet } from '../support/barnet.ts';
import { CHANNEL, digestsIn, fileProjectTwo, LEAD, receiptsOf } from '../support/filing.ts';
import { startTown, type Town } from '../support/town.ts';

const DAY = '2015-07-14T10:00';
const DUE = '2015-07-21T17:00';
const POST = ['chat.postMessage'];
const WITHOUT_HISTORY = [
  'commands',
  'chat:write',
  'im:write',
  'app_mentions:read',
  'users:read',
  'users:read.email',
];

/** Nobody has filed, the bot is up, and the digest goes out at five o'clock of the due date. */
const beforeTheDigest = (workspace?: Partial<WorkspaceOptions>): Promise<Town> =>
  startTown({ now: '2015-07-21T16:00', ...(workspace === undefined ? {} : { workspace }) });

const digest = (town: Town) => town.store.outboxMessage('digest', '1/2015-Q1');

const calls = (town: Town, method: string) =>
  town.workspace.log.flatMap((entry) =>
    entry.kind === 'api' && entry.method === method ? [entry] : [],
  );

const posts = (town: Town) => calls(town, 'chat.postMessage');

describe('an answer that was lost', () => {
  test('leaves one digest and one of each page, though Slack had taken the first try', async () => {
    const town = await beforeTheDigest();
    town.workspace.faults.loseAnswer(1, POST);
    await town.goTo(DUE);
    expect(digest(town)?.state).toBe('unknown');
    await town.goTo('2015-07-21T17:01');
    expect(digest(town)?.state).toBe('sent');
    expect(digestsIn(town)).toHaveLength(1);
    expect(town.workspace.messages(CHANNEL)).toHaveLength(2);
  });

  test('of a page in the thread leaves that page once', async () => {
    const town = await beforeTheDigest();
    await town.goTo('2015-07-21T16:30');
    const stop = town.workspace.subscribe(() => {
      if (digestsIn(town).length === 1 && posts(town).length > 0) {
        stop();
        town.workspace.faults.loseAnswer(1, POST);
      }
    });
    await town.goTo(DUE);
    await town.goTo('2015-07-21T17:05');
    expect(
      town.workspace.messages(CHANNEL).filter(({ threadTs }) => threadTs !== undefined),
    ).toHaveLength(1);
    expect(posts(town).filter(({ status }) => status === 0)).toHaveLength(1);
  });

  test('leaves one receipt', async () => {
    const town = await startTown({ now: DAY });
    const lead = town.person(LEAD);
    town.workspace.faults.loseAnswer(1, POST);
    await fileProjectTwo(town);
    await town.workspace.until(() => receiptsOf(lead).length === 1);
    await town.goTo('2015-07-14T11:00');
    await town.goTo('2015-07-14T12:00');
    expect(receiptsOf(lead)).toHaveLength(1);
    expect(town.store.outboxMessage('receipt', 'filing/1')?.state).toBe('sent');
  });

  test.each([
    ['fails', (town: Town) => town.workspace.faults.answer500(1, ['conversations.history'])],
    [
      'comes too fast',
      (town: Town) =>
        town.workspace.faults.answer429({
          times: 1,
          retryAfter: 1,
          methods: ['conversations.history'],
        }),
    ],
    [
      'comes too fast, with no word how long to wait',
      (town: Town) =>
        town.workspace.faults.answer429({
          times: 1,
          retryAfter: null,
          methods: ['conversations.history'],
        }),
    ],
  ])(
    'is looked for again where the look itself %s; nothing is sent meanwhile',
    async (_, fault) => {
      const town = await beforeTheDigest();
      town.workspace.faults.loseAnswer(1, POST);
      await town.goTo(DUE);
      fault(town);
      await town.goTo('2015-07-21T17:05');
      expect(digest(town)?.state).toBe('unknown');
      await town.goTo('2015-07-21T17:30');
      expect(digest(town)?.state).toBe('sent');
      expect(digestsIn(town)).toHaveLength(1);
    },
  );

  test('of a direct message is looked for again where its conversation could not be opened', async () => {
    const town = await startTown({ now: '2015-07-01T08:00' });
    town.workspace.faults.loseAnswer(1, POST);
    await town.goTo('2015-07-01T09:00');
    town.workspace.faults.answer429({ times: 1, retryAfter: 1, methods: ['conversations.open'] });
    await town.goTo('2015-07-01T09:05');
    await town.goTo('2015-07-01T09:30');
    const inboxes = town.document.programme.projects.flatMap(({ leads }) =>
      leads.map((lead) => town.person(lead).directMessages().length),
    );
    expect(inboxes).toEqual([1, 1, 1, 1, 1]);
  });

  test('is found behind 150 newer messages', async () => {
    const town = await beforeTheDigest({ rateLimits: false });
    town.workspace.faults.loseAnswer(1, POST);
    await town.goTo(DUE);
    for (let index = 0; index < 150; index += 1) {
      await fetch(`${town.workspace.apiUrl}chat.postMessage`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${town.workspace.botToken}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ channel: CHANNEL, text: 'Something else' }),
      });
    }
    await town.goTo('2015-07-21T17:05');
    expect(digestsIn(town).filter(({ text }) => text !== 'Something else')).toHaveLength(1);
    expect(digest(town)?.state).toBe('sent');
  });

  test('where history may not be read leaves at most one repeat', async () => {
    const town = await beforeTheDigest({ botScopes: WITHOUT_HISTORY });
    town.workspace.faults.loseAnswer(1, POST);
    await town.goTo(DUE);
    await town.goTo('2015-07-21T17:05');
    await town.goTo('2015-07-21T17:30');
    expect(digestsIn(town)).toHaveLength(2);
    expect(digest(town)?.state).toBe('sent');
    expect(town.log.join('')).toMatch(/could not look for a post; it may appear twice/);
  });
});

describe('Slack asks to wait or has a bad minute', () => {
  test.each([
    [1, '2015-07-21T17:01'],
    [90, '2015-07-21T17:02'],
    [null, '2015-07-21T17:01'],
  ])(
    '429 with Retry-After %s: the digest arrives once the wait is over',
    async (retryAfter, later) => {
      const town = await beforeTheDigest();
      town.workspace.faults.answer429({ times: 1, retryAfter, methods: POST });
      await town.goTo(DUE);
      expect(digest(town)?.state).toBe('pending');
      expect(digestsIn(town)).toHaveLength(0);
      await town.goTo(later);
      expect(digestsIn(town)).toHaveLength(1);
      expect(posts(town).filter(({ status }) => status === 429)).toHaveLength(1);
    },
  );

  test('a note never stands in the thread before the edit it speaks of', async () => {
    const town = await beforeTheDigest();
    await town.goTo(DUE);
    const update = ['chat.update'];
    town.workspace.faults.answer429({ times: 1, retryAfter: 90, methods: update });
    await town.goTo('2015-07-22T09:00');
    await fileProjectTwo(town);
    await town.workspace.until(() => receiptsOf(town.person(LEAD)).length === 1);
    await town.bot().beat();
    const notes = () =>
      town.workspace.messages(CHANNEL).filter(({ text }) => /filed project 2/.test(text));
    expect(notes()).toEqual([]);
    await town.goTo('2015-07-22T09:02');
    expect(notes()).toHaveLength(1);
    expect(digestsIn(town)[0]?.edited).toBeDefined();
  });

  test('500 from Slack leaves one digest', async () => {
    const town = await beforeTheDigest();
    town.workspace.faults.answer500(2, POST);
    await town.goTo(DUE);
    await town.goTo('2015-07-21T17:05');
    await town.goTo('2015-07-21T17:30');
    expect(digestsIn(town)).toHaveLength(1);
    expect(digest(town)?.state).toBe('sent');
  });

  test('a token that was revoked sends nothing and loses nothing', async () => {
    const town = await beforeTheDigest();
    town.workspace.faults.revokeToken();
    await town.goTo(DUE);
    expect(digest(town)).toMatchObject({ state: 'pending', lastError: 'token_revoked' });
  });
});

describe('a workspace without tables and charts', () => {
  test('gets the same digest one rung lower, and later messages without a refused try', async () => {
    const town = await beforeTheDigest();
    town.workspace.faults.refuseRichBlocks(true);
    await town.goTo(DUE);
    expect(digestsIn(town)).toHaveLength(1);
    const refused = () =>
      posts(town).filter(({ response }) => JSON.stringify(response).includes('invalid_blocks'))
        .length;
    const tries = refused();
    expect(tries).toBeGreaterThan(0);
    const words = digestsIn(town)[0]?.text;
    await fileProjectTwo(town);
    await town.goTo('2015-07-21T17:30');
    expect(receiptsOf(town.person(LEAD))).toHaveLength(1);
    expect(refused()).toBe(tries);

    const rich = await beforeTheDigest();
    await rich.goTo(DUE);
    expect(words).toBe(digestsIn(rich)[0]?.text);
  });
});

describe('a channel that cannot be written to', () => {
  test('holds nobody up', async () => {
    const { people, channels } = castOf(barnet().programme);
    const members: string[] = people.map(({ id }) => id);
    const [channel] = channels;
    const town = await startTown({
      now: '2015-07-21T16:00',
      workspace: { channels: channel === undefined ? [] : [{ ...channel, members }] },
    });
    await town.goTo(DUE);
    expect(digest(town)).toMatchObject({ state: 'pending', lastError: 'not_in_channel' });
    const lead = await fileProjectTwo(town);
    await town.workspace.until(() => receiptsOf(lead).length === 1);
    expect(digestsIn(town)).toHaveLength(0);
  });

  test('gets its digest once what was missing is granted', async () => {
    const scopes = WITHOUT_HISTORY.filter((scope) => scope !== 'chat:write');
    const town = await beforeTheDigest({ botScopes: scopes });
    await town.goTo(DUE);
    expect(digest(town)).toMatchObject({ state: 'pending', lastError: 'missing_scope' });
    scopes.push('chat:write');
    await town.goTo('2015-07-21T17:11');
    expect(digestsIn(town)).toHaveLength(1);
  });

  test('is given up after a day, and what belonged to the digest with it, each with the reason', async () => {
    const town = await beforeTheDigest();
    town.workspace.faults.archiveChannel(CHANNEL);
    await town.goTo(DUE);
    expect(digest(town)).toMatchObject({ state: 'pending', lastError: 'is_archived' });
    const connection = new Database(town.path);
    connection.exec("update outbox set attempts = 144 where kind = 'digest'");
    connection.close();
    await town.goTo('2015-07-22T17:00');
    expect(digest(town)).toMatchObject({ state: 'dead', lastError: 'is_archived' });
    expect(town.store.outboxMessage('digest_page', '1/2015-Q1/1')).toMatchObject({
      state: 'dead',
      lastError: expect.stringMatching(/is_archived/),
    });
    await fileProjectTwo(town);
    await town.workspace.until(() => receiptsOf(town.person(LEAD)).length === 1);
    await town.bot().beat();
    expect(town.store.outboxCounts()).toMatchObject({ pending: 0, unknown: 0, sending: 0 });
  });
});

describe('a process that died while it was sending', () => {
  test('after Slack took the digest: a restart finds it and sends no second', async () => {
    const town = await beforeTheDigest();
    town.workspace.faults.loseAnswer(1, POST);
    await town.goTo(DUE);
    const { id = 0 } = digest(town) ?? {};
    town.store.markSending(id);
    await town.restart();
    await town.goTo('2015-07-21T17:05');
    expect(digestsIn(town)).toHaveLength(1);
    expect(digest(town)?.state).toBe('sent');
  });

  test('before Slack heard of it: a restart sends it', async () => {
    const town = await beforeTheDigest();
    town.workspace.faults.answer429({ times: 1, retryAfter: 1, methods: POST });
    await town.goTo(DUE);
    town.store.markSending(digest(town)?.id ?? 0);
    await town.restart();
    await town.goTo('2015-07-21T17:05');
    expect(digestsIn(town)).toHaveLength(1);
  });
});

describe('a database that is busy just as Slack has taken a message', () => {
  test('the message is taken up again and stays one', async () => {
    let failing = 0;
    const town = await startTown({
      now: '2015-07-21T16:00',
      wrap: (store) => ({
        ...store,
        markSent: (id, posted) => {
          if (failing > 0) {
            failing -= 1;
            throw new StoreBusy('locked');
          }
          store.markSent(id, posted);
        },
        markUnknown: (id, retryAt, error) => {
          if (failing > 0) {
            failing -= 1;
            throw new StoreBusy('locked');
          }
          store.markUnknown(id, retryAt, error);
        },
      }),
    });
    failing = 2;
    await town.goTo(DUE);
    expect(digest(town)?.state).toBe('sending');
    await town.goTo('2015-07-21T17:05');
    expect(digest(town)?.state).toBe('sent');
    expect(digestsIn(town)).toHaveLength(1);
  });
});

describe('somebody who has left', () => {
  test.each(['lookup', 'open'])('keeps nobody else from their message (%s)', async (how) => {
    const { people } = castOf(barnet().programme);
    const leaver = people.find(({ email }) => email === LEAD);
    const town = await startTown({
      now: '2015-07-01T08:00',
      workspace: {
        people: people.map((person) => (person === leaver ? { ...person, deleted: true } : person)),
      },
    });
    if (how === 'open' && leaver !== undefined) town.store.savePerson(leaver, town.clock.now());
    await town.goTo('2015-07-01T09:00');
    const others = people.filter(({ email }) => email !== LEAD && email.includes('.lead@'));
    expect(others.map(({ email }) => town.person(email).directMessages().length)).toEqual([
      1, 1, 1, 1,
    ]);
    expect(town.store.outboxMessage('opening', `1/2015-Q1/${LEAD}`)).toMatchObject(
      how === 'open'
        ? { state: 'dead', lastError: 'user_disabled' }
        : { state: 'pending', lastError: 'users_not_found' },
    );
  });
});

test('blocks that Slack refuses at every rung are given up, and hold up nothing else', async () => {
  const store = openStore(':memory:');
  onTestFinished(() => store.close());
  const clock = { now: () => at(DUE) };
  const log = pino({ level: 'silent' });
  const sent: string[] = [];
  const client = new WebClient('xoxb-test', {
    retryConfig: { retries: 0 },
    fetch: async (_, { body } = {}) => {
      const channel = new URLSearchParams(String(body)).get('channel') ?? '';
      sent.push(channel);
      const ok = channel !== 'refusing';
      return Response.json(ok ? { ok, channel, ts: '1.2' } : { ok, error: 'invalid_blocks' });
    },
  });
  const sender = createOutboxSender({
    store,
    clock,
    client,
    log,
    directory: createDirectory({ store, clock, client, log }),
    rungs: createRungs('text'),
    onRevoked: () => undefined,
    renderers: async () => ({ note: () => ({ text: 'Hello' }) }),
  });
  for (const channel of ['refusing', 'taking']) {
    store.enqueue({
      kind: 'note',
      key: channel,
      target: { kind: 'channel', channel },
      payload: {},
      parentId: null,
      dueAt: at(DAY),
    });
  }
  await sender.drain();
  expect(sent).toEqual(['refusing', 'taking']);
  expect(store.outboxMessage('note', 'refusing')).toMatchObject({
    state: 'dead',
    lastError: 'invalid_blocks',
  });
  expect(store.outboxMessage('note', 'taking')?.state).toBe('sent');
});
