import { addressesIn } from './addresses.ts';
import { caseReferencesIn } from './case-references.ts';
import { datesBeside, datesOfBirthIn } from './dates-of-birth.ts';
import { emailsIn } from './emails.ts';
import { type Found, type PersonalKind, SORTS } from './found.ts';
import { initialsIn } from './initials.ts';
import { namesByContext } from './names-by-context.ts';
import { namesByList } from './names-by-list.ts';
import { namesByTitle } from './names-by-title.ts';
import { phonesIn } from './phones.ts';
import { plainLines } from './plain-lines.ts';
import { wordsIn } from './words.ts';

/** Something in a text that seems to tell who a person is. */
export interface PersonalDatum extends Found {
  readonly kind: PersonalKind;
  /** The matching words. They are not to be stored, told or logged. */
  readonly words: string;
}

/** What a text seems to hold, in its order; places count in `text`, the words on a plain keyboard. */
export interface PersonalData {
  readonly text: string;
  readonly data: readonly PersonalDatum[];
}

const SORT_ORDER: readonly string[] = Object.keys(SORTS);
const rank = ({ sort }: Found): number => SORT_ORDER.indexOf(sort);

/**
 * What in these words seems to be personal data. It errs both ways: a name nobody has heard of is
 * missed, and a shop may be taken for a person. `year` is the financial year that is reported on.
 */
export const personalDataIn = (words: string, year: number): PersonalData => {
  const text = plainLines(words);
  const spoken = wordsIn(text);
  const names = [
    ...namesByTitle(spoken),
    ...namesByList(spoken),
    ...namesByContext(spoken, text),
    ...initialsIn(spoken, text),
  ];
  const found = [
    ...emailsIn(text),
    ...caseReferencesIn(text),
    ...phonesIn(text),
    ...datesOfBirthIn(text, year),
    ...datesBeside(text, names, year),
    ...addressesIn(text),
    ...names,
  ];
  const data = withoutOverlaps(found, text.length).map((each) => ({
    ...each,
    kind: SORTS[each.sort].kind,
    words: text.slice(each.start, each.end),
  }));
  return { text, data };
};

/** The text with each of these left out, so that it can be quoted. */
export const withoutPersonalData = ({ text, data }: PersonalData): string => {
  let from = 0;
  const parts: string[] = [];
  for (const { start, end } of data) {
    parts.push(text.slice(from, start), '…');
    from = end;
  }
  return `${parts.join('')}${text.slice(from)}`;
};

/** The most telling reading of each place, and of several alike the longest. */
const withoutOverlaps = (found: readonly Found[], length: number): readonly Found[] => {
  const taken = new Uint8Array(length);
  return [...found]
    .sort((a, b) => rank(a) - rank(b) || b.end - b.start - (a.end - a.start))
    .filter(({ start, end }) => {
      const isFree = !taken.subarray(start, end).includes(1);
      if (isFree) taken.fill(1, start, end);
      return isFree;
    })
    .sort((a, b) => a.start - b.start);
};
