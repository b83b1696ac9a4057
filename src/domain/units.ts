import { isPercentage } from './measure.ts';

/** A rate per head of something: `per 100,000 young people`, `offences per person per year`. */
export const isRate = (unit: string): boolean => /(^|\s)per\s/i.test(unit);

/** Things counted one by one, so that a single case is one whole number. */
export const isCount = (unit: string): boolean => !isPercentage(unit) && !isRate(unit);

export const isMoney = (unit: string): boolean => unit.trim() === '£';

const PLURAL_ENDINGS: ReadonlyArray<readonly [RegExp, string]> = [
  [/people$/i, 'person'],
  [/children$/i, 'child'],
  [/men$/i, 'man'],
  [/(li|kni|wi)ves$/i, '$1fe'],
  [/(thie|lea|hal)ves$/i, '$1f'],
  [/ies$/i, 'y'],
  [/(ss|ch|sh|x)es$/i, '$1'],
  [/([^su])s$/i, '$1'],
];

/** `victims` -> `victim`; a word without an easy plural stays as it is. */
const singularWord = (word: string): string => {
  const rule = PLURAL_ENDINGS.find(([ending]) => ending.test(word));
  return rule === undefined ? word : word.replace(rule[0], rule[1]);
};

/**
 * The unit for exactly one: `offences per person per year` -> `offence per person per year`. Only the
 * noun itself changes, which is the last word before a preposition or relative clause; of several
 * (`victims and witnesses`) each does.
 */
export const singularUnit = (unit: string): string => {
  const cut = unit.search(/\s(per|of|in|on|at|by|to|for|from|with|who|whose|that|a)\s/i);
  const noun = cut === -1 ? unit : unit.slice(0, cut);
  const rest = cut === -1 ? '' : unit.slice(cut);
  if (/^per\s/i.test(unit)) return unit;
  const nouns = noun.split(/(\s+(?:and|or)\s+|\s*[/,]\s*)/);
  // The separators stand between the nouns, so every other piece is one.
  return `${nouns.map((piece, index) => (index % 2 === 0 ? piece.replace(/\S+$/, singularWord) : piece)).join('')}${rest}`;
};
