import { printQuarter, printYear, type Quarter } from '../calendar/calendar.ts';
import { compare, type Decimal } from '../decimal.ts';
import { type Baseline, isPercentage, type Measure } from '../measure.ts';
import { printBareNeed, printValue } from '../wording/print-value.ts';
import type { Doubt, Need } from './assessment.ts';
import { isBaselineAcrossBreak } from './comparability.ts';
import { improvementTo, type Misleading } from './improvement.ts';
import { isRelative, targetOf } from './needed.ts';
import { targetIn } from './target-years.ts';

/**
 * Every reason to doubt the definition, read off the plan's own words. They are questions to the
 * coordinator: nothing is ever corrected silently.
 */
export const doubtsOf = (measure: Measure, quarter: Quarter): readonly Doubt[] =>
  [
    targetWorseThanBaseline(measure, quarter),
    unclearStrictness(measure),
    wrongPeriod(measure, quarter),
    otherComparator(measure),
    baselineUnknown(measure),
    baselineMadeOtherwise(measure, quarter),
    percentageAddsUp(measure),
  ].filter((doubt) => doubt !== null);

/** Which of two values is on the worse side, by the measure's polarity; in a range neither is. */
export const isWorse = (value: Decimal, than: Decimal, { polarity }: Measure): boolean => {
  switch (polarity) {
    case 'higher':
      return compare(value, than) < 0;
    case 'lower':
      return compare(value, than) > 0;
    case 'range':
      return false;
  }
};

const targetWorseThanBaseline = (measure: Measure, quarter: Quarter): Doubt | null => {
  const { baseline, unit } = measure;
  const target = targetOf(measure);
  if (baseline.kind !== 'known' || target === null || target.kind === 'between') return null;
  if (isBaselineAcrossBreak(measure, quarter)) return null;
  if (!isWorse(target.value, baseline.value, measure)) return null;
  return {
    kind: 'target_worse_than_baseline',
    sentence: `The target, ${printBareNeed(target, unit)}, is worse than the baseline of ${printKnown(baseline, unit)}: is that intended?`,
  };
};

/** `286 per 100,000 young people (2013/14)`. */
const printKnown = (baseline: Extract<Baseline, { kind: 'known' }>, unit: string): string =>
  `${printValue(baseline.value, unit)}${baseline.period === '' ? '' : ` (${baseline.period})`}`;

// "over 3 years" is a length of time, not a bound to be bettered.
const STRICT_BOUND =
  /\b(below|under|less than|fewer than|above|over|more than|greater than)\s+(the\s+)?£?\d[\d.,]*(?!\s*(year|month|quarter|week|day)|[\d.,])/i;

/** The same bound, taken the other way about the bound itself; a range has no other way. */
export const otherStrictness = (target: Need): Need | null => {
  switch (target.kind) {
    case 'at_least':
      return { kind: 'above', value: target.value };
    case 'above':
      return { kind: 'at_least', value: target.value };
    case 'at_most':
      return { kind: 'below', value: target.value };
    case 'below':
      return { kind: 'at_most', value: target.value };
    case 'between':
      return null;
  }
};

const unclearStrictness = (measure: Measure): Doubt | null => {
  const { text } = measure.target;
  const target = targetOf(measure);
  if (text === null || target === null || target.kind === 'between') return null;
  if (!(/\bmaintain/i.test(text) && STRICT_BOUND.test(text))) return null;
  const bound = printValue(target.value, measure.unit);
  return {
    kind: 'unclear_strictness',
    sentence: `“${text}” asks both to maintain and to better a bound: is exactly ${bound} good enough?`,
  };
};

const NAMED_YEAR = /\b(20\d\d)\s?[/–-]\s?(?:20)?(\d\d)\b/g;
// A year after these words is what the figure is compared with, not the year it is for.
const COMPARED_YEAR = /(compared (to|with)|against|since|from|than|baseline( of)?)\s+(the\s+)?$/i;

/** The financial years the title says its figures are for. */
const yearsNamed = (title: string): readonly number[] =>
  [...title.matchAll(NAMED_YEAR)]
    .filter((match) => !COMPARED_YEAR.test(title.slice(0, match.index)))
    .filter((match) => (Number(match[1]) + 1) % 100 === Number(match[2]))
    .map((match) => Number(match[1]));

const wrongPeriod = ({ title, target }: Measure, quarter: Quarter): Doubt | null => {
  const years = yearsNamed(title);
  const [first] = years;
  if (first === undefined) return null;
  const last = Math.max(...years, first + target.years - 1);
  if (quarter.year >= Math.min(...years) && quarter.year <= last) return null;
  return {
    kind: 'wrong_period',
    sentence: `The title names ${printYear(first)}, but the figures are for ${printYear(quarter.year)}: which year is meant?`,
  };
};

const COMPARES = /\b(compared (?:to|with)|in comparison (?:to|with)|relative to)\s+(.+)$/is;

const otherComparator = (measure: Measure): Doubt | null => {
  const { baseline, target, unit } = measure;
  if (!isRelative(measure) || target.text === null || baseline.kind !== 'known') return null;
  const comparator = COMPARES.exec(target.text)?.[2];
  if (comparator === undefined || /\bbaseline\b/i.test(comparator)) return null;
  if (baseline.period !== '' && comparator.includes(baseline.period)) return null;
  return {
    kind: 'other_comparator',
    sentence: `“${target.text}” compares with something other than the stated baseline of ${printKnown(baseline, unit)}: which comparison is meant?`,
  };
};

/** Whether the level needed is worked out from the baseline, and not only set beside it. */
const restsOnBaseline = (measure: Measure): boolean =>
  isRelative(measure) || measure.target.path.kind === 'straight_line';

const baselineUnknown = (measure: Measure): Doubt | null =>
  restsOnBaseline(measure) && measure.baseline.kind !== 'known'
    ? {
        kind: 'baseline_unknown',
        sentence:
          'The target is set against a baseline that is not known, so no level can be computed from it: what is the baseline?',
      }
    : null;

/** A change on a baseline compares with it, and nothing is compared across a break. */
const baselineMadeOtherwise = (measure: Measure, quarter: Quarter): Doubt | null => {
  const { baseline, comparableFrom, tolerance, unit } = measure;
  const rests = restsOnBaseline(measure) || tolerance?.of === 'improvement';
  if (baseline.kind !== 'known' || comparableFrom === null || !rests) return null;
  if (!isBaselineAcrossBreak(measure, quarter)) return null;
  return {
    kind: 'baseline_made_otherwise',
    sentence: `The target is set against the baseline of ${printKnown(baseline, unit)}, and figures are made in another way since ${printQuarter(comparableFrom.from)}: what is the baseline as they are made now?`,
  };
};

/** With a profile it can be how much of a whole is done by now; without one it cannot be meant. */
const percentageAddsUp = ({ kind, unit, profile, target }: Measure): Doubt | null =>
  kind === 'flow' && isPercentage(unit) && profile === null && target.rule.kind !== 'none'
    ? {
        kind: 'percentage_adds_up',
        sentence:
          'The measure adds up over the year, and percentages of different quarters do not: does each figure stand alone?',
      }
    : null;

/** Where bands are shares of an improvement, and a share of it would praise failures or cannot be had. */
export const improvementDoubt = (measure: Measure, quarter: Quarter): Doubt | null => {
  const target = targetIn(measure, quarter.year);
  if (target === null) return null;
  const improvement = improvementTo(target, measure);
  return improvement.kind === 'misleading'
    ? { kind: 'improvement_misleads', sentence: misleads(improvement.because) }
    : null;
};

const misleads = (because: Misleading): string => {
  const grading = 'This measure is graded by the share of the improvement on its baseline';
  switch (because) {
    case 'baseline_unknown':
      return `${grading}, and the baseline is not known: what is it?`;
    case 'baseline_is_target':
      return `${grading}, and the baseline is the target already: what improvement is wanted?`;
    case 'baseline_better_than_target':
      return `${grading}, and the baseline is better than the target, so the worst figure would score best: which of the two is meant?`;
    case 'no_better_way':
      return `${grading}, and within a range neither way is better: how is it to be graded?`;
  }
};
