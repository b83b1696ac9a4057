import type { Measure } from '../measure.ts';

/**
 * Whether what stands after a number only says what is counted: `victims` after 40, `engagement
 * rate` after 77%. Only words of the unit, the title and everyday counting are; anything else
 * ("thousand", "fewer", another number) could change the figure.
 */
export const isUnitWording = (after: string, measure: Pick<Measure, 'unit' | 'title'>): boolean => {
  const words = normalised(after);
  if (words === '' || words === normalised(measure.unit)) return true;
  if (/[^a-z0-9 .,()'/-]/.test(words)) return false;
  const said = wordsIn(words);
  const known = new Set([
    ...wordsIn(`${normalised(measure.unit)} ${EVERYDAY}`),
    ...wordsIn(normalised(measure.title)).filter((word) => !/\d/.test(word)),
  ]);
  return said.length > 0 && said.every((word) => known.has(word) && !CHANGES_FIGURE.test(word));
};

/** A word that makes the number before it a change rather than a figure. */
export const isChangeWord = (word: string): boolean => CHANGE.test(word);

const EVERYDAY = 'people person case total in of a an population this quarter year';

const CHANGE =
  /^(?:reduc(?:ed?|tion|ing)|increas(?:ed?|ing)|decreas(?:ed?|ing)|chang(?:ed?|ing)|fall|fell|fallen|rise|rose|risen|drop(?:ped)?|up|down|improvement|better|worse|higher|lower|points?|pp)$/;
const CHANGES_FIGURE =
  /^(?:not?|none|than|les|more|fewer|under|over|below|above|least|most|minu|plu|hundred|thousand|million|billion|dozen|[kmn]|bn|half|third|target|baseline|or|to|between)$/;

/** One spelling for the populations rates are given for: `100,000` is `100k`. */
const normalised = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\b100,?000\b/g, '100k')
    .replace(/ +/g, ' ')
    .trim();

/** Without its plural s, so that "1 victim" fits "victims". */
const wordsIn = (text: string): readonly string[] =>
  text
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => word.replace(/s$/, ''));
