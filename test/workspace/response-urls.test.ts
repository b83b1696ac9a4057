import { expect, test } from 'vitest';
import { PRIYA, PUBLIC_ROOM, socketBot, words, workspaceFor } from './support.ts';

/** A bot that keeps the response URL of the last command. */
async function withResponseUrl(now: () => number = Date.now) {
  const workspace = await workspaceFor({ now });
  let url = '';
  await socketBot(workspace, (app) => {
    app.command('/mopac', async ({ ack, command }) => {
      url = command.response_url;
      await ack();
    });
  });
  const priya = workspace.asPerson(PRIYA);
  await priya.command('/mopac status', 'safer-communities');
  const post = async (body: object) => {
    const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
    return { status: response.status, body: await response.json() };
  };
  return { workspace, priya, post };
}

test('a response URL takes five posts', async () => {
  const { priya, post } = await withResponseUrl();
  for (const text of ['1', '2', '3', '4', '5']) {
    expect(await post({ text })).toMatchObject({ status: 200 });
  }
  expect(await post({ text: '6' })).toEqual({
    status: 404,
    body: { ok: false, error: 'used_url' },
  });
  expect(priya.ephemerals(PUBLIC_ROOM)).toHaveLength(5);
});

test('a response URL is good for half an hour', async () => {
  let now = Date.UTC(2015, 6, 1);
  const { post } = await withResponseUrl(() => now);
  now += 30 * 60_000;
  expect(await post({ text: 'In time' })).toMatchObject({ status: 200 });
  now += 1;
  expect(await post({ text: 'Late' })).toMatchObject({
    status: 404,
    body: { error: 'expired_url' },
  });
});

test('a response URL refuses blocks that Slack would refuse', async () => {
  const { post } = await withResponseUrl();
  const blocks = [{ type: 'header', text: words('x'.repeat(151)) }];
  expect(await post({ text: 'x', blocks })).toMatchObject({
    status: 400,
    body: { error: 'invalid_blocks' },
  });
});

test('an ephemeral message is replaced and deleted through the response URL of its button', async () => {
  const workspace = await workspaceFor();
  const button = { type: 'button', action_id: 'share', text: words('Share') } as const;
  await socketBot(workspace, (app) => {
    app.command('/mopac', async ({ ack }) =>
      ack({ text: 'Answer', blocks: [{ type: 'actions', elements: [button] }] }),
    );
    app.action('share', async ({ ack, respond }) => {
      await ack();
      await respond({ text: 'Shared', response_type: 'in_channel' });
      await respond({ text: 'Done', replace_original: true });
    });
  });
  const priya = workspace.asPerson(PRIYA);
  const { messages } = await priya.command('/mopac status', 'safer-communities');
  const [answer] = messages;
  if (!answer) throw new Error('no answer');
  const result = await priya.press({ message: answer, actionId: 'share' });
  expect(result.delivery?.payload).toMatchObject({ container: { is_ephemeral: true } });
  expect(result.delivery?.payload).not.toHaveProperty('message');
  expect(priya.ephemerals()).toMatchObject([{ ts: answer.ts, text: 'Done' }]);
  expect(workspace.messages(PUBLIC_ROOM)).toMatchObject([{ text: 'Shared' }]);
});
