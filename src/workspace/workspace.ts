import { type CoreOptions, createCore } from './core.ts';
import { createDeliverer, type Delivery } from './delivery.ts';
import type { ChannelRecord, PersonRecord } from './directory.ts';
import { sendEvent } from './event-moves.ts';
import { createFaultBox, type FaultBox } from './faults.ts';
import type { StoredFile } from './file-store.ts';
import { createHttpDelivery, type HttpDelivery } from './http-delivery.ts';
import type { LogEntry } from './inspector.ts';
import type { Json } from './json.ts';
import type { StoredMessage } from './message-store.ts';
import type { Moves } from './moves.ts';
import type { PageControls } from './page/controls.ts';
import { createPage, type Page } from './page/page.ts';
import { createPerson, type Person } from './person.ts';
import { startServer, type WorkspaceServer } from './server.ts';
import { createSocketMode } from './socket-mode.ts';

/** How a workspace is set up. */
export interface WorkspaceOptions extends CoreOptions {
  /** The loopback port; 0, the default, takes any free one. */
  readonly port?: number;
  /** Delivers by signed HTTP requests to this address instead of by Socket Mode. */
  readonly http?: { readonly requestUrl: string };
  /** Serves the page to look at and act on; null for one whose clock cannot be moved. */
  readonly page?: PageControls | null;
}

/** A running local Slack with one app installed. */
export interface Workspace {
  /** The Web API's base address, `http://127.0.0.1:PORT/api/`. */
  readonly apiUrl: string;
  /** The page's address, `http://127.0.0.1:PORT/`; it answers there when it was asked for. */
  readonly pageUrl: string;
  /** Answers a request that came in by another door, such as one that outlives this workspace. */
  readonly handle: WorkspaceServer['handle'];
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly teamId: string;
  readonly botUserId: string;
  readonly botId: string;
  readonly people: readonly PersonRecord[];
  readonly channels: readonly ChannelRecord[];
  readonly faults: FaultBox;
  /** Everything that passed between the app and the workspace; the newest 20,000 entries. */
  readonly log: readonly LogEntry[];
  asPerson(idOrNameOrEmail: string): Person;
  /** Hands the app an event; resolves after the first attempt, `settled` after the last. */
  deliverEvent(event: Json): Promise<Delivery>;
  setHttpTarget(url: string): void;
  /** Slack's challenge to a request URL; false when it fails or there is no HTTP delivery. */
  verifyHttpTarget(): Promise<boolean>;
  /** Sockets that may be given payloads. */
  connections(): number;
  /** Slack's routine recycling: a disconnect frame, then the connection closes. */
  refreshSockets(which?: 'one' | 'all', reason?: 'warning' | 'refresh_requested'): void;
  /** Messages everyone in a channel (or a person's conversation with the bot) sees, replies included. */
  messages(channelOrPerson: string): StoredMessage[];
  /** Every file the app uploaded and completed, bytes included. */
  files(): readonly StoredFile[];
  /** Calls the listener after every change; the answer stops it. */
  subscribe(listener: () => void): () => void;
  /** Resolves once the condition holds; rejects when it does not within the time. */
  until(condition: () => boolean, withinMs?: number): Promise<void>;
  close(): Promise<void>;
}

const PATIENCE_MS = 5000;
/** How often onlookers are told of scheduled messages that have come due. */
const DUE_CHECK_MS = 500;

/** Starts a local Slack on the loopback address. */
export async function startWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const core = createCore(options);
  const { identity, directory, inspector, ids, faults, now, timing } = core;
  const sockets = createSocketMode(core);
  const http: HttpDelivery | undefined =
    options.http && createHttpDelivery(core, options.http.requestUrl);
  const { eventRetryMs } = timing;
  const transport = http ?? sockets;
  const deliverer = createDeliverer({ transport, ids, inspector, faults, now, eventRetryMs });
  let page: Page | undefined;
  const server = await startServer({
    core,
    openSocket: sockets.openAddress,
    port: options.port ?? 0,
    extraRoutes: (request, response) => page?.routes(request, response) ?? false,
  });
  sockets.attach(server.http);
  const base = `http://127.0.0.1:${server.port}`;
  const moves: Moves = {
    core,
    deliverer,
    responseBase: `${base}/response/`,
    messageState: new Map(),
    suggested: new Map(),
  };
  const faultBox = createFaultBox(faults, {
    dropSockets: sockets.drop,
    stallSockets: sockets.stall,
    archiveChannel(idOrName) {
      const channel = directory.findChannel(idOrName);
      if (!channel) throw new Error(`no channel ${idOrName} to archive`);
      channel.archived = true;
    },
  });
  if (options.page !== undefined) {
    const { connections } = sockets;
    page = createPage({ moves, faults: faultBox, controls: options.page, connections });
  }
  const clockwork = setInterval(() => {
    if (core.schedule.postDue()) inspector.ring();
  }, DUE_CHECK_MS).unref();
  const { botToken, appToken, signingSecret, teamId, botUserId, botId } = identity;

  return {
    apiUrl: `${base}/api/`,
    pageUrl: `${base}/`,
    handle: server.handle,
    botToken,
    appToken,
    signingSecret,
    teamId,
    botUserId,
    botId,
    people: options.people,
    channels: options.channels,
    log: inspector.entries,
    faults: faultBox,
    asPerson(wanted) {
      const person = directory.findPerson(wanted);
      if (!person) throw new Error(`nobody in the workspace is called ${wanted}`);
      return createPerson(moves, person);
    },
    deliverEvent: (event) => sendEvent(core, deliverer, event),
    setHttpTarget(url) {
      if (!http) throw new Error('this workspace delivers by Socket Mode');
      http.target(url);
    },
    verifyHttpTarget: async () => (http ? http.verify() : false),
    connections: sockets.connections,
    refreshSockets: (which = 'all', reason = 'refresh_requested') => sockets.refresh(which, reason),
    messages(wanted) {
      const person = directory.findPerson(wanted);
      const channel = person ? directory.directChannel(person.id) : directory.findChannel(wanted);
      if (!channel) throw new Error(`no channel or person called ${wanted}`);
      return core.messages.inChannel(channel.id).filter((message) => !message.ephemeralTo);
    },
    files: core.files.all,
    subscribe: inspector.subscribe,
    until(condition, withinMs = PATIENCE_MS) {
      return waitUntil(condition, inspector.subscribe, withinMs);
    },
    async close() {
      clearInterval(clockwork);
      deliverer.stop();
      page?.close();
      await sockets.close();
      await server.close();
    },
  };
}

function waitUntil(
  condition: () => boolean,
  subscribe: Workspace['subscribe'],
  withinMs: number,
): Promise<void> {
  if (condition()) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      unsubscribe();
      settle();
    };
    const timer = setTimeout(
      () => finish(() => reject(new Error(`not so within ${withinMs} ms: ${condition}`))),
      withinMs,
    );
    const unsubscribe = subscribe(() => {
      if (condition()) finish(resolve);
    });
  });
}
