import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const lock = z
  .object({ packages: z.record(z.string(), z.looseObject({ version: z.string().optional() })) })
  .parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));

const manifest = z
  .object({
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));

describe('the lockfile installs anywhere', () => {
  test('it names no download addresses, so a council’s own registry serves', () => {
    const addressed = Object.entries(lock.packages).filter(([, entry]) => 'resolved' in entry);
    expect(addressed).toEqual([]);
  });

  test('npm 10 is told not to compile the database’s native module (npm run lockfile)', () => {
    expect(lock.packages['node_modules/better-sqlite3']).toMatchObject({ gypfile: false });
  });

  test('every direct dependency is pinned to one version', () => {
    const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});
