import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Core } from './core.ts';
import { LARGEST_FILE_BYTES, type StoredFile } from './file-store.ts';
import { isMultipart, multipartFile } from './multipart.ts';
import { isSameSite } from './page/respond.ts';
import { readBytes } from './read-bytes.ts';

/** Takes the bytes of an announced upload, raw or as the only file of a multipart form. */
export async function takeUpload(
  core: Core,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const done = core.inspector.begin();
  const contentType = request.headers['content-type'] ?? '';
  const body = await readBytes(request, LARGEST_FILE_BYTES).finally(done);
  const bytes = isMultipart(contentType) ? await multipartFile(body, contentType) : body;
  const taken = bytes !== undefined && core.files.receive(id, bytes);
  core.inspector.ring();
  if (taken) say(response, 200, `OK - ${bytes.byteLength}`);
  else say(response, 400, 'The upload was not announced in this size.');
}

/**
 * Hands a file out, always to be saved and never to be opened in a page. The app asks with its token,
 * and may have any file; people have those that were shared with somebody, from the page's own site.
 */
export function giveFile(
  core: Core,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const file = core.files.find(id);
  const { authorization } = request.headers;
  if (authorization === undefined ? !isSameSite(request) : !isApp(core, authorization)) {
    say(response, 403, 'This file is not yours to have.');
  } else if (!file || file === 'deleted' || (!authorization && file.channels.length === 0)) {
    say(response, 404, 'There is no such file.');
  } else {
    response.writeHead(200, downloadHeaders(file));
    response.end(file.bytes);
  }
}

function isApp({ identity, botScopes, faults }: Core, authorization: string): boolean {
  const { botToken } = identity;
  const allowed = botScopes.includes('files:read') && !faults.flags.tokenRevoked;
  return allowed && authorization === `Bearer ${botToken}`;
}

function downloadHeaders(file: StoredFile): Record<string, string> {
  const { plain, encoded } = savedAs(file.name);
  return {
    'content-type': file.mimetype,
    'content-length': String(file.size),
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
    'content-security-policy': "sandbox; default-src 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  };
}

/**
 * A file's name as a header carries it: in ASCII, and in full. Neither holds a separator of folders, a
 * control character, or one that turns the direction of writing and so hides what kind of file it is.
 */
function savedAs(name: string): { plain: string; encoded: string } {
  const safe = name.toWellFormed().replaceAll(/[\p{C}"*/:<>?\\|]/gu, '_');
  const encoded = encodeURIComponent(safe).replaceAll(
    /['()*!]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return { plain: safe.replaceAll(/[^\w. -]/g, '_'), encoded };
}

function say(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(words);
}
