import type { RawData, WebSocket } from 'ws';

/** One connection of the app's, as the server holds it. */
export interface SocketLine {
  send(frame: object): void;
  /** True once Slack has asked it to go; it is given nothing more. */
  draining(): boolean;
  /** Asks the app to go, and closes the connection if it lingers. */
  disconnect(reason: string, closeAfterMs: number): void;
  /** Reads and sends nothing for a while; 0 ends it. */
  stall(ms: number): void;
  /** Ends the connection without a goodbye. */
  cut(): void;
  /** Closes the connection properly, and cuts it if the app does not answer. */
  hangUp(): Promise<void>;
}

/** What a connection is run with. */
export interface LineOptions {
  readonly pingMs: number;
  /** Called with every text frame the app sends. */
  readonly hear: (text: string) => void;
}

const CLOSE_PATIENCE_MS = 250;

/** Runs one connection: pings, pongs, and the faults that can befall it. */
export function createSocketLine(socket: WebSocket, { pingMs, hear }: LineOptions): SocketLine {
  let leaving = false;
  let stalled: NodeJS.Timeout | undefined;
  const held: string[] = [];

  const write = (text: string) => {
    if (stalled) held.push(text);
    else if (socket.readyState === socket.OPEN) socket.send(text);
  };
  const resume = () => {
    clearTimeout(stalled);
    stalled = undefined;
    if (socket.readyState === socket.OPEN) socket.resume();
    for (const text of held.splice(0)) write(text);
  };

  const pings = setInterval(() => {
    if (!stalled && socket.readyState === socket.OPEN) socket.ping(`Ping from local ${Date.now()}`);
  }, pingMs);
  pings.unref();
  socket.on('message', (data: RawData) => hear(textOf(data)));
  socket.on('ping', (data) => socket.pong(data));
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    clearInterval(pings);
    clearTimeout(stalled);
  });

  return {
    send: (frame) => write(JSON.stringify(frame)),
    draining: () => leaving || socket.readyState !== socket.OPEN,
    disconnect(reason, closeAfterMs) {
      leaving = true;
      write(disconnectFrame(reason));
      setTimeout(() => {
        if (reason === 'warning') write(disconnectFrame('refresh_requested'));
        if (socket.readyState === socket.OPEN) socket.close(1000);
      }, closeAfterMs).unref();
    },
    stall(ms) {
      clearTimeout(stalled);
      if (ms <= 0) {
        resume();
        return;
      }
      socket.pause();
      stalled = setTimeout(resume, ms);
    },
    cut: () => socket.terminate(),
    hangUp() {
      if (socket.readyState === socket.CLOSED) return Promise.resolve();
      resume();
      return new Promise((resolve) => {
        const impatience = setTimeout(() => socket.terminate(), CLOSE_PATIENCE_MS);
        socket.once('close', () => {
          clearTimeout(impatience);
          resolve();
        });
        socket.close(1001);
      });
    },
  };
}

function disconnectFrame(reason: string): string {
  return JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'applink-local' } });
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8');
  return Buffer.from(data instanceof ArrayBuffer ? new Uint8Array(data) : data).toString('utf8');
}
