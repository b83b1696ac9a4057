import { createHmac } from 'node:crypto';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { type App, HTTPReceiver, type Logger, type Receiver } from '@slack/bolt';

// Slack's own clock may be a little ahead of ours; a minute ahead it is somebody else's.
const MOST_SECONDS_AHEAD = 60;
// Bolt refuses signatures older than five minutes, so a repeat can only come within them.
const REMEMBERED_MS = (5 * 60 + MOST_SECONDS_AHEAD) * 1000;

const SIGNATURE = /^v0=[0-9a-f]{64}$/;

interface Seen {
  readonly at: number;
  /** Settles when the first copy has been answered: whether it was signed, and taken. */
  readonly taken: Promise<boolean>;
}

/**
 * Signed HTTP deliveries at `/slack/events`. Bolt checks the signature and that it is not too old;
 * in front of it stand the two checks it leaves out: a timestamp from the future, and the very same
 * signed request sent again.
 */
export class SignedHttpReceiver implements Receiver {
  readonly #receiver: HTTPReceiver;
  readonly #port: number;
  readonly #signingSecret: string;
  readonly #seen = new Map<string, Seen>();
  #server: Server | undefined;

  constructor(settings: {
    readonly signingSecret: string;
    readonly port: number;
    readonly logger: Logger;
  }) {
    this.#port = settings.port;
    this.#signingSecret = settings.signingSecret;
    this.#receiver = new HTTPReceiver({
      signingSecret: settings.signingSecret,
      logger: settings.logger,
      endpoints: ['/slack/events'],
    });
    this.#receiver.requestListener = this.#guard(this.#receiver.requestListener);
  }

  init(app: App): void {
    this.#receiver.init(app);
  }

  async start(): Promise<void> {
    const server = await this.#receiver.start(this.#port);
    this.#server = server;
  }

  async stop(): Promise<void> {
    if (this.#server === undefined) return;
    const stopped = this.#receiver.stop();
    // Kept-alive and refused connections would hold the server open for seconds.
    this.#server.closeIdleConnections();
    await stopped;
  }

  /** The port really listened on (it may have been given as 0). */
  port(): number {
    const address = this.#server?.address();
    return typeof address === 'object' && address !== null ? address.port : this.#port;
  }

  connected(): number {
    return this.#server === undefined ? 0 : 1;
  }

  #guard(listener: RequestListener): RequestListener {
    return (request, response) => {
      // What was answered before its body had come would hold its connection, and a stop, for seconds.
      response.once('finish', () => {
        if (!request.complete) request.socket.destroySoon();
      });
      if (secondsAhead(request) > MOST_SECONDS_AHEAD) return refuse(response);
      const signature = request.headers['x-slack-signature'];
      if (typeof signature !== 'string') return listener(request, response);
      // Bolt overlooks what follows a second equals sign, by which a copy would not be known as one.
      if (!SIGNATURE.test(signature)) return refuse(response);
      this.#takeOnce(signature, request, response, () => listener(request, response));
    };
  }

  /** The first copy has the effect and the answer; a repeat is told, after it, that all is well. */
  #takeOnce(
    signature: string,
    request: IncomingMessage,
    response: ServerResponse,
    take: () => void,
  ): void {
    const first = this.#seen.get(signature);
    if (first === undefined) {
      this.#remember(signature, request, response);
      take();
      return;
    }
    void first.taken.then((taken) => {
      if (taken) response.writeHead(200).end();
      else this.#takeOnce(signature, request, response, take);
    });
  }

  // Remembered at once, so that two copies sent together have one effect; forgotten again where nothing
  // was taken: nobody can use up a signature they could not make, nor fill the memory with them.
  #remember(signature: string, request: IncomingMessage, response: ServerResponse): void {
    const now = performance.now();
    for (const [old, { at }] of this.#seen) {
      if (now - at <= REMEMBERED_MS) break;
      this.#seen.delete(old);
    }
    const taken = new Promise<boolean>((resolve) => {
      response.once('close', () => {
        const isTaken = response.statusCode < 400 && this.#isSigned(signature, request);
        if (!isTaken) this.#seen.delete(signature);
        resolve(isTaken);
      });
    });
    this.#seen.set(signature, { at: now, taken });
  }

  /** Bolt answers some requests that are not signed, and leaves in the others what they were signed over. */
  #isSigned(signature: string, request: IncomingMessage & { readonly rawBody?: Buffer }): boolean {
    if (request.rawBody === undefined) return false;
    const seconds = Number(request.headers['x-slack-request-timestamp']);
    const signed = createHmac('sha256', this.#signingSecret)
      .update(`v0:${seconds}:${request.rawBody.toString()}`)
      .digest('hex');
    return signature === `v0=${signed}`;
  }
}

const secondsAhead = (request: IncomingMessage): number =>
  Number(request.headers['x-slack-request-timestamp']) - Date.now() / 1000;

const refuse = (response: ServerResponse): void => {
  response.writeHead(401).end();
};
