import { WebClient } from '@slack/web-api';
import { expect, test } from 'vitest';
import {
  clientOptionsOf,
  figuresModal,
  httpBot,
  OWEN,
  PRIYA,
  PUBLIC_ROOM,
  socketBot,
  workspaceFor,
} from './support.ts';

test('a command is answered in its own acknowledgement, and only its author sees it', async () => {
  const workspace = await workspaceFor();
  await socketBot(workspace, (app) => {
    app.command('/mopac', async ({ ack, command }) => ack(`You asked for ${command.text}`));
  });
  const priya = workspace.asPerson('Priya Shah');
  const result = await priya.command('/mopac status 2.4', 'safer-communities');
  expect(result.ack).toBe('ok');
  expect(result.messages.map(({ text }) => text)).toEqual(['You asked for status 2.4']);
  expect(priya.ephemerals('#safer-communities')).toHaveLength(1);
  expect(workspace.asPerson(OWEN).sees(PUBLIC_ROOM)).toEqual([]);
  expect(workspace.messages(PUBLIC_ROOM)).toEqual([]);
});

test('an answer marked in_channel is seen by everyone in the channel', async () => {
  const workspace = await workspaceFor();
  await socketBot(workspace, (app) => {
    app.command('/mopac', async ({ ack }) =>
      ack({ text: 'On track', response_type: 'in_channel' }),
    );
  });
  await workspace.asPerson(PRIYA).command('/mopac status 2.4', 'safer-communities');
  expect(workspace.asPerson(OWEN).sees('safer-communities')).toMatchObject([{ text: 'On track' }]);
});

test('people and channels in a command reach the app as ids with names', async () => {
  const workspace = await workspaceFor();
  await socketBot(workspace, (app) => {
    app.command('/mopac', async ({ ack, command }) => ack(command.text));
  });
  const typed = '/mopac remind @Owen Reed in #safer-communities about R&D';
  const { delivery } = await workspace.asPerson(PRIYA).command(typed);
  expect(delivery?.payload).toMatchObject({
    text: `remind <@${OWEN}|owen.reed> in <#${PUBLIC_ROOM}|safer-communities> about R&amp;D`,
    channel_name: 'directmessage',
  });
});

test('a command that nobody acknowledges ends in operation_timeout', async () => {
  const workspace = await workspaceFor({ timing: { ackMs: 100 } });
  await socketBot(workspace, () => undefined);
  const result = await workspace.asPerson(PRIYA).command('/mopac help');
  expect(result).toMatchObject({ ack: 'timeout', error: 'operation_timeout', messages: [] });
  expect(result.delivery?.attempts).toHaveLength(1);
});

test('a command without any socket fails to dispatch', async () => {
  const workspace = await workspaceFor();
  const result = await workspace.asPerson(PRIYA).command('/mopac help');
  expect(result).toMatchObject({ ack: 'failed', error: 'dispatch_failed' });
});

test('an acknowledgement whose blocks Slack would refuse fails for the person', async () => {
  const workspace = await workspaceFor();
  const longHeading = {
    type: 'header',
    text: { type: 'plain_text', text: 'x'.repeat(151) },
  } as const;
  await socketBot(workspace, (app) => {
    app.command('/mopac', async ({ ack }) => ack({ text: 'x', blocks: [longHeading] }));
  });
  const result = await workspace.asPerson(PRIYA).command('/mopac status 2.4');
  expect(result).toMatchObject({ ack: 'failed', error: 'invalid_blocks', messages: [] });
  expect(result.faults[0]?.pointer).toMatch('/blocks/0/text');
});

test('somebody from another organisation cannot use the command', async () => {
  const workspace = await workspaceFor();
  const result = await workspace.asPerson('Connie').command('/mopac help');
  expect(result).toMatchObject({ ack: 'failed', error: 'restricted_action' });
});

test('over HTTP a command arrives signed, and its answer comes back in the response', async () => {
  const workspace = await workspaceFor({ http: { requestUrl: 'http://127.0.0.1:9/' } });
  await httpBot(workspace, (app) => {
    app.command('/mopac', async ({ ack, command }) => ack({ text: `Heard ${command.text}` }));
  });
  expect(await workspace.verifyHttpTarget()).toBe(true);
  const result = await workspace.asPerson(PRIYA).command('/mopac help');
  expect(result).toMatchObject({ ack: 'ok', messages: [{ text: 'Heard help' }] });
});

test('over HTTP an app with another signing secret is not reached', async () => {
  const workspace = await workspaceFor({ http: { requestUrl: 'http://127.0.0.1:9/' } });
  const stranger = await workspaceFor();
  await httpBot({ ...workspace, signingSecret: stranger.signingSecret }, (app) => {
    app.command('/mopac', async ({ ack }) => ack('Never said'));
  });
  const result = await workspace.asPerson(PRIYA).command('/mopac help');
  expect(result).toMatchObject({ ack: 'failed', error: 'dispatch_failed' });
});

test('a shortcut opens without a channel, and its trigger opens a modal', async () => {
  const workspace = await workspaceFor();
  await socketBot(workspace, (app) => {
    app.shortcut('submit_figures', async ({ ack, client, shortcut }) => {
      await ack();
      await client.views.open({ trigger_id: shortcut.trigger_id, view: figuresModal() });
    });
  });
  const priya = workspace.asPerson(PRIYA);
  expect(await priya.shortcut('submit_figures')).toMatchObject({ ack: 'ok' });
  expect(priya.modal()?.title).toBe('Figures');
});

test('an app that takes no messages in its own conversation is not written to there', async () => {
  const workspace = await workspaceFor({ messagesTab: 'read only' });
  await socketBot(workspace, (app) => {
    app.command('/mopac', async ({ ack }) => ack('Here'));
  });
  const priya = workspace.asPerson(PRIYA);
  expect((await priya.command('/mopac')).error).toBe('messages_tab_read_only');
  expect((await priya.command('/mopac', PUBLIC_ROOM)).messages).toMatchObject([{ text: 'Here' }]);
  const client = new WebClient(workspace.botToken, clientOptionsOf(workspace));
  const { channel } = await client.conversations.open({ users: PRIYA });
  const said = priya.say(channel?.id ?? '', 'Hello');
  await expect(said).rejects.toThrow('sending messages to this app is turned off');
});
