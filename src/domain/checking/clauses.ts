import { plainText } from '../plain-text.ts';

// A point between two digits belongs to the number, one after "approx" or "c" to the word; brackets
// hold a thought of their own.
const CLAUSE_END = /(?<!\b(?:approx|ca?|est|no|vs))\.(?=\s|$)|[;:!?](?=\s|$)|[()[\]]| - /;

/** The lines of a text as a plain keyboard would have typed them, in lower case, empty ones left out. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => plainText(line).toLowerCase())
    .filter((line) => line !== '');

/** The clauses of a text, in lower case: what is said in one breath, without its punctuation. */
export const clausesOf = (text: string): readonly string[] =>
  linesOf(text)
    .flatMap((line) => line.split(CLAUSE_END))
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
