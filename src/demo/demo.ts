import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importCatalogue } from '../application/import-catalogue.ts';
import { startBot } from '../bot.ts';
import { printFault, readCatalogue } from '../catalogue/read-catalogue.ts';
import { movableClock } from '../clock.ts';
import type { CatalogueDocument } from '../domain/catalogue-document.ts';
import { createLog } from '../log.ts';
import { openStore } from '../store/open.ts';
import { startWorkspace } from '../workspace/workspace.ts';
import { castOf } from './cast.ts';
import { talk } from './prompt.ts';
import { createStage } from './stage.ts';
import { at, playQuarter } from './story.ts';

const EXAMPLE = 'examples/barnet-2015-16.yaml';
const OPERATOR = { kind: 'operator', name: 'demo' } as const;

/**
 * Starts a local workspace and the bot on a fresh database with the example programme, on 1 July
 * 2015, plays the quarter in the terminal and stays up to be talked to.
 */
export const demo = async (): Promise<void> => {
  const clock = movableClock(at('2015-07-01T09:00'));
  const stage = createStage(clock, (text) => void process.stdout.write(text));
  const document = readExample();
  const folder = mkdtempSync(join(tmpdir(), 'mopac-demo-'));
  const store = openStore(join(folder, 'mopac.sqlite'));
  const { programme } = document;
  importCatalogue(
    { store, clock },
    { programme, submissions: [] },
    { by: OPERATOR, dryRun: false },
  );
  const workspace = await startWorkspace({
    ...castOf(programme),
    now: () => clock.now().epochMilliseconds,
  });
  stage.line(
    'MOPAC demo: a local workspace, the bot and the Barnet programme of 2015/16. No account, no token.',
  );
  stage.line(
    `The clock is set to 1 July 2015 and runs from there. The workspace listens on ${workspace.apiUrl}`,
  );
  const bot = await startBot({
    store,
    clock,
    log: createLog(
      'warn',
      [workspace.botToken, workspace.appToken],
      (line) => void process.stderr.write(line),
    ),
    botToken: workspace.botToken,
    connection: { kind: 'socket', appToken: workspace.appToken },
    config: { slackApiUrl: workspace.apiUrl, rung: 'rich', healthPort: null, proxy: null },
    onRevoked: () => undefined,
  });
  const signalled = new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
  try {
    await playQuarter({ workspace, store, clock, bot, stage, document });
    const first = workspace.asPerson(programme.managers[0] ?? programme.coordinators[0] ?? '');
    await Promise.race([
      talk({ workspace, clock, bot, stage, channel: programme.channel, first }),
      signalled,
    ]);
  } finally {
    await bot.stop();
    await workspace.close();
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
  process.stdin.destroy();
};

const readExample = (): CatalogueDocument => {
  const read = readCatalogue(readFileSync(EXAMPLE, 'utf8'), EXAMPLE);
  if (read.ok) return read.value;
  throw new Error(read.fault.map((fault) => printFault(EXAMPLE, fault)).join('\n'));
};
