import { describe, expect, test } from 'vitest';
import { qualifierLines } from '../../src/domain/wording/qualifier-lines.ts';
import { whyParagraphs } from '../../src/domain/wording/why.ts';
import { COUNT, judging, verdict } from './support.ts';

describe('short of at least 100', () => {
  const hundred = { unit: 'visits', target: '{ at least: 100 }' };

  test.each([
    // tolerance                                             figure  verdict
    ['10%', '99.9', 'Marginal'],
    ['10%', '90', 'Marginal'],
    ['10%', '89.9', 'Off track'],
    ['0%', '99.9', 'Off track'],
    ['{ on track: 5%, marginal: 10% }', '95', 'On track'],
    ['{ on track: 5%, marginal: 10% }', '94.9', 'Marginal'],
    ['{ on track: 10%, marginal: 10% }', '90', 'On track'],
    ['{ on track: 10%, marginal: 10% }', '89.9', 'Off track'],
    ['{ on track: 1%, marginal: 5% }', '99', 'On track'],
    ['{ on track: 1%, marginal: 5% }', '95', 'Marginal'],
    ['{ on track: 1%, marginal: 5% }', '94.9', 'Off track'],
    ['2 points', '98', 'Marginal'],
    ['2 points', '97.9', 'Off track'],
    ['{ on track: 2 points, marginal: 10% }', '98', 'On track'],
    ['{ on track: 2 points, marginal: 10% }', '90', 'Marginal'],
    ['{ on track: 5%, marginal: 10%, edges: exclusive }', '95.1', 'On track'],
    ['{ on track: 5%, marginal: 10%, edges: exclusive }', '95', 'Marginal'],
    ['{ on track: 5%, marginal: 10%, edges: exclusive }', '90.1', 'Marginal'],
    ['{ on track: 5%, marginal: 10%, edges: exclusive }', '90', 'Off track'],
    ['{ marginal: 0%, edges: exclusive }', '100', 'On track'],
    ['{ marginal: 0%, edges: exclusive }', '99.9', 'Off track'],
    ['{ marginal: 0 points }', '100', 'On track'],
  ])('under %s, %s is: %s', (tolerance, figure, word) => {
    expect(verdict({ ...hundred, tolerance }, figure)).toBe(word);
  });
});

describe('a tolerance is mirrored', () => {
  test.each([
    // polarity  target                    figure  verdict
    ['lower', '{ at most: 100 }', '105', 'On track'],
    ['lower', '{ at most: 100 }', '110', 'Marginal'],
    ['lower', '{ at most: 100 }', '110.1', 'Off track'],
    ['range', '{ between: [50, 100] }', '47.5', 'On track'],
    ['range', '{ between: [50, 100] }', '45', 'Marginal'],
    ['range', '{ between: [50, 100] }', '44.9', 'Off track'],
    ['range', '{ between: [50, 100] }', '105', 'On track'],
    ['range', '{ between: [50, 100] }', '110.1', 'Off track'],
  ])('%s is better, %s: %s is: %s', (polarity, target, figure, word) => {
    const tolerance = '{ on track: 5%, marginal: 10% }';
    expect(verdict({ unit: 'visits', polarity, target, tolerance }, figure)).toBe(word);
  });
});

test.each([
  ['10%', 'Tolerance: up to 10% short of the level needed is marginal, more is off track'],
  [
    '{ on track: 5%, marginal: 10%, edges: exclusive }',
    'Tolerance: less than 5% short of the level needed is on track, less than 10% is marginal, 10% or more is off track',
  ],
  ['0%', 'Tolerance: none; anything short of the level needed is off track'],
  [
    '2 points',
    'Tolerance: up to 2 points short of the level needed is marginal, more is off track',
  ],
  [
    'improvement',
    'Scheme: 80% of the improvement wanted or more is on track, 65% or more is marginal, less is off track',
  ],
])('%s is explained as “%s”', (tolerance, words) => {
  const baseline = '{ value: 20, period: 2014/15 }';
  const grading = tolerance === 'improvement' ? { scheme: 'improvement share' } : { tolerance };
  expect(whyParagraphs(judging({ baseline, ...grading }, '30'))).toContain(
    `${words} (set for this measure).`,
  );
});

describe('by the share of the improvement made from a baseline of 20% to a target of 40%', () => {
  const scheme = {
    baseline: '{ value: 20, period: 2014/15 }',
    target: '{ at least: 40 }',
    scheme: 'improvement share',
  };

  test.each([
    // figure  share of the improvement  verdict
    ['40.1', '100.5%', 'Ahead'],
    ['40', '100%', 'On track'],
    ['36', '80%', 'On track'],
    ['35.9', '79.5%', 'Marginal'],
    ['33', '65%', 'Marginal'],
    ['32.9', '64.5%', 'Off track'],
    ['20', '0%', 'Off track'],
    ['10', '-50%', 'Off track'],
  ])('%s%% is %s of it: %s', (figure, share, word) => {
    expect(verdict(scheme, figure)).toBe(word);
    expect(whyParagraphs(judging(scheme, figure)).join('\n')).toContain(
      `Improvement: 20 points on the baseline is wanted by now`,
    );
    expect(whyParagraphs(judging(scheme, figure)).join('\n')).toMatch(
      new RegExp(`: ${share.replace('.', '\\.')} was made\\.`),
    );
  });

  test('a council may set shares of its own', () => {
    const own = {
      ...scheme,
      scheme: '{ improvement share: { on track: 90%, marginal: 50% } }',
    };
    expect(['38', '37.9', '30', '29.9'].map((figure) => verdict(own, figure))).toEqual([
      'On track',
      'Marginal',
      'Marginal',
      'Off track',
    ]);
  });

  test('a count is measured against the part of the improvement that is due by now', () => {
    // From 20 a year to 60 a year: by Q2, 10 more than half of 20 would be half of the way.
    const count = {
      ...COUNT,
      baseline: '{ value: 20, period: 2014/15 }',
      scheme: 'improvement share',
    };
    expect(
      ['Q2 31 to date', 'Q2 26 to date', 'Q2 23 to date', 'Q2 22 to date'].map((filed) =>
        verdict(count, filed),
      ),
    ).toEqual(['Ahead', 'On track', 'Marginal', 'Off track']);
  });

  test('without a baseline there will ever be it is refused with the file', () => {
    expect(() => judging({ ...scheme, baseline: 'not applicable' }, '99')).toThrow(
      'this measure has none',
    );
  });

  test.each([
    // baseline                        polarity  target            why there is no verdict
    ['to be established', 'higher', '{ at least: 40 }', 'the baseline is not known'],
    ['{ value: 40, period: 2014/15 }', 'higher', '{ at least: 40 }', 'is the target already'],
    ['{ value: 50, period: 2014/15 }', 'higher', '{ at least: 40 }', 'better than the target'],
    ['{ value: 30, period: 2014/15 }', 'lower', '{ at most: 40 }', 'better than the target'],
  ])('with the baseline %s (%s, %s) it is refused', (baseline, polarity, target, why) => {
    const lines = { ...scheme, baseline, polarity, target };
    for (const figure of ['0', '20', '99']) {
      const assessment = judging(lines, figure);
      expect([assessment.position, assessment.gap, assessment.outlook]).toEqual([
        'query',
        null,
        null,
      ]);
      expect(qualifierLines(assessment).join(' ')).toContain(why);
      expect(whyParagraphs(assessment)[0]).toContain('a share of the improvement would mislead');
    }
  });
});
