import type { Found } from './found.ts';
import { endOfName, isSurname, mayBeName, nameOf } from './name-parts.ts';
import { isCapital, type Word } from './words.ts';

// Nobody but a person is called so.
const COURTESY = new Set('Mr MR Mrs MRS Mx Messrs'.split(' '));
const TITLES = new Set(
  `Ms MS Miss MISS Dr DR Prof Professor Sir Dame Lord Lady Rev Revd Reverend Imam Rabbi Cllr Councillor
  PC WPC PCSO DC DS DI DCI DSI DCS PS CI Sgt SGT Sergeant Insp Inspector Supt Superintendent Constable
  Detective Judge HHJ`
    .trim()
    .split(/\s+/),
);
const IN_SMALL_LETTERS = new Set(['mr', 'mrs']);
// After "mr" or "mrs" in small letters these go on with the sentence.
const NO_SURNAME = new Set('and or is was has to of in the who'.split(' '));
const AFTER_TITLE = /^\.? ?$/;

/** "Mr Smith", "Sgt. J Okafor", "Detective Inspector Ward", "mrs smith". */
export const namesByTitle = (words: readonly Word[]): readonly Found[] =>
  words.flatMap((word, at) => {
    const next = words[at + 1];
    if (next === undefined || word.possessive || next.gap === '' || !AFTER_TITLE.test(next.gap)) {
      return [];
    }
    if (IN_SMALL_LETTERS.has(word.text)) {
      const isOne = next.text.length > 1 && !NO_SURNAME.has(next.key);
      return isOne ? nameOf(words, at, endOfName(words, at + 1)) : [];
    }
    if (word.text === 'dr' && isSurname(next)) return titled(words, at);
    if (COURTESY.has(word.text)) return isNamed(next) ? titled(words, at) : [];
    const isOne = TITLES.has(word.text) && (mayBeName(next) || next.shape === 'letter');
    return isOne && !TITLES.has(next.text) ? titled(words, at) : [];
  });

const isNamed = (word: Word): boolean => isCapital(word) || word.shape === 'letter';

const titled = (words: readonly Word[], at: number): readonly Found[] =>
  nameOf(words, at, endOfName(words, at + 1));
