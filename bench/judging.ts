import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readCatalogue } from '../src/catalogue/read-catalogue.ts';
import type { Quarter, QuarterNumber } from '../src/domain/calendar/calendar.ts';
import { type Decimal, decimal } from '../src/domain/decimal.ts';
import type { FiledFigure } from '../src/domain/figure.ts';
import { judge } from '../src/domain/judging/judge.ts';
import { neededBy } from '../src/domain/judging/needed.ts';
import { targetIn } from '../src/domain/judging/target-years.ts';
import { type Measure, measuresOf, type Programme } from '../src/domain/measure.ts';
import { type Spread, spreadOf } from './statistics.ts';

/** A measure judged for a quarter, beside one comparison of its figure with the level needed. */
export interface JudgingTimes {
  readonly judged: number;
  /** Judging over comparing, block by block. */
  readonly ratio: Spread;
  /** Of a single measure and quarter. */
  readonly microseconds: { readonly judging: Spread; readonly comparing: Spread };
}

interface Row {
  readonly measure: Measure;
  readonly quarter: Quarter;
  readonly figures: readonly FiledFigure[];
  readonly value: Decimal;
  readonly level: Decimal;
}

const EXAMPLE = fileURLToPath(new URL('../examples/barnet-2015-16.yaml', import.meta.url));
const NUMBERS: readonly QuarterNumber[] = [1, 2, 3, 4];
const VARIANTS = 30;
const BLOCKS = 20;

/** The same rows through both, block after block, so that whatever disturbs one disturbs the other. */
export const timeJudging = (judgements: number): JudgingTimes => {
  const programme = readExample();
  const rows = rowsOf(programme);
  const block = Math.ceil(judgements / BLOCKS);
  const judging: number[] = [];
  const comparing: number[] = [];
  let well = 0;
  // The first block of each warms the engine up, and is left out.
  for (let turn = 0; turn <= BLOCKS; turn += 1) {
    const judged = microsecondsEach(rows, block, (row) => {
      const { position } = judge({ ...row, programmeTolerance: programme.tolerance });
      if (position === 'on_track' || position === 'exceeding') well += 1;
    });
    const compared = microsecondsEach(rows, block, ({ value, level }) => {
      if (value.gte(level)) well += 1;
    });
    if (turn === 0) continue;
    judging.push(judged);
    comparing.push(compared);
  }
  // What nobody looks at an engine may leave out.
  if (well === 0) throw new Error('No measure was where it needed to be.');
  const floor = spreadOf(comparing).median;
  return {
    judged: block * BLOCKS,
    ratio: spreadOf(judging.map((each) => each / floor)),
    microseconds: { judging: spreadOf(judging), comparing: spreadOf(comparing) },
  };
};

const microsecondsEach = (
  rows: readonly Row[],
  count: number,
  work: (row: Row) => void,
): number => {
  const start = performance.now();
  for (let done = 0; done < count; ) {
    for (const row of rows) {
      if (done === count) break;
      work(row);
      done += 1;
    }
  }
  return ((performance.now() - start) * 1_000) / count;
};

const readExample = (): Programme => {
  const read = readCatalogue(readFileSync(EXAMPLE, 'utf8'), EXAMPLE);
  if (!read.ok) throw new Error(`${EXAMPLE} was not read.`);
  return read.value.programme;
};

/** Every measure in every quarter of a year, with a year before it, in many variants of its figures. */
const rowsOf = (programme: Programme): readonly Row[] =>
  measuresOf(programme).flatMap((measure) =>
    NUMBERS.flatMap((number) =>
      Array.from({ length: VARIANTS }, (_, variant) => rowOf(programme, measure, number, variant)),
    ),
  );

const rowOf = (
  { year }: Programme,
  measure: Measure,
  number: QuarterNumber,
  variant: number,
): Row => {
  const quarter = { year, number };
  const quarters = [year - 1, year].flatMap((each) =>
    NUMBERS.filter((every) => each < year || every <= number).map((every) => ({
      year: each,
      number: every,
    })),
  );
  const value = decimal((variant * 37) % 101);
  const target = targetIn(measure, year);
  const needed = target && neededBy(target, measure, quarter);
  return {
    measure,
    quarter,
    value,
    level: needed === null || needed.kind === 'between' ? decimal(50) : needed.value,
    figures: quarters.map((each, index) => filed(measure, each, value.plus(index))),
  };
};

const filed = ({ ref, kind }: Measure, quarter: Quarter, value: Decimal): FiledFigure => ({
  ref,
  quarter,
  revision: 1,
  late: false,
  answer: {
    kind: 'number',
    value,
    share: null,
    basis: kind === 'flow' ? 'this_quarter' : null,
  },
  provisional: false,
  commentary: null,
  awaited: null,
  action: null,
  smallSample: false,
  judgement: null,
});
