import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimal, printDecimal } from '../../src/domain/decimal.ts';
import { readFigure } from '../../src/domain/reading/read-figure.ts';

const MEASURES = [
  { unit: '%', title: 'Increased engagement rate' },
  { unit: 'victims', title: 'Victims supported' },
  { unit: 'offences per person per year', title: 'A reduction in offending' },
  { unit: 'per 100,000 young people', title: 'First time entrants' },
  { unit: '£', title: 'Grant spent' },
] as const;

const PIECES = [
  ...['7', '41', '0', '1,234', '0.72', '0,72', '1e309', '²', '½', '٣', '７', '-', '−', '—', '+'],
  ...['%', '٪', '£', '/', ' of ', ' out of ', '.', ',', ' ', '\u00a0', '\u200b', 'approx ', 'c. '],
  ...['~', '<', '>', 'n/a', 'none', 'nil', 'tbc', 'NaN', 'Infinity', 'victims', 'per', 'reduction'],
  ...['<!channel>', '\ud83d', '\u202e', '\u0000', '(', ')', '?', 'k', 'million', '9'.repeat(14)],
] as const;

const hostile = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.double().map(String),
);

test('whatever is typed is a possible number, nothing, or a sentence', () => {
  fc.assert(
    fc.property(hostile, fc.constantFrom(...MEASURES), (text, measure) => {
      const read = readFigure(text, measure);
      if (read.kind === 'empty') return;
      if (read.kind === 'ask') {
        expect(read.sentence).toMatch(/\.$/);
        expect(read.sentence.length).toBeLessThan(400);
        expect(read.sentence.isWellFormed()).toBe(true);
        return;
      }
      const { value, share } = read.answer;
      expect(value.toFixed()).toMatch(/^\d+(\.\d+)?$/);
      if (measure.unit === '%') expect(value.lte(100)).toBe(true);
      if (share !== null) {
        expect(share.denominator.gt(0)).toBe(true);
        expect(share.numerator.lte(share.denominator)).toBe(true);
      }
    }),
    { numRuns: 5_000 },
  );
});

test('a number as it is printed is read back as itself', () => {
  const numbers = fc.tuple(fc.integer({ min: 0, max: 999_999_999 }), fc.nat({ max: 6 }));
  fc.assert(
    fc.property(numbers, ([digits, places]) => {
      const value = decimal(`${digits}e-${places}`);
      const read = readFigure(printDecimal(value, places), MEASURES[1]);
      expect(read.kind === 'answer' && read.answer.value.eq(value)).toBe(true);
    }),
  );
});

test('a share is exactly its numerator of its denominator', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999 }), fc.nat({ max: 99_999 }), (whole, other) => {
      const part = other % (whole + 1);
      const read = readFigure(`${part} of ${whole}`, MEASURES[0]);
      if (read.kind !== 'answer') throw new Error(`${part} of ${whole} was not read`);
      const back = read.answer.value.times(whole).div(100);
      expect(back.minus(part).abs().lt('1e-30')).toBe(true);
    }),
  );
});
