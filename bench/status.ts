import type { Bench, Transport } from './processes.ts';
import { type Ready, startReady } from './ready.ts';
import {
  PERCENTILES,
  type Percentiles,
  percentilesOf,
  type Spread,
  spreadOf,
} from './statistics.ts';

export type Ratios = Readonly<Record<keyof Percentiles, Spread>>;

/** How long a status answer takes beside an app that does nothing. */
export interface StatusTimes {
  readonly transport: Transport;
  /** MOPAC over the no-op app. */
  readonly ratios: Ratios;
  /** The no-op app over another copy of it: what this machine makes of two equal things. */
  readonly control: Ratios;
  readonly milliseconds: { readonly mopac: Percentiles; readonly noOp: Percentiles };
  /** MiB after the load, MOPAC over the no-op app; null where the system does not tell. */
  readonly memory: { readonly mopac: number; readonly noOp: number } | null;
}

const COMMANDS = 100;
const WARM_UP_BLOCKS = 5;
// Nobody always comes first, nor always after the same one.
const ORDERS = [
  [0, 1, 2],
  [2, 1, 0],
  [1, 2, 0],
  [0, 2, 1],
  [2, 0, 1],
  [1, 0, 2],
] as const;

type Three = readonly [mopac: Ready, noOp: Ready, again: Ready];

/** All apps are up at once and take turns, block by block, so that whatever disturbs one disturbs all. */
export const timeStatus = async (
  bench: Bench,
  transport: Transport,
  { launches, blocks }: { readonly launches: number; readonly blocks: number },
): Promise<StatusTimes> => {
  const runs: Launch[] = [];
  for (let launch = 0; launch < launches; launch += 1) {
    const three = await Promise.all([
      startReady(bench, 'mopac', transport),
      startReady(bench, 'no-op', transport),
      startReady(bench, 'no-op', transport),
    ]);
    runs.push(await timeLaunch(three, blocks, launch));
    await Promise.all(three.map((each) => each.stop()));
  }
  return summary(transport, runs);
};

interface Launch {
  readonly mopac: Percentiles;
  readonly noOp: Percentiles;
  readonly again: Percentiles;
  readonly memory: StatusTimes['memory'];
}

const timeLaunch = async (three: Three, blocks: number, launch: number): Promise<Launch> => {
  const timings: readonly number[][] = [[], [], []];
  for (let block = 0; block < WARM_UP_BLOCKS + blocks; block += 1) {
    for (const who of ORDERS[(block + launch) % ORDERS.length] ?? []) {
      const taken = await three[who]?.line.block(COMMANDS);
      if (block >= WARM_UP_BLOCKS) timings[who]?.push(...(taken ?? []));
    }
  }
  const [mopac = [], noOp = [], again = []] = timings;
  const [mopacMiB, noOpMiB] = three.map(({ app }) => app.memory());
  return {
    mopac: percentilesOf(mopac),
    noOp: percentilesOf(noOp),
    again: percentilesOf(again),
    memory: mopacMiB == null || noOpMiB == null ? null : { mopac: mopacMiB, noOp: noOpMiB },
  };
};

const summary = (transport: Transport, runs: readonly Launch[]): StatusTimes => {
  const ratios = (top: 'mopac' | 'again'): Ratios => {
    const ratio = (p: keyof Percentiles) => spreadOf(runs.map((run) => run[top][p] / run.noOp[p]));
    return { p50: ratio('p50'), p95: ratio('p95'), p99: ratio('p99') };
  };
  const middle = (who: 'mopac' | 'noOp'): Percentiles => {
    const [p50 = 0, p95 = 0, p99 = 0] = PERCENTILES.map(
      (p) => spreadOf(runs.map((run) => run[who][p])).median,
    );
    return { p50, p95, p99 };
  };
  const memories = runs.flatMap(({ memory }) => (memory === null ? [] : [memory]));
  return {
    transport,
    ratios: ratios('mopac'),
    control: ratios('again'),
    milliseconds: { mopac: middle('mopac'), noOp: middle('noOp') },
    memory:
      memories.length === 0
        ? null
        : {
            mopac: spreadOf(memories.map(({ mopac }) => mopac)).median,
            noOp: spreadOf(memories.map(({ noOp }) => noOp)).median,
          },
  };
};
