import type { BlockAction } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import type { WorkspaceOptions } from '../../src/workspace/workspace.ts';
import {
  figuresModal,
  httpBot,
  PRIYA,
  PUBLIC_ROOM,
  socketBot,
  words,
  workspaceFor,
} from './support.ts';

// Bolt listeners as its own samples write them; what they are given and give is Slack's.
// What is told here is what passes, not how soon: a busy machine may take longer than Slack would wait.
const UNHURRIED = { ackMs: 60_000 };
const SCOPES = ['commands', 'chat:write', 'app_mentions:read', 'users:read', 'im:write'];

describe.each([
  ['Socket Mode', socketBot, {}],
  ['HTTP', httpBot, { http: { requestUrl: 'http://127.0.0.1:9/slack/events' } }],
] as const)('a Bolt app over %s', (_mode, startBot, how) => {
  const town = (options: Partial<WorkspaceOptions> = {}) =>
    workspaceFor({ botScopes: SCOPES, timing: UNHURRIED, ...how, ...options });

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

  test('a message the app listens for is answered, one it does not listen for is not', async () => {
    const workspace = await town({
      events: ['message.channels'],
      botScopes: [...SCOPES, 'channels:history'],
    });
    await startBot(workspace, (app) => {
      app.message('hello', async ({ message, say }) => {
        if (message.subtype === undefined) await say(`Hey there <@${message.user}>!`);
      });
    });
    const priya = workspace.asPerson(PRIYA);
    await priya.say(PUBLIC_ROOM, 'hello');
    await priya.say(PUBLIC_ROOM, 'goodbye');
    const said = workspace.messages(PUBLIC_ROOM).map(({ text }) => text);
    expect(said).toEqual(['hello', `Hey there <@${PRIYA}>!`, 'goodbye']);
  });

  test('a form is refused beside its field, then changed, then closed, and its closing is heard', async () => {
    const workspace = await town();
    const closed: string[] = [];
    await startBot(workspace, (app) => {
      app.command('/mopac', async ({ ack, body, client }) => {
        await ack();
        await client.views.open({ trigger_id: body.trigger_id, view: figuresModal() });
      });
      app.view('figures', async ({ ack, view }) => {
        const { rate: { value: typed } = {} } = view.state.values;
        if (Number.isNaN(Number(typed?.value))) {
          await ack({ response_action: 'errors', errors: { rate: 'Write a number' } });
        } else {
          const next = { ...figuresModal('Review'), callback_id: 'review', notify_on_close: true };
          await ack({ response_action: 'update', view: next });
        }
      });
      app.view({ callback_id: 'review', type: 'view_closed' }, async ({ ack, view }) => {
        await ack();
        closed.push(view.callback_id);
      });
    });
    const priya = workspace.asPerson(PRIYA);
    await priya.command('/mopac open', PUBLIC_ROOM);
    const send = async (rate: string) => {
      const form = priya.modal();
      if (!form) throw new Error('no form');
      return priya.submit(priya.fill(form, { rate }));
    };
    expect(await send('lots')).toMatchObject({ errors: { rate: 'Write a number' } });
    const { kind, view } = await send('17');
    expect([kind, view?.title]).toEqual(['updated', 'Review']);
    if (view) await priya.close(view);
    expect(closed).toEqual(['review']);
  });

  test('Home is published when it is opened, and again when its button is pressed', async () => {
    const workspace = await town();
    const home = (text: string) => ({
      type: 'home' as const,
      blocks: [
        {
          type: 'section' as const,
          text: { type: 'mrkdwn' as const, text },
          accessory: { type: 'button' as const, text: words('Done'), action_id: 'done' },
        },
      ],
    });
    await startBot(workspace, (app) => {
      app.event('app_home_opened', async ({ client, event }) => {
        await client.views.publish({ user_id: event.user, view: home('One figure is due') });
      });
      app.action<BlockAction>('done', async ({ ack, body, client }) => {
        await ack();
        const hash = body.view?.hash ?? '';
        await client.views.publish({ user_id: body.user.id, hash, view: home('Nothing is due') });
      });
    });
    const priya = workspace.asPerson(PRIYA);
    const opened = await priya.openHome();
    if (!opened) throw new Error('no home');
    expect(opened.rendered).toContain('One figure is due');
    await priya.press({ view: opened, actionId: 'done' });
    expect(priya.home()?.rendered).toContain('Nothing is due');
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

  test('feedback and buttons with a picture tell which of them was pressed', async () => {
    const workspace = await town();
    const told: unknown[] = [];
    await startBot(workspace, (app) => {
      app.command('/mopac', async ({ ack }) =>
        ack({
          text: 'Was this of use?',
          blocks: [
            {
              type: 'context_actions',
              elements: [
                {
                  type: 'feedback_buttons',
                  action_id: 'feedback',
                  positive_button: { text: words('Yes'), value: 'yes' },
                  negative_button: { text: words('No'), value: 'no' },
                },
                {
                  type: 'icon_button',
                  action_id: 'remove',
                  icon: 'trash',
                  text: words('Remove'),
                  value: '2.4',
                },
              ],
            },
          ],
        } as never),
      );
      app.action(/.*/, async ({ ack, action, body }) => {
        told.push({ ...action, state: 'state' in body ? body.state : null });
        await ack();
      });
    });
    const priya = workspace.asPerson(PRIYA);
    const { messages } = await priya.command('/mopac', PUBLIC_ROOM);
    const [message] = messages;
    if (!message) throw new Error('no answer');
    await priya.press({ message, actionId: 'feedback', value: 'no' });
    await priya.press({ message, actionId: 'remove' });
    const state = { values: {} };
    expect(told).toMatchObject([
      { type: 'feedback_buttons', value: 'no', text: { text: 'No' }, state },
      { type: 'icon_button', icon: 'trash', value: '2.4', text: { text: 'Remove' }, state },
    ]);
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
