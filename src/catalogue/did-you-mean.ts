import { closest } from '../domain/reading/references.ts';

/** ` Did you mean "polarity"?`, or nothing where none of the known words is near. */
export const didYouMean = (asked: string, known: readonly string[]): string => {
  // `at_least` and `at-least` are slips for `at least`.
  const [nearest] = closest(asked.replace(/[_-]+/g, ' '), known, 1);
  return nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
};
