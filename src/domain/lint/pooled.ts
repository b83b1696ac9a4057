import type { Quarter } from '../calendar/calendar.ts';
import { beforeRounding } from '../checking/interval.ts';
import type { Decimal } from '../decimal.ts';
import type { FiledFigure } from '../figure.ts';
import { figureFor, numberFiled } from '../judging/year-to-date.ts';
import { isPercentage, type Measure, type Project } from '../measure.ts';
import { placesAsFiled, printValue } from '../wording/print-value.ts';
import { aboutDefinition, type Finding } from './finding.ts';

/** A share that by its title takes together the cases of other measures: "alcohol and drugs" of "alcohol" and of "drugs". */
interface Pool {
  readonly whole: Measure;
  readonly parts: readonly Measure[];
}

const SMALL_WORDS = new Set(
  'a an the of in for and or to with on by at from as is are all both who which their rate'.split(
    ' ',
  ),
);

const wordsIn = (title: string): ReadonlySet<string> =>
  new Set(
    title
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .map((word) => word.replace(/s$/, ''))
      .filter((word) => word !== '' && !SMALL_WORDS.has(word)),
  );

/** Its words that the other lacks. */
const without = (words: ReadonlySet<string>, other: ReadonlySet<string>): readonly string[] =>
  [...words].filter((word) => !other.has(word));

// Titles that differ by more than this are about different things.
const MOST_OWN_WORDS = 2;
const SHARED_LEAST = 2 / 3;

interface Titled {
  readonly measure: Measure;
  readonly words: ReadonlySet<string>;
}

/** Two titles alike but for a word or two each: "of men who …" and "of women who …". */
interface Pair {
  readonly both: readonly [Titled, Titled];
  readonly own: readonly string[];
  readonly shared: readonly string[];
}

const pairOf = (one: Titled, other: Titled): Pair | null => {
  const first = without(one.words, other.words);
  const second = without(other.words, one.words);
  const shared = [...one.words].filter((word) => other.words.has(word));
  const isAlike = [first, second].every(({ length }) => length > 0 && length <= MOST_OWN_WORDS);
  if (!isAlike || shared.length === 0) return null;
  return { both: [one, other], own: [...first, ...second], shared };
};

const pairsIn = (shares: readonly Titled[]): readonly Pair[] =>
  shares.flatMap((one, index) =>
    shares.slice(index + 1).flatMap((other) => pairOf(one, other) ?? []),
  );

/** Whether a title takes the two together: it has what is each one's own, and most of what they share. */
const takesTogether = ({ words }: Titled, { own, shared }: Pair): boolean =>
  own.every((word) => words.has(word)) &&
  shared.filter((word) => words.has(word)).length >= shared.length * SHARED_LEAST &&
  // One word in common says little, unless nothing else is said.
  (shared.length > 1 || words.size === own.length + shared.length);

const poolsIn = ({ measures }: Project): readonly Pool[] => {
  const shares = measures
    .filter(({ unit, kind }) => isPercentage(unit) && kind !== 'flow')
    .map((measure) => ({ measure, words: wordsIn(measure.title) }));
  const pairs = pairsIn(shares);
  return shares.flatMap((whole) => {
    const parts = new Set(
      pairs
        .filter((pair) => takesTogether(whole, pair))
        .flatMap(({ both }) => both.map(({ measure }) => measure))
        .filter(({ polarity }) => polarity === whole.measure.polarity),
    );
    return parts.size < 2 ? [] : [{ whole: whole.measure, parts: [...parts] }];
  });
};

/** Whether a share of all cases lies outside the shares of its parts, however each was rounded. */
const isOutside = (whole: Decimal, parts: readonly Decimal[]): boolean => {
  const { low, high } = beforeRounding(whole);
  const ranges = parts.map((part) => beforeRounding(part));
  return ranges.every((part) => part.high.lt(low)) || ranges.every((part) => part.low.gt(high));
};

/** A whole cannot do better or worse than all of its parts: in its baseline, and in what is filed. */
export const pooledOutsideParts = (
  project: Project,
  figuresOf: (ref: string) => readonly FiledFigure[],
  quarters: readonly Quarter[],
): readonly Finding[] =>
  poolsIn(project).flatMap((pool) => [
    ...baselineOutside(pool),
    ...quarters.flatMap((quarter) => figureOutside(pool, figuresOf, quarter, project.agency)),
  ]);

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

const refsOf = (measures: readonly Measure[]): string => listed(measures.map(({ ref }) => ref));

const percent = (value: Decimal): string => printValue(value, '%', placesAsFiled(value));

const baselineOutside = ({ whole, parts }: Pool): readonly Finding[] => {
  const known = [whole, ...parts].flatMap(({ baseline }) =>
    baseline.kind === 'known' ? [baseline] : [],
  );
  const [own, ...others] = known;
  if (own === undefined || known.length <= parts.length) return [];
  const values = others.map(({ value }) => value);
  if (!isOutside(own.value, values)) return [];
  const theirs = listed(others.map(({ value, period }) => `${percent(value)} (${period})`));
  return [
    aboutDefinition(whole.ref, {
      code: 'pooled_outside_parts',
      found: `By its title ${whole.ref} takes ${refsOf(parts)} together, and its baseline of ${percent(own.value)} (${own.period}) lies outside theirs, ${theirs}.`,
      ask: 'Which of them is right?',
    }),
  ];
};

const figureOutside = (
  { whole, parts }: Pool,
  figuresOf: (ref: string) => readonly FiledFigure[],
  quarter: Quarter,
  agency: string,
): readonly Finding[] => {
  const numbers = [whole, ...parts].flatMap(({ ref, unit }) => {
    const figure = figureFor(figuresOf(ref), quarter);
    const value = figure === null ? null : numberFiled(figure, unit);
    return value === null ? [] : [value];
  });
  const [own, ...others] = numbers;
  if (own === undefined || numbers.length <= parts.length || !isOutside(own, others)) return [];
  return [
    {
      code: 'pooled_outside_parts',
      ref: whole.ref,
      quarter,
      found: `By its title ${whole.ref} takes ${refsOf(parts)} together, and its ${percent(own)} lies outside theirs, ${listed(others.map(percent))}.`,
      ask: 'Which of them is right?',
      whom: { kind: 'lead_agency', agency },
    },
  ];
};
