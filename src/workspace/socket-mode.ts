import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Core } from './core.ts';
import type { Envelope, Outcome, Transport } from './delivery.ts';
import { field, isRecord, readJson, textField } from './json.ts';
import { createSocketLine, type SocketLine } from './socket-line.ts';

/** Slack gives an app at most this many connections. */
const CONNECTION_LIMIT = 10;
const TICKET_LIFE_MS = 30_000;

/** Why Slack asks a socket to go. */
type DisconnectReason = 'warning' | 'refresh_requested' | 'too_many_websockets';

/** Socket Mode's server side. */
export interface SocketMode extends Transport {
  /** A fresh address for one connection; the ticket in it works once. */
  openAddress(): string;
  /** Connections that may be given payloads. */
  connections(): number;
  /** Slack's routine recycling of the oldest connection, or of all. */
  refresh(which: 'one' | 'all', reason: DisconnectReason): void;
  drop(): void;
  stall(ms: number): void;
  close(): Promise<void>;
}

/** Accepts the app's sockets at `/link` on the workspace's server. */
export function createSocketMode(core: Core): SocketMode & { attach(http: Server): void } {
  const { timing, identity } = core;
  const tickets = new Map<string, number>();
  const lines: SocketLine[] = [];
  const waiting = new Map<string, (body: unknown) => void>();
  const upgrades = new WebSocketServer({ noServer: true, autoPong: false });
  let host = '';
  let turn = 0;
  let stallEnds: NodeJS.Timeout | undefined;

  const live = () => lines.filter((line) => !line.draining());

  const hear = (text: string) => {
    const frame = readJson(text);
    const answer = waiting.get(textField(frame, 'envelope_id') ?? '');
    answer?.(ackBody(field(frame, 'payload')));
  };

  const accept = (socket: WebSocket) => {
    const line = createSocketLine(socket, { pingMs: timing.pingMs, hear });
    if (live().length >= CONNECTION_LIMIT) {
      line.disconnect('too_many_websockets', timing.closeAfterMs);
      return;
    }
    lines.push(line);
    socket.on('close', () => {
      const index = lines.indexOf(line);
      if (index >= 0) lines.splice(index, 1);
      core.inspector.ring();
    });
    const stalled = core.faults.stalledUntil - performance.now();
    if (stalled > 0) line.stall(stalled);
    line.send({
      type: 'hello',
      num_connections: live().length,
      debug_info: { host: 'applink-local', build_number: 1, approximate_connection_time: 18_060 },
      connection_info: { app_id: identity.appId },
    });
    core.inspector.ring();
  };

  const send = async (envelope: Envelope, copies: number): Promise<Outcome> => {
    const started = performance.now();
    const elapsed = () => performance.now() - started;
    if (live().length === 0) return { kind: 'unreachable', reason: 'no_socket', ms: elapsed() };
    const frame = envelopeFrame(envelope);
    return new Promise((resolve) => {
      const finish = (outcome: Outcome) => {
        clearTimeout(timer);
        waiting.delete(envelope.id);
        resolve(outcome);
      };
      const timer = setTimeout(() => finish({ kind: 'timeout', ms: elapsed() }), timing.ackMs);
      waiting.set(envelope.id, (body) => finish({ kind: 'acked', body, ms: elapsed() }));
      for (let copy = 0; copy < copies; copy += 1) {
        const ready = live();
        ready[turn++ % ready.length]?.send(frame);
      }
    });
  };

  return {
    send,
    connections: () => live().length,
    attach(http) {
      const address = http.address();
      host = isRecord(address) ? `127.0.0.1:${String(field(address, 'port'))}` : '';
      http.on('upgrade', (request, socket, head) => {
        const ticket = new URL(request.url ?? '/', 'http://local').searchParams.get('ticket') ?? '';
        const issuedAt = tickets.get(ticket);
        tickets.delete(ticket);
        if (issuedAt === undefined || performance.now() - issuedAt > TICKET_LIFE_MS) {
          socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n');
          return;
        }
        upgrades.handleUpgrade(request, socket, head, accept);
      });
    },
    openAddress() {
      const ticket = randomBytes(12).toString('hex');
      tickets.set(ticket, performance.now());
      return `ws://${host}/link/?ticket=${ticket}&app_id=${identity.appId}`;
    },
    refresh(which, reason) {
      const chosen = which === 'one' ? live().slice(0, 1) : live();
      for (const line of chosen) line.disconnect(reason, timing.closeAfterMs);
    },
    drop() {
      for (const line of [...lines]) line.cut();
    },
    stall(ms) {
      core.faults.stalledUntil = performance.now() + ms;
      for (const line of lines) line.stall(ms);
      clearTimeout(stallEnds);
      stallEnds = setTimeout(core.inspector.ring, ms).unref();
    },
    async close() {
      upgrades.close();
      await Promise.all(lines.map((line) => line.hangUp()));
    },
  };
}

function envelopeFrame({ id, type, payload, retry }: Envelope): object {
  const event = type === 'events_api';
  return {
    envelope_id: id,
    payload,
    type,
    accepts_response_payload: !event,
    ...(event && { retry_attempt: retry?.number ?? 0, retry_reason: retry?.reason ?? '' }),
  };
}

/** An empty payload says nothing, like an empty HTTP body. */
function ackBody(payload: unknown): unknown {
  return isRecord(payload) && Object.keys(payload).length === 0 ? undefined : payload;
}
