import { describe, expect, test } from 'vitest';
import { decimal } from '../../src/domain/decimal.ts';
import { percentOf } from '../../src/domain/quantities.ts';
import {
  added,
  atLeast,
  atMost,
  bands,
  filed,
  flow,
  judged,
  judgedOn,
  known,
  measure,
  number,
  points,
  quarter,
  share,
  target,
  toDate,
} from './judge-fixtures.ts';

describe('answers that are no number', () => {
  test('a measure nobody filed for is awaited', () => {
    const { position, actual, outlook, gap } = judged(measure(), []);
    expect({ position, actual, outlook, gap }).toEqual({
      position: 'awaiting',
      actual: null,
      outlook: null,
      gap: null,
    });
  });

  test('a measure whose figures come a quarter behind is not due rather than awaited', () => {
    expect(judged(measure({ dataLagQuarters: 1 }), []).position).toBe('not_due');
  });

  test.each(['no_cases', 'not_started', 'not_due'] as const)(
    'an answer of %s is the position itself, even where there is a target',
    (kind) => {
      expect(judged(measure(), [filed({ kind })]).position).toBe(kind);
    },
  );

  test('a figure not yet available is not a nought', () => {
    const figure = filed({ kind: 'not_available', expected: null });
    expect(judged(measure(), [figure]).position).toBe('not_available');
  });

  test('nought is a number and is judged', () => {
    expect(judgedOn(0).position).toBe('off_track');
  });

  test('no cases comes before having no target', () => {
    const dataOnly = measure({ target: target({ kind: 'none' }) });
    expect(judged(dataOnly, [filed({ kind: 'no_cases' })]).position).toBe('no_cases');
  });

  test('a number without a target is data only', () => {
    expect(judgedOn(67, { target: target({ kind: 'none' }) }).position).toBe('no_target');
  });
});

describe('levels', () => {
  test.each([
    [77, 'exceeding'],
    [41, 'on_track'],
    [40.9, 'marginal'],
    [36.9, 'marginal'],
    [36.89, 'off_track'],
  ] as const)('%d%% against at least 41%% is %s', (value, position) => {
    expect(judgedOn(value).position).toBe(position);
  });

  test.each([
    [1.7, 'exceeding'],
    [1.71, 'on_track'],
    [1.881, 'marginal'],
    [1.8811, 'off_track'],
  ] as const)('%d against at most 1.71 is %s', (value, position) => {
    expect(
      judgedOn(value, { polarity: 'lower', unit: 'offences', target: atMost('1.71') }).position,
    ).toBe(position);
  });

  test('holding a 100% ceiling is on track, as it cannot be bettered', () => {
    expect(judgedOn(100, { target: atLeast(100) }).position).toBe('on_track');
  });

  test('5,983 of 6,000 prints 100% when rounded and is not 100%', () => {
    const { position, gap } = judged(measure({ target: atLeast(100) }), [filed(share(5983, 6000))]);
    expect([position, gap?.short]).toEqual(['marginal', true]);
  });

  test('a share typed as 100% is judged by its counts', () => {
    const rounded = { ...share(5983, 6000), value: decimal(100) };
    expect(judged(measure({ target: atLeast(100) }), [filed(rounded)]).position).toBe('marginal');
  });

  test('an earlier quarter without a figure does not matter to a level', () => {
    const figure = filed(number(41), { quarter: quarter(3) });
    expect(judged(measure(), [figure], { at: quarter(3) }).position).toBe('on_track');
  });

  test('a twelve-month window needs the whole target in every quarter', () => {
    const { needed } = judgedOn(41, { kind: 'rolling' });
    expect(needed).toEqual({ kind: 'at_least', value: decimal(41) });
  });

  test('an already annualised rate is not multiplied again', () => {
    const { outlook, onBaseline, qualifiers } = judgedOn('0.72', {
      unit: 'offences per person per year',
      polarity: 'lower',
      baseline: known('1.8'),
      target: target({ kind: 'change', percent: decimal(-5) }),
    });
    expect([
      String(outlook?.value),
      String(onBaseline && percentOf(onBaseline.difference, onBaseline.of)),
      qualifiers,
    ]).toEqual(['0.72', '-60', []]);
  });
});

describe('ranges and strict bounds', () => {
  const range = target({ kind: 'between', low: decimal(10), high: decimal(20) });

  test.each([
    [9, 'marginal'],
    [8.9, 'off_track'],
    [10, 'on_track'],
    [15, 'on_track'],
    [20, 'on_track'],
    [22, 'marginal'],
    [22.1, 'off_track'],
  ] as const)('%d in a range of 10 to 20 is %s, and never exceeding', (value, position) => {
    expect(judgedOn(value, { polarity: 'range', target: range }).position).toBe(position);
  });

  test.each([
    [18, 'exceeding'],
    [19, 'marginal'],
    [20.9, 'marginal'],
    [20.91, 'off_track'],
  ] as const)('%d against below 19 is %s: the bound itself is not met', (value, position) => {
    const below = target({ kind: 'below', value: decimal(19) });
    expect(judgedOn(value, { polarity: 'lower', unit: 'people', target: below }).position).toBe(
      position,
    );
  });

  test('a strict bound is forgiven only by a band that has any width', () => {
    const strict = measure({ target: target({ kind: 'above', value: decimal(41) }) });
    const at = (tolerance: ReturnType<typeof bands>) =>
      judged(strict, [filed(number(41))], { tolerance }).position;
    expect([at(bands(5, 10)), at(bands(0, 10)), at(bands(0, 0))]).toEqual([
      'on_track',
      'marginal',
      'off_track',
    ]);
  });
});

describe('tolerances', () => {
  test.each([
    ['0/10', bands(0, 10), 'marginal'],
    ['5/10', bands(5, 10), 'on_track'],
    ['10/10', bands(10, 10), 'on_track'],
    ['0/5', bands(0, 5), 'marginal'],
    ['1/5', bands(1, 5), 'marginal'],
  ] as const)('95 of 100, exactly 5%% short, under %s is %s', (_, tolerance, position) => {
    const hundred = measure({ unit: 'visits', target: atLeast(100) });
    expect(judged(hundred, [filed(number(95))], { tolerance }).position).toBe(position);
  });

  test('the own tolerance of a measure replaces the programme’s, and says so', () => {
    const own = measure({ tolerance: bands(10, 20) });
    const { position, tolerance } = judged(own, [filed(number(37))]);
    expect([position, tolerance.setBy]).toEqual(['on_track', 'measure']);
  });

  test('a tolerance in points is in the unit of the measure', () => {
    const at = (value: string) =>
      judged(measure(), [filed(number(value))], { tolerance: points(0, 2) }).position;
    expect([at('39'), at('38.99')]).toEqual(['marginal', 'off_track']);
  });
});

describe('flows', () => {
  test('a quarter of the target is needed by Q1 where no profile was agreed', () => {
    const { needed, position, outlook, gap } = judged(flow(), [added(34, quarter(1))]);
    expect([
      needed,
      position,
      String(outlook?.value),
      (gap && percentOf(gap.value, gap.of))?.plus(100).round(1).toString(),
    ]).toEqual([{ kind: 'at_least', value: decimal(15) }, 'exceeding', '136', '226.7']);
  });

  test('an agreed profile says what is needed by now', () => {
    const profile = [decimal(5), decimal(20), decimal(40), decimal(60)] as const;
    const { needed, outlook, qualifiers } = judged(flow({ profile }), [toDate(10, quarter(2))], {
      at: quarter(2),
    });
    expect([needed, String(outlook?.value), qualifiers]).toEqual([
      { kind: 'at_least', value: decimal(20) },
      '30',
      [],
    ]);
  });

  test('a profile is a shape: it is scaled where it ends elsewhere than at the target', () => {
    const profile = [decimal(1), decimal(2), decimal(3), decimal(3)] as const;
    const { needed } = judged(flow({ profile }), []);
    expect(needed).toEqual({ kind: 'at_least', value: decimal(20) });
  });

  test('quarters add up', () => {
    const figures = [added(10, quarter(1)), added(12, quarter(2))];
    expect(String(judged(flow(), figures, { at: quarter(2) }).actual)).toBe('22');
  });

  test('a year to date replaces the quarters before it', () => {
    const figures = [added(10, quarter(1)), toDate(25, quarter(2)), added(5, quarter(3))];
    expect(String(judged(flow(), figures, { at: quarter(3) }).actual)).toBe('30');
  });

  test('a quarter not started or without cases adds nothing', () => {
    const figures = [
      filed({ kind: 'not_started' }),
      filed({ kind: 'no_cases' }, { quarter: quarter(2) }),
      added(45, quarter(3)),
    ];
    expect(judged(flow(), figures, { at: quarter(3) }).position).toBe('on_track');
  });

  test('a year to date with a hole in it gets no verdict', () => {
    const { position, actual, outlook, qualifiers } = judged(flow(), [added(45, quarter(3))], {
      at: quarter(3),
    });
    expect({ position, actual, outlook, qualifiers }).toEqual({
      position: 'query',
      actual: null,
      outlook: null,
      qualifiers: ['assumed_profile'],
    });
  });

  test('a hole before a year to date does not matter', () => {
    expect(judged(flow(), [toDate(45, quarter(3))], { at: quarter(3) }).position).toBe('on_track');
  });

  test('last year’s figures are not added to this year’s', () => {
    const figures = [added(50, quarter(1, 2014)), added(15, quarter(1))];
    expect(judged(flow(), figures).position).toBe('on_track');
  });

  test('at Q4 the whole target is needed, whatever the profile says', () => {
    const profile = [decimal(5), decimal(20), decimal(40), decimal(50)] as const;
    const { needed, outlook } = judged(flow({ profile }), [toDate(61, quarter(4))], {
      at: quarter(4),
    });
    expect([needed, String(outlook?.value)]).toEqual([
      { kind: 'at_least', value: decimal(60) },
      '61',
    ]);
  });

  test('where nothing is due yet there is a position and no outlook', () => {
    const profile = [decimal(0), decimal(20), decimal(40), decimal(60)] as const;
    const { position, outlook, onBaseline } = judged(flow({ profile, baseline: known(50) }), [
      added(0, quarter(1)),
    ]);
    expect([position, outlook, onBaseline]).toEqual(['on_track', null, null]);
  });

  test('a profile that ends at nought is no profile', () => {
    const profile = [decimal(0), decimal(0), decimal(0), decimal(0)] as const;
    const { needed, qualifiers } = judged(flow({ profile }), [added(15, quarter(1))]);
    expect([needed, qualifiers]).toEqual([
      { kind: 'at_least', value: decimal(15) },
      ['assumed_profile'],
    ]);
  });
});

describe('relative targets', () => {
  test('"5% reduction" is 5% of the baseline', () => {
    const { target: resolved } = judgedOn('1.71', {
      unit: 'offences per person per year',
      polarity: 'lower',
      baseline: known('1.8'),
      target: target({ kind: 'change', percent: decimal(-5) }),
    });
    expect(resolved).toEqual({ kind: 'at_most', value: decimal('1.71') });
  });

  test('a change in points is added to the baseline', () => {
    const { target: resolved } = judgedOn(50, {
      baseline: known(40),
      target: target({ kind: 'points', points: decimal(10) }),
    });
    expect(resolved).toEqual({ kind: 'at_least', value: decimal(50) });
  });

  test.each([
    ['higher', 'at_least'],
    ['lower', 'at_most'],
  ] as const)('maintaining where %s is better is %s the baseline', (polarity, kind) => {
    const { target: resolved, position } = judgedOn(40, {
      polarity,
      baseline: known(40),
      target: target({ kind: 'maintain' }),
    });
    expect([resolved, position]).toEqual([{ kind, value: decimal(40) }, 'on_track']);
  });

  test('a change on a baseline still to be established is a question, not a verdict', () => {
    const { position, doubts, qualifiers, needed } = judgedOn(40, {
      baseline: { kind: 'to_be_established', text: null },
      target: target({ kind: 'change', percent: decimal(-5) }),
    });
    expect([position, doubts.map(({ kind }) => kind), qualifiers, needed]).toEqual([
      'query',
      ['baseline_unknown'],
      ['baseline_pending', 'definition_query'],
      null,
    ]);
  });
});

test('the current revision of a figure is the one judged', () => {
  const figures = [filed(number(50), { revision: 2 }), filed(number(17))];
  const { position, qualifiers } = judged(measure(), figures);
  expect([position, qualifiers]).toEqual(['exceeding', ['revised']]);
});
