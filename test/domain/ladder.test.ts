import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Decimal, decimal } from '../../src/domain/decimal.ts';
import type { JudgedPosition, Need } from '../../src/domain/judging/assessment.ts';
import { ladderOf, placeOn } from '../../src/domain/judging/ladder.ts';
import type { Band, Tolerance } from '../../src/domain/measure.ts';
import { bands, filed, flow, judged, measure, number, points, Q1 } from './judge-fixtures.ts';

// Few enough numbers that figures lie on bounds and on the edges of bands.
const values = fc.integer({ min: -60, max: 60 }).map((tenths) => decimal(tenths).div(10));
const sizes = fc.integer({ min: 0, max: 40 }).map((tenths) => decimal(tenths).div(2));
const band: fc.Arbitrary<Band> = fc.record({
  in: fc.constantFrom('percent' as const, 'points' as const),
  size: sizes,
});
const tolerances: fc.Arbitrary<Tolerance> = fc.record({
  onTrack: band,
  marginal: band,
  edges: fc.constantFrom('inclusive' as const, 'exclusive' as const),
  of: fc.constant('level' as const),
});
const needs: fc.Arbitrary<Need> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('at_least' as const, 'at_most' as const, 'above' as const),
    value: values,
  }),
  fc.record({ kind: fc.constant('below' as const), value: values }),
  fc
    .tuple(values, values)
    .map(([a, b]) => ({ kind: 'between' as const, low: a.lt(b) ? a : b, high: a.lt(b) ? b : a })),
);

/** The same by the sentence of the rule, with nothing worked out beforehand. */
const byTheRule = (actual: Decimal, need: Need, tolerance: Tolerance): JudgedPosition => {
  if (need.kind === 'between') {
    if (actual.lt(need.low)) {
      return byTheRule(actual, { kind: 'at_least', value: need.low }, tolerance);
    }
    if (actual.gt(need.high)) {
      return byTheRule(actual, { kind: 'at_most', value: need.high }, tolerance);
    }
    return 'on_track';
  }
  const isLeast = need.kind === 'at_least' || need.kind === 'above';
  const short = isLeast ? need.value.minus(actual) : actual.minus(need.value);
  const isStrict = need.kind === 'above' || need.kind === 'below';
  if (short.lt(0)) return 'exceeding';
  if (short.eq(0) && !isStrict) return 'on_track';
  const covers = ({ in: unit, size }: Band): boolean => {
    const width = unit === 'points' ? size : need.value.abs().times(size).div(100);
    if (short.eq(0)) return width.gt(0);
    return tolerance.edges === 'inclusive' ? short.lte(width) : short.lt(width);
  };
  if (covers(tolerance.onTrack)) return 'on_track';
  return covers(tolerance.marginal) ? 'marginal' : 'off_track';
};

describe('a level needed with its bands', () => {
  test('places every figure as the rule says', () => {
    fc.assert(
      fc.property(needs, values, tolerances, (need, actual, tolerance) => {
        const ladder = ladderOf(need, { measure: flow(), tolerance, improvement: null });
        expect(placeOn(ladder, actual)).toBe(byTheRule(actual, need, tolerance));
      }),
      { numRuns: 5000 },
    );
  });

  test('takes its bands from the improvement wanted where the scheme does', () => {
    const ladder = ladderOf(
      { kind: 'at_least', value: decimal(70) },
      {
        measure: measure(),
        tolerance: { ...bands(20, 35), of: 'improvement' },
        improvement: decimal(20),
      },
    );
    expect(['66', '65.9', '63', '62.9'].map((each) => placeOn(ladder, decimal(each)))).toEqual([
      'on_track',
      'marginal',
      'marginal',
      'off_track',
    ]);
  });
});

test.each([
  ['more than all there is', { unit: '%', polarity: 'higher' }],
  ['more where neither way is better', { unit: 'victims', polarity: 'range' }],
] as const)('%s is no achievement of its own', (_, of) => {
  const need: Need = { kind: 'at_least', value: decimal(100) };
  const grading = { measure: measure(of), tolerance: bands(0, 10), improvement: null };
  expect(placeOn(ladderOf(need, grading), decimal(101))).toBe('on_track');
});

test('one measure is judged by each year’s own level, in whatever order it is asked', () => {
  const levels = [
    { year: 2015, value: decimal(40) },
    { year: 2016, value: decimal(50) },
  ];
  const of = measure({
    target: { ...measure().target, years: 2, path: { kind: 'milestones', levels } },
  });
  const tolerance = bands(0, 10);
  const inYear = (year: number) => {
    const at = { year, number: 1 } as const;
    return judged(of, [filed(number(42), { quarter: at })], { at, tolerance }).position;
  };
  expect([inYear(2015), inYear(2016), inYear(2015)]).toEqual([
    'exceeding',
    'off_track',
    'exceeding',
  ]);
});

test('one measure is judged by each programme’s own tolerance, in whatever order it is asked', () => {
  const of = measure();
  const [wide, none] = [bands(0, 10), points(0, 0)];
  const under = (tolerance: Tolerance) =>
    judged(of, [filed(number(40))], { at: Q1, tolerance }).position;
  expect([under(wide), under(none), under(wide)]).toEqual(['marginal', 'off_track', 'marginal']);
});
