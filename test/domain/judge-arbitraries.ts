import fc from 'fast-check';
import type { Quarter, QuarterNumber } from '../../src/domain/calendar/calendar.ts';
import { type Decimal, decimal } from '../../src/domain/decimal.ts';
import type { Answer, FiledFigure } from '../../src/domain/figure.ts';
import {
  type Band,
  type Baseline,
  KINDS,
  type Measure,
  type MeasureTarget,
  POLARITIES,
  type TargetPath,
  type TargetRule,
  type Tolerance,
} from '../../src/domain/measure.ts';
import { filed, known, measure, target } from './judge-fixtures.ts';

// Whatever a catalogue and its returns could hold, and more: judging must be defined for all of it.

/** Any number a return could hold, in hundredths. */
export const decimals = (min = -100_000, max = 100_000): fc.Arbitrary<Decimal> =>
  fc.integer({ min, max }).map((hundredths) => decimal(hundredths).div(100));

const rulesOf = (values: fc.Arbitrary<Decimal>): fc.Arbitrary<TargetRule> =>
  fc.oneof(
    fc.record({
      kind: fc.constantFrom(
        'at_least' as const,
        'at_most' as const,
        'above' as const,
        'below' as const,
      ),
      value: values,
    }),
    fc
      .tuple(values, values)
      .map(
        ([a, b]): TargetRule => ({ kind: 'between', low: a.lt(b) ? a : b, high: a.lt(b) ? b : a }),
      ),
    fc.record({ kind: fc.constant('change' as const), percent: values }),
    fc.record({ kind: fc.constant('points' as const), points: values }),
    fc.constantFrom<TargetRule>({ kind: 'maintain' }, { kind: 'none' }),
  );

const baselinesOf = (values: fc.Arbitrary<Decimal>): fc.Arbitrary<Baseline> =>
  fc.oneof(
    values.map((value) => known(value.toString())),
    fc.constantFrom<Baseline>(
      { kind: 'to_be_established', text: 'TBC' },
      { kind: 'not_applicable', text: null },
    ),
  );

const numbers = fc.constantFrom<QuarterNumber>(1, 2, 3, 4);
export const quarters: fc.Arbitrary<Quarter> = fc.record({
  year: fc.constantFrom(2014, 2015),
  number: numbers,
});

const bands: fc.Arbitrary<Band> = fc.record({
  in: fc.constantFrom('percent' as const, 'points' as const),
  size: fc.nat(20).map(decimal),
});

export const tolerances: fc.Arbitrary<Tolerance> = fc
  .tuple(
    fc.nat(20),
    fc.nat(20),
    fc.constantFrom('percent' as const, 'points' as const),
    fc.constantFrom('inclusive' as const, 'exclusive' as const),
    fc.constantFrom('level' as const, 'improvement' as const),
  )
  .map(([first, second, unit, edges, of]) => ({
    onTrack: { in: unit, size: decimal(Math.min(first, second)) },
    marginal: { in: unit, size: decimal(Math.max(first, second)) },
    edges,
    of,
  }));

const pathsOf = (values: fc.Arbitrary<Decimal>): fc.Arbitrary<TargetPath> =>
  fc.oneof(
    fc.record({ kind: fc.constant('whole' as const), from: fc.constantFrom(null, 2013, 2014) }),
    fc.record({ kind: fc.constant('straight_line' as const), from: fc.constantFrom(2013, 2014) }),
    fc.record({
      kind: fc.constant('milestones' as const),
      levels: fc
        .array(values, { maxLength: 3 })
        .map((levels) => levels.map((value, index) => ({ year: 2014 + index, value }))),
    }),
  );

const targetsOf = (values: fc.Arbitrary<Decimal>): fc.Arbitrary<MeasureTarget> =>
  fc
    .record({
      rule: rulesOf(values),
      text: fc.constantFrom(null, 'Maintain or reduce below 19', '20% less compared to last year'),
      years: fc.constantFrom(1, 3),
      path: pathsOf(values),
    })
    .map(({ rule, ...rest }) => target(rule, rest));

const revisedOf = (targets: fc.Arbitrary<MeasureTarget>): fc.Arbitrary<readonly MeasureTarget[]> =>
  fc.array(
    fc
      .record({ of: targets, from: quarters, by: fc.constantFrom(null, 'The board.') })
      .map(({ of, from, by }) => ({ ...of, revision: { from, by, reason: 'A new contract.' } })),
    { maxLength: 2 },
  );

export const measuresWith = (values: fc.Arbitrary<Decimal>): fc.Arbitrary<Measure> =>
  fc
    .record({
      polarity: fc.constantFrom(...POLARITIES),
      kind: fc.constantFrom(...KINDS),
      unit: fc.constantFrom('%', 'victims', 'per 100,000 young people', '£', ''),
      baseline: baselinesOf(values),
      target: targetsOf(values),
      revisedTargets: revisedOf(targetsOf(values)),
      title: fc.constantFrom('Victims supported', 'Victims supported in 2014/15'),
      profile: fc.option(fc.tuple(values, values, values, values)),
      tolerance: fc.option(tolerances),
      dataLagQuarters: fc.nat(2),
      deadBand: fc.option(bands),
      comparableFrom: fc.option(
        fc.record({ from: quarters, reason: fc.constantFrom(null, 'A new survey.') }),
      ),
      suppressSmallCounts: fc.boolean(),
    })
    .map((all) => measure(all));

const answersOf = (values: fc.Arbitrary<Decimal>): fc.Arbitrary<Answer> =>
  fc.oneof(
    fc.record({
      kind: fc.constant('number' as const),
      value: values,
      share: fc.option(
        fc.record({ numerator: fc.nat(50).map(decimal), denominator: fc.nat(50).map(decimal) }),
      ),
      basis: fc.constantFrom(null, 'this_quarter' as const, 'year_to_date' as const),
    }),
    fc.constantFrom<Answer>(
      { kind: 'no_cases' },
      { kind: 'not_started' },
      { kind: 'not_due' },
      { kind: 'not_available', expected: null },
    ),
  );

export const figuresWith = (values: fc.Arbitrary<Decimal>): fc.Arbitrary<readonly FiledFigure[]> =>
  fc.uniqueArray(
    fc
      .record({
        answer: answersOf(values),
        quarter: quarters,
        revision: fc.integer({ min: 1, max: 3 }),
        late: fc.boolean(),
        provisional: fc.boolean(),
        awaited: fc.constant(null),
        action: fc.constant(null),
        smallSample: fc.boolean(),
        judgement: fc.constantFrom(null, 'Target met', 'Target not yet met'),
      })
      .map(({ answer, ...rest }) => filed(answer, rest)),
    { selector: ({ quarter: { year, number: n }, revision }) => `${year} ${n} ${revision}` },
  );

export const measures = measuresWith(decimals());
export const figures = figuresWith(decimals());
