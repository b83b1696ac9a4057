import { describe, expect, test } from 'vitest';
import { headline } from '../../src/domain/wording/headline.ts';
import { targetLine } from '../../src/domain/wording/status-lines.ts';
import { whyParagraphs } from '../../src/domain/wording/why.ts';
import { COUNT, judging, needed, verdict } from './support.ts';

const lower = { polarity: 'lower', baseline: '{ value: 7, period: 2014/15 }' };
const milestones = {
  ...lower,
  target: '{ at most: 5.6, milestones: { 2015/16: 6.5, 2016/17: 6, 2017/18: 5.6 } }',
};

describe('with milestones of 6.5, 6 and 5.6', () => {
  test.each([
    // quarter       needed
    ['Q1 2015/16', 'at most 6.5%'],
    ['Q4 2015/16', 'at most 6.5%'],
    ['Q1 2016/17', 'at most 6%'],
    ['Q1 2017/18', 'at most 5.6%'],
    ['Q1 2018/19', 'at most 5.6%'],
    ['Q4 2014/15', 'at most 6.5%'],
  ])('in %s is needed: %s', (quarter, level) => {
    expect(needed(milestones, `${quarter} 5`)).toBe(level);
  });

  test.each([
    // quarter      figure  verdict
    ['Q1 2015/16', '6.2', 'Ahead'],
    ['Q1 2016/17', '6.2', 'Marginal'],
    ['Q1 2017/18', '6.2', 'Off track'],
    ['Q4 2015/16', '6.2', 'Ahead'],
    ['Q4 2016/17', '6', 'On track'],
    ['Q4 2017/18', '5.6', 'Target met'],
    ['Q4 2017/18', '5', 'Target bettered'],
    ['Q4 2017/18', '6.2', 'Target not met'],
    ['Q3 2017/18', '5.6', 'On track'],
  ])('%s with %s%% is: %s', (quarter, figure, word) => {
    expect(verdict(milestones, `${quarter} ${figure}`)).toBe(word);
  });

  test('a year without a milestone keeps the one before', () => {
    const gap = {
      ...lower,
      target: '{ at most: 5.6, milestones: { 2015/16: 6.5, 2017/18: 5.6 } }',
    };
    expect(needed(gap, 'Q1 2016/17 5')).toBe('at most 6.5%');
  });

  test('the working says which milestone, and where it leads', () => {
    expect(whyParagraphs(judging(milestones, 'Q1 2016/17 6.2'))).toContain(
      'This year: at most 6%, the milestone for 2016/17, on the way to at most 5.6% in 2017/18.',
    );
    expect(targetLine(judging(milestones, 'Q1 2016/17 6.2'))).toBe(
      'At most 5.6% by 2017/18; at most 6% in 2016/17',
    );
  });
});

describe('on a straight line from 7 to 5.5 over three years', () => {
  const line = {
    ...lower,
    target: '{ at most: 5.5, years: 3, from: 2015/16, straight line: true }',
  };

  test.each([
    ['Q1 2015/16', 'at most 6.5%'],
    ['Q1 2016/17', 'at most 6%'],
    ['Q1 2017/18', 'at most 5.5%'],
    ['Q1 2019/20', 'at most 5.5%'],
  ])('in %s is needed: %s', (quarter, level) => {
    expect(needed(line, `${quarter} 5`)).toBe(level);
  });

  test('a relative target takes it too', () => {
    const relative = {
      ...lower,
      target: '{ change: -30%, years: 3, from: 2015/16, straight line: true }',
    };
    expect(needed(relative, 'Q1 2016/17 5')).toBe('at most 5.6%');
  });

  test('there is no verdict until the baseline is known', () => {
    expect(verdict({ ...line, baseline: 'to be established' }, '5')).toBe(
      'Question about the definition',
    );
  });
});

describe('over three years without a level for any of them', () => {
  test.each([
    // target                                 quarter       verdict
    ['{ change: -20%, years: 3 }', 'Q1 2015/16', 'Ahead'],
    ['{ change: -20%, years: 3 }', 'Q4 2015/16', 'Ahead'],
    ['{ change: -20%, years: 3 }', 'Q4 2017/18', 'Ahead'],
    ['{ change: -20%, years: 3, from: 2015/16 }', 'Q4 2016/17', 'Ahead'],
    ['{ change: -20%, years: 3, from: 2015/16 }', 'Q4 2017/18', 'Target bettered'],
  ])('the whole of %s applies, and in %s 5.2%% is: %s', (target, quarter, word) => {
    expect(needed({ ...lower, target }, `${quarter} 5.2`)).toBe('at most 5.6%');
    expect(verdict({ ...lower, target }, `${quarter} 5.2`)).toBe(word);
  });
});

test('a quarter of a revised 80 is 20 to the last place, whatever the plan’s profile ends at', () => {
  const lines = {
    ...COUNT,
    profile: '[15, 30, 45, 60]',
    revised: '[{ from: Q1 2015/16, target: { at least: 80 }, reason: More referrals }]',
  };
  expect(['20', '19.99'].map((filed) => verdict(lines, `Q1 ${filed}`))).toEqual([
    'On track',
    'Marginal',
  ]);
});

describe('revised from Q3 on, from 60 to 80 victims', () => {
  const revised = {
    ...COUNT,
    revised:
      '[{ from: Q3 2015/16, target: { at least: 80 }, reason: More referrals than planned., by: The board }]',
  };

  test.each([
    // filed                 at    before the revision  after it
    ['Q1 15', 'Q1', 'On track', 'On track'],
    ['Q1 15, Q2 15', 'Q2', 'On track', 'On track'],
    ['Q1 15, Q2 15, Q3 15', 'Q3', 'On track', 'Off track'],
    ['Q1 15, Q2 15, Q3 15, Q4 15', 'Q4', 'Target met', 'Target not met'],
    ['Q1 15, Q2 15, Q3 15, Q4 15', 'Q1', 'On track', 'On track'],
  ])('%s: in %s %s before it and %s with it', (filed, at, before, after) => {
    expect([verdict(COUNT, filed, at), verdict(revised, filed, at)]).toEqual([before, after]);
  });

  test('the working says since when, by whom and why', () => {
    expect(whyParagraphs(judging(revised, 'Q3 45 to date'))).toContain(
      'Target revised by The board from Q3 2015/16 on. Reason: More referrals than planned. Quarters before that are judged by the target they had.',
    );
    expect(targetLine(judging(revised, 'Q3 45 to date'))).toContain(
      '; revised from Q3 2015/16: More referrals than planned; 60 needed by now',
    );
    expect(headline(judging(revised, 'Q3 45 to date'))).toBe(
      '1.1 is off track: 45 victims so far against 60 needed by now (A measure).',
    );
  });
});
