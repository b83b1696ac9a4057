import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import type { Store } from '../../src/application/ports.ts';
import type { RecordVerdict } from '../../src/application/record-verdict.ts';
import { readCatalogue, readToLint } from '../../src/catalogue/read-catalogue.ts';
import { runCommand } from '../../src/cli/run-command.ts';
import { openStore } from '../../src/store/open.ts';

export const EXAMPLE = 'examples/barnet-2015-16.yaml';

export interface Ran {
  readonly exitCode: number;
  readonly output: string;
  readonly errors: string;
}

/** A terminal beside a database of its own, on 3 August 2015. */
export const terminal = (
  given: {
    readonly files?: Readonly<Record<string, Uint8Array>>;
    readonly store?: Store;
    readonly audit?: RecordVerdict;
  } = {},
): ((...argv: readonly string[]) => Ran) => {
  const store = given.store ?? openStore(':memory:');
  return (...argv) => {
    const output: string[] = [];
    const errors: string[] = [];
    const exitCode = runCommand(argv, {
      openStore: () => store,
      clock: { now: () => Temporal.Instant.from('2015-08-03T09:00:00Z') },
      readFile: (path) => given.files?.[path] ?? readFileSync(path),
      readCatalogue,
      readToLint,
      verifyRecord: () => given.audit ?? { ok: true, entries: 0, head: '', removed: [] },
      write: (text) => void output.push(text),
      writeError: (text) => void errors.push(text),
    });
    return { exitCode, output: output.join('\n'), errors: errors.join('\n') };
  };
};

/** The same, with the example programme loaded. */
export const terminalWithBarnet = () => {
  const run = terminal();
  run('import', EXAMPLE);
  return run;
};
