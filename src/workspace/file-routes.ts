import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Core } from './core.ts';
import { LARGEST_FILE_BYTES } from './file-store.ts';
import { isMultipart, multipartFile } from './multipart.ts';
import { readBytes } from './read-bytes.ts';

/** Takes the bytes of an announced upload, raw or as the only file of a multipart form. */
export async function takeUpload(
  core: Core,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const contentType = request.headers['content-type'] ?? '';
  const body = await readBytes(request, LARGEST_FILE_BYTES);
  const bytes = isMultipart(contentType) ? await multipartFile(body, contentType) : body;
  const taken = bytes !== undefined && core.files.receive(id, bytes);
  core.inspector.ring();
  response.writeHead(taken ? 200 : 400, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(taken ? `OK - ${bytes.byteLength}` : 'The upload was not announced in this size.');
}

/** Hands a file out, always to be saved and never to be opened in the page. */
export function giveFile(core: Core, id: string, response: ServerResponse): void {
  const file = core.files.find(id);
  if (!file) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
    response.end('There is no such file.');
    return;
  }
  const safeName = file.name.replaceAll(/[^\w. -]/g, '_');
  response.writeHead(200, {
    'content-type': file.mimetype,
    'content-length': String(file.size),
    'content-disposition': `attachment; filename="${safeName}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'content-security-policy': 'sandbox',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  response.end(file.bytes);
}
