import { SORTS, type Sort } from './found.ts';
import { POINTING_WORDS } from './people-words.ts';
import type { PersonalData, PersonalDatum } from './personal-data-in.ts';

// The most telling few; whoever takes those out will see the others.
const MOST_SORTS = 3;
const DIGITS_TOLD = 2;
const WORDS_TOLD = 2;
// Not after a title, an initial or the number of a paragraph.
const SENTENCE_END =
  /(?<!\b(?:Mr|Mrs|Ms|Dr|Sgt|Insp|Cllr|Rev|St|[Nn]o|[Rr]ef|[Tt]el|\p{Lu})|(?:^|\n)\d{1,2})[.!?]["')\]]?[ \n]|\n/gu;

/**
 * What a text seems to hold, for a sentence that is kept and sent: `a person's name (after “her
 * mother”, sentence 2) and a phone number ending 89`. Of the text itself it repeats two digits of a
 * phone number and words from a list of our own, nothing else.
 */
export const tellHeld = ({ text, data }: PersonalData): string => {
  const sorts = [...new Set(data.map(({ sort }) => sort))];
  const ends = [...text.matchAll(SENTENCE_END)].map(({ index }) => index);
  const told = sorts.slice(0, MOST_SORTS).map((sort) =>
    tellSort(
      sort,
      data.filter((each) => each.sort === sort),
      { text, ends },
    ),
  );
  const more = sorts.length - told.length;
  return joined(
    more > 0 ? [...told, `${more} more such ${more === 1 ? 'thing' : 'things'}`] : told,
  );
};

interface Read {
  readonly text: string;
  /** Where its sentences end. */
  readonly ends: readonly number[];
}

const tellSort = (sort: Sort, data: readonly PersonalDatum[], read: Read): string => {
  const [first] = data;
  if (first === undefined) return '';
  const ending =
    sort === 'phone' ? `ending ${first.words.replace(/\D/g, '').slice(-DIGITS_TOLD)}` : '';
  const where = [wordsBefore(read.text, first.start), sentenceOf(read, first.start)]
    .filter((hint) => hint !== '')
    .join(', ');
  if (data.length === 1) {
    const one = `${SORTS[sort].one} ${ending}`.trim();
    return where === '' ? one : `${one} (${where})`;
  }
  const hints = [ending, where].filter((hint) => hint !== '').join(', ');
  const several = `${data.length} ${SORTS[sort].several}`;
  return hints === '' ? several : `${several} (the first ${hints})`;
};

/** `after “her mother”`: as many words before it as are on our list; empty where they say nothing. */
const wordsBefore = (text: string, start: number): string => {
  const before: string[] = [];
  const words = /([a-z]+)[ :,("'#.-]{1,3}$/i;
  let rest = text.slice(Math.max(start - 40, 0), start);
  while (before.length < WORDS_TOLD) {
    const [whole = '', word = ''] = words.exec(rest) ?? [];
    const pointing = word.toLowerCase();
    if (whole === '' || !POINTING_WORDS.has(pointing)) break;
    before.unshift(pointing);
    rest = rest.slice(0, -whole.length);
  }
  const isTelling = before.some((word) => word.length > 3);
  return isTelling ? `after “${before.join(' ')}”` : '';
};

const sentenceOf = ({ ends }: Read, start: number): string =>
  ends.length === 0 ? '' : `sentence ${ends.filter((end) => end < start).length + 1}`;

const joined = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
