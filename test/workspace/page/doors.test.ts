import { request } from 'node:http';
import { expect, test } from 'vitest';
import { figuresModal, OWEN, PRIYA, PUBLIC_ROOM, socketBot } from '../support.ts';
import { pageFor } from './support.ts';

const command = {
  kind: 'command',
  text: '/mopac status',
  channel: PUBLIC_ROOM,
  threadTs: null,
} as const;

test('an answer only one person sees is on that person’s screen and on nobody else’s', async () => {
  const { workspace, move, state } = await pageFor();
  await socketBot(workspace, (app) => {
    app.command('/mopac', async ({ ack }) => ack('2.4 is off track'));
  });
  expect(await move(PRIYA, command)).toEqual({ ok: true, notice: null, faults: [] });
  const mine = (await state(PRIYA)).conversations[0]?.messages ?? [];
  expect(mine).toMatchObject([{ text: '2.4 is off track', ephemeral: true }]);
  expect((await state(OWEN)).conversations[0]?.messages).toEqual([]);
});

test('a button opens a form, what is typed stays in it, and a refusal stands beside its field', async () => {
  const { workspace, move, state } = await pageFor();
  await socketBot(workspace, (app) => {
    app.command('/mopac', async ({ ack }) =>
      ack({
        text: 'Due',
        blocks: [
          {
            type: 'actions',
            block_id: 'owed',
            elements: [
              {
                type: 'button',
                action_id: 'open',
                text: { type: 'plain_text', text: 'Enter figures' },
              },
            ],
          },
        ],
      }),
    );
    app.action('open', async ({ ack, body, client }) => {
      await ack();
      if ('trigger_id' in body) {
        await client.views.open({ trigger_id: body.trigger_id, view: figuresModal() });
      }
    });
    app.view('figures', async ({ ack }) =>
      ack({ response_action: 'errors', errors: { rate: 'Enter a number, for example 17.' } }),
    );
  });
  await move(PRIYA, command);
  const ts = (await state(PRIYA)).conversations[0]?.messages[0]?.ts ?? '';
  const where = { channel: PUBLIC_ROOM, ts };
  await move(PRIYA, { kind: 'press', where, blockId: 'owed', actionId: 'open' });
  const [form] = (await state(PRIYA)).modals;
  const view = form?.id ?? '';
  await move(PRIYA, {
    kind: 'type',
    where: { view },
    blockId: 'rate',
    actionId: 'value',
    text: 'lots',
    enter: false,
  });
  expect(await move(PRIYA, { kind: 'submit', view })).toMatchObject({ ok: true });
  expect((await state(PRIYA)).modals).toMatchObject([
    {
      errors: { rate: 'Enter a number, for example 17.' },
      values: { rate: { value: { value: 'lots' } } },
    },
  ]);
  expect((await state(OWEN)).modals).toEqual([]);
});

test('what nobody could do in Slack is answered in a sentence', async () => {
  const { move } = await pageFor();
  const answer = await move(PRIYA, { kind: 'submit', view: 'V-gone' });
  expect(answer).toEqual({
    ok: false,
    notice: 'That can’t be done here: that view is not open.',
    faults: [],
  });
});

test('without an app the command fails as it does in Slack', async () => {
  const { move } = await pageFor();
  expect(await move(PRIYA, command)).toMatchObject({
    ok: false,
    notice: '/mopac failed with the error “dispatch_failed”.',
  });
  expect(await move(PRIYA, { ...command, threadTs: '1.2' })).toMatchObject({
    ok: false,
    notice: '/mopac is not supported in threads. Sorry!',
  });
});

test('a message is unread until the person has looked', async () => {
  const { workspace, move, state } = await pageFor();
  await move(OWEN, { kind: 'message', text: 'Morning', channel: PUBLIC_ROOM, threadTs: null });
  const unread = async (id: string) =>
    (await state(PRIYA)).people.find((each) => each.id === id)?.unread;
  expect(await unread(PRIYA)).toBe(1);
  expect(await unread(OWEN)).toBe(0);
  await move(PRIYA, { kind: 'read', channel: PUBLIC_ROOM });
  expect(await unread(PRIYA)).toBe(0);
  expect(workspace.messages(PUBLIC_ROOM)).toHaveLength(1);
});

test('a fault is thrown under the name the tests use, shown while it lasts, and ended', async () => {
  const { control, state } = await pageFor();
  await control({ kind: 'fault', fault: { name: 'answer429', times: 2, retryAfter: 3 } });
  await control({ kind: 'fault', fault: { name: 'refuseRichBlocks', on: true } });
  expect(Object.keys((await state(PRIYA)).faults)).toEqual(['answer429', 'refuseRichBlocks']);
  await control({ kind: 'fault', fault: { name: 'clear' } });
  expect((await state(PRIYA)).faults).toEqual({});
});

test('sockets that are silent are shown as such for as long as they are', async () => {
  const { control, state } = await pageFor();
  await control({ kind: 'fault', fault: { name: 'stallSockets', ms: 90_000 } });
  expect((await state(PRIYA)).faults).toEqual({
    stallSockets: expect.stringMatching(/^Connections are silent for (89|90) more seconds/),
  });
  await control({ kind: 'fault', fault: { name: 'stallSockets', ms: 0 } });
  expect((await state(PRIYA)).faults).toEqual({});
});

test('the inspector lists every envelope and call with its time, and gives each whole', async () => {
  const { workspace, move, log, get } = await pageFor();
  await socketBot(workspace, (app) => {
    app.command('/mopac', async ({ ack }) =>
      ack({ text: 'x', blocks: [{ type: 'divider' }, { type: 'nonsense' }] } as never),
    );
  });
  const answer = await move(PRIYA, command);
  expect(answer.ok).toBe(false);
  expect(answer.faults.join()).toContain('/blocks/1');
  const line = (await log()).find(({ direction }) => direction === 'to the app');
  expect(line).toMatchObject({ title: 'slash_commands: /mopac status', outcome: 'acknowledged' });
  expect(line?.ms).toBeTypeOf('number');
  const entry = await (await get(`/page/log/${line?.index}`)).json();
  expect(entry).toMatchObject({ kind: 'delivery', payload: { command: '/mopac', text: 'status' } });
});

test('another site open in the same browser can neither read nor act here', async () => {
  const { get, workspace, state } = await pageFor();
  expect((await get('/page/state', { origin: 'https://elsewhere.example' })).status).toBe(403);
  // A name made to point at 127.0.0.1 shows in the Host header, which fetch would not let us set.
  const { port } = new URL(workspace.pageUrl);
  const status = await new Promise((resolve) => {
    request({
      port,
      host: '127.0.0.1',
      path: '/page/state',
      headers: { host: 'elsewhere.example' },
    })
      .on('response', (response) => resolve(response.statusCode))
      .end();
  });
  expect(status).toBe(403);
  // A form on another site can post text without asking the browser first.
  const posted = await fetch(new URL(`/page/moves?as=${PRIYA}`, workspace.pageUrl), {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: JSON.stringify({ kind: 'message', text: 'x', channel: PUBLIC_ROOM, threadTs: null }),
  });
  expect(posted.status).toBe(400);
  expect((await state(PRIYA)).conversations[0]?.messages).toEqual([]);
});

test('a page hears of every change soon after it', async () => {
  const { workspace, move } = await pageFor();
  const live = await fetch(new URL('/page/live', workspace.pageUrl));
  const reader = live.body?.pipeThrough(new TextDecoderStream()).getReader();
  const first = await reader?.read();
  expect(first?.value).toContain('data: ');
  await move(OWEN, { kind: 'message', text: 'Morning', channel: PUBLIC_ROOM, threadTs: null });
  expect((await reader?.read())?.value).toContain('data: ');
  await reader?.cancel();
});
