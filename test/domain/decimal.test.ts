import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, decimal } from '../../src/domain/decimal.ts';

/** Numbers that often share digits, size or sign, and noughts of either sign. */
const numbers = fc.oneof(
  fc.integer({ min: -1200, max: 1200 }).map((whole) => decimal(whole).div(100)),
  fc.integer({ min: -12, max: 12 }).map((whole) => decimal(whole).times('1e10')),
  fc.constantFrom('0', '-0', '5983', '5983.0', '-5983', '1e-30').map((text) => decimal(text)),
);

describe('two exact numbers', () => {
  test('are compared as big.js compares them', () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        expect(compare(a, b)).toBe(a.cmp(b));
      }),
      { numRuns: 2000 },
    );
  });

  test('are the same whichever sign a nought carries', () => {
    expect(compare(decimal('-0'), decimal(0))).toBe(0);
    expect(compare(decimal(0), decimal(-1))).toBe(1);
    expect(compare(decimal(0), decimal('0.01'))).toBe(-1);
  });
});

test('an exact number is taken as it is, and divides to forty places', () => {
  const third = decimal(1).div(3);
  expect(decimal(third)).toBe(third);
  expect(third.toFixed()).toBe(`0.${'3'.repeat(40)}`);
});
