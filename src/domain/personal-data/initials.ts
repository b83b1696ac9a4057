import type { Found } from './found.ts';
import { endOfName, isPlaceOrBody, isSurname, nameOf } from './name-parts.ts';
import { isJoined, type Word } from './words.ts';

const CALLED_INITIALS =
  /\b[Ii]nitial(?:s|led)?(?: are| is|:| of)? ?([A-Z](?:\.? ?[A-Z]){1,3}\.?)(?![\p{L}\d])/gu;
const PERSON =
  '(?:[Cc]lient|YP|[Yy]oung [Pp]erson|[Ss]ervice [Uu]ser|[Oo]ffender|[Vv]ictim|[Pp]upil|[Dd]efendant|[Ss]uspect|[Cc]hild)';
const OF_A_PERSON = new RegExp(
  String.raw`(?<![\p{L}])${PERSON},? \(?([A-Z]\.? ?[A-Z]\.?)(?![\p{L}\d-])`,
  'gu',
);
const DOING =
  /(?<![\p{L}.])([A-Z]\. ?[A-Z]\.)(?= (?:was|has|is|had|attended|told|said|lives|engaged|disclosed|reported|completed)\b)/gu;
// Two letters that stand for something other than a person.
const ABBREVIATION =
  /^(?:A[ADEPSV]|C[CEJPST]|D[ACEIPSV]|E[ADU]|GP|H[BOR]|I[DOTV]|KW|L[ADP]|M[HOP]|N[BEHW]|O[KM]|P[ACDMOS]|RJ|S[AEUVW]|T[AV]|U[KS]|V[ACOS]|WC|YP)$/;

/** Initials that stand for a person, and initials with a surname. */
export const initialsIn = (words: readonly Word[], text: string): readonly Found[] => [
  ...[CALLED_INITIALS, OF_A_PERSON, DOING].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const it = match[1] ?? '';
      if (pattern !== CALLED_INITIALS && ABBREVIATION.test(it.replace(/[. ]/g, ''))) return [];
      const start = match.index + match[0].lastIndexOf(it);
      return [{ sort: 'initials', start, end: start + it.length } as const];
    }),
  ),
  ...words.flatMap((word, at) => withSurname(words, at, word)),
];

/** "J. Okafor", "J Okafor", "A. B. Patel". */
const withSurname = (words: readonly Word[], at: number, word: Word): readonly Found[] => {
  const next = words[at + 1];
  if (word.shape !== 'letter' || next === undefined) return [];
  const last = endOfName(words, at);
  const surname = words[last];
  const isNext = isJoined(next) || /^\. ?$/.test(next.gap);
  const isOne =
    isNext && last > at && surname !== undefined && isSurname(surname) && last - at <= 2;
  return isOne && !isPlaceOrBody(words, last) ? nameOf(words, at, last) : [];
};
