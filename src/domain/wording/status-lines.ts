import { printQuarter, printYear, type Quarter } from '../calendar/calendar.ts';
import type { Decimal } from '../decimal.ts';
import type { Assessment, Gap, Need, Qualifier } from '../judging/assessment.ts';
import { isBaselineAcrossBreak } from '../judging/comparability.ts';
import { neededBy, profileShare, targetOf } from '../judging/needed.ts';
import { inForce, isFinalYear, targetIn } from '../judging/target-years.ts';
import { isPercentage, type Measure } from '../measure.ts';
import { percentOf } from '../quantities.ts';
import { missingFrom } from './headline.ts';
import { wordFor } from './position-words.ts';
import {
  printBand,
  printBare,
  printBareNeed,
  printDifference,
  printNeed,
  printPercent,
  printValue,
  printWanted,
  sentenceCase,
} from './print-value.ts';
import { breakWords, hasYears, revisedWords, spanWords } from './target-words.ts';
import { unjudgeable } from './unjudgeable.ts';
import { allowance } from './why-tolerance.ts';
import { isWithheld } from './withheld-words.ts';

/**
 * "At this rate", "assuming an even share", "to be established", "which is worse", "over 3 years": what
 * these lines say where it takes a phrase, and nothing beside them has to say again in a sentence.
 */
export const SAID_IN_STATUS_LINES: readonly Qualifier[] = [
  'annualised',
  'assumed_profile',
  'baseline_pending',
  'worse_than_baseline',
  'multi_year',
];

/** `Off track, 24 points short (more than the 10% allowed for marginal)`. */
export const positionLine = (assessment: Assessment): string => {
  const { position, gap, needed } = assessment;
  const word = wordFor(position, assessment);
  if (gap === null || needed === null) return withoutVerdict(assessment, word);
  if (isWithheld(assessment)) return word;
  if (gap.short) return `${word}, ${howShort(gap, needed, assessment)} (${allowance(assessment)})`;
  if (needed.kind === 'between') return `${word}, inside the range wanted`;
  if (gap.value.eq(0)) return `${word}, exactly the level needed`;
  return `${word}, ${printDifference(gap.value.abs(), assessment.measure.unit)} better than needed`;
};

const withoutVerdict = (assessment: Assessment, word: string): string => {
  if (assessment.position !== 'query') return word;
  const missing = missingFrom(assessment);
  if (missing.length > 0)
    return `No verdict: no figure for ${missing.map(printQuarter).join(' and ')}`;
  if (assessment.needed === null) return `${word}: the baseline is not known`;
  const reason = unjudgeable(assessment);
  return reason === null
    ? `${word}: no verdict until it is answered`
    : `No verdict: ${reason.because}`;
};

const howShort = (gap: Gap, needed: Need, { measure }: Assessment): string => {
  if (gap.value.eq(0)) return 'exactly at a bound that has to be bettered';
  const difference = printDifference(gap.value.abs(), measure.unit);
  return `${difference} ${gap.value.gt(0) && needed.kind !== 'at_least' ? 'over' : 'short'}`;
};

/** Where it lands if it goes on like this: `Off track if nothing changes: 380 … a year at this rate`. */
export const outlookLine = (assessment: Assessment): string => {
  const { outlook, measure } = assessment;
  if (outlook === null) return withoutOutlook(assessment);
  const word = wordFor(outlook.position, assessment);
  if (assessment.quarter.number === 4) return `${word}: the year is over`;
  const line = `${word} if nothing changes`;
  if (measure.kind !== 'flow' || outlook.value === null || isWithheld(assessment)) return line;
  return `${line}: ${atThisRate(outlook.value, assessment)}`;
};

const withoutOutlook = ({ position }: Assessment): string => {
  switch (position) {
    case 'withheld':
      return 'No outlook: it is withheld with the verdict';
    case 'query':
      return 'No outlook until there is a verdict';
    case 'no_target':
      return 'No outlook: there is no target';
    case 'exceeding':
    case 'on_track':
    case 'marginal':
    case 'off_track':
      return 'No outlook: nothing can be projected yet';
    case 'not_started':
    case 'no_cases':
    case 'not_available':
    case 'not_due':
    case 'awaiting':
      return 'No outlook: there is no number to project from';
  }
};

/** `380 per 100,000 young people a year at this rate`. */
export const atThisRate = (value: Decimal, { measure, quarter }: Assessment): string => {
  const year = printValue(value, measure.unit);
  if (quarter.number === 4) return `${year} for the year`;
  return profileShare(measure, quarter).assumed
    ? `${year} a year at this rate`
    : `${year} by the end of the year, going by the agreed profile`;
};

/** The target, the council's own words for it, and the level needed by now where that differs. */
export const targetLine = ({
  measure,
  quarter,
  target,
  needed,
  qualifiers,
}: Assessment): string => {
  const words = measure.target.text === null ? '' : ` (council's words: “${measure.target.text}”)`;
  if (measure.target.rule.kind === 'none') return `None: data only${words}`;
  const whole = targetOf(measure);
  if (whole === null || target === null || needed === null) {
    return `Not known until the baseline is${words}`;
  }
  const level =
    whole.kind === 'at_least'
      ? printValue(whole.value, measure.unit)
      : printNeed(whole, measure.unit);
  const now = sameNeed(target, needed)
    ? ''
    : `; ${printWanted(needed, measure.unit)} needed by now${assumed(qualifiers)}`;
  const revised = revisedWords(measure.target);
  return `${sentenceCase(level)}${spanWords(measure)}${words}${revised}${thisYear(measure, quarter, target)}${now}`;
};

/** `; at most 6.5% this year` where the year has a level of its own. */
const thisYear = (measure: Measure, { year }: Quarter, target: Need): string =>
  hasYears(measure.target) && !isFinalYear(measure.target, year)
    ? `; ${printWanted(target, measure.unit)} in ${printYear(year)}`
    : '';

const assumed = (qualifiers: Assessment['qualifiers']): string =>
  qualifiers.includes('assumed_profile') ? ' (assuming an even share each quarter)' : '';

const sameNeed = (a: Need, b: Need): boolean => {
  if (a.kind === 'between') return b.kind === 'between' && a.low.eq(b.low) && a.high.eq(b.high);
  return b.kind === a.kind && a.value.eq(b.value);
};

/** `24% (2013/14): now 7 points below it`. */
export const baselineLine = (assessment: Assessment): string => {
  const { baseline, unit, kind } = assessment.measure;
  if (baseline.kind !== 'known') {
    const words = baseline.text === null ? '' : ` (council's words: “${baseline.text}”)`;
    return baseline.kind === 'to_be_established'
      ? `To be established${words}`
      : `Not applicable${words}`;
  }
  const known = `${printValue(baseline.value, unit)}${baseline.period === '' ? '' : ` (${baseline.period})`}`;
  if (isBaselineAcrossBreak(assessment.measure, assessment.quarter)) {
    return `${known}: not comparable, like all ${breakWords(assessment.measure)}`;
  }
  const compared = isWithheld(assessment) ? null : comparedWithBaseline(assessment);
  if (compared === null) return known;
  const pace = kind === 'flow' && assessment.quarter.number !== 4 ? 'at this rate' : 'now';
  const worse = assessment.qualifiers.includes('worse_than_baseline') ? ', which is worse' : '';
  return `${known}: ${pace} ${compared}${worse}`;
};

/** `7 points below it`, `94 above it (32.9% more)`; percentages differ in points only. */
const comparedWithBaseline = ({ onBaseline, measure }: Assessment): string | null => {
  if (onBaseline === null) return null;
  const { difference, of } = onBaseline;
  const percent = percentOf(difference, of);
  if (difference.eq(0)) return 'level with it';
  const size = isPercentage(measure.unit)
    ? printDifference(difference.abs(), measure.unit)
    : printBare(difference.abs(), measure.unit);
  const share =
    percent === null || isPercentage(measure.unit)
      ? ''
      : ` (${printPercent(percent.abs())} ${percent.gt(0) ? 'more' : 'less'})`;
  return `${size} ${difference.gt(0) ? 'above' : 'below'} it${share}`;
};

/** `Better than the previous quarter (Q4 2014/15): 80% then, 88% now`. */
export const travelLine = ({ travel, measure, actual, withheld }: Assessment): string => {
  if (travel.kind === 'none') {
    switch (travel.because) {
      case 'no_earlier_quarter':
        return measure.kind === 'flow'
          ? 'No figure from the same quarter last year to compare'
          : 'No earlier quarter to compare';
      case 'no_number':
        return actual === null ? 'No number to compare yet' : 'No earlier number to compare';
      case 'no_better_way':
        return 'Neither way is better for this measure';
      case 'comparability_break':
        return `Not comparable with ${breakWords(measure)}`;
    }
  }
  const words = { better: 'Better than', worse: 'Worse than', level: 'Level with' } as const;
  const when =
    travel.with === 'previous_quarter' ? 'the previous quarter' : 'the same quarter last year';
  const which = `${words[travel.direction]} ${when} (${printQuarter(travel.quarter)})`;
  // Also where the figure itself is shown: what it was before may have been a few.
  if (withheld !== null) return which;
  const values = `${printValue(travel.from, measure.unit)} then, ${printBare(travel.to, measure.unit)} now`;
  const still =
    travel.direction === 'level' && !travel.from.eq(travel.to) && measure.deadBand !== null
      ? `; a change of up to ${printBand(measure.deadBand, measure.unit)} counts as none`
      : '';
  return `${which}: ${values}${still}`;
};

/** For the form, before there is a figure: `Needed by now: at least 15 of 60 victims`. */
export const levelNeededLine = (defined: Measure, quarter: Quarter): string => {
  const measure = inForce(defined, quarter);
  const target = targetIn(measure, quarter.year);
  if (measure.target.rule.kind === 'none') return 'No target: data only';
  if (target === null) return 'Needed: not known until the baseline is';
  const needed = neededBy(target, measure, quarter);
  if (measure.kind !== 'flow') return `Needed: ${printNeed(needed, measure.unit)}`;
  if (sameNeed(needed, target)) return `Needed by now: ${printNeed(needed, measure.unit)}`;
  const whole =
    target.kind === 'between'
      ? `${printBare(target.low, measure.unit)} to ${printValue(target.high, measure.unit)}`
      : printValue(target.value, measure.unit);
  return `Needed by now: ${printBareNeed(needed, measure.unit)} of ${whole}`;
};
