import { describe, expect, test } from 'vitest';
import { decimal } from '../../src/domain/decimal.ts';
import type { FiledFigure } from '../../src/domain/figure.ts';
import type { Measure } from '../../src/domain/measure.ts';
import {
  added,
  filed,
  flow,
  judged,
  measure,
  number,
  Q1,
  quarter,
  target,
  toDate,
} from './judge-fixtures.ts';

const travel = (of: Measure, figures: readonly FiledFigure[], at = Q1) =>
  judged(of, figures, { at }).travel;

const lastQuarter = quarter(4, 2014);
const lastYear = quarter(1, 2014);

test('in a range, nearer to it is better, from above to below too', () => {
  const of = measure({
    polarity: 'range',
    target: target({ kind: 'between', low: decimal(40), high: decimal(60) }),
  });
  const found = travel(of, [filed(number(38)), filed(number(63), { quarter: lastQuarter })]);
  expect(found).toMatchObject({ direction: 'better' });
});

describe('a level', () => {
  test('is compared with the previous quarter', () => {
    const figures = [
      filed(number(50)),
      filed(number(40), { quarter: lastQuarter }),
      filed(number(60), { quarter: lastYear }),
    ];
    expect(travel(measure(), figures)).toEqual({
      kind: 'compared',
      direction: 'better',
      with: 'previous_quarter',
      quarter: lastQuarter,
      from: decimal(40),
      to: decimal(50),
    });
  });

  test('is compared with the same quarter last year where the previous one has no number', () => {
    const figures = [
      filed(number(50)),
      filed({ kind: 'no_cases' }, { quarter: lastQuarter }),
      filed(number(60), { quarter: lastYear }),
    ];
    expect(travel(measure(), figures)).toMatchObject({
      direction: 'worse',
      with: 'same_quarter_last_year',
    });
  });

  test('has no direction without an earlier quarter', () => {
    expect(travel(measure(), [filed(number(50))])).toEqual({
      kind: 'none',
      because: 'no_earlier_quarter',
    });
  });

  test('has no direction from a quarter without cases', () => {
    const figures = [filed(number(50)), filed({ kind: 'no_cases' }, { quarter: lastQuarter })];
    expect(travel(measure(), figures)).toEqual({ kind: 'none', because: 'no_number' });
  });

  test('has no direction while its own figure is no number', () => {
    const figures = [filed({ kind: 'no_cases' }), filed(number(40), { quarter: lastQuarter })];
    expect(travel(measure(), figures)).toEqual({ kind: 'none', because: 'no_number' });
  });
});

describe('the better way', () => {
  const directionAfter = (of: Measure, from: number, to: number) => {
    const result = travel(of, [filed(number(to)), filed(number(from), { quarter: lastQuarter })]);
    return result.kind === 'compared' ? result.direction : result.because;
  };
  const range = measure({
    polarity: 'range',
    target: target({ kind: 'between', low: decimal(10), high: decimal(20) }),
  });

  test.each([
    ['up where higher is better', measure(), 40, 50, 'better'],
    ['down where lower is better', measure({ polarity: 'lower' }), 50, 40, 'better'],
    ['not up where lower is better', measure({ polarity: 'lower' }), 40, 50, 'worse'],
    ['nearer to a range', range, 30, 25, 'better'],
    ['not out of a range', range, 15, 9, 'worse'],
  ] as const)('is %s', (_, of, from, to, direction) => {
    expect(directionAfter(of, from, to)).toBe(direction);
  });

  test('inside a range is neither', () => {
    expect(directionAfter(range, 12, 18)).toBe('level');
  });

  test('is unknown where neither way is better', () => {
    const open = measure({ polarity: 'range', target: target({ kind: 'none' }) });
    expect(directionAfter(open, 12, 18)).toBe('no_better_way');
  });

  test('says nothing of the position: better can still be off track', () => {
    const figures = [filed(number(17)), filed(number(10), { quarter: lastQuarter })];
    const { position, travel: direction } = judged(measure(), figures);
    expect([position, direction]).toEqual([
      'off_track',
      expect.objectContaining({ direction: 'better' }),
    ]);
  });
});

describe('a flow', () => {
  test('is compared with the year to date of the same quarter last year', () => {
    const figures = [
      added(10, quarter(1)),
      added(12, quarter(2)),
      added(9, quarter(1, 2014)),
      added(8, quarter(2, 2014)),
    ];
    expect(travel(flow(), figures, quarter(2))).toEqual({
      kind: 'compared',
      direction: 'better',
      with: 'same_quarter_last_year',
      quarter: quarter(2, 2014),
      from: decimal(17),
      to: decimal(22),
    });
  });

  test('is never compared with the previous quarter, as its year to date only grows', () => {
    const figures = [added(10, quarter(1)), toDate(22, quarter(2))];
    expect(travel(flow(), figures, quarter(2))).toEqual({
      kind: 'none',
      because: 'no_earlier_quarter',
    });
  });

  test('is not compared with a year to date that lacks a quarter', () => {
    const figures = [toDate(22, quarter(2)), added(8, quarter(2, 2014))];
    expect(travel(flow(), figures, quarter(2))).toEqual({ kind: 'none', because: 'no_number' });
  });
});

test('a twelve-month window is compared with the same quarter last year only', () => {
  const figures = [filed(number(50)), filed(number(40), { quarter: lastQuarter })];
  expect(travel(measure({ kind: 'rolling' }), figures)).toEqual({
    kind: 'none',
    because: 'no_earlier_quarter',
  });
});
