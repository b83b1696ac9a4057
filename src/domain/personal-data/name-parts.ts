import type { Found } from './found.ts';
import { AMBIGUOUS_GIVEN_NAMES, GIVEN_NAMES } from './given-names.ts';
import { FOLLOWS_A_NAME_OF_PLACE, isCommonWord, isNoName } from './other-capitals.ts';
import { SURNAMES, WORD_SURNAMES } from './surnames.ts';
import { type CapitalWord, capitalsAfter, isCapital, isJoined, type Word } from './words.ts';

const MOST_WORDS = 4;
const PARTICLES = new Set(
  'de da do dos du di del della van von der den ter bin bint ibn al el ul ur la le mac mc st ap ab abu'.split(
    ' ',
  ),
);
// "Jane Smith Project Manager" is a person with a post, "Jane Smith Project" is a project.
const POSTS = new Set(
  'manager lead leader officer worker coordinator co-ordinator director adviser advisor mentor head'.split(
    ' ',
  ),
);
// "Jane Smith house" is a house in small letters too; "Jane review" need not be a review.
const FOLLOWS_IN_SMALL_LETTERS = new Set(
  'house court road street avenue estate ward centre hospital school trust foundation project programme scheme law clinic'.split(
    ' ',
  ),
);

/** Of a double name, its first part says what it is. */
const inList = (list: ReadonlySet<string>, { key }: Word): boolean =>
  list.has(key) || list.has(key.split('-', 1)[0] ?? key);

/** A given name by itself. */
export const isGiven = (word: Word): boolean => inList(GIVEN_NAMES, word);

/** A given name, or a word that is one beside a surname. */
export const mayBeGiven = (word: Word): boolean =>
  isGiven(word) || AMBIGUOUS_GIVEN_NAMES.has(word.key);

export const isSurname = (word: Word): boolean => inList(SURNAMES, word);

/** Whether this word could be part of a name as far as its letters and the lists go. */
export const mayBeName = (word: Word | undefined): word is CapitalWord =>
  isCapital(word) &&
  word.text.length > 1 &&
  (!isNoName(word.key) || WORD_SURNAMES.has(word.key) || isSurname(word));

/** The same where nothing but the words around it says that it is one. */
export const mayBeUnknownName = (word: Word | undefined): word is CapitalWord =>
  word?.shape === 'capital' && word.text.length > 1 && !isNoName(word.key);

/**
 * Where a name that begins at `first` ends: the index of its last word. Initials, further given names
 * and particles stand within it.
 */
export const endOfName = (words: readonly Word[], first: number): number => {
  let last = first;
  for (let at = first + 1; at < first + MOST_WORDS; at += 1) {
    const word = words[at];
    if (word === undefined || words[at - 1]?.possessive === true) break;
    const before = words[at - 1];
    const isNext = word.gap === ' ' || (before?.shape === 'letter' && /^\. ?$/.test(word.gap));
    if (!isNext) break;
    // Behind a surname, "House" is no second one.
    if (last > first && FOLLOWS_A_NAME_OF_PLACE.has(word.key)) break;
    if (mayBeName(word)) last = at;
    else if (word.shape !== 'letter' && !PARTICLES.has(word.key)) break;
  }
  return last;
};

/** Whether what looks like a name goes on as the name of a place or a body. */
export const isPlaceOrBody = (words: readonly Word[], last: number): boolean => {
  const next = words[last + 1];
  if (next === undefined || !isJoined(next)) return false;
  if (words[last]?.possessive === true) {
    return next.key === 'law' || (isCapital(next) && FOLLOWS_A_NAME_OF_PLACE.has(next.key));
  }
  if (next.shape === 'small') return FOLLOWS_IN_SMALL_LETTERS.has(next.key);
  const run = capitalsAfter(words, last);
  // Where everything is in capitals the sentence goes on in them too.
  const end = run.findIndex(({ key }) => isCommonWord(key));
  const after = end === -1 ? run : run.slice(0, end);
  return (
    after.some(({ key }) => FOLLOWS_A_NAME_OF_PLACE.has(key)) &&
    !after.some(({ key }) => POSTS.has(key))
  );
};

/** These words, first to last, as a name. */
export const nameOf = (words: readonly Word[], first: number, last: number): readonly Found[] => {
  const [from, to] = [words[first], words[last]];
  return from === undefined || to === undefined
    ? []
    : [{ sort: 'name', start: from.start, end: to.end }];
};
