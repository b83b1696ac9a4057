import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runtimeRefusal } from '../src/runtime.js';

const LAUNCH = fileURLToPath(new URL('../src/launch.js', import.meta.url));

test.each(['24.0.0', '24.21.0', '25.1.0', '100.0.0'])('Node %s can run MOPAC', (version) => {
  expect(runtimeRefusal(version)).toBeNull();
});

test.each(['18.20.8', '20.20.2', '23.11.1', '4.0.0'])('Node %s is told what to do', (version) => {
  const sentence = runtimeRefusal(version);
  expect(sentence).toContain(`this is Node ${version}`);
  expect(sentence).toContain('npm start');
});

interface Node {
  readonly path: string;
  readonly version: string;
}

/** A Node of the machine's own, not ours from node_modules, that is too old. */
const olderNode = (): Node | null => {
  const { PATH = '' } = process.env;
  const folders = PATH.split(delimiter).filter((folder) => !folder.includes('node_modules'));
  for (const path of new Set([...folders, '/usr/bin'].map((folder) => join(folder, 'node')))) {
    if (!existsSync(path)) continue;
    const version = spawnSync(path, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout;
    if (Number.parseInt(version, 10) < 24) return { path, version: version.trim() };
  }
  return null;
};

const older = olderNode();

// Only where the machine has an older Node beside the one that npm installed.
test.runIf(older !== null)('started under an older Node it says so and exits with 1', () => {
  const run = spawnSync(older?.path ?? '', [LAUNCH, 'start'], { encoding: 'utf8' });
  expect(run.stderr).toBe(`${runtimeRefusal(older?.version ?? '')}\n`);
  expect(run.stdout).toBe('');
  expect(run.status).toBe(1);
});

test('started under this Node it goes on to the command', () => {
  const run = spawnSync(process.execPath, [LAUNCH, 'start'], { encoding: 'utf8', env: {} });
  expect(run.stderr).toContain('SLACK_BOT_TOKEN');
  expect(run.status).toBe(78);
});
