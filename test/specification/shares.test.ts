import { describe, expect, test } from 'vitest';
import { whyParagraphs } from '../../src/domain/wording/why.ts';
import { judging, verdict } from './support.ts';

const small = (filed: string, lines = {}): boolean =>
  judging(lines, filed).qualifiers.includes('small_numbers');

describe('a share is its cases over all cases, unrounded', () => {
  test.each([
    // filed          target                verdict
    ['5983 of 6000', '{ at least: 100 }', 'Marginal'],
    ['6000 of 6000', '{ at least: 100 }', 'On track'],
    ['1 of 3', '{ at least: 33.3 }', 'Ahead'],
    ['1 of 3', '{ at least: 33.4 }', 'Marginal'],
    ['2 of 5', '{ at least: 40 }', 'On track'],
  ])('%s against %s is: %s', (filed, target, word) => {
    expect(verdict({ target }, filed)).toBe(word);
  });
});

describe('several quarters together are the sum of cases over the sum of all cases', () => {
  const together = (filed: string): string => {
    const { yearShare } = judging({}, filed);
    return yearShare === null
      ? 'not known'
      : `${yearShare.numerator.toFixed()} of ${yearShare.denominator.toFixed()}`;
  };

  test.each([
    // filed                                     together
    ['Q1 1 of 2, Q2 9 of 90', '10 of 92'],
    ['Q1 1 of 2, Q2 no cases, Q3 9 of 90', '10 of 92'],
    ['Q1 0 of 10, Q2 10 of 10', '10 of 20'],
    ['Q1 not started, Q2 4 of 10', '4 of 10'],
    ['Q1 no cases, Q2 0 of 0', '0 of 0'],
    ['Q1 50, Q2 9 of 90', 'not known'],
    ['Q2 9 of 90', 'not known'],
    ['Q1 not available, Q2 9 of 90', 'not known'],
    ['Q1 9 of 90', 'not known'],
  ])('%s: %s', (filed, words) => {
    expect(together(filed)).toBe(words);
  });

  test('unless some of them were counted in another way', () => {
    const since = { 'comparable from': 'Q2 2015/16' };
    const share = (filed: string) => judging(since, filed).yearShare?.denominator.toFixed();
    expect([share('Q1 1 of 2, Q2 9 of 90'), share('Q1 1 of 2, Q2 9 of 90, Q3 1 of 8')]).toEqual([
      undefined,
      undefined,
    ]);
  });

  test('and the quarter is judged on its own', () => {
    const second = judging({}, 'Q1 1 of 10, Q2 40 of 90');
    expect(second.position).toBe('exceeding');
    expect(whyParagraphs(second)).toContain(
      "All cases of the year so far: Q1 1 of 10 + Q2 40 of 90 = 41 of 100, or 41%. The verdict is on this quarter's own.",
    );
  });
});

describe('one case would change it', () => {
  const large = { 'minimum base': '0' };

  test.each([
    // filed           one case matters, because
    ['40 of 100', true], // 39 of 100 is marginal
    ['41 of 100', true], // 40 of 100 is only on track
    ['42 of 100', false],
    ['39 of 100', true], // 40 of 100 is on track
    ['38 of 100', false],
    ['36 of 100', true], // 35 of 100 is off track
    ['35 of 100', true], // 36 of 100 is marginal
    ['34 of 100', false],
    ['400000000000 of 1000000000000', true],
    ['400000000002 of 1000000000000', false],
    ['0 of 1', true],
    ['1 of 1', true],
    ['0 of 100', false],
    ['100 of 100', false],
  ])('%s: %s', (filed, matters) => {
    expect(small(filed, large)).toBe(matters);
  });
});

describe('fewer cases than the minimum base are small numbers', () => {
  test.each([
    // filed      minimum base  small
    ['15 of 19', '20', true],
    ['15 of 20', '20', false],
    ['15 of 20', '21', true],
    ['15 of 19', '0', false],
  ])('%s with %s: %s', (filed, minimum, is) => {
    expect(small(filed, { 'minimum base': minimum })).toBe(is);
  });
});
