import { previousQuarter } from '../calendar/calendar.ts';
import type { FiledFigure } from '../figure.ts';
import type { Assessment } from '../judging/assessment.ts';
import { figureFor } from '../judging/year-to-date.ts';
import { plainText } from '../plain-text.ts';
import type { Question } from './question.ts';

// "No change since last quarter" may be said twice; a paragraph is not written twice in the same words.
const FEWEST_WORDS = 8;

/** The words without what a new quarter would change in any case: its name, its year, punctuation. */
const wordsOf = (text: string): readonly string[] =>
  plainText(text)
    .toLowerCase()
    .replace(/\b(?:q|qtr ?|quarter )(?:[1-4]|one|two|three|four)\b/g, ' ')
    .replace(/\b20\d\d(?:[/-](?:20)?\d\d)?\b/g, ' ')
    // A point stays only inside a number.
    .replace(/(?<!\d)\.|\.(?!\d)/g, ' ')
    .split(/[^\p{L}\p{N}%£.]+/u)
    .filter((word) => word !== '');

/** Last quarter's commentary once more, however it is spaced, punctuated or headed. */
export const repeatedCommentary = (
  { measure, quarter, figure }: Assessment,
  earlier: readonly FiledFigure[],
): Question | null => {
  const last = figureFor(earlier, previousQuarter(quarter))?.commentary ?? null;
  const now = figure?.commentary ?? null;
  // Where there is no number there may be nothing new to say either.
  if (last === null || now === null || figure?.answer.kind !== 'number') return null;
  const words = wordsOf(now);
  if (words.length < FEWEST_WORDS || words.join(' ') !== wordsOf(last).join(' ')) return null;
  return {
    code: 'repeated_commentary',
    found: `The commentary on ${measure.ref} is last quarter's, word for word.`,
    ask: 'Does it still hold for this quarter?',
    meant: null,
  };
};
