import { expect, test } from 'vitest';
import { fileTown } from './file-town.ts';
import { PUBLIC_ROOM } from './support.ts';

test('without a channel a file stays the app’s own: its token fetches it, nobody else', async () => {
  const { workspace, client, fetchFile } = await fileTown();
  await client.filesUploadV2({ filename: 'a.json', content: '{}' });
  expect(workspace.messages(PUBLIC_ROOM)).toEqual([]);
  const [file] = workspace.files();
  if (!file) throw new Error('no file');
  expect(file).toMatchObject({ name: 'a.json', channels: [] });
  expect((await fetchFile(file.id)).status).toBe(404);
  const { file: described } = await client.files.info({ file: file.id });
  const authorization = `Bearer ${workspace.botToken}`;
  const fetched = await fetch(described?.url_private ?? '', { headers: { authorization } });
  expect(await fetched.text()).toBe('{}');
  expect((await fetchFile(file.id, { authorization: 'Bearer xoxb-wrong' })).status).toBe(403);
});

test('a shared file is not another site’s to fetch', async () => {
  const { send, complete, fetchFile } = await fileTown();
  const file = await send();
  await complete({ files: [file], channel_id: PUBLIC_ROOM });
  expect((await fetchFile(file.id)).status).toBe(200);
  expect((await fetchFile(file.id, { origin: 'https://elsewhere.example' })).status).toBe(403);
});

test.each([
  ['breaks out of the header', 'a"\r\nx: y.csv', 'a___x_ y.csv', 'a___x_%20y.csv'],
  ['climbs out of the folder', '../../etc/passwd', '.._.._etc_passwd', '.._.._etc_passwd'],
  ['turns its ending round', 'figures\u202Evsc.exe', 'figures_vsc.exe', 'figures_vsc.exe'],
  ['is half a character', 'a\uD83D.csv', 'a_.csv', 'a%EF%BF%BD.csv'],
  ['ends its own quotes', "a'b (1).csv", 'a_b _1_.csv', 'a%27b%20%281%29.csv'],
  ['is in Welsh', 'ffigurau tŷ.csv', 'ffigurau t_.csv', 'ffigurau%20t%C5%B7.csv'],
])('a file whose name %s is saved under a safe one', async (_what, name, plain, encoded) => {
  const { send, complete, fetchFile } = await fileTown();
  const file = await send(name);
  await complete({ files: [file], channel_id: PUBLIC_ROOM });
  const saved = await fetchFile(file.id);
  expect(saved.headers.get('content-disposition')).toBe(
    `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
  );
  expect([...saved.headers.keys()]).not.toContain('x');
});
