import { expect, test } from 'vitest';
import type { WorkspaceOptions } from '../../src/workspace/workspace.ts';
import {
  figuresModal,
  OTHER_ROOM,
  OWEN,
  PRIYA,
  PUBLIC_ROOM,
  socketBot,
  workspaceFor,
} from './support.ts';

/** A bot with a shortcut for everywhere and one for messages. */
async function shortcutTown(options: Partial<WorkspaceOptions> = {}) {
  const workspace = await workspaceFor(options);
  await socketBot(workspace, (app) => {
    app.command('/mopac', async ({ ack }) => ack('For your eyes only'));
    app.shortcut(
      { type: 'shortcut', callback_id: 'figures' },
      async ({ ack, client, shortcut: { trigger_id } }) => {
        await ack();
        await client.views.open({ trigger_id, view: figuresModal('From a menu') });
      },
    );
    app.shortcut(
      { type: 'message_action', callback_id: 'quote' },
      async ({ ack, client, respond, shortcut: { trigger_id, message } }) => {
        await ack();
        await client.views.open({ trigger_id, view: figuresModal('From a message') });
        await respond({ text: `> ${message.text}`, response_type: 'in_channel' });
      },
    );
  });
  return { workspace, priya: workspace.asPerson(PRIYA) };
}

test('a global shortcut opens a form and knows of no channel', async () => {
  const { priya } = await shortcutTown();
  const { ack, delivery } = await priya.shortcut('figures');
  expect(ack).toBe('ok');
  expect(priya.modal()?.title).toBe('From a menu');
  expect(delivery?.payload).toMatchObject({ type: 'shortcut', callback_id: 'figures' });
  expect(delivery?.payload).not.toHaveProperty('channel');
  expect(delivery?.payload).not.toHaveProperty('response_url');
});

test('a message’s own shortcut carries the message, and is answered where it stands', async () => {
  const { workspace, priya } = await shortcutTown();
  const message = await workspace.asPerson(OWEN).say(PUBLIC_ROOM, '17%');
  const { delivery, messages } = await priya.messageShortcut('quote', message);
  expect(delivery?.payload).toMatchObject({
    type: 'message_action',
    callback_id: 'quote',
    message_ts: message.ts,
    message: { type: 'message', ts: message.ts, user: OWEN, text: '17%' },
    channel: { id: PUBLIC_ROOM, name: 'safer-communities' },
    user: { id: PRIYA },
  });
  expect(priya.modal()?.title).toBe('From a message');
  expect(messages).toMatchObject([{ text: '> 17%', channel: PUBLIC_ROOM }]);
});

test('a message’s shortcut works where the app is no member, and so does its answer', async () => {
  const { workspace, priya } = await shortcutTown();
  const message = await priya.say(OTHER_ROOM, '17%');
  await priya.messageShortcut('quote', message);
  expect(workspace.messages(OTHER_ROOM).at(-1)?.text).toBe('> 17%');
});

test('a shortcut nobody listens for fails for the person who picked it', async () => {
  const { workspace, priya } = await shortcutTown({ timing: { ackMs: 400 } });
  const message = await workspace.asPerson(OWEN).say(PUBLIC_ROOM, '17%');
  const unheard = { ack: 'timeout', error: 'operation_timeout' };
  expect(await priya.shortcut('no-such')).toMatchObject(unheard);
  expect(await priya.messageShortcut('no-such', message)).toMatchObject(unheard);
});

test('there is no shortcut on what is not there, on what one person sees, or without the scope', async () => {
  const { workspace, priya } = await shortcutTown();
  const message = await priya.say(OTHER_ROOM, '17%');
  const owen = workspace.asPerson(OWEN);
  await expect(owen.messageShortcut('quote', message)).rejects.toThrow('not there');
  const [answer] = (await priya.command('/mopac', PUBLIC_ROOM)).messages;
  if (!answer) throw new Error('no answer');
  await expect(priya.messageShortcut('quote', answer)).rejects.toThrow('one person sees');
  const unscoped = await shortcutTown({ botScopes: ['chat:write'] });
  await expect(unscoped.priya.shortcut('figures')).rejects.toThrow('no shortcuts');
});
