import { plainText } from '../plain-text.ts';

/**
 * A measure's reference as the catalogue writes it (`4.2a`), whichever way it was typed: "4.2A",
 * "4,2 a", "outcome 4.2(a)". Null where the text is anything more or less than one reference.
 */
export const readMeasureRef = (text: string): string | null => {
  if (text.length > LONGEST) return null;
  const match = REFERENCE.exec(plainText(text).toLowerCase());
  if (match === null) return null;
  const [, outcome, number, part = ''] = match;
  return `${outcome}.${number}${part}`;
};

const LONGEST = 80;
const REFERENCE =
  /^[\s."'#*(]*(?:(?:outcome|measure|indicator|ref(?:erence)?)\b[\s.:#]*)?(\d{1,3}) ?[.,] ?(\d{1,3})[ .]?\(?([a-z]?)[\s."'*)?!,;:]*$/;

/**
 * The known words nearest to what was asked, for "did you mean": only those no other known word
 * beats, and none where even the nearest is a different word. Of equals, the nearer number first.
 */
export const closest = (asked: string, known: readonly string[], limit = 2): string[] => {
  const word = plainText(asked.slice(0, LONGEST)).toLowerCase();
  const near = known
    .map((each) => ({ word: each, distance: editDistance(word, each.toLowerCase()) }))
    .filter((each) => each.distance <= mostEdits(word, each.word));
  const best = Math.min(...near.map((each) => each.distance));
  return near
    .filter((each) => each.distance === best)
    .sort((a, b) => numericDistance(word, a.word) - numericDistance(word, b.word))
    .slice(0, limit)
    .map((each) => each.word);
};

/** Half of the word may be wrong; more, and it is another word. */
const mostEdits = (a: string, b: string): number => Math.ceil(Math.max(a.length, b.length) / 2);

/** How far apart two references are as numbers; words that are no numbers are equally far apart. */
const numericDistance = (a: string, b: string): number => {
  const distance = Math.abs(Number.parseFloat(a) - Number.parseFloat(b));
  return Number.isNaN(distance) ? 0 : distance;
};

/** Letters to add, drop, change or swap with their neighbour (optimal string alignment). */
const editDistance = (a: string, b: string): number => {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const changed = a[row - 1] === b[column - 1] ? 0 : 1;
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + changed,
          swapped ? (beforeLast[column - 2] ?? Number.POSITIVE_INFINITY) + 1 : Infinity,
        ),
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
};
