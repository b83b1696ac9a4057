import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutText, plainText } from '../../src/domain/plain-text.ts';

test.each([
  ['１７％', '17%'],
  ['١٢٣٤٥٦٧٨٩٠', '1234567890'],
  ['۷ of ۴۱', '7 of 41'],
  ['०१२३४५६७८९', '0123456789'],
  ['௧௨', '12'],
  ['–5 —5 −5 ‑5', '-5 -5 -5 -5'],
  ['“none” ‘n/a’', '"none" \'n/a\''],
  ['17\u00a0%\u2009 \t\n!', '17 % !'],
  ['1\u200b7\ufeff', '17'],
])('%j is put plainly as %j', (text, plain) => {
  expect(plainText(text)).toBe(plain);
});

test.each(['5²', '½', '①'])('%s is not turned into digits it does not mean', (text) => {
  expect(plainText(text)).toBe(text);
});

test('plain text is well formed, has single spaces and stays the same when made plain again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const plain = plainText(text);
      expect(plain.isWellFormed()).toBe(true);
      expect(plain).not.toMatch(/^ | {2}| $/);
      expect(plainText(plain)).toBe(plain);
    }),
  );
});

test('cut text is never longer than asked and never ends in half a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, most) => {
      const cut = cutText(text, most);
      expect([...cut].length).toBeLessThanOrEqual(most);
      expect(cut.isWellFormed()).toBe(true);
      expect(cut === text || cut.endsWith('…')).toBe(true);
    }),
  );
});
