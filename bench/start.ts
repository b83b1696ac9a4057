import type { Bench, Program, Transport } from './processes.ts';
import { startReady } from './ready.ts';
import { type Spread, spreadOf } from './statistics.ts';

/** From the start of the process to its first answer, beside an app that does nothing. */
export interface StartTimes {
  readonly transport: Transport;
  readonly ratio: Spread;
  readonly milliseconds: { readonly mopac: number; readonly noOp: number };
  /** MiB at the first answer; null where the system does not tell. */
  readonly memory: { readonly mopac: number; readonly noOp: number } | null;
}

export const timeStart = async (
  bench: Bench,
  transport: Transport,
  starts: number,
): Promise<StartTimes> => {
  const mopac: Start[] = [];
  const noOp: Start[] = [];
  // The first start of each reads its files from the disk, and is left out.
  for (let turn = 0; turn <= starts; turn += 1) {
    const ours = await startOnce(bench, 'mopac', transport);
    const floor = await startOnce(bench, 'no-op', transport);
    if (turn === 0) continue;
    mopac.push(ours);
    noOp.push(floor);
  }
  const middle = (taken: readonly Start[]) => spreadOf(taken.map(({ ms }) => ms)).median;
  const memories = (taken: readonly Start[]) =>
    taken.flatMap(({ memory }) => (memory === null ? [] : [memory]));
  const floor = middle(noOp);
  const hasMemory = memories(mopac).length > 0 && memories(noOp).length > 0;
  return {
    transport,
    ratio: spreadOf(mopac.map(({ ms }) => ms / floor)),
    milliseconds: { mopac: middle(mopac), noOp: floor },
    memory: hasMemory
      ? { mopac: spreadOf(memories(mopac)).median, noOp: spreadOf(memories(noOp)).median }
      : null,
  };
};

interface Start {
  readonly ms: number;
  readonly memory: number | null;
}

const startOnce = async (bench: Bench, program: Program, transport: Transport): Promise<Start> => {
  const { app, coldStartMs, stop } = await startReady(bench, program, transport);
  const memory = app.memory();
  await stop();
  return { ms: coldStartMs, memory };
};
