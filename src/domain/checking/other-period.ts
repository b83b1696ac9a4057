import { printQuarter, type Quarter } from '../calendar/calendar.ts';
import type { Assessment } from '../judging/assessment.ts';
import { linesOf } from './clauses.ts';
import type { Question } from './question.ts';

const NUMBER_WORDS: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4 };
const YEARS = String.raw`(20\d\d)(?: ?[/-] ?(?:20)?(\d\d))?`;
const QUARTER = String.raw`(?:q|qtr ?|quarter )([1-4]|one|two|three|four)\b`;
const REPORT =
  '(?: ?(?:updates?|performance|totals?|position|reports?|figures?|data|return|commentary|progress))?';
const INTRODUCTION = '(?:(?:updates?|commentary|position|reports?|figures?|data) (?:for|in|at) )?';

// "Q4:", "Quarter Four -", "2014/15 Q1 update:", "Q1 2014/15" alone on its line. In the middle of a
// sentence another quarter is usually meant: "expected to rise in Q2".
const HEADING = new RegExp(
  `^[ *•#("'_-]{0,8}${INTRODUCTION}(?:${YEARS},? ?)?${QUARTER}(?:,? ?(?:of )?${YEARS})?${REPORT} ?(?::|-(?: |$)|, ?total|$)`,
);
const YEAR_HEADING = new RegExp(`^[ *•#("'_-]{0,8}${INTRODUCTION}${YEARS}${REPORT} ?(?::|$)`);
const ANY_QUARTER = new RegExp(String.raw`\b${QUARTER}`, 'g');
// An officer's judgement is one line about one quarter: "Target met - Q4 performance on line".
const PERFORMANCE = new RegExp(String.raw`\b${QUARTER} performance\b`);

/** Words that are headed with another quarter or year than the figure's. */
export const otherPeriod = ({ measure, quarter, figure }: Assessment): Question | null => {
  const { commentary = null, judgement = null } = figure ?? {};
  const heading =
    (commentary === null ? null : otherHeading(commentary, quarter)) ??
    (judgement === null ? null : otherPerformance(judgement, quarter));
  if (heading === null) return null;
  return {
    code: 'other_period',
    found: `The words on ${measure.ref} are headed “${heading}”, and the figure is for ${printQuarter(quarter)}.`,
    ask: 'Are they the right ones?',
    meant: null,
  };
};

const otherHeading = (text: string, quarter: Quarter): string | null => {
  const lines = linesOf(text);
  // Words that speak of this quarter as well may compare it with another under a heading of its own.
  if (
    lines.some((line) => quartersIn(line).includes(quarter.number) && !isElsewhere(line, quarter))
  )
    return null;
  return (
    lines.map((line) => headingElsewhere(line, quarter)).find((found) => found !== null) ?? null
  );
};

const isElsewhere = (line: string, quarter: Quarter): boolean =>
  headingElsewhere(line, quarter) !== null;

const headingElsewhere = (line: string, quarter: Quarter): string | null => {
  const headed = HEADING.exec(line);
  if (headed !== null) {
    const [whole, yearBefore, nextBefore, number, yearAfter, nextAfter] = headed;
    const year = yearAfter ?? yearBefore;
    const next = yearAfter === undefined ? nextBefore : nextAfter;
    return numberOf(number) === quarter.number && isYearOf(year, next, quarter)
      ? null
      : asPrinted(whole);
  }
  const ofYear = YEAR_HEADING.exec(line);
  // A year alone may be a calendar year; only a pair names a financial one.
  if (ofYear?.[2] === undefined) return null;
  return isYearOf(ofYear[1], ofYear[2], quarter) ? null : asPrinted(ofYear[0]);
};

/** Whether this can be the quarter's year: `2015/16`, or for short the year it starts or ends in. */
const isYearOf = (
  year: string | undefined,
  next: string | undefined,
  quarter: Quarter,
): boolean => {
  if (year === undefined) return true;
  const start = Number(year);
  if (next !== undefined) return start === quarter.year || Number(next) !== (start + 1) % 100;
  return start === quarter.year || start === quarter.year + 1;
};

const otherPerformance = (judgement: string, quarter: Quarter): string | null =>
  linesOf(judgement)
    .map((line) => PERFORMANCE.exec(line))
    .filter((found) => found !== null)
    .filter(([, number]) => numberOf(number) !== quarter.number)
    .map(([whole]) => asPrinted(whole))[0] ?? null;

const quartersIn = (line: string): readonly (number | null)[] =>
  [...line.matchAll(ANY_QUARTER)].map(([, number]) => numberOf(number));

const numberOf = (text: string | undefined): number | null =>
  text === undefined ? null : (NUMBER_WORDS[text] ?? Number(text));

const asPrinted = (heading: string): string =>
  heading
    .replace(/^[ *•#("'_-]+|[ :,-]+$/g, '')
    .replace(/^[a-z]/, (letter) => letter.toUpperCase())
    .replace(/\bq([1-4])/g, 'Q$1');
