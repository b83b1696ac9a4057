import { type App, type Logger, type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { Dispatcher } from 'undici';

export interface SocketSettings {
  readonly appToken: string;
  readonly slackApiUrl: string | undefined;
  readonly logger: Logger;
  /** Sends both the calls and the sockets through a proxy, where the council has one. */
  readonly dispatcher: Dispatcher | undefined;
}

/**
 * Socket Mode over two connections. Slack recycles each connection every few hours, and the client
 * then waits seconds before it dials again; with two, the other one answers meanwhile. Slack gives
 * each delivery to one connection only, so nothing arrives twice because of it.
 */
export class TwinSocketReceiver implements Receiver {
  readonly #receivers: readonly [SocketModeReceiver, SocketModeReceiver];
  readonly #live = new Set<SocketModeReceiver>();

  constructor(settings: SocketSettings) {
    this.#receivers = [this.#socket(settings), this.#socket(settings)];
  }

  init(app: App): void {
    for (const receiver of this.#receivers) receiver.init(app);
  }

  /** One after the other: Slack refuses connections that are opened at the same moment. */
  async start(): Promise<void> {
    for (const receiver of this.#receivers) await receiver.start();
  }

  async stop(): Promise<void> {
    await Promise.all(this.#receivers.map((receiver) => receiver.client.disconnect()));
  }

  /** How many of the two connections can take a delivery now. */
  connected(): number {
    return this.#live.size;
  }

  #socket({ appToken, slackApiUrl, logger, dispatcher }: SocketSettings): SocketModeReceiver {
    const receiver = new SocketModeReceiver({
      appToken,
      logger,
      ...(dispatcher === undefined ? {} : { dispatcher }),
      installerOptions: {
        // An object of its own: the client writes into it, and its default waits grow to hours.
        clientOptions: {
          ...(slackApiUrl === undefined ? {} : { slackApiUrl }),
          timeout: 10_000,
          retryConfig: { forever: true, minTimeout: 1_000, maxTimeout: 30_000, factor: 1.5 },
        },
      },
    });
    receiver.client.on('connected', () => this.#live.add(receiver));
    for (const state of ['reconnecting', 'disconnecting', 'disconnected', 'close']) {
      receiver.client.on(state, () => this.#live.delete(receiver));
    }
    return receiver;
  }
}
