import { describe, expect, test } from 'vitest';
import { travelLine } from '../../src/domain/wording/status-lines.ts';
import { COUNT, judging, type Lines } from './support.ts';

const travel = (lines: Lines, filed: string): string => travelLine(judging(lines, filed));

describe('a percentage is compared with the quarter before, then with last year', () => {
  test.each([
    ['Q1 40, Q2 45', 'Better than the previous quarter (Q1 2015/16): 40% then, 45% now'],
    ['Q1 45, Q2 40', 'Worse than the previous quarter (Q1 2015/16): 45% then, 40% now'],
    ['Q1 40, Q2 40', 'Level with the previous quarter (Q1 2015/16): 40% then, 40% now'],
    ['Q4 2014/15 50, Q1 45', 'Worse than the previous quarter (Q4 2014/15): 50% then, 45% now'],
    [
      'Q1 2014/15 40, Q4 2014/15 no cases, Q1 45',
      'Better than the same quarter last year (Q1 2014/15): 40% then, 45% now',
    ],
    ['Q1 no cases, Q2 45', 'No earlier number to compare'],
    ['Q1 0 of 0, Q2 45', 'No earlier number to compare'],
    ['Q1 40, Q2 no cases', 'No number to compare yet'],
    ['Q2 45', 'No earlier quarter to compare'],
  ])('%s: %s', (filed, words) => {
    expect(travel({}, filed)).toBe(words);
  });
});

describe('a count is compared with the same quarter last year only', () => {
  test.each([
    [
      'Q1 2014/15 10, Q2 2014/15 12, Q1 11, Q2 13',
      'Better than the same quarter last year (Q2 2014/15): 22 victims then, 24 now',
    ],
    ['Q1 10, Q2 12', 'No figure from the same quarter last year to compare'],
    ['Q2 2014/15 12, Q1 11, Q2 13', 'No earlier number to compare'],
  ])('%s: %s', (filed, words) => {
    expect(travel(COUNT, filed)).toBe(words);
  });
});

describe('a change inside the dead band is none', () => {
  test.each([
    // band       filed             direction
    ['1 point', 'Q1 40, Q2 41', 'Level with'],
    ['1 point', 'Q1 40, Q2 39', 'Level with'],
    ['1 point', 'Q1 40, Q2 41.1', 'Better than'],
    ['5%', 'Q1 40, Q2 42', 'Level with'],
    ['5%', 'Q1 40, Q2 42.1', 'Better than'],
    ['0%', 'Q1 40, Q2 40.1', 'Better than'],
  ])('of %s: %s is %s', (band, filed, direction) => {
    expect(travel({ 'dead band': band }, filed)).toMatch(new RegExp(`^${direction} `));
  });

  test('and the answer says so', () => {
    expect(travel({ 'dead band': '1 point' }, 'Q1 40, Q2 41')).toBe(
      'Level with the previous quarter (Q1 2015/16): 40% then, 41% now; a change of up to 1 point counts as none',
    );
  });
});

describe('nothing is compared across a change in how figures are made', () => {
  const since = { 'comparable from': '{ quarter: Q2 2015/16, reason: A new survey. }' };
  const BREAK = 'Not comparable with figures from before Q2 2015/16 (A new survey)';

  test.each([
    // filed                                     direction
    ['Q4 2014/15 40, Q1 45', 'Better than the previous quarter (Q4 2014/15): 40% then, 45% now'],
    ['Q1 40, Q2 45', BREAK],
    ['Q2 40, Q3 45', 'Better than the previous quarter (Q2 2015/16): 40% then, 45% now'],
    ['Q3 2014/15 40, Q3 45', BREAK],
  ])('%s: %s', (filed, words) => {
    expect(travel(since, filed)).toBe(words);
  });

  test('and the verdict carries the mark of it', () => {
    const marked = (filed: string) =>
      judging(since, filed).qualifiers.includes('comparability_break');
    expect([marked('Q1 45'), marked('Q1 40, Q2 45'), marked('Q2 40, Q3 45')]).toEqual([
      false,
      true,
      false,
    ]);
  });
});
