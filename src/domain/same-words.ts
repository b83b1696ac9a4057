import { plainText } from './plain-text.ts';

// Four words in a row are hardly ever alike by chance; a text of three or fewer must be there whole.
const RUN = 4;

/** The words of a text in small letters, however it is spaced, punctuated or escaped. */
const wordsOf = (text: string): readonly string[] =>
  plainText(text.replace(/&(?:amp|lt|gt);/g, ' '))
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

const joined = (words: readonly string[]): string => ` ${words.join(' ')} `;

/** Whether two texts say the same, to the word; of texts without words, to the letter. */
export const sameWords = (a: string, b: string): boolean => {
  const words = wordsOf(a);
  return words.length === 0 ? a.trim() === b.trim() : joined(words) === joined(wordsOf(b));
};

/** Whether a text has at least so many words. */
export const hasWords = (text: string, fewest: number): boolean => wordsOf(text).length >= fewest;

/** Whether `text` holds all of `sought`, word for word. */
export const holdsAll = (text: string, sought: string): boolean => {
  const words = wordsOf(sought);
  return words.length === 0
    ? sought.trim() !== '' && text.includes(sought.trim())
    : joined(wordsOf(text)).includes(joined(words));
};

/** Whether `text` quotes `sought`: all of it, or at least a few words of it in a row. */
export const quotes = (text: string, sought: string): boolean => {
  if (holdsAll(text, sought)) return true;
  const words = wordsOf(sought);
  const within = joined(wordsOf(text));
  return words.some(
    (_, index) =>
      index + RUN <= words.length && within.includes(joined(words.slice(index, index + RUN))),
  );
};
