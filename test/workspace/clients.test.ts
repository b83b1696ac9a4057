import { createRequire } from 'node:module';
import type { SocketModeReceiver } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { clientOptionsOf, figuresModal, PRIYA, PUBLIC_ROOM, workspaceFor } from './support.ts';

const SCOPES = ['commands', 'chat:write', 'app_mentions:read', 'users:read', 'im:write'];

/** Slack's Socket Mode client on its own: the copy that Bolt brings with it. */
const { SocketModeClient }: { SocketModeClient: SocketClientClass } = createRequire(
  createRequire(import.meta.url).resolve('@slack/bolt'),
)('@slack/socket-mode');

type SocketClientClass = new (options: {
  appToken: string;
  clientOptions: object;
  clientPingTimeout: number;
}) => SocketModeReceiver['client'];

/** What the client hands over: a payload, and the way to acknowledge it. */
interface Handed {
  readonly body: unknown;
  ack(answer?: object): Promise<void>;
}

async function bareSocket(workspace: Workspace) {
  const { appToken } = workspace;
  const clientOptions = clientOptionsOf(workspace);
  const client = new SocketModeClient({ appToken, clientOptions, clientPingTimeout: 200 });
  onTestFinished(() => client.disconnect());
  await client.start();
  return client;
}

test('Slack’s Web API client alone finds people, writes to them, and changes what it wrote', async () => {
  const botScopes = [...SCOPES, 'users:read.email', 'im:history'];
  const workspace = await workspaceFor({ botScopes, rateLimits: false });
  const client = new WebClient(workspace.botToken, clientOptionsOf(workspace));
  expect(await client.auth.test()).toMatchObject({ ok: true, team_id: workspace.teamId });
  const { user } = await client.users.lookupByEmail({ email: 'priya@example.org' });
  expect(user?.id).toBe(PRIYA);
  const { channel } = await client.conversations.open({ users: PRIYA });
  const direct = { channel: channel?.id ?? '' };
  const { ts = '' } = await client.chat.postMessage({ ...direct, text: 'One figure is due' });
  await client.chat.postMessage({ ...direct, thread_ts: ts, text: '2.4' });
  await client.chat.update({ ...direct, ts, text: 'Nothing is due' });
  const { messages } = await client.conversations.replies({ ...direct, ts });
  expect(messages?.map(({ text }) => text)).toEqual(['Nothing is due', '2.4']);
  await client.chat.delete({ ...direct, ts });
  expect(workspace.asPerson(PRIYA).directMessages()).toMatchObject([{ text: '2.4' }]);
});

test('Slack’s Web API client alone goes through a list page by page', async () => {
  const workspace = await workspaceFor({ botScopes: SCOPES });
  const client = new WebClient(workspace.botToken, clientOptionsOf(workspace));
  const page = z.object({ members: z.array(z.object({ id: z.string() })) });
  const ids: string[] = [];
  for await (const answer of client.paginate('users.list', { limit: 2 })) {
    ids.push(...page.parse(answer).members.map(({ id }) => id));
  }
  expect(ids).toContain(PRIYA);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThan(2);
});

test('Slack’s Socket Mode client alone is handed commands, events and forms, and answers them', async () => {
  const workspace = await workspaceFor({ botScopes: SCOPES });
  const web = new WebClient(workspace.botToken, clientOptionsOf(workspace));
  const client = await bareSocket(workspace);
  const typed = z.object({ text: z.string(), trigger_id: z.string() });
  const submitted = z.object({ type: z.string(), view: z.object({ callback_id: z.string() }) });
  const handed: string[] = [];
  client.on('slash_commands', async ({ body, ack }: Handed) => {
    const { text, trigger_id } = typed.parse(body);
    handed.push(text);
    await ack({ text: 'A form is open' });
    await web.views.open({ trigger_id, view: figuresModal() });
  });
  client.on('interactive', async ({ body, ack }: Handed) => {
    const { type, view } = submitted.parse(body);
    handed.push(`${type} ${view.callback_id}`);
    await ack({ response_action: 'errors', errors: { rate: 'Too high' } });
  });
  client.on('app_mention', async ({ ack }: Handed) => {
    handed.push('mention');
    await ack();
    await web.chat.postMessage({ channel: PUBLIC_ROOM, text: 'Here' });
  });
  const priya = workspace.asPerson(PRIYA);
  const { messages } = await priya.command('/mopac open 2.4', PUBLIC_ROOM);
  expect(messages).toMatchObject([{ text: 'A form is open', ephemeralTo: PRIYA }]);
  const form = priya.modal();
  if (!form) throw new Error('no form');
  const sent = await priya.submit(priya.fill(form, { rate: '170' }));
  expect(sent.errors).toEqual({ rate: 'Too high' });
  expect(await priya.mention(PUBLIC_ROOM, 'are you there?')).toMatchObject([{ text: 'Here' }]);
  expect(handed).toEqual(['open 2.4', 'view_submission figures', 'mention']);
});

test('Slack’s Socket Mode client alone comes back when it is sent away', async () => {
  const workspace = await workspaceFor({ botScopes: SCOPES, timing: { closeAfterMs: 50 } });
  const client = await bareSocket(workspace);
  client.on('slash_commands', ({ ack }: Handed) => ack({ text: 'Still here' }));
  const again = new Promise((resolve) => client.once('connected', resolve));
  workspace.refreshSockets();
  await again;
  const { messages } = await workspace.asPerson(PRIYA).command('/mopac', PUBLIC_ROOM);
  expect(messages).toMatchObject([{ text: 'Still here' }]);
});
