import { type Found, foundIn } from './found.ts';
import { DAY_AND_MONTH, FULL_DATE, MONTH_AND_YEAR } from './printed-dates.ts';

const START = '(?<![\\d/.-])';
const ANY_DATE = `${START}(?:${FULL_DATE}|${DAY_AND_MONTH}|${MONTH_AND_YEAR})`;
const LABEL = '(?<![\\w.])(?:d\\.? ?o\\.? ?b\\b\\.?|dates? of birth|birth ?dates?|date born)';
const BIRTHDAY = '(?<!\\w)birthdays?\\b';
const POINTING = '(?:[ :=,()-]|\\b(?:is|was|are|on|of|falls|the|given|as)\\b){1,8}';
// Behind such a label even "120598" and "1998" are one.
const FIGURES = '(?:\\d{6}|\\d{8}|\\d{1,2} \\d{1,2} \\d{2,4}|(?:19|20)\\d\\d)(?![\\d,./-]?\\d|%)';

const AFTER_LABEL = new RegExp(
  `${LABEL}${POINTING}(${START}(?:${FULL_DATE}|${DAY_AND_MONTH}|${MONTH_AND_YEAR}|${FIGURES}))`,
  'gi',
);
const AFTER_BIRTHDAY = new RegExp(
  `${BIRTHDAY}${POINTING}(${START}(?:${FULL_DATE}|${DAY_AND_MONTH}))`,
  'gi',
);
const BEFORE_LABEL = new RegExp(
  `(${ANY_DATE})[ ,()-]{1,4}(?:(?:is|was|as|his|her|their|the|being) ){0,3}(?:${LABEL}|${BIRTHDAY})`,
  'gi',
);
// "Born on Friday 12 May 1998", "born in Barnet in May 1999"; a group born after a day is nobody.
const BORN = new RegExp(
  `(?<![\\w-])born(?! (?:on or )?(?:before|after|between|since|from|prior|by)\\b)[^.;!?\\n]{1,30}?(${ANY_DATE})`,
  'gi',
);
const ONLY_A_MONTH = new RegExp(`^${MONTH_AND_YEAR}$`, 'i');
const MANY = /\b(?:babies|children|people|those|pupils|clients|infants|all|were|are) $/i;
const ABBREVIATED = new RegExp(`(?<![\\w.])b\\. ?(${FULL_DATE})`, 'g');

const PERSON =
  '(?:client|offender|victim|suspect|defendant|young person|YP|service user|male|female|boy|girl|man|woman|son|daughter|brother|sister|mother|father|parent|carer|nephew|niece|child|pupil|student|patient|tenant|resident|nominal|aged?|\\d{1,2}[- ]years?[- ]old|he|she|him|her|his|who)';
const BESIDE = '[^.;!?\\n]{0,24}';
const AFTER_PERSON = new RegExp(`(?<![\\w-])${PERSON}\\b${BESIDE}?(${START}${FULL_DATE})`, 'gi');
const BEFORE_PERSON = new RegExp(`(${START}${FULL_DATE})${BESIDE}?\\b${PERSON}(?![\\w-])`, 'gi');
const DATE = new RegExp(`${START}${FULL_DATE}`, 'gi');

// Younger than five nobody is on a caseload by name; what lies less far back is when something happened.
const YOUNGEST = 5;
const OLDEST = 100;
const YEAR_IN = /(?:19|20)\d\d/;
const SHORT_YEAR = /\d\d$/;

/**
 * Dates of birth: beside the words for one, or a day far enough back to be one beside a single
 * person. `year` is the financial year that is reported on.
 */
export const datesOfBirthIn = (text: string, year: number): readonly Found[] => [
  ...[AFTER_LABEL, AFTER_BIRTHDAY, BEFORE_LABEL, ABBREVIATED].flatMap((pattern) =>
    datesBy(pattern, text),
  ),
  ...[...text.matchAll(BORN)]
    .filter(({ index, 1: date = '' }) => {
      const before = text.slice(Math.max(index - 20, 0), index);
      return !(ONLY_A_MONTH.test(date) && MANY.test(before));
    })
    .map((match) => foundIn('date_of_birth', match)),
  ...[AFTER_PERSON, BEFORE_PERSON]
    .flatMap((pattern) => datesBy(pattern, text))
    .filter((found) => isLifetimeAgo(text, found, year)),
];

/** Such days directly beside these names: "Jane Smith, 12/05/1998". */
export const datesBeside = (
  text: string,
  names: readonly Found[],
  year: number,
): readonly Found[] => {
  const ends = new Set(names.map(({ end }) => end));
  return datesBy(DATE, text).filter(
    (found) =>
      isLifetimeAgo(text, found, year) && [1, 2, 3].some((back) => ends.has(found.start - back)),
  );
};

const datesBy = (pattern: RegExp, text: string): readonly Found[] =>
  [...text.matchAll(pattern)].map((match) => foundIn('date_of_birth', match));

const isLifetimeAgo = (text: string, { start, end }: Found, year: number): boolean => {
  const born = yearOf(text.slice(start, end), year);
  return born !== null && born <= year - YOUNGEST && born >= year - OLDEST;
};

/** The year of a date as written; of two digits, the last such year that is not to come. */
const yearOf = (date: string, year: number): number | null => {
  const whole = YEAR_IN.exec(date);
  if (whole !== null) return Number(whole[0]);
  const [short] = SHORT_YEAR.exec(date) ?? [];
  if (short === undefined) return null;
  const century = year - (year % 100);
  return century + Number(short) > year + 1
    ? century - 100 + Number(short)
    : century + Number(short);
};
