import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { PRIYA, PUBLIC_ROOM, socketBot, workspaceFor } from './support.ts';

const SCOPES = ['commands', 'chat:write', 'files:read', 'files:write', 'users:read'];

const { PATH = '' } = process.env;
const hasCurl = PATH.split(delimiter).some((folder) => existsSync(join(folder, 'curl')));

describe.skipIf(!hasCurl)('requests as curl writes them', () => {
  const run = promisify(execFile);
  const text = async (...words: readonly string[]) =>
    (await run('curl', ['-sS', '--noproxy', '*', ...words])).stdout;
  const curl = async (...words: readonly string[]): Promise<Record<string, unknown>> =>
    JSON.parse(await text(...words));

  test('a form with the token in it, a JSON body with the token in a header, and a query', async () => {
    const workspace = await workspaceFor({ botScopes: SCOPES, rateLimits: false });
    const { apiUrl, botToken } = workspace;
    const post = `${apiUrl}chat.postMessage`;
    const blocks = JSON.stringify([{ type: 'divider' }]);
    expect(
      await curl(
        '-d',
        `token=${botToken}`,
        '-d',
        `channel=${PUBLIC_ROOM}`,
        '--data-urlencode',
        'text=17% & rising',
        post,
      ),
    ).toMatchObject({ ok: true });
    expect(
      await curl(
        '-H',
        `Authorization: Bearer ${botToken}`,
        '-H',
        'Content-type: application/json; charset=utf-8',
        '-d',
        JSON.stringify({ channel: PUBLIC_ROOM, text: 'JSON' }),
        post,
      ),
    ).toMatchObject({ ok: true });
    expect(
      await curl(
        '-F',
        `token=${botToken}`,
        '-F',
        `channel=${PUBLIC_ROOM}`,
        '-F',
        'text=A form',
        '-F',
        `blocks=${blocks}`,
        post,
      ),
    ).toMatchObject({ ok: true });
    expect(
      await curl(
        '-G',
        '-H',
        `Authorization: Bearer ${botToken}`,
        '-d',
        `user=${PRIYA}`,
        `${apiUrl}users.info`,
      ),
    ).toMatchObject({ ok: true, user: { id: PRIYA } });
    const said = workspace.messages(PUBLIC_ROOM).map(({ text }) => text);
    expect(said).toEqual(['17% & rising', 'JSON', 'A form']);
  });

  test('without a token, with a wrong one, and for a method there is none of', async () => {
    const { apiUrl, botToken } = await workspaceFor({ botScopes: SCOPES });
    expect(await curl('-X', 'POST', `${apiUrl}auth.test`)).toEqual({
      ok: false,
      error: 'not_authed',
    });
    expect(await curl('-d', 'token=xoxb-wrong', `${apiUrl}auth.test`)).toMatchObject({
      error: 'invalid_auth',
    });
    expect(await curl('-d', `token=${botToken}`, `${apiUrl}chat.shout`)).toMatchObject({
      error: 'unknown_method',
    });
  });

  test('a file in parts, completed as a form, and saved again', async () => {
    const workspace = await workspaceFor({ botScopes: SCOPES });
    const { apiUrl, botToken } = workspace;
    const bearer = ['-H', `Authorization: Bearer ${botToken}`];
    const folder = await mkdtemp(join(tmpdir(), 'curl-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const path = join(folder, 'q1.csv');
    await writeFile(path, 'ref,figure\n2.4,17\n');
    const announce = ['-F', 'filename=q1.csv', '-F', 'length=18'];
    const announced = await curl(...bearer, ...announce, `${apiUrl}files.getUploadURLExternal`);
    const { upload_url: url, file_id: id } = announced;
    expect(await text('-F', `filename=@${path}`, String(url))).toBe('OK - 18');
    const files = JSON.stringify([{ id, title: 'Q1 2015/16' }]);
    const share = ['-F', `files=${files}`, '-F', `channel_id=${PUBLIC_ROOM}`];
    const shared = await curl(...bearer, ...share, `${apiUrl}files.completeUploadExternal`);
    expect(shared).toMatchObject({ ok: true, files: [{ id, title: 'Q1 2015/16' }] });
    const [message] = workspace.messages(PUBLIC_ROOM);
    expect(message?.files).toMatchObject([{ id, name: 'q1.csv' }]);
    const described = await curl(...bearer, '-G', '-d', `file=${id}`, `${apiUrl}files.info`);
    const saved = join(folder, 'saved.csv');
    const { file } = z.object({ file: z.object({ url_private: z.string() }) }).parse(described);
    await text(...bearer, '-o', saved, file.url_private);
    expect(await readFile(saved, 'utf8')).toBe('ref,figure\n2.4,17\n');
  });

  test('an answer through a response URL', async () => {
    const workspace = await workspaceFor({ botScopes: SCOPES });
    const urls: string[] = [];
    await socketBot(workspace, (app) => {
      app.command('/mopac', async ({ ack, command }) => {
        urls.push(command.response_url);
        await ack();
      });
    });
    const priya = workspace.asPerson(PRIYA);
    await priya.command('/mopac status', PUBLIC_ROOM);
    const json = ['-H', 'Content-type: application/json'];
    const answer = await curl(...json, '-d', '{"text": "Thanks"}', urls[0] ?? '');
    expect(answer).toEqual({ ok: true });
    expect(priya.ephemerals(PUBLIC_ROOM)).toMatchObject([{ text: 'Thanks' }]);
  });
});
