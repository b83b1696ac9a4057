import { WebAPIRateLimitedError, WebClient } from '@slack/web-api';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { BOT_USER_ID } from '../../src/workspace/identity.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import {
  clientOptionsOf,
  OTHER_ROOM,
  OWEN,
  PRIYA,
  PUBLIC_ROOM,
  refusal,
  workspaceFor,
} from './support.ts';

const clientOf = (workspace: Workspace, token = workspace.botToken) =>
  new WebClient(token, { ...clientOptionsOf(workspace), rejectRateLimitedCalls: true });

const heading = (text: string) => ({ type: 'header', text: { type: 'plain_text', text } }) as const;

test('the bot token says who the bot is', async () => {
  const workspace = await workspaceFor();
  expect(await clientOf(workspace).auth.test()).toMatchObject({
    ok: true,
    user_id: workspace.botUserId,
    bot_id: workspace.botId,
    team_id: workspace.teamId,
  });
});

test('a wrong token, no token and a revoked token are each called by name', async () => {
  const workspace = await workspaceFor();
  const wrong = clientOf(workspace, 'xoxb-wrong').auth.test();
  expect(await refusal(wrong)).toMatchObject({ error: 'invalid_auth' });
  const none = await fetch(`${workspace.apiUrl}auth.test`, { method: 'POST' });
  expect(await none.json()).toMatchObject({ ok: false, error: 'not_authed' });
  workspace.faults.revokeToken();
  const revoked = clientOf(workspace).auth.test();
  expect(await refusal(revoked)).toMatchObject({ error: 'token_revoked' });
});

test('a guest is restricted; somebody from outside has another team, and is a stranger only where no channel is shared', async () => {
  const people = [
    { id: PRIYA, name: 'Priya Shah', email: 'priya@example.org' },
    { id: OWEN, name: 'Owen Reed', email: 'owen@example.org', guest: 'multi' },
    { id: 'U0GUEST001', name: 'Gil Guest', email: 'gil@example.org', guest: 'single' },
    { id: 'U0CONNECT1', name: 'Connie', email: 'connie@partner.example', external: true },
    { id: 'U0FARAWAY1', name: 'Farah Way', email: 'farah@partner.example', external: true },
  ] as const;
  const members = [PRIYA, 'U0CONNECT1', BOT_USER_ID];
  const workspace = await workspaceFor({
    people,
    channels: [
      { id: PUBLIC_ROOM, name: 'safer-communities', members },
      { id: OTHER_ROOM, name: 'other', members: ['U0FARAWAY1'] },
    ],
  });
  const seen = await Promise.all(
    people.map(async ({ id }) => {
      const { user } = await clientOf(workspace).users.info({ user: id });
      return {
        ours: user?.team_id === workspace.teamId,
        restricted: user?.is_restricted,
        single: user?.is_ultra_restricted,
        stranger: z.looseObject({ is_stranger: z.boolean() }).parse(user).is_stranger,
      };
    }),
  );
  const member = { ours: true, restricted: false, single: false, stranger: false };
  expect(seen).toEqual([
    member,
    { ...member, restricted: true },
    { ...member, restricted: true, single: true },
    { ...member, ours: false },
    { ...member, ours: false, stranger: true },
  ]);
});

test('JSON bodies are read as form bodies are', async () => {
  const workspace = await workspaceFor();
  const response = await fetch(`${workspace.apiUrl}chat.postMessage`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json; charset=utf-8',
      authorization: `Bearer ${workspace.botToken}`,
    },
    body: JSON.stringify({ channel: PUBLIC_ROOM, blocks: [heading('Digest')] }),
  });
  expect(await response.json()).toMatchObject({ ok: true, channel: PUBLIC_ROOM });
  expect(workspace.messages(PUBLIC_ROOM)[0]?.rendered).toContain('Digest');
});

test('an unknown method is an unknown method', async () => {
  const workspace = await workspaceFor();
  const call = clientOf(workspace).apiCall('chat.shout');
  expect(await refusal(call)).toMatchObject({ error: 'unknown_method' });
});

test('a method without its scope says which scope is needed', async () => {
  const workspace = await workspaceFor({ botScopes: ['commands', 'users:read'] });
  const client = clientOf(workspace);
  const post = client.chat.postMessage({ channel: PUBLIC_ROOM, text: 'Hello' });
  expect(await refusal(post)).toMatchObject({
    error: 'missing_scope',
    needed: 'chat:write',
    provided: 'commands,users:read',
  });
  const { user } = await client.users.info({ user: PRIYA });
  expect(user?.profile).not.toHaveProperty('email');
});

test('an app token is for sockets and a bot token for the rest', async () => {
  const workspace = await workspaceFor();
  const post = clientOf(workspace, workspace.appToken).auth.test();
  expect(await refusal(post)).toMatchObject({ error: 'not_allowed_token_type' });
  const open = clientOf(workspace).apps.connections.open();
  expect(await refusal(open)).toMatchObject({ error: 'not_allowed_token_type' });
});

test.each([
  ['a channel nobody has', 'C0NOWHERE1', 'channel_not_found'],
  ['a channel the bot is not in', OTHER_ROOM, 'not_in_channel'],
  ['a private channel the bot is not in', 'C0SECRET01', 'channel_not_found'],
  ['an archived channel', '#old', 'is_archived'],
])('a post to %s is refused', async (_what, channel, error) => {
  const workspace = await workspaceFor();
  const post = clientOf(workspace).chat.postMessage({ channel, text: 'Hello' });
  expect(await refusal(post)).toMatchObject({ error });
});

test('a post goes to a channel by id or name, and to a person by id', async () => {
  const workspace = await workspaceFor({ rateLimits: false });
  const client = clientOf(workspace);
  for (const channel of [PUBLIC_ROOM, 'safer-communities', '#safer-communities', PRIYA]) {
    await client.chat.postMessage({ channel, text: 'Hello' });
  }
  expect(workspace.messages(PUBLIC_ROOM)).toHaveLength(3);
  expect(workspace.asPerson(PRIYA).directMessages()).toHaveLength(1);
});

test('a bad block is refused with a pointer to it', async () => {
  const workspace = await workspaceFor();
  const blocks = [heading('Fine'), heading('x'.repeat(151))];
  const post = clientOf(workspace).chat.postMessage({ channel: PUBLIC_ROOM, text: 'x', blocks });
  expect(await refusal(post)).toMatchObject({
    error: 'invalid_blocks',
    errors: [expect.stringContaining('[json-pointer:/blocks/1/text')],
    response_metadata: {
      messages: [expect.stringMatching(/\[json-pointer:\/blocks\/1\/text/)],
    },
  });
  expect(workspace.messages(PUBLIC_ROOM)).toEqual([]);
});

test('an update replaces text and blocks, and refuses text over 4,000 bytes', async () => {
  const workspace = await workspaceFor();
  const client = clientOf(workspace);
  const blocks = [heading('Before')];
  const { ts = '' } = await client.chat.postMessage({ channel: PUBLIC_ROOM, text: 'a', blocks });
  const long = client.chat.update({ channel: PUBLIC_ROOM, ts, text: '£'.repeat(2001) });
  expect(await refusal(long)).toMatchObject({ error: 'msg_too_long' });
  await client.chat.update({ channel: PUBLIC_ROOM, ts, text: 'After' });
  const [message] = workspace.messages(PUBLIC_ROOM);
  expect(message).toMatchObject({ ts, text: 'After', edited: { user: workspace.botUserId } });
  expect(message?.blocks).toBeUndefined();
});

test('an ephemeral message is seen by one person and cannot be updated', async () => {
  const workspace = await workspaceFor();
  const client = clientOf(workspace);
  const told = { channel: PUBLIC_ROOM, user: PRIYA, text: 'Just for you' };
  const { message_ts: ts = '' } = await client.chat.postEphemeral(told);
  expect(workspace.asPerson(PRIYA).sees(PUBLIC_ROOM)).toHaveLength(1);
  expect(workspace.asPerson(OWEN).sees(PUBLIC_ROOM)).toHaveLength(0);
  const update = client.chat.update({ channel: PUBLIC_ROOM, ts, text: 'Changed' });
  expect(await refusal(update)).toMatchObject({ error: 'message_not_found' });
});

test("somebody else's message cannot be updated", async () => {
  const workspace = await workspaceFor();
  await workspace.asPerson(PRIYA).mention('safer-communities', 'hello');
  const [mine] = workspace.messages(PUBLIC_ROOM);
  const change = { channel: PUBLIC_ROOM, ts: mine?.ts ?? '', text: 'Changed' };
  const update = clientOf(workspace).chat.update(change);
  expect(await refusal(update)).toMatchObject({ error: 'cant_update_message' });
});

test('people are found by e-mail unless they have left', async () => {
  const workspace = await workspaceFor();
  const client = clientOf(workspace);
  const { user } = await client.users.lookupByEmail({ email: 'OWEN@example.org' });
  expect(user).toMatchObject({ id: OWEN, is_restricted: true, is_ultra_restricted: false });
  const leaver = client.users.lookupByEmail({ email: 'lee@example.org' });
  expect(await refusal(leaver)).toMatchObject({ error: 'users_not_found' });
});

test('the list of people comes in pages', async () => {
  const workspace = await workspaceFor();
  const ids: unknown[] = [];
  for await (const page of clientOf(workspace).paginate('users.list', { limit: 2 })) {
    const { members } = z.object({ members: z.array(z.object({ id: z.string() })) }).parse(page);
    ids.push(...members.map(({ id }) => id));
  }
  expect(ids).toHaveLength(5);
  expect(ids.at(-1)).toBe(workspace.botUserId);
});

test('the third post in a second to one channel has to wait, another channel does not', async () => {
  const workspace = await workspaceFor();
  const client = clientOf(workspace);
  const post = (channel: string) => client.chat.postMessage({ channel, text: 'Hello' });
  await post(PUBLIC_ROOM);
  await post(PUBLIC_ROOM);
  await expect(post(PUBLIC_ROOM)).rejects.toBeInstanceOf(WebAPIRateLimitedError);
  await expect(post(PRIYA)).resolves.toMatchObject({ ok: true });
});

test('a tier 2 method is refused after twenty calls in a minute', async () => {
  const workspace = await workspaceFor();
  const client = clientOf(workspace);
  for (let call = 0; call < 20; call += 1) await client.users.list({ limit: 1 });
  await expect(client.users.list({ limit: 1 })).rejects.toMatchObject({ retryAfter: 60 });
});

test('metadata comes back from history only when it is asked for', async () => {
  const botScopes = ['chat:write', 'channels:history'];
  const workspace = await workspaceFor({ botScopes });
  const client = clientOf(workspace);
  const metadata = { event_type: 'digest', event_payload: { key: 'q1' } };
  await client.chat.postMessage({ channel: PUBLIC_ROOM, text: 'Digest', metadata });
  const plain = await client.conversations.history({ channel: PUBLIC_ROOM });
  expect(plain.messages?.[0]).not.toHaveProperty('metadata');
  const asked = { channel: PUBLIC_ROOM, include_all_metadata: true };
  const full = await client.conversations.history(asked);
  expect(full.messages?.[0]).toMatchObject({ text: 'Digest', metadata });
});
