import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closest, readMeasureRef } from '../../src/domain/reading/references.ts';

describe('a reference is read however it is typed', () => {
  test.each([
    ['2.4', '2.4'],
    ['4.2A', '4.2a'],
    ['2,4', '2.4'],
    [' 2.4.', '2.4'],
    ['4.2 a', '4.2a'],
    ['4.2(a)', '4.2a'],
    ['outcome 2.4', '2.4'],
    ['Measure: 4.2a', '4.2a'],
    ['“2.4”', '2.4'],
    ['２．４', '2.4'],
    ['12.10', '12.10'],
  ])('“%s” is %s', (text, ref) => {
    expect(readMeasureRef(text)).toBe(ref);
  });
});

test.each(['', '2', '2.4.1', '2.4 2.5', '2.', 'two', '4.2ab', '2.4%', `2.4${' '.repeat(100_000)}`])(
  '“%s” is no reference',
  (text) => {
    expect(readMeasureRef(text)).toBeNull();
  },
);

const REFS = ['1.1', '2.4', '2.5', '4.2a', '4.2b', '5.4', '5.5'];

test.each([
  ['9.9', ['5.5', '5.4']],
  ['2.6', ['2.5', '2.4']],
  ['4.2c', ['4.2a', '4.2b']],
  ['24', ['2.4']],
])('asked for %s, the nearest are %j', (asked, near) => {
  expect(closest(asked, REFS)).toEqual(near);
});

test.each([
  ['stauts', 'status'],
  ['Status', 'status'],
  ['stat', 'status'],
  ['hlep', 'help'],
])('“%s” was meant as “%s”', (asked, meant) => {
  expect(closest(asked, ['help', 'status'])).toEqual([meant]);
});

test.each(['banana', '', 'remind'])('nothing is like “%s”', (asked) => {
  expect(closest(asked, ['help', 'status'])).toEqual([]);
});

test('suggestions are known words, no more than asked for, and a known word is its own nearest', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string()), fc.nat({ max: 3 }), (asked, known, limit) => {
      const near = closest(asked, known, limit);
      expect(near.length).toBeLessThanOrEqual(limit);
      expect(near.every((word) => known.includes(word))).toBe(true);
    }),
  );
  for (const ref of REFS) expect(closest(ref, REFS, 1)).toEqual([ref]);
});
