import { createServer, type IncomingHttpHeaders } from 'node:http';
import { WebClient } from '@slack/web-api';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import type { Workspace } from '../../src/workspace/workspace.ts';
import {
  clientOptionsOf,
  httpBot,
  PRIYA,
  PUBLIC_ROOM,
  socketBot,
  workspaceFor,
} from './support.ts';

/** A bare socket of the app's, and the first frame it was sent. */
async function rawSocket(workspace: Workspace): Promise<{ socket: WebSocket; first: unknown }> {
  const client = new WebClient(workspace.appToken, clientOptionsOf(workspace));
  const { url = '' } = await client.apps.connections.open();
  const socket = new WebSocket(url);
  onTestFinished(() => socket.terminate());
  const first = await new Promise((resolve, reject) => {
    socket.once('message', (data) => resolve(JSON.parse(String(data))));
    socket.once('error', reject);
  });
  return { socket, first };
}

test('a socket is greeted with the number of connections', async () => {
  const workspace = await workspaceFor();
  await rawSocket(workspace);
  const { first } = await rawSocket(workspace);
  expect(first).toMatchObject({
    type: 'hello',
    num_connections: 2,
    connection_info: { app_id: expect.any(String) },
  });
});

test('the eleventh socket is turned away', async () => {
  const workspace = await workspaceFor();
  for (let count = 0; count < 10; count += 1) await rawSocket(workspace);
  const { first } = await rawSocket(workspace);
  expect(first).toMatchObject({ type: 'disconnect', reason: 'too_many_websockets' });
  expect(workspace.connections()).toBe(10);
});

test('a ticket opens one socket only', async () => {
  const workspace = await workspaceFor();
  const client = new WebClient(workspace.appToken, clientOptionsOf(workspace));
  const { url = '' } = await client.apps.connections.open();
  const open = () =>
    new Promise((resolve) => {
      const socket = new WebSocket(url);
      onTestFinished(() => socket.terminate());
      socket.once('open', () => resolve('open'));
      socket.once('error', () => resolve('refused'));
    });
  expect(await open()).toBe('open');
  expect(await open()).toBe('refused');
});

test('an event nobody acknowledged comes again three times, saying why', async () => {
  const workspace = await workspaceFor({ timing: { ackMs: 50, eventRetryMs: [0, 10, 20] } });
  const { socket } = await rawSocket(workspace);
  const frames: unknown[] = [];
  socket.on('message', (data) => frames.push(JSON.parse(String(data))));
  const delivery = await workspace.deliverEvent({ type: 'app_mention', user: PRIYA, text: 'hi' });
  await delivery.settled;
  expect(delivery).toMatchObject({ acked: false, attempts: { length: 4 } });
  expect(frames).toMatchObject([
    { type: 'events_api', retry_attempt: 0, payload: { type: 'event_callback' } },
    { retry_attempt: 1, retry_reason: 'timeout' },
    { retry_attempt: 2, retry_reason: 'timeout' },
    { retry_attempt: 3, retry_reason: 'timeout' },
  ]);
});

test('an event lost with its socket is handled on its retry, under the same event id', async () => {
  const workspace = await workspaceFor({ timing: { ackMs: 50, eventRetryMs: [400, 400, 400] } });
  const seen: unknown[] = [];
  await socketBot(workspace, (app) => {
    app.event('app_mention', async ({ body, context: { retryNum } }) => {
      seen.push([body.event_id, retryNum]);
    });
  });
  workspace.faults.dropSockets();
  const event = { type: 'app_mention', user: PRIYA, text: 'hi', channel: PUBLIC_ROOM, ts: '1.0' };
  const delivery = await workspace.deliverEvent(event);
  await delivery.settled;
  expect(delivery.acked).toBe(true);
  const { event_id } = z.object({ event_id: z.string() }).parse(delivery.payload);
  expect(seen).toEqual([[event_id, expect.any(Number)]]);
});

test('a routine refresh leaves an app with one socket out of reach until it is back', async () => {
  const workspace = await workspaceFor();
  await socketBot(workspace, (app) => {
    app.command('/mopac', async ({ ack }) => ack('Here'));
  });
  const priya = workspace.asPerson(PRIYA);
  workspace.refreshSockets('all', 'warning');
  expect(await priya.command('/mopac help')).toMatchObject({ error: 'dispatch_failed' });
  await workspace.until(() => workspace.connections() === 1);
  expect(await priya.command('/mopac help')).toMatchObject({ ack: 'ok' });
});

test('with two sockets a refresh of one goes unnoticed', async () => {
  const workspace = await workspaceFor();
  for (let count = 0; count < 2; count += 1) {
    await socketBot(workspace, (app) => {
      app.command('/mopac', async ({ ack }) => ack('Here'));
    });
  }
  workspace.refreshSockets('one');
  expect(await workspace.asPerson(PRIYA).command('/mopac help')).toMatchObject({ ack: 'ok' });
});

test('a payload goes to one socket, and sockets take turns', async () => {
  const workspace = await workspaceFor();
  const heard: string[] = [];
  for (const name of ['first', 'second']) {
    await socketBot(workspace, (app) => {
      app.command('/mopac', async ({ ack }) => {
        heard.push(name);
        await ack();
      });
    });
  }
  for (let count = 0; count < 4; count += 1) await workspace.asPerson(PRIYA).command('/mopac');
  expect(heard.toSorted()).toEqual(['first', 'first', 'second', 'second']);
});

/** An app that fails at every event, over HTTP, and what it heard. */
async function failingTown(headers: Record<string, string> = {}) {
  const heard: IncomingHttpHeaders[] = [];
  const failing = createServer((request, response) => {
    heard.push(request.headers);
    response.writeHead(500, headers).end();
  });
  onTestFinished(() => void failing.close());
  await new Promise<void>((resolve) => failing.listen(0, '127.0.0.1', resolve));
  const address = failing.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const workspace = await workspaceFor({
    http: { requestUrl: `http://127.0.0.1:${port}/` },
    timing: { eventRetryMs: [0, 0, 0] },
  });
  const delivery = await workspace.deliverEvent({ type: 'app_mention', user: PRIYA, text: 'hi' });
  await delivery.settled;
  return heard;
}

test('over HTTP an event the app failed at comes again with its retry headers', async () => {
  const heard = await failingTown();
  expect(heard.map((headers) => headers['x-slack-retry-num'])).toEqual([undefined, '1', '2', '3']);
  expect(heard[3]).toMatchObject({
    'x-slack-retry-reason': 'http_error',
    'x-slack-signature': expect.stringMatching(/^v0=[0-9a-f]{64}$/),
  });
});

test('over HTTP an app may ask not to be told again', async () => {
  expect(await failingTown({ 'x-slack-no-retry': '1' })).toHaveLength(1);
});

test('over HTTP an event reaches the app once it is up', async () => {
  const workspace = await workspaceFor({
    http: { requestUrl: 'http://127.0.0.1:9/' },
    timing: { eventRetryMs: [200, 200, 200] },
  });
  const event = { type: 'app_mention', user: PRIYA, text: 'hi', channel: PUBLIC_ROOM, ts: '1.0' };
  const delivery = await workspace.deliverEvent(event);
  const retries: unknown[] = [];
  await httpBot(workspace, (app) => {
    app.event('app_mention', async ({ context: { retryNum } }) => {
      retries.push(retryNum);
    });
  });
  await delivery.settled;
  expect(delivery.acked).toBe(true);
  expect(retries).toEqual([expect.any(Number)]);
});

test('a mention reaches the bot only in channels it is in', async () => {
  const workspace = await workspaceFor();
  await socketBot(workspace, (app) => {
    app.event('app_mention', async ({ event, client }) => {
      const { channel, ts } = event;
      await client.chat.postMessage({ channel, thread_ts: ts, text: `You said ${event.text}` });
    });
  });
  const priya = workspace.asPerson(PRIYA);
  const [reply] = await priya.mention('safer-communities', '2.4');
  expect(reply).toMatchObject({ text: `You said <@${workspace.botUserId}> 2.4` });
  expect(reply?.threadTs).toBe(workspace.messages(PUBLIC_ROOM)[0]?.ts);
  expect(await priya.mention('other', '2.4')).toEqual([]);
  expect(workspace.log.filter(({ kind }) => kind === 'delivery')).toHaveLength(1);
});
