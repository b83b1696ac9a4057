import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Core } from './core.ts';
import { giveFile, takeUpload } from './file-routes.ts';
import { type Json, readJson } from './json.ts';
import { isMultipart, multipartFields } from './multipart.ts';
import { readBytes } from './read-bytes.ts';
import { answerCall, type SocketOpener } from './web-api/api-door.ts';
import { readCall } from './web-api/read-call.ts';

/** Answers requests the workspace itself has no answer for, such as a page; false when it has none either. */
export type ExtraRoutes = (request: IncomingMessage, response: ServerResponse) => boolean;

/** The workspace's HTTP side, listening on the loopback address only. */
export interface WorkspaceServer {
  readonly http: Server;
  readonly port: number;
  /** Answers a request that came in by another door, such as one that outlives this workspace. */
  handle(request: IncomingMessage, response: ServerResponse): void;
  close(): Promise<void>;
}

/** What the HTTP side needs. */
export interface ServerParts {
  readonly core: Core;
  readonly openSocket: SocketOpener;
  readonly port: number;
  readonly extraRoutes: ExtraRoutes;
}

const LONGEST_BODY_BYTES = 2 * 1024 * 1024;

/** Listens for Web API calls at `/api/` and for posts to response URLs at `/response/`. */
export async function startServer(parts: ServerParts): Promise<WorkspaceServer> {
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    route(parts, request, response).catch(() => response.destroy());
  };
  const http = createServer(handle);
  http.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(parts.port, '127.0.0.1', resolve);
  });
  const { port } = http.address() as AddressInfo;
  parts.core.address.base = `http://127.0.0.1:${port}`;
  return {
    http,
    handle,
    port,
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
}

async function route(
  parts: ServerParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const [, area, name = ''] = url.pathname.split('/');
  if (area === 'api') return routeApi(parts, name, url, request, response);
  if (area === 'response' && request.method === 'POST') {
    return routeResponse(parts.core, name, request, response);
  }
  if (area === 'upload' && request.method === 'POST') {
    return takeUpload(parts.core, name, request, response);
  }
  if (area === 'files' && request.method === 'GET') {
    return giveFile(parts.core, name, request, response);
  }
  if (!parts.extraRoutes(request, response)) send(response, 404, {}, { ok: false });
}

async function routeApi(
  { core, openSocket }: ServerParts,
  method: string,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const contentType = request.headers['content-type'] ?? '';
  const bytes = await readBytes(request, LONGEST_BODY_BYTES);
  const body = isMultipart(contentType)
    ? await multipartFields(bytes, contentType)
    : bytes.toString('utf8');
  const { authorization } = request.headers;
  const call = readCall({ contentType, authorization, query: url.searchParams, body });
  const reply = await answerCall(method, call, core, openSocket);
  if (reply.lost) {
    request.socket.destroy();
    return;
  }
  send(response, reply.status, reply.headers, reply.body);
}

async function routeResponse(
  core: Core,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const done = core.inspector.begin();
  const body = readJson((await readBytes(request, LONGEST_BODY_BYTES)).toString('utf8'));
  const { status, body: answer } = core.responseUrls.post(id, body);
  done();
  const url = request.url ?? '';
  core.inspector.record({ kind: 'response', at: core.now(), url, body, status, response: answer });
  send(response, status, {}, answer);
}

function send(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: Json,
): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}
