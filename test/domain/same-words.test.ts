import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holdsAll, quotes, sameWords } from '../../src/domain/same-words.ts';

const SAID = 'Zebedee Quill missed both appointments after his release.';

test.each([
  ['to the letter', SAID, true],
  [
    'spaced, punctuated and headed otherwise',
    ' zebedee quill\nMISSED both appointments – after his release!',
    true,
  ],
  ['with a word changed', 'Zebedee Quill kept both appointments after his release.', false],
  ['with more around it', `Sadly, ${SAID}`, false],
])('the same text %s', (_, text, expected) => {
  expect(sameWords(text, SAID)).toBe(expected);
});

test.each([
  [`Q1: ${SAID} Figures are final.`, true],
  ['2.4 is off track; the commentary says “Quill missed both appointments”.', true],
  ['Commentary: Zebedee Quill missed bo…', false],
  ['Commentary: Zebedee Quill missed both appoint… (Shortened here.)', true],
  ['&lt;!channel&gt; missed both appointments after &amp; before', true],
  ['Both were missed.', false],
  ['', false],
])('“%s” quotes it: %s', (text, expected) => {
  expect(quotes(text, SAID)).toBe(expected);
});

test('a text of a few words must be there whole, as words and not as parts of them', () => {
  expect(quotes('Given by Jo Ali by phone', 'Jo Ali')).toBe(true);
  expect(quotes('Given by Joal Ibrahim', 'Jo Al')).toBe(false);
  expect(quotes('Jo was there, and so was Ali', 'Jo Ali')).toBe(false);
});

test('a text without a word is compared as it stands', () => {
  expect(sameWords('🙂🙂', ' 🙂🙂 ')).toBe(true);
  expect(sameWords('🙂🙂', '🙃')).toBe(false);
  expect(holdsAll('so 🙂🙂!', '🙂🙂')).toBe(true);
  expect(holdsAll('anything', '  ')).toBe(false);
});

test('whatever was written, a text holds, quotes and equals itself, alone and among other words', () => {
  const text = fc.string({ unit: 'binary', minLength: 1 }).filter((each) => each.trim() !== '');
  fc.assert(
    fc.property(text, fc.lorem(), (said, words) => {
      expect(sameWords(said, said)).toBe(true);
      expect(holdsAll(said, said)).toBe(true);
      expect(quotes(`${words} | ${said} | ${words}`, said)).toBe(true);
    }),
  );
});
