import type { Found } from './found.ts';
import {
  endOfName,
  isGiven,
  isPlaceOrBody,
  isSurname,
  mayBeGiven,
  mayBeName,
  mayBeUnknownName,
  nameOf,
} from './name-parts.ts';
import { isCommonWord } from './other-capitals.ts';
import { PERSON_WORDS, THING_WORDS } from './people-words.ts';
import { WORD_SURNAMES } from './surnames.ts';
import { isCapital, isJoined, type Word } from './words.ts';

const CALLED = new Set(['named', 'called', 'nicknamed', 'alias', 'aka', 'surnamed']);
const AFTER_CALLED = /^ ?[ :("']{1,2}$/;
const WORDS_BACK = 10;
const SENTENCE_END = /[.;!?\n]/;
const AFTER_PERSON_WORD = /^(?: |, | \(|: ?| - )$/;
const LABELS = new Set(
  `lead contact officer manager worker keyworker caseworker author owner chair attendees present by name
  client victim offender yp mentor coordinator responsible`
    .trim()
    .split(/\s+/),
);
const AFTER_LABEL = /^ ?[:-] $/;
const FAMILY = new Set(['family', 'household', 'brothers', 'sisters', 'siblings', 'twins']);
const NAMES_ONE = new Set(['name', 'client', 'victim', 'offender', 'yp']);
// What is said of people and not of bodies.
const SAID_OF_PEOPLE = new RegExp(
  [
    '^,? \\(?aged? \\d',
    '^,? ?\\(\\d\\d\\)',
    '^, \\d\\d,',
    "^'s (?:mother|father|mum|dad|parents|family|brother|sister|partner|release|sentence|offending|case)\\b",
    '^ (?:was|is|has been|had been|got) (?:arrested|sentenced|convicted|recalled|remanded|released|bailed|charged|cautioned|born|imprisoned|hospitalised|pregnant|homeless|deported|murdered|stabbed|assaulted)\\b',
    '^ (?:to|will|is to|has agreed to|agreed to) (?:lead|chair|contact|visit|liaise|speak|follow up|take over)\\b',
    '^ (?:said|told|lives|lived)\\b',
    '^ ?[,(] ?(?:the |our |a |their |his |her )?(?:[a-z-]{2,20} ){0,3}(?:manager|officer|worker|lead|co-?ordinator|mentor|advis[eo]r|caseworker|analyst|director|inspector|sergeant|volunteer|solicitor)\\b',
  ].join('|'),
  'i',
);
const LOOKED_AT = 60;

/** Names that the words around them give away, whether or not any list knows them. */
export const namesByContext = (words: readonly Word[], text: string): readonly Found[] =>
  words.flatMap((word, at) => [
    ...afterCalled(words, at),
    ...afterPersonWord(words, at),
    ...afterLabel(words, at),
    ...beforeFamily(words, at),
    ...(isCapital(word) ? beforeWhatPeopleDo(words, at, text) : []),
  ]);

/** "A boy called Zayn", "known as Tiny"; never "a scheme called Safer Streets". */
const afterCalled = (words: readonly Word[], at: number): readonly Found[] => {
  const [before, word, next] = [words[at - 1], words[at], words[at + 1]];
  if (word === undefined || next === undefined || !AFTER_CALLED.test(next.gap)) return [];
  const isCalled =
    CALLED.has(word.key) ||
    (word.key === 'as' && before?.key === 'known') ||
    (word.key === 'is' && before?.key === 'name');
  if (!isCalled || isPlaceOrBody(words, endOfName(words, at + 1))) return [];
  const about = spokenOf(words, at);
  if (about === 'thing') return [];
  const isListed = mayBeGiven(next) || isSurname(next);
  if (!isCapital(next)) return isGiven(next) ? nameOf(words, at + 1, at + 1) : [];
  const isOne = about === 'person' ? mayBeName(next) : isListed;
  return isOne ? nameOf(words, at + 1, endOfName(words, at + 1)) : [];
};

/** What the nearest noun before this word is, within its sentence. */
const spokenOf = (words: readonly Word[], at: number): 'person' | 'thing' | null => {
  for (let back = at; back > Math.max(at - WORDS_BACK, 0); back -= 1) {
    const [word, before] = [words[back], words[back - 1]];
    if (word === undefined || before === undefined || SENTENCE_END.test(word.gap)) return null;
    if (PERSON_WORDS.has(before.key)) return 'person';
    if (THING_WORDS.has(before.key)) return 'thing';
  }
  return null;
};

/** "Her mother Sarah", "client Tyreke", "his son, Kofi". */
const afterPersonWord = (words: readonly Word[], at: number): readonly Found[] => {
  const [word, next] = [words[at], words[at + 1]];
  if (word === undefined || next === undefined || !AFTER_PERSON_WORD.test(next.gap)) return [];
  const isPerson = word.shape === 'small' || word.text === 'YP';
  if (!isPerson || word.possessive || !PERSON_WORDS.has(word.key)) return [];
  const last = endOfName(words, at + 1);
  const isOne = isJoined(next)
    ? mayBeUnknownName(next)
    : isCapital(next) && (isGiven(next) || (last > at + 1 && mayBeGiven(next)));
  return isOne && !isPlaceOrBody(words, last) ? nameOf(words, at + 1, last) : [];
};

/** "Lead officer: Xhosa Nkosi", "Name: Zayn". */
const afterLabel = (words: readonly Word[], at: number): readonly Found[] => {
  const [label, next] = [words[at], words[at + 1]];
  if (label === undefined || next === undefined || !LABELS.has(label.key)) return [];
  if (!AFTER_LABEL.test(next.gap) || !mayBeUnknownName(next)) return [];
  const last = endOfName(words, at + 1);
  const isOne = last > at + 1 || NAMES_ONE.has(label.key) || isGiven(next);
  return isOne && !isPlaceOrBody(words, last) ? nameOf(words, at + 1, last) : [];
};

/** "The Taylor family", whose name is that of each of them. */
const beforeFamily = (words: readonly Word[], at: number): readonly Found[] => {
  const [before, word, next] = [words[at - 1], words[at], words[at + 1]];
  const isOne =
    before?.key === 'the' &&
    isJoined(word) &&
    isJoined(next) &&
    FAMILY.has(next.text) &&
    (isSurname(word) ? isCapital(word) : mayBeUnknownName(word) || isSurnameToo(word));
  return isOne ? nameOf(words, at, at) : [];
};

const isSurnameToo = (word: Word): boolean =>
  word.shape === 'capital' && WORD_SURNAMES.has(word.key) && !isCommonWord(word.key);

/** "Szymon Wrona to lead", "Szymon Wrona (17) was released": two words of which no list need know either. */
const beforeWhatPeopleDo = (words: readonly Word[], at: number, text: string): readonly Found[] => {
  const [before, word, next, after] = [words[at - 1], words[at], words[at + 1], words[at + 2]];
  if (!mayBeUnknownName(word) || !isJoined(next) || !mayBeUnknownName(next)) return [];
  if (word.possessive || (isJoined(after) && isCapital(after))) return [];
  const isFree = !isJoined(word) || !isCapital(before) || isCommonWord(before.key);
  const said = text.slice(next.end, next.end + LOOKED_AT);
  return isFree && SAID_OF_PEOPLE.test(said) ? nameOf(words, at, at + 1) : [];
};
