import { expect, test } from 'vitest';
import { PRIYA, PUBLIC_ROOM, workspaceFor } from './support.ts';

/** Sends requests as they are written here, past every client library. */
async function rawTown() {
  const workspace = await workspaceFor({ rateLimits: false });
  const bearer = { authorization: `Bearer ${workspace.botToken}` };
  const call = async (method: string, body?: string, headers: Record<string, string> = bearer) => {
    const { apiUrl } = workspace;
    const bytes = body === undefined ? null : new TextEncoder().encode(body);
    const answer = await fetch(`${apiUrl}${method}`, { method: 'POST', headers, body: bytes });
    return answer.json();
  };
  return { workspace, bearer, call };
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };
const HELLO = JSON.stringify({ channel: PUBLIC_ROOM, text: 'Hello' });

test.each<[string, string, Record<string, string>, string]>([
  ['JSON that is none', '{"text":', JSON_TYPE, 'invalid_json'],
  ['JSON that is a list', '[]', JSON_TYPE, 'json_not_object'],
  ['JSON that is words', '"Hello"', JSON_TYPE, 'json_not_object'],
  ['a type it does not read', HELLO, { 'content-type': 'text/xml' }, 'invalid_post_type'],
  ['no type at all', HELLO, {}, 'missing_post_type'],
  [
    'letters of another alphabet',
    HELLO,
    { 'content-type': 'application/json; charset=utf-16' },
    'invalid_charset',
  ],
  [
    'a form in parts that is none',
    HELLO,
    { 'content-type': 'multipart/form-data; boundary=x' },
    'invalid_form_data',
  ],
])('a body of %s is refused by name', async (_what, body, type, error) => {
  const { bearer, call } = await rawTown();
  const answer = await call('chat.postMessage', body, { ...bearer, ...type });
  expect(answer).toEqual({ ok: false, error });
});

test('JSON without its charset is read, with a warning', async () => {
  const { workspace, bearer, call } = await rawTown();
  const bare = { ...bearer, 'content-type': 'application/json' };
  expect(await call('chat.postMessage', HELLO, bare)).toMatchObject({
    ok: true,
    warning: 'missing_charset',
    response_metadata: { warnings: ['missing_charset'] },
  });
  expect(await call('chat.postMessage', HELLO, { ...bearer, ...JSON_TYPE })).not.toHaveProperty(
    'warning',
  );
  expect(workspace.messages(PUBLIC_ROOM)).toHaveLength(2);
});

test('a token counts in a header or a form, not in JSON and not in the address', async () => {
  const { workspace, call } = await rawTown();
  const token = workspace.botToken;
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  expect(await call('auth.test', `token=${token}`, form)).toMatchObject({ ok: true });
  expect(await call('auth.test', JSON.stringify({ token }), JSON_TYPE)).toEqual({
    ok: false,
    error: 'not_authed',
  });
  expect(await call(`auth.test?token=${token}`, undefined, {})).toEqual({
    ok: false,
    error: 'invalid_auth',
  });
});

test('arguments may stand in the address, and those in the body go before them', async () => {
  const { bearer, call } = await rawTown();
  expect(await call(`users.info?user=${PRIYA}`)).toMatchObject({ user: { id: PRIYA } });
  const body = JSON.stringify({ user: 'U0NOBODY00' });
  const both = await call(`users.info?user=${PRIYA}`, body, { ...bearer, ...JSON_TYPE });
  expect(both).toMatchObject({ error: 'user_not_found' });
});

test('a method called like a part of every object is an unknown method', async () => {
  const { call } = await rawTown();
  expect(await call('constructor')).toMatchObject({ ok: false, error: 'unknown_method' });
});
