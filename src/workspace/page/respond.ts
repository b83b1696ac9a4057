import type { IncomingMessage, ServerResponse } from 'node:http';
import { readJson } from '../json.ts';

const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

const LONGEST_BODY_BYTES = 256 * 1024;

/** Answers with some text; always true, as a route that has answered. */
export function send(
  response: ServerResponse,
  status: number,
  contentType: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): true {
  response.writeHead(status, { ...SECURITY_HEADERS, 'content-type': contentType, ...headers });
  response.end(body);
  return true;
}

/** Answers with JSON; always true, as a route that has answered. */
export function sendJson(response: ServerResponse, status: number, body: unknown): true {
  return send(response, status, 'application/json; charset=utf-8', JSON.stringify(body));
}

/**
 * True for a request made by the page itself or typed into the address bar: the host is loopback (so
 * that a name pointed at 127.0.0.1 is no way in), and a page that sends one along has the same origin.
 */
export function isSameSite({ headers }: IncomingMessage): boolean {
  const { host = '', origin } = headers;
  const loopback = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host);
  return loopback && (origin === undefined || origin === `http://${host}`);
}

/** The body of a request as JSON; undefined when it is none, or is not said to be. */
export async function readJsonBody(request: IncomingMessage): Promise<unknown> {
  if (!request.headers['content-type']?.startsWith('application/json')) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > LONGEST_BODY_BYTES) return undefined;
    chunks.push(bytes);
  }
  return readJson(Buffer.concat(chunks).toString('utf8'));
}
