import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, onTestFinished } from 'vitest';
import { importCatalogue } from '../../src/application/import-catalogue.ts';
import type { Store } from '../../src/application/ports.ts';
import { type Bot, startBot } from '../../src/bot.ts';
import { type MovableClock, movableClock } from '../../src/clock.ts';
import { castOf } from '../../src/demo/cast.ts';
import { at } from '../../src/demo/instants.ts';
import type { CatalogueDocument } from '../../src/domain/catalogue-document.ts';
import { openStore } from '../../src/store/open.ts';
import { verifyRecord } from '../../src/store/verify-record.ts';
import type { Person } from '../../src/workspace/person.ts';
import type { OpenView } from '../../src/workspace/shown-view.ts';
import {
  startWorkspace,
  type Workspace,
  type WorkspaceOptions,
} from '../../src/workspace/workspace.ts';
import { barnet } from './barnet.ts';

/** A council town: the workspace, the bot over real sockets, a real database on disk, a clock to move. */
export interface Town {
  readonly workspace: Workspace;
  readonly store: Store;
  readonly clock: MovableClock;
  readonly document: CatalogueDocument;
  readonly log: readonly string[];
  /** The database's file, for another program that opens it too. */
  readonly path: string;
  readonly bot: () => Bot;
  /** Stops the bot and starts it again on the same database, as a restart of the service would. */
  restart(): Promise<void>;
  /** Moves the clock and lets the bot do that minute's work. */
  goTo(time: string): Promise<void>;
  person(nameOrEmail: string): Person;
}

export interface TownOptions {
  /** Which projects' Q1 returns are on record from the start; none unless given. */
  readonly filed?: readonly number[] | 'all';
  readonly now?: string;
  readonly document?: CatalogueDocument;
  readonly workspace?: Partial<WorkspaceOptions>;
  readonly mode?: 'socket' | 'http';
  /** What the bot is given in the store's place. */
  readonly wrap?: (store: Store) => Store;
}

const OPERATOR = { kind: 'operator', name: 'test' } as const;

const SCOPES = [
  'commands',
  'chat:write',
  'im:write',
  'app_mentions:read',
  'users:read',
  'users:read.email',
  'channels:read',
  'channels:history',
  'im:history',
] as const;

export const startTown = async (options: TownOptions = {}): Promise<Town> => {
  const clock = movableClock(at(options.now ?? '2015-07-01T08:00'));
  const document = options.document ?? barnet();
  const folder = mkdtempSync(join(tmpdir(), 'mopac-test-'));
  const path = join(folder, 'mopac.sqlite');
  let store = openStore(path);
  const filed = options.filed ?? [];
  const submissions = document.submissions.filter(
    ({ projectNumber }) => filed === 'all' || filed.includes(projectNumber),
  );
  importCatalogue({ store, clock }, { ...document, submissions }, { by: OPERATOR, dryRun: false });
  const http = options.mode === 'http';
  const workspace = await startWorkspace({
    ...castOf(document.programme),
    botScopes: SCOPES,
    now: () => clock.now().epochMilliseconds,
    ...(http ? { http: { requestUrl: 'http://127.0.0.1:9/slack/events' } } : {}),
    ...options.workspace,
  });
  const log: string[] = [];
  const logger = pino({ level: 'debug', base: null }, { write: (line) => void log.push(line) });
  const start = async (): Promise<Bot> => {
    const bot = await startBot({
      store: options.wrap?.(store) ?? store,
      clock,
      log: logger,
      botToken: workspace.botToken,
      connection: http
        ? { kind: 'http', signingSecret: workspace.signingSecret, port: 0 }
        : { kind: 'socket', appToken: workspace.appToken },
      config: { slackApiUrl: workspace.apiUrl, rung: 'rich', healthPort: null, proxy: null },
      onRevoked: () => undefined,
    });
    if (http) workspace.setHttpTarget(`http://127.0.0.1:${bot.port()}/slack/events`);
    await bot.beat();
    return bot;
  };
  let bot = await start();
  // A return that a test puts in itself is one that the audit trail does not know.
  let hasPlanted = false;
  const plant: Store['file'] = (filing) => {
    hasPlanted = true;
    return store.file(filing);
  };
  onTestFinished(async () => {
    await bot.stop();
    await workspace.close();
    store.close();
    const verdict = verifyRecord(path);
    rmSync(folder, { recursive: true, force: true });
    const sound = hasPlanted ? {} : { ok: true };
    expect(verdict, 'whatever happened, the record verifies').toMatchObject(sound);
  });
  return {
    workspace,
    get store() {
      return { ...store, file: plant };
    },
    clock,
    document,
    log,
    path,
    bot: () => bot,
    restart: async () => {
      await bot.stop();
      store.close();
      store = openStore(path);
      bot = await start();
    },
    goTo: async (time) => {
      clock.moveTo(at(time));
      await bot.beat();
    },
    person: (nameOrEmail) => workspace.asPerson(nameOrEmail),
  };
};

/** The modal somebody has open; fails the test where there is none. */
export const modalOf = (person: Person): OpenView => {
  const view = person.modal();
  if (view === null) throw new Error(`${person.name} has no form open.`);
  return view;
};

/** Presses the first button with these words on the person's latest message from the bot. */
export const pressInInbox = async (person: Person, words: string | RegExp): Promise<void> => {
  const button = person
    .directMessages()
    .flatMap((message) => person.buttons(message))
    .find(({ text }) => (typeof words === 'string' ? text === words : words.test(text)));
  if (button === undefined) throw new Error(`${person.name} has no button “${words}”.`);
  await person.press(button);
};
