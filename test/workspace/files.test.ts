import { expect, test } from 'vitest';
import { fileTown } from './file-town.ts';
import { PRIYA, PUBLIC_ROOM, refusal, words } from './support.ts';

const CSV = 'ref,figure\n2.4,17\n';

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
  const file = {
    name: 'q1 return.csv',
    title: 'Q1 2015/16',
    mimetype: 'text/csv',
    size: CSV.length,
    channels: [PUBLIC_ROOM],
    uploader: workspace.botUserId,
  };
  expect(message).toMatchObject({ text: 'The figures as a table', files: [file] });
  expect(workspace.files()).toMatchObject([file]);
  const { id = '' } = message?.files?.[0] ?? {};
  const saved = await fetch(new URL(`/files/${id}/q1%20return.csv`, workspace.pageUrl));
  expect(saved.headers.get('content-disposition')).toBe(
    `attachment; filename="q1 return.csv"; filename*=UTF-8''q1%20return.csv`,
  );
  expect(saved.headers.get('x-content-type-options')).toBe('nosniff');
  expect(saved.headers.get('cross-origin-resource-policy')).toBe('same-origin');
  expect(await saved.text()).toBe(CSV);
});

test('Slack’s own client uploads several files into one message of a thread', async () => {
  const { workspace, client } = await fileTown();
  const root = await workspace.asPerson(PRIYA).say(PUBLIC_ROOM, 'The figures, please');
  await client.filesUploadV2({
    channel_id: PUBLIC_ROOM,
    thread_ts: root.ts,
    file_uploads: [
      { file: Buffer.from(CSV), filename: 'a.csv' },
      { file: Buffer.from('{}'), filename: 'b.json' },
    ],
  });
  expect(workspace.messages(PUBLIC_ROOM).at(-1)).toMatchObject({
    threadTs: root.ts,
    files: [{ name: 'a.csv' }, { name: 'b.json' }],
  });
});

test('the bytes may also come as a form, as curl -F sends them', async () => {
  const { workspace, client, complete } = await fileTown();
  const { upload_url = '', file_id } = await client.files.getUploadURLExternal({
    filename: 'a.txt',
    length: 5,
  });
  const form = new FormData();
  form.set('file', new Blob(['hello']), 'a.txt');
  expect((await fetch(upload_url, { method: 'POST', body: form })).status).toBe(200);
  await complete({ files: [{ id: file_id }] });
  expect(new TextDecoder().decode(workspace.files()[0]?.bytes)).toBe('hello');
});

test('a file says where it was shared, and in which message', async () => {
  const { workspace, client, send, complete } = await fileTown();
  const file = await send();
  await complete({ files: [file], channels: `${PUBLIC_ROOM},${PRIYA}` });
  const direct = workspace.asPerson(PRIYA).directMessages();
  const shared = (await client.files.info({ file: file.id })).file;
  expect(shared).toMatchObject({
    id: file.id,
    name: 'a.txt',
    user: workspace.botUserId,
    is_public: true,
    channels: [PUBLIC_ROOM],
    ims: [direct[0]?.channel],
    shares: { public: { [PUBLIC_ROOM]: [{ ts: workspace.messages(PUBLIC_ROOM)[0]?.ts }] } },
  });
});

test('a deleted file leaves its message, which goes too when it was nothing else', async () => {
  const { workspace, client, send, complete, fetchFile } = await fileTown();
  const [one, other] = [await send('one.txt'), await send('other.txt')];
  await complete({ files: [one], channel_id: PUBLIC_ROOM, initial_comment: 'Have a look' });
  await complete({ files: [other], channel_id: PUBLIC_ROOM });
  await client.files.delete({ file: one.id });
  await client.files.delete({ file: other.id });
  expect(workspace.messages(PUBLIC_ROOM)).toMatchObject([{ text: 'Have a look' }]);
  expect(workspace.messages(PUBLIC_ROOM)[0]).not.toHaveProperty('files');
  expect(workspace.files()).toEqual([]);
  expect((await fetchFile(one.id)).status).toBe(404);
  const gone = { error: 'file_deleted' };
  expect(await refusal(client.files.info({ file: one.id }))).toMatchObject(gone);
  expect(await refusal(client.files.delete({ file: one.id }))).toMatchObject(gone);
  const never = client.files.info({ file: 'F000000000' });
  expect(await refusal(never)).toMatchObject({ error: 'file_not_found' });
});

test('blocks go with a file unless a comment takes their place', async () => {
  const { workspace, send, complete } = await fileTown();
  const blocks = [{ type: 'section', text: words('In blocks') }];
  await complete({ files: [await send()], channel_id: PUBLIC_ROOM, blocks });
  const initial_comment = 'In words';
  await complete({ files: [await send()], channel_id: PUBLIC_ROOM, blocks, initial_comment });
  expect(workspace.messages(PUBLIC_ROOM).map(({ rendered }) => rendered)).toEqual([
    'In blocks',
    'In words',
  ]);
});
