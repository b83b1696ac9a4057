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
  /** MOPAC on the large record over MOPAC on the small one. */
  readonly growth: Ratios;
  /** MOPAC over an app that acks MOPAC's own answer as a constant: what finding and writing it takes. */
  readonly finding: Ratios;
  readonly milliseconds: { readonly mopac: Percentiles; readonly noOp: Percentiles };
  /** Of the processors, for 10,000 commands: waiting costs none. Null where the system does not tell. */
  readonly processor: Beside | null;
  /** MiB after the load; null where the system does not tell. */
  readonly memory: Beside | null;
}

export interface Beside {
  readonly mopac: number;
  readonly noOp: number;
}

const COMMANDS = 50;
const WARM_UP_ROUNDS = 20;

const APPS = ['mopac', 'small', 'noOp', 'again', 'constant'] as const;
type Name = (typeof APPS)[number];
type Each<Value> = Readonly<Record<Name, Value>>;

/** Nobody always comes first, nor always after the same one. */
const orderIn = (round: number): readonly Name[] => {
  const first = round % APPS.length;
  const order = [...APPS.slice(first), ...APPS.slice(0, first)];
  return Math.floor(round / APPS.length) % 2 === 0 ? order : order.reverse();
};

/** All apps are up at once and take turns, block by block, so that whatever disturbs one disturbs all. */
export const timeStatus = async (
  bench: Bench,
  transport: Transport,
  { launches, rounds }: { readonly launches: number; readonly rounds: number },
): Promise<StatusTimes> => {
  const runs: Launch[] = [];
  for (let launch = 0; launch < launches; launch += 1) {
    const mopac = await startReady(bench, 'mopac', transport);
    const apps: Each<Ready> = {
      mopac,
      small: await startReady({ ...bench, database: bench.small }, 'mopac', transport),
      noOp: await startReady(bench, 'no-op', transport),
      again: await startReady(bench, 'no-op', transport),
      constant: await startReady({ ...bench, answer: mopac.answer }, 'no-op', transport),
    };
    runs.push(await timeLaunch(apps, rounds));
    await Promise.all(APPS.map((name) => apps[name].stop()));
  }
  return summary(transport, runs);
};

interface Launch {
  readonly times: Each<Percentiles>;
  /** The middle of a block of each, round by round. */
  readonly middles: Each<readonly number[]>;
  readonly processor: Beside | null;
  readonly memory: Beside | null;
}

const eachOf = <Value>(make: (name: Name) => Value): Each<Value> => ({
  mopac: make('mopac'),
  small: make('small'),
  noOp: make('noOp'),
  again: make('again'),
  constant: make('constant'),
});

const timeLaunch = async (apps: Each<Ready>, rounds: number): Promise<Launch> => {
  const round = async (number: number): Promise<Each<readonly number[]>> => {
    const taken = new Map<Name, readonly number[]>();
    for (const name of orderIn(number)) {
      taken.set(name, await apps[name].line.block(COMMANDS));
    }
    return eachOf((name) => taken.get(name) ?? []);
  };
  for (let number = 0; number < WARM_UP_ROUNDS; number += 1) await round(number);
  const before = eachOf((name) => apps[name].app.processorMs());
  const blocks: Array<Each<readonly number[]>> = [];
  for (let number = 0; number < rounds; number += 1) blocks.push(await round(number));
  const per = 10_000 / (rounds * COMMANDS);
  const spent = eachOf((name) => times(minus(apps[name].app.processorMs(), before[name]), per));
  return {
    times: eachOf((name) => percentilesOf(blocks.flatMap((block) => block[name]))),
    middles: eachOf((name) => blocks.map((block) => percentilesOf(block[name]).p50)),
    processor: besideOf(spent.mopac, spent.noOp),
    memory: besideOf(apps.mopac.app.memory(), apps.noOp.app.memory()),
  };
};

const minus = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : a - b;

const times = (a: number | null, factor: number): number | null => (a === null ? null : a * factor);

const besideOf = (mopac: number | null, noOp: number | null): Beside | null =>
  mopac === null || noOp === null ? null : { mopac, noOp };

const summary = (transport: Transport, runs: readonly Launch[]): StatusTimes => ({
  transport,
  ratios: ratiosOf(runs, 'mopac', 'noOp'),
  control: ratiosOf(runs, 'again', 'noOp'),
  growth: ratiosOf(runs, 'mopac', 'small'),
  finding: ratiosOf(runs, 'mopac', 'constant'),
  milliseconds: { mopac: middleTimes(runs, 'mopac'), noOp: middleTimes(runs, 'noOp') },
  processor: middleOf(runs.map((run) => run.processor)),
  memory: middleOf(runs.map((run) => run.memory)),
});

/**
 * For the middle, each block over the block of the other app in the same round: noise that comes and
 * goes within a run is in both. The tails need all the blocks of a launch.
 */
const ratiosOf = (runs: readonly Launch[], top: Name, bottom: Name): Ratios => {
  const p50 = runs.map(({ middles }) => {
    const others = middles[bottom];
    return spreadOf(middles[top].map((ms, index) => ms / (others[index] ?? Number.NaN))).median;
  });
  const tail = (p: 'p95' | 'p99') =>
    spreadOf(runs.map((run) => run.times[top][p] / run.times[bottom][p]));
  return { p50: spreadOf(p50), p95: tail('p95'), p99: tail('p99') };
};

const middleTimes = (runs: readonly Launch[], name: Name): Percentiles => {
  const [p50 = 0, p95 = 0, p99 = 0] = PERCENTILES.map(
    (p) => spreadOf(runs.map((run) => run.times[name][p])).median,
  );
  return { p50, p95, p99 };
};

const middleOf = (measured: ReadonlyArray<Beside | null>): Beside | null => {
  const known = measured.filter((each) => each !== null);
  if (known.length === 0) return null;
  return {
    mopac: spreadOf(known.map(({ mopac }) => mopac)).median,
    noOp: spreadOf(known.map(({ noOp }) => noOp)).median,
  };
};
