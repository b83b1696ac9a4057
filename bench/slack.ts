import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';

/** The least of Slack that lets an app start, connect and answer. It keeps nothing and checks nothing. */
export interface BenchSlack {
  readonly apiUrl: string;
  /** Sends a payload to the app behind this token over its newest socket; resolves with its ack. */
  deliver(appToken: string, payload: object): Promise<unknown>;
  /** Resolves when the app behind this token has a socket. */
  connected(appToken: string): Promise<void>;
  close(): Promise<void>;
}

// socket-mode takes a connection without pings for dead after thirty seconds.
const PING_MS = 10_000;

const ANSWERS: Readonly<Record<string, object>> = {
  'auth.test': { team_id: 'T0BENCH', user_id: 'U0MOPAC', bot_id: 'B0MOPAC', team: 'Bench' },
  'users.info': { user: { id: 'U0SOMEONE', team_id: 'T0BENCH', real_name: 'Somebody' } },
  'conversations.list': { channels: [] },
  'conversations.history': { messages: [] },
  'conversations.open': { channel: { id: 'D0BENCH' } },
  'chat.postMessage': { channel: 'C0BENCH', ts: '1.1' },
  'chat.update': { channel: 'C0BENCH', ts: '1.1' },
};

export const startBenchSlack = async (): Promise<BenchSlack> => {
  const sockets = new Map<string, WebSocket>();
  const waiting = new Map<string, () => void>();
  const acks = new Map<string, (ack: unknown) => void>();
  let envelopes = 0;

  const http = createServer((request, response) => {
    const method = (request.url ?? '').replace('/api/', '').replace(/\?.*/, '');
    const url = `ws://127.0.0.1:${port}/?app=${encodeURIComponent(tokenOf(request))}`;
    let form = '';
    request.on('data', (data) => {
      form += String(data);
    });
    request.on('end', () => {
      const answer =
        method === 'apps.connections.open' ? { ok: true, url } : answerTo(method, form);
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    });
  });
  const server = new WebSocketServer({ server: http });
  server.on('connection', (socket, request) => {
    const app = new URL(request.url ?? '/', 'ws://localhost').searchParams.get('app') ?? '';
    const pings = setInterval(() => socket.ping(), PING_MS);
    socket.on('close', () => {
      clearInterval(pings);
      if (sockets.get(app) === socket) sockets.delete(app);
    });
    socket.on('error', () => socket.terminate());
    socket.on('message', (data) => {
      const { envelope_id: id, payload } = readAck(String(data));
      acks.get(id)?.(payload);
      acks.delete(id);
    });
    socket.send(JSON.stringify({ type: 'hello', num_connections: 1, debug_info: {} }));
    sockets.set(app, socket);
    waiting.get(app)?.();
    waiting.delete(app);
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;

  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    deliver: (appToken, payload) => {
      const socket = sockets.get(appToken);
      if (socket?.readyState !== WebSocket.OPEN) {
        return Promise.reject(new Error('The app has no socket.'));
      }
      envelopes += 1;
      const id = `envelope-${envelopes}`;
      return new Promise((resolve) => {
        acks.set(id, resolve);
        socket.send(
          JSON.stringify({
            type: 'slash_commands',
            envelope_id: id,
            accepts_response_payload: true,
            payload,
          }),
        );
      });
    },
    connected: (appToken) =>
      sockets.has(appToken)
        ? Promise.resolve()
        : new Promise((resolve) => {
            waiting.set(appToken, resolve);
          }),
    close: async () => {
      for (const socket of server.clients) socket.terminate();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
};

const answerTo = (method: string, form: string): object => {
  if (method === 'users.lookupByEmail') {
    const email = new URLSearchParams(form).get('email') ?? '';
    const id = `U0${email.toUpperCase().replace(/[^A-Z0-9]/g, '')}`;
    return { ok: true, user: { id, real_name: email } };
  }
  const known = ANSWERS[method];
  return known === undefined ? { ok: false, error: 'unknown_method' } : { ok: true, ...known };
};

const tokenOf = (request: IncomingMessage): string =>
  (request.headers.authorization ?? '').replace('Bearer ', '');

const readAck = (text: string): { envelope_id: string; payload?: unknown } => {
  const ack: unknown = JSON.parse(text);
  if (typeof ack !== 'object' || ack === null || !('envelope_id' in ack))
    return { envelope_id: '' };
  const { envelope_id: id, ...rest } = ack;
  return { envelope_id: String(id), ...rest };
};
