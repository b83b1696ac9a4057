import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { WebClient } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import {
  clientOptionsOf,
  figuresModal,
  httpBot,
  PRIYA,
  PUBLIC_ROOM,
  socketBot,
  words,
  workspaceFor,
} from './support.ts';

// Bolt listeners as its own samples write them; what they are given and give is Slack's.
const SCOPES = ['commands', 'chat:write', 'app_mentions:read', 'users:read', 'im:write'];

describe.each([
  ['Socket Mode', socketBot, {}],
  ['HTTP', httpBot, { http: { requestUrl: 'http://127.0.0.1:9/slack/events' } }],
] as const)('a Bolt app over %s', (_mode, startBot, how) => {
  const town = () => workspaceFor({ botScopes: SCOPES, ...how });

  test('a command opens a form, and what is sent in it is said in the channel', async () => {
    const workspace = await town();
    await startBot(workspace, (app) => {
      app.command('/mopac', async ({ ack, body, client, say }) => {
        await ack();
        await client.views.open({ trigger_id: body.trigger_id, view: figuresModal() });
        await say('A form is open');
      });
      app.view('figures', async ({ ack, view, body, client }) => {
        await ack();
        const { rate: { value: typed } = {} } = view.state.values;
        const rate = typed?.value;
        await client.chat.postMessage({ channel: PUBLIC_ROOM, text: `${body.user.name}: ${rate}` });
      });
    });
    const priya = workspace.asPerson(PRIYA);
    await priya.command('/mopac open', PUBLIC_ROOM);
    const form = priya.modal();
    if (!form) throw new Error('no form');
    expect((await priya.submit(priya.fill(form, { rate: '17' }))).kind).toBe('closed');
    const said = workspace.messages(PUBLIC_ROOM).map(({ text }) => text);
    expect(said).toEqual(['A form is open', 'priya.shah: 17']);
  });

  test('a greeting is answered with a button, and the button in its place', async () => {
    const workspace = await town();
    await startBot(workspace, (app) => {
      app.event('app_mention', async ({ event, say }) => {
        await say({
          text: `Hey there <@${event.user}>!`,
          thread_ts: event.ts,
          blocks: [
            {
              type: 'section',
              text: { type: 'mrkdwn', text: `Hey there <@${event.user}>!` },
              accessory: { type: 'button', text: words('Click Me'), action_id: 'button_click' },
            },
          ],
        });
      });
      app.action('button_click', async ({ body, ack, respond }) => {
        await ack();
        await respond({ text: `<@${body.user.id}> clicked the button`, replace_original: true });
      });
    });
    const priya = workspace.asPerson(PRIYA);
    const [greeting] = await priya.mention(PUBLIC_ROOM, 'hello');
    if (!greeting) throw new Error('no greeting');
    await priya.press({ message: greeting, actionId: 'button_click' });
    expect(workspace.messages(PUBLIC_ROOM).at(-1)).toMatchObject({
      text: `<@${PRIYA}> clicked the button`,
      threadTs: greeting.threadTs,
    });
  });

  test('a mention in a thread carries the thread; other messages are not the app’s to hear', async () => {
    const workspace = await town();
    const heard: (string | undefined)[] = [];
    await startBot(workspace, (app) => {
      app.event('app_mention', async ({ event }) => void heard.push(event.thread_ts));
      app.message(/.*/, async () => void heard.push('a message'));
    });
    const priya = workspace.asPerson(PRIYA);
    const root = await priya.say(PUBLIC_ROOM, 'Figures for Q1');
    await priya.say(PUBLIC_ROOM, 'And you, @mopac?', root.ts);
    expect(heard).toEqual([root.ts]);
  });

  test('shortcuts, global and on a message, open what they stand for', async () => {
    const workspace = await town();
    await startBot(workspace, (app) => {
      app.shortcut('open_modal', async ({ shortcut, ack, client }) => {
        await ack();
        await client.views.open({
          trigger_id: shortcut.trigger_id,
          view: figuresModal('Shortcut'),
        });
      });
      app.shortcut(
        { callback_id: 'quote', type: 'message_action' },
        async ({ shortcut, ack, respond }) => {
          await ack();
          await respond(`“${shortcut.message.text}”`);
        },
      );
    });
    const priya = workspace.asPerson(PRIYA);
    await priya.shortcut('open_modal');
    expect(priya.modal()?.title).toBe('Shortcut');
    const message = await priya.say(PUBLIC_ROOM, '17%');
    const quoted = await priya.messageShortcut('quote', message);
    expect(quoted.messages).toMatchObject([{ text: '“17%”', ephemeralTo: PRIYA }]);
  });

  test('a menu whose options the app supplies is searched, and one of them picked', async () => {
    const workspace = await town();
    const asked: string[] = [];
    const picked: (string | undefined)[] = [];
    await startBot(workspace, (app) => {
      app.command('/mopac', async ({ ack }) =>
        ack({
          text: 'Which measure?',
          blocks: [
            {
              type: 'actions',
              block_id: 'search',
              elements: [
                { type: 'external_select', action_id: 'measure', placeholder: words('Measure') },
              ],
            },
          ],
        }),
      );
      app.options('measure', async ({ ack, payload }) => {
        asked.push(payload.value);
        await ack({ options: [{ text: words('2.4 Engagement'), value: '2.4' }] });
      });
      app.action('measure', async ({ ack, action }) => {
        await ack();
        if (action.type === 'external_select') picked.push(action.selected_option?.value);
      });
    });
    const priya = workspace.asPerson(PRIYA);
    const { messages } = await priya.command('/mopac pick', PUBLIC_ROOM);
    const [message] = messages;
    if (!message) throw new Error('no answer');
    const menu = { message, actionId: 'measure' };
    expect((await priya.suggest({ ...menu, typed: 'en' })).ack).toBe('none');
    expect((await priya.suggest({ ...menu, typed: 'eng' })).options).toHaveLength(1);
    await priya.select({ ...menu, option: '2.4 Engagement' });
    expect([asked, picked]).toEqual([['eng'], ['2.4']]);
    await expect(priya.select({ ...menu, option: '9.9' })).rejects.toThrow('does not offer');
  });
});

test('options Slack would not show are refused', async () => {
  const workspace = await workspaceFor({ botScopes: SCOPES });
  await socketBot(workspace, (app) => {
    app.command('/mopac', async ({ ack }) =>
      ack({
        text: 'Which?',
        blocks: [
          {
            type: 'actions',
            elements: [{ type: 'external_select', action_id: 'measure', min_query_length: 0 }],
          },
        ],
      }),
    );
    app.options('measure', async ({ ack }) =>
      ack({
        options: Array.from({ length: 101 }, (_, index) => ({
          text: words(`${index}`),
          value: `${index}`,
        })),
      }),
    );
  });
  const priya = workspace.asPerson(PRIYA);
  const { messages } = await priya.command('/mopac pick', PUBLIC_ROOM);
  const [message] = messages;
  if (!message) throw new Error('no answer');
  expect(await priya.suggest({ message, actionId: 'measure', typed: '' })).toMatchObject({
    ack: 'failed',
    error: 'invalid_options',
  });
});

test('Slack’s Web API client alone finds what it asks for', async () => {
  const workspace = await workspaceFor({ botScopes: [...SCOPES, 'users:read.email'] });
  const client = new WebClient(workspace.botToken, clientOptionsOf(workspace));
  expect(await client.auth.test()).toMatchObject({ ok: true, team_id: workspace.teamId });
  expect((await client.users.lookupByEmail({ email: 'priya@example.org' })).user?.id).toBe(PRIYA);
  const people: (string | undefined)[] = [];
  for await (const page of client.paginate('users.list', { limit: 2 })) {
    people.push(...((page as { members?: { id?: string }[] }).members ?? []).map(({ id }) => id));
  }
  expect(people).toContain(PRIYA);
});

const { PATH = '' } = process.env;
const hasCurl = PATH.split(delimiter).some((folder) => existsSync(join(folder, 'curl')));

describe.skipIf(!hasCurl)('requests as curl writes them', () => {
  const run = promisify(execFile);
  const curl = async (...words: readonly string[]): Promise<Record<string, unknown>> =>
    JSON.parse((await run('curl', ['-sS', ...words])).stdout);

  test('a form with the token in it, a JSON body with the token in a header, and a query', async () => {
    const workspace = await workspaceFor({ botScopes: SCOPES, rateLimits: false });
    const { apiUrl, botToken } = workspace;
    const post = `${apiUrl}chat.postMessage`;
    const blocks = JSON.stringify([{ type: 'divider' }]);
    expect(
      await curl(
        '-d',
        `token=${botToken}`,
        '-d',
        `channel=${PUBLIC_ROOM}`,
        '--data-urlencode',
        'text=17% & rising',
        post,
      ),
    ).toMatchObject({ ok: true });
    expect(
      await curl(
        '-H',
        `Authorization: Bearer ${botToken}`,
        '-H',
        'Content-type: application/json; charset=utf-8',
        '-d',
        JSON.stringify({ channel: PUBLIC_ROOM, text: 'JSON' }),
        post,
      ),
    ).toMatchObject({ ok: true });
    expect(
      await curl(
        '-F',
        `token=${botToken}`,
        '-F',
        `channel=${PUBLIC_ROOM}`,
        '-F',
        'text=A form',
        '-F',
        `blocks=${blocks}`,
        post,
      ),
    ).toMatchObject({ ok: true });
    expect(
      await curl(
        '-G',
        '-H',
        `Authorization: Bearer ${botToken}`,
        '-d',
        `user=${PRIYA}`,
        `${apiUrl}users.info`,
      ),
    ).toMatchObject({ ok: true, user: { id: PRIYA } });
    const said = workspace.messages(PUBLIC_ROOM).map(({ text }) => text);
    expect(said).toEqual(['17% & rising', 'JSON', 'A form']);
  });

  test('without a token, with a wrong one, and for a method there is none of', async () => {
    const { apiUrl, botToken } = await workspaceFor({ botScopes: SCOPES });
    expect(await curl('-X', 'POST', `${apiUrl}auth.test`)).toEqual({
      ok: false,
      error: 'not_authed',
    });
    expect(await curl('-d', 'token=xoxb-wrong', `${apiUrl}auth.test`)).toMatchObject({
      error: 'invalid_auth',
    });
    expect(await curl('-d', `token=${botToken}`, `${apiUrl}chat.shout`)).toMatchObject({
      error: 'unknown_method',
    });
  });
});
