import { WebAPIHTTPError, WebAPIRequestError, WebClient } from '@slack/web-api';
import { expect, test, vi } from 'vitest';
import type { Workspace } from '../../src/workspace/workspace.ts';
import {
  clientOptionsOf,
  figuresModal,
  PRIYA,
  PUBLIC_ROOM,
  socketBot,
  workspaceFor,
} from './support.ts';

const post = (workspace: Workspace, blocks?: object[]) =>
  new WebClient(workspace.botToken, {
    ...clientOptionsOf(workspace),
    rejectRateLimitedCalls: true,
  }).apiCall('chat.postMessage', {
    channel: PUBLIC_ROOM,
    text: 'Digest',
    ...(blocks && { blocks }),
  });

test('a lost answer leaves the message posted', async () => {
  const workspace = await workspaceFor();
  workspace.faults.loseAnswer(1, ['chat.postMessage']);
  await expect(post(workspace)).rejects.toBeInstanceOf(WebAPIRequestError);
  expect(workspace.messages(PUBLIC_ROOM)).toHaveLength(1);
  await expect(post(workspace)).resolves.toMatchObject({ ok: true });
});

test('a 429 and a 500 strike as often as they were told to', async () => {
  const workspace = await workspaceFor();
  workspace.faults.answer429({ retryAfter: 7, times: 1 });
  await expect(post(workspace)).rejects.toMatchObject({ retryAfter: 7 });
  workspace.faults.answer500(1);
  await expect(post(workspace)).rejects.toBeInstanceOf(WebAPIHTTPError);
  await expect(post(workspace)).resolves.toMatchObject({ ok: true });
  expect(workspace.messages(PUBLIC_ROOM)).toHaveLength(1);
});

test('a workspace without tables refuses them and takes the rest', async () => {
  const workspace = await workspaceFor();
  const cell = (text: string) => ({ type: 'raw_text', text });
  const table = { type: 'table', rows: [[cell('Outcome')], [cell('2.4')]] };
  workspace.faults.refuseRichBlocks(true);
  await expect(post(workspace, [table])).rejects.toMatchObject({
    data: {
      error: 'invalid_blocks',
      response_metadata: { messages: [expect.stringContaining('[json-pointer:/blocks/0/type]')] },
    },
  });
  workspace.faults.clear();
  await expect(post(workspace, [table])).resolves.toMatchObject({ ok: true });
});

test('a command delivered twice runs twice and is answered once', async () => {
  const workspace = await workspaceFor();
  let runs = 0;
  await socketBot(workspace, (app) => {
    app.command('/mopac', async ({ ack }) => {
      runs += 1;
      await ack('Answer');
    });
  });
  workspace.faults.deliverTwice(true);
  const result = await workspace.asPerson(PRIYA).command('/mopac status');
  expect(runs).toBe(2);
  expect(result.messages).toHaveLength(1);
});

test('expired triggers open nothing', async () => {
  const workspace = await workspaceFor();
  let failure: unknown;
  await socketBot(workspace, (app) => {
    app.command('/mopac', async ({ ack, client, command }) => {
      await ack();
      const { trigger_id } = command;
      await client.views.open({ trigger_id, view: figuresModal() }).catch((error) => {
        failure = error;
      });
    });
  });
  workspace.faults.expireTriggers(true);
  await workspace.asPerson(PRIYA).command('/mopac submit');
  expect(failure).toMatchObject({ data: { error: 'expired_trigger_id' } });
  expect(workspace.asPerson(PRIYA).modal()).toBeNull();
});

test('a stalled socket delivers nothing until it wakes', async () => {
  const workspace = await workspaceFor({ timing: { ackMs: 100 } });
  await socketBot(
    workspace,
    (app) => {
      app.command('/mopac', async ({ ack }) => ack('Awake'));
    },
    5000,
  );
  const priya = workspace.asPerson(PRIYA);
  workspace.faults.stallSockets(60_000);
  expect(await priya.command('/mopac help')).toMatchObject({ ack: 'timeout' });
  workspace.faults.clear();
  expect(await priya.command('/mopac help')).toMatchObject({ ack: 'ok' });
});

test('slow answers hold a call back but not the acknowledgement', async () => {
  const workspace = await workspaceFor();
  await socketBot(workspace, (app) => {
    app.command('/mopac', async ({ ack, client, command }) => {
      await ack();
      await client.views.open({ trigger_id: command.trigger_id, view: figuresModal() });
    });
  });
  workspace.faults.slow(120, ['views.open']);
  const { delivery } = await workspace.asPerson(PRIYA).command('/mopac submit');
  expect(delivery?.ackMs).toBeLessThan(120);
  expect(workspace.asPerson(PRIYA).modal()?.title).toBe('Figures');
});

test('a channel archived under the bot refuses its posts', async () => {
  const workspace = await workspaceFor();
  workspace.faults.archiveChannel('safer-communities');
  await expect(post(workspace)).rejects.toMatchObject({ data: { error: 'is_archived' } });
});

test('an app that takes a stalled socket for a dead one opens another and is reached again', async () => {
  const workspace = await workspaceFor({ timing: { ackMs: 200 } });
  await socketBot(workspace, (app) => {
    app.command('/mopac', async ({ ack }) => ack('Back'));
  });
  const openings = () =>
    workspace.log.filter(
      (entry) => entry.kind === 'api' && entry.method === 'apps.connections.open',
    );
  workspace.faults.stallSockets(60_000);
  await workspace.until(() => openings().length > 1);
  workspace.faults.clear();
  const priya = workspace.asPerson(PRIYA);
  await vi.waitFor(
    async () => expect(await priya.command('/mopac help')).toMatchObject({ ack: 'ok' }),
    5000,
  );
});
