import { describe, expect, test } from 'vitest';
import type { Json } from '../../src/workspace/json.ts';
import type { WorkspaceOptions } from '../../src/workspace/workspace.ts';
import { OTHER_ROOM, OWEN, PRIYA, PUBLIC_ROOM, socketBot, workspaceFor } from './support.ts';

const SCOPES = ['commands', 'chat:write', 'app_mentions:read'];

/** A bot that writes down every event it hears, and answers mentions. */
async function listeningTown(options: Partial<WorkspaceOptions> = {}) {
  const workspace = await workspaceFor({ botScopes: SCOPES, ...options });
  const heard: Json[] = [];
  const { client } = await socketBot(workspace, (app) => {
    app.event(/.*/, async ({ event }) => void heard.push({ ...event }));
    app.event('app_mention', async ({ event, say }) => {
      await say({ text: 'Heard', ...(event.thread_ts && { thread_ts: event.thread_ts }) });
    });
    app.command('/mopac', async ({ ack }) => ack('Here you are'));
  });
  return { workspace, client, priya: workspace.asPerson(PRIYA), heard };
}

describe('a message that somebody writes', () => {
  test('stands in the channel and is not the app’s to hear', async () => {
    const { workspace, priya, heard } = await listeningTown();
    const message = await priya.say('safer-communities', 'Figures for Q1: 17% & rising');
    expect(workspace.messages(PUBLIC_ROOM)).toEqual([message]);
    expect(message).toMatchObject({ user: PRIYA, text: 'Figures for Q1: 17% &amp; rising' });
    expect(heard).toEqual([]);
  });

  test('reaches the app when it mentions it', async () => {
    const { priya, heard } = await listeningTown();
    const message = await priya.say(PUBLIC_ROOM, 'What of 2.4, @mopac?');
    expect(heard).toMatchObject([
      { type: 'app_mention', channel: PUBLIC_ROOM, user: PRIYA, ts: message.ts },
    ]);
    expect(heard[0]).not.toHaveProperty('thread_ts');
    expect(heard[0]).toHaveProperty('text', message.text);
  });

  test('says in which thread it mentions the app, whichever message it answers', async () => {
    const { workspace, priya, heard } = await listeningTown();
    const root = await priya.say(PUBLIC_ROOM, 'Figures for Q1');
    const reply = await workspace.asPerson(OWEN).say(PUBLIC_ROOM, 'And Q2?', root.ts);
    await priya.say(PUBLIC_ROOM, '@mopac will know', reply.ts);
    expect(heard).toMatchObject([{ type: 'app_mention', thread_ts: root.ts }]);
    expect(workspace.messages(PUBLIC_ROOM).map(({ threadTs }) => threadTs)).toEqual([
      undefined,
      root.ts,
      root.ts,
      root.ts,
    ]);
  });

  test('mentions the app in vain where it is no member, or may not hear of it', async () => {
    const { priya, heard } = await listeningTown();
    await priya.say(OTHER_ROOM, '@mopac?');
    const deaf = await listeningTown({ botScopes: ['commands', 'chat:write'] });
    await deaf.priya.say(PUBLIC_ROOM, '@mopac?');
    const away = await listeningTown({ events: ['app_home_opened'] });
    await away.priya.say(PUBLIC_ROOM, '@mopac?');
    expect([...heard, ...deaf.heard, ...away.heard]).toEqual([]);
  });

  test('cannot be written where its author is not, in an archive, or under nothing', async () => {
    const { workspace, priya } = await listeningTown();
    await expect(priya.say('secret', 'Hello')).rejects.toThrow('not in a channel');
    await expect(priya.say('old', 'Hello')).rejects.toThrow('archived');
    await expect(priya.say(PUBLIC_ROOM, 'Hello', '1.000001')).rejects.toThrow('reply to');
    const [answer] = (await priya.command('/mopac', PUBLIC_ROOM)).messages;
    await expect(priya.say(PUBLIC_ROOM, 'Thanks', answer?.ts)).rejects.toThrow('reply to');
    expect(workspace.messages(PUBLIC_ROOM)).toEqual([]);
  });
});

describe('an app that subscribes to messages', () => {
  const events = ['message.channels', 'message.im', 'app_mention'];

  test('hears all of them where it is a member and has the scope', async () => {
    const botScopes = [...SCOPES, 'channels:history', 'im:history', 'im:write'];
    const { client, priya, heard } = await listeningTown({ events, botScopes });
    const { channel } = await client.conversations.open({ users: PRIYA });
    await priya.say(PUBLIC_ROOM, 'Hello');
    await priya.say(OTHER_ROOM, 'Is it listening?');
    await priya.say(channel?.id ?? '', 'Hello, @mopac');
    expect(heard).toMatchObject([
      { type: 'message', channel_type: 'channel', channel: PUBLIC_ROOM, text: 'Hello' },
      { type: 'message', channel_type: 'im', channel: channel?.id },
    ]);
  });

  test('hears a mention as both, and nothing without the scope', async () => {
    const botScopes = [...SCOPES, 'channels:history'];
    const { priya, heard } = await listeningTown({ events, botScopes });
    await priya.say(PUBLIC_ROOM, '@mopac?');
    expect(heard.map(({ type }) => type)).toEqual(['app_mention', 'message']);
    const unscoped = await listeningTown({ events });
    await unscoped.priya.say(PUBLIC_ROOM, 'Hello');
    expect(unscoped.heard).toEqual([]);
  });
});

test('an app that does not subscribe to Home is not told that it was opened', async () => {
  const { priya, heard } = await listeningTown({ events: ['app_mention'] });
  expect(await priya.openHome()).toBeNull();
  expect(heard).toEqual([]);
});

test('a command works in a channel and not in a thread', async () => {
  const { workspace, priya } = await listeningTown();
  const root = await priya.say(PUBLIC_ROOM, 'Figures for Q1');
  expect(await priya.command('/mopac', PUBLIC_ROOM)).toMatchObject({ ack: 'ok' });
  const commands = () => workspace.log.filter((entry) => entry.kind === 'delivery').length;
  const before = commands();
  expect(await priya.command('/mopac', PUBLIC_ROOM, root.ts)).toMatchObject({
    ack: 'failed',
    error: 'not_supported_in_threads',
  });
  expect(commands()).toBe(before);
});
