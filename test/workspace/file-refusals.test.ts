import { expect, test } from 'vitest';
import { FILE_SCOPES, fileTown } from './file-town.ts';
import { OTHER_ROOM, OWEN, PRIYA, PUBLIC_ROOM, refusal, words } from './support.ts';

test.each<[string, Record<string, unknown>, object]>([
  ['without a name', { length: 5 }, { error: 'invalid_arguments' }],
  ['without a size', { filename: 'a' }, { error: 'invalid_arguments' }],
  ['with half a byte', { filename: 'a', length: 1.5 }, { error: 'invalid_arguments' }],
  ['with words for a size', { filename: 'a', length: 'big' }, { error: 'invalid_arguments' }],
  ['of nothing', { filename: 'a', length: 0 }, { error: 'missing_argument' }],
  ['past all size', { filename: 'a', length: 9e9 }, { error: 'file_upload_size_restricted' }],
  [
    'as a snippet past its size',
    { filename: 'a', length: 2 ** 21, snippet_type: 'csv' },
    { error: 'snippet_too_large' },
  ],
  [
    'described at too great a length',
    { filename: 'a', length: 1, alt_txt: 'x'.repeat(1001) },
    { error: 'alt_txt_too_large' },
  ],
])('an upload %s is not announced', async (_what, args, expected) => {
  const { client } = await fileTown();
  expect(await refusal(client.apiCall('files.getUploadURLExternal', args))).toMatchObject(expected);
});

test('an upload takes just the bytes that were announced, and only until it is completed', async () => {
  const { client, send, complete } = await fileTown();
  const announced = await client.files.getUploadURLExternal({ filename: 'a.txt', length: 5 });
  const { upload_url = '', file_id: id } = announced;
  const early = complete({ files: [{ id }] });
  expect(await refusal(early)).toMatchObject({ error: 'file_not_found' });
  expect((await fetch(upload_url, { method: 'POST', body: 'too long' })).status).toBe(400);
  const noForm = { 'content-type': 'multipart/form-data; boundary=x' };
  const broken = await fetch(upload_url, { method: 'POST', headers: noForm, body: 'hello' });
  expect(broken.status).toBe(400);
  const done = await send();
  await complete({ files: [done] });
  const again = complete({ files: [done] });
  expect(await refusal(again)).toMatchObject({ error: 'file_not_found' });
});

test.each<[string, Record<string, unknown>, object]>([
  ['a channel the bot is not in', { channel_id: OTHER_ROOM }, { error: 'not_in_channel' }],
  ['a private channel', { channel_id: 'C0SECRET01' }, { error: 'channel_not_found' }],
  ['a channel nobody has', { channel_id: 'C0NOWHERE1' }, { error: 'channel_not_found' }],
  ['an archived channel', { channel_id: 'C0OLDROOM1' }, { error: 'is_archived' }],
  [
    'a person by id',
    { channel_id: OWEN },
    {
      error: 'invalid_arguments',
      response_metadata: {
        messages: [
          '[ERROR] input must match regex pattern: ^[CGDZ][A-Z0-9]{8,}$ [json-pointer:/channel_id]',
        ],
      },
    },
  ],
  [
    'a thread there is not',
    { channel_id: PUBLIC_ROOM, thread_ts: '1.000001' },
    { error: 'thread_not_found' },
  ],
  [
    'threads of two channels',
    { channels: `${PUBLIC_ROOM},${PRIYA}`, thread_ts: '1.000001' },
    { error: 'invalid_arguments' },
  ],
  [
    'a channel, under a block too long',
    { channel_id: PUBLIC_ROOM, blocks: [{ type: 'header', text: words('x'.repeat(151)) }] },
    { error: 'invalid_blocks' },
  ],
  [
    'a channel, under a block of markdown',
    { channel_id: PUBLIC_ROOM, blocks: [{ type: 'markdown', text: '**Figures**' }] },
    { error: 'internal_error' },
  ],
])('a file is not shared in %s', async (_what, where, expected) => {
  const { workspace, send, complete } = await fileTown([...FILE_SCOPES, 'chat:write.public']);
  const file = await send();
  expect(await refusal(complete({ files: [file], ...where }))).toMatchObject(expected);
  expect(workspace.files()).toEqual([]);
  await complete({ files: [file], channel_id: PUBLIC_ROOM });
});

test.each<[string, (id: string) => unknown]>([
  ['no files', () => undefined],
  ['an empty list', () => []],
  ['files by name', () => [{ title: 'A' }]],
  ['one file twice', (id) => [{ id }, { id }]],
])('%s cannot be completed', async (_what, files) => {
  const { send, complete } = await fileTown();
  const { id } = await send();
  const refused = { error: 'invalid_arguments' };
  expect(await refusal(complete({ files: files(id) }))).toMatchObject(refused);
});

test('uploading and looking up each take their scope', async () => {
  const { client } = await fileTown(['chat:write']);
  const announce = client.files.getUploadURLExternal({ filename: 'a', length: 1 });
  const missing = (needed: string) => ({ error: 'missing_scope', needed, provided: 'chat:write' });
  expect(await refusal(announce)).toMatchObject(missing('files:write'));
  const look = client.files.info({ file: 'F000000000' });
  expect(await refusal(look)).toMatchObject(missing('files:read'));
});
