import { describe, expect, test } from 'vitest';
import { decimal } from '../../src/domain/decimal.ts';
import type { Answer, FiledFigure } from '../../src/domain/figure.ts';
import type { Measure } from '../../src/domain/measure.ts';
import { percentOf } from '../../src/domain/quantities.ts';
import {
  added,
  atLeast,
  atMost,
  filed,
  flow,
  judged,
  known,
  measure,
  number,
  quarter,
  share,
  target,
  toDate,
} from './judge-fixtures.ts';

const qualifiers = (of: Measure, figure: FiledFigure, at = quarter(1)) =>
  judged(of, [figure], { at }).qualifiers;

test('qualifiers come in one order, whatever they are', () => {
  const figure = filed(number(1, 'this_quarter'), {
    provisional: true,
    late: true,
    revision: 2,
    awaited: null,
    action: null,
    smallSample: true,
  });
  const of = flow({ baseline: known(50), target: { ...atLeast(60), years: 3 } });
  expect(qualifiers(of, figure)).toEqual([
    'provisional',
    'late',
    'revised',
    'small_numbers',
    'annualised',
    'assumed_profile',
    'worse_than_baseline',
    'multi_year',
  ]);
});

describe('small numbers', () => {
  const of = (answer: Answer, extra: Partial<Measure> = {}) =>
    qualifiers(measure(extra), filed(answer)).includes('small_numbers');

  test('are fewer cases than the minimum base', () => {
    expect([of(share(1, 19)), of(share(1, 20)), of(share(1, 20), { minimumBase: 21 })]).toEqual([
      true,
      false,
      true,
    ]);
  });

  test('are a share where one case would change the position', () => {
    // 41 of 100 is exactly on track: one fewer is marginal. 30 of 100 is off track either way.
    expect([of(share(41, 100)), of(share(30, 100))]).toEqual([true, false]);
  });

  test('are what the return says they are, also where there is no target', () => {
    const dataOnly = measure({ target: target({ kind: 'none' }) });
    expect(qualifiers(dataOnly, filed(number(67), { smallSample: true }))).toEqual([
      'small_numbers',
    ]);
  });

  test('are a count whose target for the year is below the minimum base', () => {
    const withTarget = (value: number) =>
      qualifiers(flow({ target: atMost(value), polarity: 'lower' }), added(0, quarter(1)));
    expect([withTarget(19), withTarget(20)]).toEqual([
      ['small_numbers', 'assumed_profile'],
      ['assumed_profile'],
    ]);
  });

  test('are not a rate, however small it prints', () => {
    const rate = flow({ unit: 'per 1,000 young people', target: atMost(5), polarity: 'lower' });
    expect(qualifiers(rate, added(1, quarter(1)))).toEqual(['assumed_profile']);
  });

  test('are not said of a project that has not started', () => {
    expect(qualifiers(flow({ target: atLeast(10) }), filed({ kind: 'not_started' }))).toEqual([
      'assumed_profile',
    ]);
  });
});

describe('the baseline', () => {
  test('is pending only where a target waits for it', () => {
    const pending = { kind: 'to_be_established', text: null } as const;
    const dataOnly = measure({ baseline: pending, target: target({ kind: 'none' }) });
    expect([
      qualifiers(measure({ baseline: pending }), filed(number(50))),
      qualifiers(dataOnly, filed(number(50))),
    ]).toEqual([['baseline_pending'], []]);
  });

  test('is compared with the annualised figure of a flow', () => {
    const rate = flow({
      unit: 'per 100,000 young people',
      polarity: 'lower',
      baseline: known(286),
      target: atMost(280),
    });
    const { onBaseline, qualifiers: given } = judged(rate, [added(95, quarter(1))]);
    expect([
      String(onBaseline?.value),
      (onBaseline && percentOf(onBaseline.difference, onBaseline.of))?.round(1).toString(),
      given,
    ]).toEqual(['380', '32.9', ['annualised', 'assumed_profile', 'worse_than_baseline']]);
  });

  test('is compared with the year itself at Q4, which is not annualised', () => {
    const given = qualifiers(flow({ baseline: known(50) }), toDate(61, quarter(4)), quarter(4));
    expect(given).toEqual(['assumed_profile']);
  });
});

test('an even share is not said to be assumed where nothing is needed', () => {
  const { qualifiers: given } = judged(flow({ target: target({ kind: 'none' }) }), [
    added(3, quarter(1)),
  ]);
  expect(given).not.toContain('assumed_profile');
});

test('one case of one quarter says nothing of a year to date in percent', () => {
  const of = measure({
    kind: 'flow',
    target: atLeast(100),
    profile: [decimal(50), decimal(60), decimal(80), decimal(100)],
  });
  const { qualifiers: given } = judged(of, [filed(share(50, 100))]);
  expect(given).not.toContain('small_numbers');
});
