import { sameQuarter } from '../domain/calendar/calendar.ts';
import { hasWords, holdsAll, quotes, sameWords } from '../domain/same-words.ts';
import type { StandingText, TextPlace } from './purge-record.ts';
import { kindOfText } from './text-labels.ts';

// Within one return, three words are the same text; "None" or "See above" may be said of two things.
const FEWEST_WORDS = 3;
// "No change since last quarter" is said by many; a whole sentence is not written twice in the same words.
const FEWEST_WORDS_ELSEWHERE = 8;

export const isSamePlace = (a: TextPlace, b: TextPlace): boolean =>
  a.source === b.source && a.rowId === b.rowId && a.part === b.part;

/**
 * Every place in which a text stands, itself first: a figure filed again has its words once more, a
 * question repeats some of them, and so does what is typed for the same return and not filed.
 */
export const copiesOf = (
  text: StandingText,
  all: readonly StandingText[],
): readonly StandingText[] => [
  text,
  ...all.filter((other) => !isSamePlace(other, text) && isCopy(text, other)),
];

const isCopy = (text: StandingText, other: StandingText): boolean => {
  const isSameReturn = isOfSameReturn(text, other);
  const fewest = isSameReturn ? FEWEST_WORDS : FEWEST_WORDS_ELSEWHERE;
  if (hasWords(text.text, fewest) && holdsAll(other.text, text.text)) return true;
  if (!isSameReturn) return false;
  if (isSecondHand(other) && text.ref === other.ref && quotes(other.text, text.text)) return true;
  // Few words may be said of two things by chance, but not of one.
  return (
    text.ref === other.ref &&
    kindOfText(text) === kindOfText(other) &&
    sameWords(text.text, other.text)
  );
};

/** What repeats others' words, or was typed over them: a few of them in a row are enough. */
const isSecondHand = ({ source, part }: StandingText): boolean =>
  source === 'drafts' || part.startsWith('field ') || (source === 'questions' && part === 'found');

const isOfSameReturn = ({ of: a }: StandingText, { of: b }: StandingText): boolean =>
  a === null || b === null
    ? a === b
    : a.projectNumber === b.projectNumber && sameQuarter(a.quarter, b.quarter);
