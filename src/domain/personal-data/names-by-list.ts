import type { Found } from './found.ts';
import {
  endOfName,
  isGiven,
  isPlaceOrBody,
  isSurname,
  mayBeGiven,
  mayBeUnknownName,
  nameOf,
} from './name-parts.ts';
import { FOLLOWS_A_NAME_OF_PLACE, isCommonWord } from './other-capitals.ts';
import { NAMED_AFTER_PEOPLE, WORD_SURNAMES } from './surnames.ts';
import { isCapital, isJoined, type Word } from './words.ts';

// What makes the name after it that of a church, an operation, a storm or a king.
const MAKES_NO_PERSON = new Set(
  'st saint operation op project storm hurricane king queen prince princess hms team camp cafe'.split(
    ' ',
  ),
);
const ARTICLES = new Set('the a an this our each every'.split(' '));
const SHORTEST_ALONE = 3;
const SHORTEST_IN_CAPITALS = 5;

/** Names told by the lists: "Jane Okafor", "Tyreke Johnson", "SMITH, Jane", and "Kevin" by itself. */
export const namesByList = (words: readonly Word[]): readonly Found[] =>
  words.flatMap((word, at) => {
    const before = words[at - 1];
    if (isJoined(word) && before !== undefined && MAKES_NO_PERSON.has(before.key)) return [];
    // "Stephen Lawrence Day" is nobody called Lawrence Day.
    if (isJoined(word) && NAMED_AFTER_PEOPLE.has(`${before?.key ?? ''} ${word.key}`)) return [];
    if (!isCapital(word)) return inSmallLetters(words, at);
    if (mayBeGiven(word)) return byGivenName(words, at);
    return bySurname(words, at);
  });

const byGivenName = (words: readonly Word[], at: number): readonly Found[] => {
  const [word, last] = [words[at], endOfName(words, at)];
  if (word === undefined) return [];
  if (last === at) {
    if (isWithInitial(word, words[at + 1])) return nameOf(words, at, at + 1);
    return isNameAlone(words, at) ? nameOf(words, at, at) : [];
  }
  const surname = words[last];
  if (surname === undefined || isPlaceOrBody(words, last)) return [];
  if (NAMED_AFTER_PEOPLE.has(`${word.key} ${words[at + 1]?.key ?? ''}`)) return [];
  const isOne =
    word.shape === 'capitals' || surname.shape === 'capitals'
      ? isSurname(surname) || (isGiven(word) && word.text.length >= SHORTEST_IN_CAPITALS)
      : isGiven(word) || isSurname(surname) || isSurnameBesides(surname) || isGiven(surname);
  return isOne ? nameOf(words, at, last) : [];
};

/** "Liam W"; "A" and "I" are words. */
const isWithInitial = (word: Word, next: Word | undefined): boolean =>
  isGiven(word) && isJoined(next) && next.shape === 'letter' && !/^[AI]$/.test(next.text);

/** A word that is a surname too, unless it is as likely what a place is called after. */
const isSurnameBesides = ({ key }: Word): boolean =>
  WORD_SURNAMES.has(key) && !FOLLOWS_A_NAME_OF_PLACE.has(key);

/** "Kevin has re-engaged": in no longer name, and of no place. */
const isNameAlone = (words: readonly Word[], at: number): boolean => {
  const [before, word, next] = [words[at - 1], words[at], words[at + 1]];
  if (word === undefined || !isCapital(word) || !isGiven(word)) return false;
  // "MARCUS missed two"; what is shorter may stand for something, and in a line of capitals anything may.
  const shortest = word.shape === 'capital' ? SHORTEST_ALONE : SHORTEST_IN_CAPITALS;
  if (word.text.length < shortest || isPlaceOrBody(words, at)) return false;
  if (isJoined(next) && isCapital(next) && !word.possessive) return false;
  if (before === undefined || !isJoined(word)) return true;
  if (ARTICLES.has(before.key)) return false;
  return !isCapital(before) || isCommonWord(before.key);
};

/** A surname from the lists with a word before it that could be a given name, or a given name after it. */
const bySurname = (words: readonly Word[], at: number): readonly Found[] => {
  const [before, word, next] = [words[at - 1], words[at], words[at + 1]];
  if (word === undefined || next === undefined || word.possessive) return [];
  const isFree =
    before === undefined || !isJoined(word) || !isCapital(before) || isCommonWord(before.key);
  if (!isFree) return [];
  const last = endOfName(words, at);
  const end = words[last];
  if (last > at && end !== undefined && mayBeUnknownName(word) && isSurname(end)) {
    return isPlaceOrBody(words, last) ? [] : nameOf(words, at, last);
  }
  const isTurnedRound =
    isSurname(word) && isCapital(next) && isGiven(next) && /^,? $/.test(next.gap);
  return isTurnedRound && !isPlaceOrBody(words, at + 1) ? nameOf(words, at, at + 1) : [];
};

/** "jane patel": only where both lists know the words. */
const inSmallLetters = (words: readonly Word[], at: number): readonly Found[] => {
  const [word, next] = [words[at], words[at + 1]];
  const isOne =
    word !== undefined &&
    isJoined(next) &&
    next.shape === 'small' &&
    !word.possessive &&
    isGiven(word) &&
    isSurname(next);
  return isOne ? nameOf(words, at, at + 1) : [];
};
