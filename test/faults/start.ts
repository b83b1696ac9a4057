import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { importCatalogue } from '../../src/application/import-catalogue.ts';
import { castOf } from '../../src/demo/cast.ts';
import { at } from '../../src/demo/instants.ts';
import { openStore } from '../../src/store/open.ts';
import { startWorkspace, type Workspace } from '../../src/workspace/workspace.ts';
import { barnet } from '../support/barnet.ts';

export const DAY = '2015-07-14T10:00';

/** A folder of its own, gone when the test is. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'mopac-faults-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** A database with the example programme and no return filed. */
export const barnetOnDisk = (): string => {
  const path = join(temporaryFolder(), 'mopac.sqlite');
  const store = openStore(path);
  importCatalogue(
    { store, clock: { now: () => at(DAY) } },
    { ...barnet(), submissions: [] },
    { by: { kind: 'operator', name: 'test' }, dryRun: false },
  );
  store.close();
  return path;
};

export const barnetWorkspace = async (http = false): Promise<Workspace> => {
  const workspace = await startWorkspace({
    ...castOf(barnet().programme),
    botScopes: [
      'commands',
      'chat:write',
      'im:write',
      'im:history',
      'users:read',
      'users:read.email',
    ],
    rateLimits: false,
    ...(http ? { http: { requestUrl: 'http://127.0.0.1:9/slack/events' } } : {}),
  });
  onTestFinished(() => workspace.close());
  return workspace;
};

export interface Ended {
  readonly code: number | null;
  readonly words: string;
  readonly ms: number;
}

/** A program that runs beside the test; killed when the test ends before it. */
export const run = (file: string, words: readonly string[], env: Record<string, string>) => {
  const started = performance.now();
  const child: ChildProcess = spawn(process.execPath, [file, ...words], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  const listeners = new Set<() => void>();
  const hear = (part: unknown) => {
    said += String(part);
    for (const listener of listeners) listener();
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  const ended = once(child, 'close').then(
    ([code]): Ended => ({ code, words: said, ms: performance.now() - started }),
  );
  return {
    ended,
    kill: (signal: 'SIGTERM' | 'SIGKILL') => child.kill(signal),
    /** Resolves with what the program has said once it matches; rejects where it ends before. */
    says: (wanted: RegExp): Promise<string> =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!wanted.test(said)) return;
          listeners.delete(look);
          resolve(said);
        };
        listeners.add(look);
        look();
        void ended.then(() => reject(new Error(`It ended before it said ${wanted}: ${said}`)));
      }),
  };
};

/** `npm start`, as a supervisor runs it. */
export const npmStart = (env: Record<string, string>) => run('src/launch.js', ['start'], env);

export const settingsFor = (workspace: Workspace, database: string): Record<string, string> => ({
  SLACK_API_URL: workspace.apiUrl,
  SLACK_BOT_TOKEN: workspace.botToken,
  SLACK_APP_TOKEN: workspace.appToken,
  MOPAC_DATABASE: database,
  MOPAC_CLOCK: DAY,
});
