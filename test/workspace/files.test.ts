import { WebClient } from '@slack/web-api';
import { expect, test } from 'vitest';
import { clientOptionsOf, PUBLIC_ROOM, workspaceFor } from './support.ts';

const SCOPES = ['chat:write', 'files:write', 'files:read'];
const CSV = 'ref,figure\n2.4,17\n';

async function fileTown(botScopes: readonly string[] = SCOPES) {
  const workspace = await workspaceFor({ botScopes, page: null });
  return { workspace, client: new WebClient(workspace.botToken, clientOptionsOf(workspace)) };
}

test('Slack’s own client uploads a file into a channel, and anyone there can save it', async () => {
  const { workspace, client } = await fileTown();
  const answer = await client.filesUploadV2({
    channel_id: PUBLIC_ROOM,
    filename: 'q1 return.csv',
    title: 'Q1 2015/16',
    content: CSV,
    initial_comment: 'The figures as a table',
  });
  expect(answer.ok).toBe(true);
  const [message] = workspace.messages(PUBLIC_ROOM);
  expect(message).toMatchObject({
    text: 'The figures as a table',
    files: [{ name: 'q1 return.csv', title: 'Q1 2015/16', mimetype: 'text/csv', size: CSV.length }],
  });
  const { id = '' } = message?.files?.[0] ?? {};
  const saved = await fetch(new URL(`/files/${id}/q1%20return.csv`, workspace.pageUrl));
  expect(saved.headers.get('content-disposition')).toContain(
    'attachment; filename="q1 return.csv"',
  );
  expect(saved.headers.get('x-content-type-options')).toBe('nosniff');
  expect(await saved.text()).toBe(CSV);
});

test('without a channel a file stays the app’s own', async () => {
  const { workspace, client } = await fileTown();
  await client.filesUploadV2({ filename: 'a.json', content: '{}' });
  expect(workspace.messages(PUBLIC_ROOM)).toEqual([]);
  expect(workspace.files()).toMatchObject([{ name: 'a.json', channels: [] }]);
});

test('the bytes may also come as a form, as curl -F sends them', async () => {
  const { workspace, client } = await fileTown();
  const { upload_url = '', file_id = '' } = await client.files.getUploadURLExternal({
    filename: 'a.txt',
    length: 5,
  });
  const form = new FormData();
  form.set('file', new Blob(['hello']), 'a.txt');
  expect((await fetch(upload_url, { method: 'POST', body: form })).status).toBe(200);
  await client.files.completeUploadExternal({ files: [{ id: file_id, title: 'A' }] });
  expect(new TextDecoder().decode(workspace.files()[0]?.bytes)).toBe('hello');
});

test('a file can be described and deleted', async () => {
  const { workspace, client } = await fileTown();
  await client.filesUploadV2({ filename: 'a.csv', content: CSV });
  const [{ id } = { id: '' }] = workspace.files();
  expect((await client.files.info({ file: id })).file).toMatchObject({ id, name: 'a.csv' });
  await client.files.delete({ file: id });
  await expect(client.files.info({ file: id })).rejects.toThrow('file_not_found');
});

test('what Slack refuses is refused in its words', async () => {
  const { client } = await fileTown();
  const { upload_url = '', file_id = '' } = await client.files.getUploadURLExternal({
    filename: 'a.txt',
    length: 5,
  });
  await expect(
    client.files.completeUploadExternal({ files: [{ id: file_id, title: 'A' }] }),
  ).rejects.toThrow('file_not_found');
  expect((await fetch(upload_url, { method: 'POST', body: 'too long' })).status).toBe(400);
  await fetch(upload_url, { method: 'POST', body: 'hello' });
  await expect(
    client.files.completeUploadExternal({
      files: [{ id: file_id, title: 'A' }],
      channel_id: 'C0OTHER001',
    }),
  ).rejects.toThrow('not_in_channel');
  await expect(client.files.getUploadURLExternal({ filename: '', length: 5 })).rejects.toThrow(
    'invalid_arguments',
  );
  await expect(client.files.getUploadURLExternal({ filename: 'a', length: 9e9 })).rejects.toThrow(
    'file_upload_size_restricted',
  );
  const { client: unscoped } = await fileTown(['chat:write']);
  await expect(unscoped.files.getUploadURLExternal({ filename: 'a', length: 1 })).rejects.toThrow(
    'missing_scope',
  );
});

test('a name cannot break out of the header that carries it', async () => {
  const { workspace, client } = await fileTown();
  await client.filesUploadV2({ filename: 'a"\r\nx: y.csv', content: CSV });
  const [{ id } = { id: '' }] = workspace.files();
  const saved = await fetch(new URL(`/files/${id}/x`, workspace.pageUrl));
  expect(saved.headers.get('x')).toBeNull();
  expect(saved.headers.get('content-disposition')).toContain('filename="a___x_ y.csv"');
});
