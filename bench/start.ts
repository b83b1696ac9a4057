import type { Bench, Program, Transport } from './processes.ts';
import { startReady } from './ready.ts';
import { type Spread, spreadOf } from './statistics.ts';
import type { Beside } from './status.ts';

/**
 * From the start of the process to its first answer, beside an app that does nothing. On the small
 * record: a large one is read through for damage before it is used, which takes as long as the disk does.
 */
export interface StartTimes {
  readonly transport: Transport;
  readonly ratio: Spread;
  readonly milliseconds: { readonly mopac: number; readonly noOp: number };
  /** MiB at the first answer; null where the system does not tell. */
  readonly memory: Beside | null;
  /** Milliseconds of processor time until then; null where the system does not tell. */
  readonly processor: Beside | null;
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
  const beside = (of: (start: Start) => number | null): Beside | null => {
    const known = (taken: readonly Start[]) => taken.map(of).filter((each) => each !== null);
    const [ours, floors] = [known(mopac), known(noOp)];
    if (ours.length === 0 || floors.length === 0) return null;
    return { mopac: spreadOf(ours).median, noOp: spreadOf(floors).median };
  };
  const floor = middle(noOp);
  return {
    transport,
    ratio: spreadOf(mopac.map(({ ms }) => ms / floor)),
    milliseconds: { mopac: middle(mopac), noOp: floor },
    memory: beside(({ memory }) => memory),
    processor: beside(({ processor }) => processor),
  };
};

interface Start {
  readonly ms: number;
  readonly memory: number | null;
  readonly processor: number | null;
}

const startOnce = async (bench: Bench, program: Program, transport: Transport): Promise<Start> => {
  const small = { ...bench, database: bench.small };
  const { app, coldStartMs, stop } = await startReady(small, program, transport);
  const taken = { ms: coldStartMs, memory: app.memory(), processor: app.processorMs() };
  await stop();
  return taken;
};
