import { type Decimal, decimal } from '../decimal.ts';
import { clausesOf } from './clauses.ts';
import { beforeRounding, type Interval } from './interval.ts';

/** A change that the words give in percent, with what they say it is a change on. */
export interface SaidChange {
  /** As it stands in the clause: `59% reduction`. */
  readonly words: string;
  readonly clause: string;
  /** Below nought for a reduction, before it was rounded. */
  readonly change: Interval;
  readonly since: 'baseline' | 'last_quarter';
}

/** A percentage with the clause it stands in. */
interface SaidPercentage {
  readonly clause: string;
  readonly percent: Decimal;
  /** Digits after the point as they stand there: one in `60.0%`. */
  readonly places: number;
  readonly before: string;
  readonly after: string;
}

const PERCENTAGE = /(?<![\d.,])(\d{1,4}(?:\.\d{1,6})?) ?(?:%|per ?cent\b)/g;
// As far as a word that belongs to a number can stand from it.
const NEAR = 80;

const percentagesIn = (clause: string): readonly SaidPercentage[] =>
  [...clause.matchAll(PERCENTAGE)].map((match) => ({
    clause,
    percent: decimal(match[1] ?? '0'),
    places: match[1]?.split('.')[1]?.length ?? 0,
    before: clause.slice(Math.max(match.index - NEAR, 0), match.index),
    after: clause.slice(match.index + match[0].length, match.index + match[0].length + NEAR),
  }));

const LESS = 'reductions?|reduced|decreased?|decline|declined|fall|fallen|fell|drop|dropped|down';
const MORE = 'increased?|rise|risen|rose|growth|grew|grown|up';

const CHANGE_AFTER = new RegExp(
  String.raw`^ (?:overall |net |further )?(?:(${LESS}|lower|less|fewer)|(${MORE}|higher|more))\b`,
);
const CHANGE_BEFORE = new RegExp(
  String.raw`\b(?:(${LESS})|(${MORE}))\b(?:[^\d%]{0,40}\b(?:of|by))?(?: an?)?(?: factor of)? ?$`,
);

// "About 60%", "over 50%" and "20-30%" are not one number to hold anything against.
const NOT_ONE_NUMBER =
  /(?:\b(?:about|around|approx(?:imately)?\.?|roughly|circa|ca?\.?|some|over|under|above|below|(?:more|less|fewer|greater|better) than|nearly|almost|at least|at most|up to|just|between)(?: an?)?|\d ?%? ?(?:to|or|and)|[-~<>≤≥+/]) ?$/;
const A_RANGE =
  /^ ?(?:-|to|or|and|\/) ?\d|^ ?\+|^ ?or (?:more|less|so)\b|^ ?(?:percentage |% )?(?:points?|pp)\b/;

const SINCE_BASELINE = /\bbase ?line\b/;
const SINCE_LAST_QUARTER = /\b(?:last|previous|prior|preceding) quarter\b/;

// A clause that speaks of what was wanted, expected, denied, or of another period or measure.
const OTHER_MATTER =
  /\b(?:target\w*|goal|required|need\w*|aim\w*|plan\w*|expect\w*|forecast\w*|project(?:ed|ion|ions)|will|would|should|could|may|might|hop(?:e|es|ed|ing)|not|no|never|if|when|last year|year before|q[1-4]|20\d\d|\d{1,3}\.\d{1,3}[a-z])\b|n't\b/;

/**
 * The changes these words plainly give on the baseline or on last quarter's figure. A clause with
 * several, or one that may speak of something else, is left alone: asking in vain is worse than missing one.
 */
export const changesSaid = (text: string): readonly SaidChange[] =>
  clausesOf(text).flatMap((clause) => {
    if (OTHER_MATTER.test(clause)) return [];
    const since = sinceIn(clause);
    const [percentage, ...others] = percentagesIn(clause);
    if (since === null || percentage === undefined || others.length > 0) return [];
    const said = changeIn(percentage);
    return said === null ? [] : [{ ...said, since }];
  });

const sinceIn = (clause: string): SaidChange['since'] | null => {
  const baseline = SINCE_BASELINE.test(clause);
  const lastQuarter = SINCE_LAST_QUARTER.test(clause);
  if (baseline === lastQuarter) return null;
  return baseline ? 'baseline' : 'last_quarter';
};

const changeIn = ({
  clause,
  percent,
  places,
  before,
  after,
}: SaidPercentage): Omit<SaidChange, 'since'> | null => {
  if (NOT_ONE_NUMBER.test(before) || A_RANGE.test(after)) return null;
  const following = CHANGE_AFTER.exec(after);
  const leading = CHANGE_BEFORE.exec(before);
  const found = following ?? leading;
  if (found === null) return null;
  const isLess = found[1] !== undefined;
  const { low, high } = beforeRounding(percent, places);
  const number = `${percent.toFixed(places)}%`;
  return {
    clause,
    words: following === null ? `${found[0].trim()} ${number}` : `${number}${following[0]}`,
    change: isLess ? { low: high.neg(), high: low.neg() } : { low, high },
  };
};

/** Clauses of nothing but a percentage and words, with the words: `77% engagement rate`. */
export const levelsSaid = (
  text: string,
): ReadonlyArray<{ readonly percent: Decimal; readonly clause: string; readonly words: string }> =>
  clausesOf(text).flatMap((clause) => {
    const [said, ...others] = percentagesIn(clause);
    if (said === undefined || others.length > 0 || NOT_ONE_NUMBER.test(said.before)) return [];
    if (A_RANGE.test(said.after)) return [];
    const words = clause.replace(PERCENTAGE, ' ').replace(/ +/g, ' ').trim();
    return [{ percent: said.percent, clause, words }];
  });
