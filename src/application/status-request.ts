import type { QuarterNumber } from '../domain/calendar/calendar.ts';
import { cutText, plainText } from '../domain/plain-text.ts';
import { readMeasureRef } from '../domain/reading/references.ts';

/** What "status" was asked about. Nothing in it has been looked up yet; `asked` is as it was typed. */
export interface StatusRequest {
  readonly scope:
    | { readonly kind: 'programme' }
    | { readonly kind: 'project'; readonly number: number }
    | { readonly kind: 'measure'; readonly ref: string }
    | { readonly kind: 'unreadable'; readonly asked: string };
  /** Null where none was named: the latest quarter that has ended. */
  readonly quarter: QuarterRequest | null;
}

export type QuarterRequest =
  /** `year` is the April the financial year starts in; null where only `Q1` was said. */
  | { readonly kind: 'named'; readonly number: QuarterNumber; readonly year: number | null }
  /** The quarter before the latest one that has ended. */
  | { readonly kind: 'last' }
  | { readonly kind: 'unreadable'; readonly asked: string };

/** The most that is ever said back of what somebody typed. */
export const LONGEST_ECHO = 500;

/**
 * Reads the words after "status", in any order: a measure, a project or nothing for the programme,
 * and perhaps a quarter. A sentence is understood when it names exactly one measure or project.
 */
export const readStatusRequest = (words: string): StatusRequest => {
  const typed = plainText(words.slice(0, LONGEST_READ));
  const { quarter, rest } = takeQuarter(typed);
  return { scope: readScope(rest), quarter };
};

// Nobody asks at such length; what lies beyond could only cost time.
const LONGEST_READ = 2000;

const YEAR = String.raw`(?:fy ?)?(?:(\d{4})(?: ?[/-] ?(\d{4}|\d{2}))?|(\d{2}) ?[/-] ?(\d{2}))(?![\d.,/])`;
const NUMBERED_QUARTER = new RegExp(
  String.raw`\b(?:q|qtr ?|quarter )(\d{1,3})(?![\d.,]\d)(?:[ ,/-]{0,2}(?:(?:of|in) )?${YEAR})?`,
  'gi',
);
const OTHER_YEAR = /\b(?:last|previous|prev|next) (?:financial )?year\b/i;
const LONE_YEAR = /\b\d{4} ?[/-] ?(?:\d{4}|\d{2})\b/;
const LAST_QUARTER =
  /\b(?:last|previous|prev)(?: (?:quarter|qtr)\b|(?=[ ?.!]*$| (?:project )?\d))/i;
const THIS_QUARTER =
  /\b(?:this|current|latest)(?: (?:quarter|qtr)\b|(?=[ ?.!]*$| (?:project )?\d))/i;

const takeQuarter = (
  typed: string,
): { readonly quarter: QuarterRequest | null; readonly rest: string } => {
  const [named, ...others] = [...typed.matchAll(NUMBERED_QUARTER)];
  const rest = [NUMBERED_QUARTER, LAST_QUARTER, THIS_QUARTER, OTHER_YEAR, LONE_YEAR].reduce(
    (left, words) => left.replace(words, ' '),
    typed,
  );
  if (others.length > 0) return { quarter: unreadableQuarter(typed), rest };
  if (named !== undefined) return { quarter: namedQuarter(named), rest };
  const year = LONE_YEAR.exec(typed) ?? OTHER_YEAR.exec(typed);
  if (year !== null) return { quarter: unreadableQuarter(year[0]), rest };
  return { quarter: LAST_QUARTER.test(typed) ? { kind: 'last' } : null, rest };
};

const namedQuarter = (match: RegExpExecArray): QuarterRequest => {
  const number = QUARTER_NUMBERS.find((each) => String(each) === match[1]);
  const year = yearIn(match);
  if (number === undefined || year === 'unreadable') return unreadableQuarter(match[0]);
  // "Q4 2016" is January to March 2016 to some and 2016/17 to others; the other three are the same.
  const isBareYear = year !== null && match[3] === undefined && match[5] === undefined;
  if (number === 4 && isBareYear) return unreadableQuarter(match[0]);
  return { kind: 'named', number, year };
};

const QUARTER_NUMBERS = [1, 2, 3, 4] as const;

/** `2015/16` and its spellings. A pair of years that do not follow each other is no financial year. */
const yearIn = ([, , full, fullNext, short, shortNext]: RegExpExecArray):
  | number
  | null
  | 'unreadable' => {
  const start = full ?? (short === undefined ? undefined : `20${short}`);
  if (start === undefined) return null;
  const year = Number(start);
  const next = fullNext ?? shortNext;
  if (next === undefined) return year;
  const follows = String(year + 1).endsWith(next);
  return follows ? year : 'unreadable';
};

const unreadableQuarter = (asked: string): QuarterRequest => ({
  kind: 'unreadable',
  asked: cutText(asked.trim(), LONGEST_ECHO),
});

const FILLER =
  /\b(?:status|of|for|in|on|at|the|is|how|what|what's|was|are|show|tell|me|us|about|please|doing|and|a)\b/gi;
const PUNCTUATION = /[?!;:"'*()[\]]|[.,](?!\d)/g;
const PROGRAMME = /^(?:all|everything|overall|programme|program|we|things|it)?$/i;
const PROJECT = /^(?:project )?#?(\d{1,4})$/i;
const PROJECT_NAMED = /\bproject #?(\d{1,4})(?![\d.,]*\d)/gi;
const REFERENCE_NAMED = /(?<![\w.,/£-])\d{1,3}[.,]\d{1,3}[a-z]?(?![\w%/]|[.,]\d)/gi;

const readScope = (said: string): StatusRequest['scope'] => {
  const whole = readMeasureRef(said);
  if (whole !== null) return { kind: 'measure', ref: whole };
  const words = said.replace(PUNCTUATION, ' ').replace(FILLER, ' ').replace(/ +/g, ' ').trim();
  if (PROGRAMME.test(words)) return { kind: 'programme' };
  const ref = readMeasureRef(words) ?? onlyReferenceIn(said);
  if (ref !== null) return { kind: 'measure', ref };
  const project = PROJECT.exec(words)?.[1] ?? onlyProjectIn(said);
  if (project !== null) return { kind: 'project', number: Number(project) };
  return { kind: 'unreadable', asked: cutText(said.replace(/ +/g, ' ').trim(), LONGEST_ECHO) };
};

/** The one reference a sentence contains; null where there are several or none. */
const onlyReferenceIn = (said: string): string | null => {
  const refs = new Set([...said.matchAll(REFERENCE_NAMED)].map(([ref]) => readMeasureRef(ref)));
  const [only = null] = refs;
  return refs.size === 1 ? only : null;
};

const onlyProjectIn = (said: string): string | null => {
  const numbers = new Set([...said.matchAll(PROJECT_NAMED)].map(([, number = '']) => number));
  const mentionsReference = said.search(REFERENCE_NAMED) !== -1;
  const [only = null] = numbers;
  return numbers.size === 1 && !mentionsReference ? only : null;
};
