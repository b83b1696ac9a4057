import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { importCatalogue } from '../application/import-catalogue.ts';
import type { Store } from '../application/ports.ts';
import { type Bot, startBot } from '../bot.ts';
import { printFault, readCatalogue } from '../catalogue/read-catalogue.ts';
import { type MovableClock, movableClock, readInstant } from '../clock.ts';
import type { CatalogueDocument } from '../domain/catalogue-document.ts';
import { createLog } from '../log.ts';
import { openStore } from '../store/open.ts';
import type { PageControls } from '../workspace/page/controls.ts';
import { startWorkspace, type Workspace } from '../workspace/workspace.ts';
import { APP, castOf, roleOf } from './cast.ts';
import { COMMANDS, guidedStories } from './guided-stories.ts';
import { at } from './instants.ts';
import { OPERATOR } from './operator.ts';
import { bringInReturns, RETURNS, returnsJump } from './returns.ts';
import { clockShown, stopCalled } from './time-travel.ts';

const EXAMPLE = 'examples/barnet-2015-16.yaml';

/** One run of the example programme: a fresh record, a workspace and the bot, from 1 July 2015. */
export interface Session {
  readonly workspace: Workspace;
  readonly store: Store;
  readonly clock: MovableClock;
  readonly bot: Bot;
  readonly document: CatalogueDocument;
  /** Moves the clock on and lets the bot do what is due by then; a sentence when it cannot. */
  moveTo(instant: Temporal.Instant): Promise<string | null>;
  close(): Promise<void>;
}

/** Starts a run. `startAfresh` ends it and starts another, in a story's first scene if one is named. */
export const openSession = async (startAfresh: PageControls['startAfresh']): Promise<Session> => {
  const clock = movableClock(at('2015-07-01T09:00'));
  const document = readExample();
  const { programme } = document;
  const folder = mkdtempSync(join(tmpdir(), 'mopac-demo-'));
  const store = openStore(join(folder, 'mopac.sqlite'));
  importCatalogue(
    { store, clock },
    { programme, submissions: [] },
    { by: OPERATOR, dryRun: false },
  );
  const parts = { store, clock, document };
  const cast = castOf(programme);
  const emails = new Map(cast.people.map(({ id, email }) => [id, email]));

  const moveTo = async (instant: Temporal.Instant): Promise<string | null> => {
    if (Temporal.Instant.compare(instant, clock.now()) < 0) return NO_WAY_BACK;
    clock.moveTo(instant);
    await bot.beat();
    return null;
  };
  const workspace = await startWorkspace({
    ...cast,
    ...APP,
    now: () => clock.now().epochMilliseconds,
    page: {
      commands: COMMANDS,
      stories: guidedStories((email) => idOf(cast.people, email)),
      roleOf: (personId) => roleOf(programme, emails.get(personId) ?? ''),
      clock: () => {
        const shown = clockShown(clock.now(), programme.year);
        return { ...shown, jumps: [...returnsJump(parts), ...shown.jumps] };
      },
      jump: async (id) => {
        if (id === RETURNS) {
          bringInReturns(parts);
          await bot.beat();
          return null;
        }
        const instant = stopCalled(id, clock.now(), programme.year);
        return instant === null ? 'That day has gone by.' : moveTo(instant);
      },
      moveTo: async (local) => {
        const instant = readInstant(local);
        return instant === null
          ? 'Give a day and a time, such as 21/07/2015 17:00.'
          : moveTo(instant);
      },
      startAfresh,
    },
  });
  const { botToken, appToken } = workspace;
  const bot = await startBot({
    store,
    clock,
    log: createLog('error', [botToken, appToken], (line) => void process.stderr.write(line)),
    botToken,
    connection: { kind: 'socket', appToken },
    config: { slackApiUrl: workspace.apiUrl, rung: 'rich', healthPort: null, proxy: null },
    onRevoked: () => undefined,
  });
  return {
    workspace,
    store,
    clock,
    bot,
    document,
    moveTo,
    close: async () => {
      await bot.stop();
      await workspace.close();
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const idOf = (people: Workspace['people'], wanted: string): string =>
  people.find(({ email }) => email === wanted)?.id ?? '';

const NO_WAY_BACK =
  'The clock only goes forward: the record holds what has happened since. To go back, start again from the beginning.';

const readExample = (): CatalogueDocument => {
  const read = readCatalogue(readFileSync(EXAMPLE, 'utf8'), EXAMPLE);
  if (read.ok) return read.value;
  throw new Error(read.fault.map((fault) => printFault(EXAMPLE, fault)).join('\n'));
};
