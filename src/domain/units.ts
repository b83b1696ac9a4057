import { isPercentage } from './measure.ts';

/** A rate per head of something: `per 100,000 young people`, `offences per person per year`. */
export const isRate = (unit: string): boolean => /(^|\s)per\s/i.test(unit);

/** Things counted one by one, so that a single case is one whole number. */
export const isCount = (unit: string): boolean => !isPercentage(unit) && !isRate(unit);

export const isMoney = (unit: string): boolean => unit.trim() === '£';

const PLURAL_ENDINGS: ReadonlyArray<readonly [RegExp, string]> = [
  [/people$/i, 'person'],
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
 * noun itself changes, which is the last word before a preposition or relative clause.
 */
export const singularUnit = (unit: string): string => {
  const cut = unit.search(/\s(per|of|in|on|at|by|to|for|from|with|who|whose|that|a)\s/i);
  const noun = cut === -1 ? unit : unit.slice(0, cut);
  const rest = cut === -1 ? '' : unit.slice(cut);
  return /^per\s/i.test(unit) ? unit : `${noun.replace(/\S+$/, singularWord)}${rest}`;
};
