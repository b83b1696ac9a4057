// The yardsticks: MOPAC beside the least that could do the same, in one run. Never part of a test.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { timeJudging } from './judging.ts';
import { timeMinutes } from './minute.ts';
import { HELP, type Options, readOptions } from './options.ts';
import {
  printHeading,
  printJudging,
  printMinutes,
  printStart,
  printStatus,
  printSubmission,
} from './print.ts';
import { createRecord } from './record.ts';
import { startBenchSlack } from './slack.ts';
import { timeStart } from './start.ts';
import { timeStatus } from './status.ts';
import { timeSubmission } from './submission.ts';

const SMALL_FIGURES = 1_000;

const measure = async (options: Options): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'mopac-bench-'));
  const slack = await startBenchSlack();
  try {
    printHeading(options);
    const database = join(folder, 'bench.sqlite');
    const small = join(folder, 'small.sqlite');
    createRecord(database, options.figures);
    createRecord(small, SMALL_FIGURES);
    printMinutes(timeMinutes(database));
    const bench = { slack, database, small };
    for (const transport of ['http', 'socket'] as const) {
      printStatus(await timeStatus(bench, transport, options));
    }
    for (const transport of ['http', 'socket'] as const) {
      printStart(await timeStart(bench, transport, options.starts));
    }
    printSubmission(timeSubmission(database, options.submissions));
    printJudging(timeJudging(options.judgements));
  } finally {
    await slack.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Measures and prints; exit code 1 only where nothing could be measured. */
export const bench = async (words: readonly string[]): Promise<void> => {
  try {
    const options = readOptions(words);
    if (options === null) process.stdout.write(`${HELP}\n`);
    else await measure(options);
  } catch (error) {
    process.stderr.write(`Nothing could be measured: ${String(error)}\n`);
    process.exitCode = 1;
  }
};
