import { describe, expect, test } from 'vitest';
import { decimal } from '../../src/domain/decimal.ts';
import type { Measure } from '../../src/domain/measure.ts';
import {
  atLeast,
  atMost,
  filed,
  judged,
  judgedOn,
  known,
  measure,
  number,
  quarter,
  target,
} from './judge-fixtures.ts';

const doubtsAbout = (extra: Partial<Measure>, at = quarter(1)) =>
  judged(measure(extra), [filed(number(1), { quarter: at })], { at }).doubts.map(
    ({ kind }) => kind,
  );

describe('a target worse than its baseline', () => {
  const lower = {
    polarity: 'lower',
    unit: 'victims',
    baseline: known(286),
    target: atMost(293),
  } as const;

  test.each([
    [280, 'exceeding'],
    [400, 'off_track'],
  ] as const)(
    'gives %d its verdict with a question where both readings agree',
    (value, position) => {
      const { position: given, qualifiers } = judgedOn(value, lower);
      expect([given, qualifiers.includes('definition_query')]).toEqual([position, true]);
    },
  );

  test('gives no verdict and no outlook where the readings differ', () => {
    const { position, outlook, gap } = judgedOn(290, lower);
    expect({ position, outlook, gap }).toEqual({ position: 'query', outlook: null, gap: null });
  });

  test('is no doubt where the target is the baseline itself', () => {
    expect(doubtsAbout({ baseline: known(41) })).toEqual([]);
  });

  test('cannot be told of a range', () => {
    const range = target({ kind: 'between', low: decimal(1), high: decimal(2) });
    expect(doubtsAbout({ polarity: 'range', baseline: known(5), target: range })).toEqual([]);
  });
});

describe('unclear strictness', () => {
  const wording = (text: string) => ({
    polarity: 'lower' as const,
    unit: 'people',
    target: target({ kind: 'below', value: decimal(19) }, { text }),
  });

  test('"maintain or reduce below 19" leaves 19 itself open', () => {
    const mixed = wording('Maintain or reduce below 19');
    expect([0, 19, 30].map((value) => judgedOn(value, mixed).position)).toEqual([
      'exceeding',
      'query',
      'off_track',
    ]);
  });

  test.each(['Reduce below 19', 'Maintain at 19', 'Maintain a reduction of 20% over 3 years'])(
    '"%s" leaves nothing open',
    (text) => {
      expect(doubtsAbout(wording(text))).toEqual([]);
    },
  );
});

describe('a wrong period', () => {
  test('is a title that names another financial year', () => {
    expect(doubtsAbout({ title: 'New recipients in 2014/15' })).toEqual(['wrong_period']);
  });

  test.each([
    'New recipients in 2015/16',
    'New recipients in 2015-2016',
    'Fewer recipients in 2014/15 to 2016/17',
    'Fewer recipients compared to 2014/15',
    'Reports received 24/7 in 2015',
  ])('is not "%s"', (title) => {
    expect(doubtsAbout({ title })).toEqual([]);
  });

  test('is not the first year of a target that runs over three', () => {
    const three = target({ kind: 'at_least', value: decimal(41) }, { years: 3 });
    const title = 'New recipients from 2015/16';
    expect(doubtsAbout({ title, target: three }, quarter(1, 2017))).toEqual([]);
  });

  test('says nothing of the baseline, as the comparison is in doubt too', () => {
    const { qualifiers } = judgedOn(17, { title: 'Engagement in 2014/15', baseline: known(24) });
    expect(qualifiers).toEqual(['definition_query']);
  });
});

describe('another comparator', () => {
  const relative = (text: string): Partial<Measure> => ({
    polarity: 'lower',
    baseline: known('2.91', '2014/15'),
    target: target({ kind: 'change', percent: decimal(-15) }, { text }),
  });

  test('is a relative target that compares with something else than its baseline', () => {
    expect(
      doubtsAbout(relative('A 15% reduction compared to the 12 months prior to joining')),
    ).toEqual(['other_comparator']);
  });

  test.each(['15% reduction compared to baseline', '15% less compared with 2014/15', '15% less'])(
    'is not "%s"',
    (text) => {
      expect(doubtsAbout(relative(text))).toEqual([]);
    },
  );

  test('does not matter to a target that is a number of its own', () => {
    const text = 'At least 41%, compared to other boroughs';
    expect(doubtsAbout({ baseline: known(24), target: { ...atLeast(41), text } })).toEqual([]);
  });
});

test('a percentage that is said to add up has no verdict, though one quarter alone would have one', () => {
  const of = measure({ kind: 'flow', target: atLeast(40) });
  const { position, doubts } = judged(of, [filed(number(30, 'this_quarter'))]);
  expect([position, doubts.map(({ kind }) => kind)]).toEqual(['query', ['percentage_adds_up']]);
});

test('of several revisions the last is judged, and compared with', () => {
  const before = { quarter: quarter(4, 2014) };
  const { actual, travel } = judged(measure(), [
    filed(number(50), { revision: 2 }),
    filed(number(40)),
    filed(number(45), { ...before, revision: 2 }),
    filed(number(60), before),
  ]);
  expect(actual?.toNumber()).toBe(50);
  expect(travel).toMatchObject({ kind: 'compared', direction: 'better', from: decimal(45) });
});
