import { setTimeout as sleep } from 'node:timers/promises';
import { type Line, lineTo } from './line.ts';
import { type Bench, launch, type Program, type Running, type Transport } from './processes.ts';

/** An app that has answered its first command. */
export interface Ready {
  readonly app: Running;
  readonly line: Line;
  /** What it answered, as JSON. */
  readonly answer: string;
  /** From the start of the process to its first answer. */
  readonly coldStartMs: number;
  stop(): Promise<void>;
}

const PATIENCE_MS = 30_000;
const ASK_EVERY_MS = 2;
const EXPECTED = '2.4 is off track';

/** Starts an app and waits for its first answer, which must be the right one. */
export const startReady = async (
  bench: Bench,
  program: Program,
  transport: Transport,
): Promise<Ready> => {
  const start = performance.now();
  const app = await launch(bench, program, transport);
  const line = lineTo(bench.slack, app);
  const answer = await firstAnswer(bench, app, line);
  const coldStartMs = performance.now() - start;
  if (!answer.includes(EXPECTED)) {
    throw new Error(`The ${program} app answered something else than “${EXPECTED}”: ${answer}`);
  }
  return {
    app,
    line,
    answer,
    coldStartMs,
    stop: async () => {
      line.close();
      await app.stop();
    },
  };
};

const firstAnswer = async ({ slack }: Bench, app: Running, line: Line): Promise<string> => {
  const deadline = performance.now() + PATIENCE_MS;
  if (app.transport === 'socket') await slack.connected(app.appToken);
  for (;;) {
    try {
      return await line.ask();
    } catch (error) {
      if (performance.now() > deadline) {
        throw new Error(`The ${app.program} app did not answer in time.`, { cause: error });
      }
      await sleep(ASK_EVERY_MS);
    }
  }
};
