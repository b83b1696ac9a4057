import { WebClient } from '@slack/web-api';
import { expect, test } from 'vitest';
import { LIMITS } from '../../src/blockkit/limits.ts';
import {
  clientOptionsOf,
  PRIYA,
  PUBLIC_ROOM,
  refusal,
  socketBot,
  words,
  workspaceFor,
} from './support.ts';

async function roomyTown() {
  const workspace = await workspaceFor({ rateLimits: false });
  const client = new WebClient(workspace.botToken, clientOptionsOf(workspace));
  const post = (content: object) =>
    client.apiCall('chat.postMessage', { channel: PUBLIC_ROOM, ...content });
  return { workspace, client, post };
}

const section = (length: number) => ({ type: 'section', text: words('x'.repeat(length)) });
const markdown = (length: number) => ({ type: 'markdown', text: 'x'.repeat(length) });
const sections = (...lengths: number[]) => ({ text: 'Figures', blocks: lengths.map(section) });

test('a message shows at most so much, and is refused whole for more', async () => {
  const { workspace, post } = await roomyTown();
  const { shownCharacters } = LIMITS.message;
  const full = [...Array(4).fill(3000), shownCharacters - 4 * 3000];
  await post(sections(...full));
  const refused = await refusal(post(sections(...full, 1)));
  expect(refused).toMatchObject({ error: 'msg_blocks_too_long' });
  expect(workspace.messages(PUBLIC_ROOM)).toHaveLength(1);
});

test('markdown is counted over the blocks of a message together', async () => {
  const { post } = await roomyTown();
  await post({ text: 'Figures', blocks: [markdown(6000), markdown(6000)] });
  const more = post({ text: 'Figures', blocks: [markdown(6000), markdown(6001)] });
  expect(await refusal(more)).toMatchObject({ error: 'msg_blocks_too_long' });
});

test('a message that is both too long and wrong is called wrong', async () => {
  const { post } = await roomyTown();
  const blocks = [markdown(6000), markdown(6001), section(3001)];
  expect(await refusal(post({ text: 'x', blocks }))).toMatchObject({ error: 'invalid_blocks' });
});

test('text past 40,000 characters is cut off, between characters', async () => {
  const { workspace, post } = await roomyTown();
  await post({ text: '😀'.repeat(40_000) });
  await post({ text: `${'😀'.repeat(40_000)}!` });
  const [whole, cut] = workspace.messages(PUBLIC_ROOM);
  expect([...(whole?.text ?? '')]).toHaveLength(40_000);
  expect(cut?.text).toBe(whole?.text);
});

test('blocks that are no list are refused by their form', async () => {
  const { post } = await roomyTown();
  const blocks = { type: 'divider' };
  const refused = await refusal(post({ text: 'x', blocks }));
  expect(refused).toMatchObject({ ok: false, error: 'invalid_blocks_format' });
});

test('a response URL holds to the same limits', async () => {
  const workspace = await workspaceFor();
  const urls: string[] = [];
  await socketBot(workspace, (app) => {
    app.command('/mopac', async ({ ack, command }) => {
      urls.push(command.response_url);
      await ack();
    });
  });
  const priya = workspace.asPerson(PRIYA);
  await priya.command('/mopac', PUBLIC_ROOM);
  const respond = async (body: object) => {
    const response = await fetch(urls[0] ?? '', { method: 'POST', body: JSON.stringify(body) });
    return response.json();
  };
  const long = await respond({ text: 'x', blocks: [markdown(6000), markdown(6001)] });
  expect(long).toMatchObject({ error: 'msg_blocks_too_long' });
  expect(await respond({ text: 'x', blocks: {} })).toMatchObject({
    error: 'invalid_blocks_format',
  });
  await respond({ text: '😀'.repeat(40_001) });
  expect([...(priya.ephemerals().at(0)?.text ?? '')]).toHaveLength(40_000);
});

test('a view is too large past 250 kilobytes, and not before', async () => {
  const { client } = await roomyTown();
  const text = '😀'.repeat(750);
  const blocks = Array.from({ length: 81 }, () => ({ type: 'section', text: words(text) }));
  const home = (length: number) => ({ type: 'home', blocks: [...blocks, section(length)] });
  const room = LIMITS.view.bytes - Buffer.byteLength(JSON.stringify(home(1))) + 1;
  const publish = (length: number) =>
    client.apiCall('views.publish', { user_id: PRIYA, view: home(length) });
  await publish(room);
  expect(await refusal(publish(room + 1))).toMatchObject({ error: 'view_too_large' });
});
