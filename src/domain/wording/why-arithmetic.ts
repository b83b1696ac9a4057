import { printQuarter } from '../calendar/calendar.ts';
import { type Decimal, decimal, printDecimal } from '../decimal.ts';
import type { Assessment, Need, YearEntry } from '../judging/assessment.ts';
import { improvementWanted } from '../judging/improvement.ts';
import { profileShare, targetOf } from '../judging/needed.ts';
import { entriesInForce } from '../judging/year-to-date.ts';
import { isPercentage } from '../measure.ts';
import { type Percent, percentOf } from '../quantities.ts';
import { figureText, missingFrom } from './headline.ts';
import { officerDiffers } from './officer.ts';
import { isSettled, lowerWordFor } from './position-words.ts';
import { printAnswer } from './print-answer.ts';
import {
  placesApart,
  printBare,
  printBareNeed,
  printDifference,
  printNeed,
  printPercent,
  printValue,
} from './print-value.ts';
import { qualifierLines } from './qualifier-lines.ts';
import { remainingWorking } from './remaining-words.ts';
import { atThisRate } from './status-lines.ts';
import { hasYears, targetOrigin, yearWorking } from './target-words.ts';
import { unjudgeable } from './unjudgeable.ts';
import { readingLines } from './why-readings.ts';
import { improvementMade, toleranceWorking } from './why-tolerance.ts';

/** The working, one step a line, in the order it is done. */
export const arithmeticLines = (assessment: Assessment): readonly string[] =>
  [
    figureLine(assessment),
    combinationLine(assessment),
    shareWorking(assessment),
    targetOrigin(assessment),
    targetWorking(assessment),
    yearWorking(assessment),
    neededWorking(assessment),
    gapWorking(assessment),
    improvementWorking(assessment),
    toleranceWorking(assessment),
    ruleLine(assessment),
    outlookWorking(assessment),
    remainingWorking(assessment),
    ...readingLines(assessment),
    bearInMind(assessment),
    officerLine(assessment),
  ].filter((line) => line !== '');

const figureLine = ({ figure, measure, quarter }: Assessment): string =>
  figure === null
    ? `Figure: none filed for ${printQuarter(quarter)}.`
    : `Figure: ${printAnswer(figure.answer, measure.unit)} for ${printQuarter(quarter)}.`;

/** How the quarters make the year to date, where there is more than one. */
const combinationLine = (assessment: Assessment): string => {
  const { entries, measure, actual } = assessment;
  if (measure.kind !== 'flow' || entries.length < 2) return '';
  const missing = missingFrom(assessment);
  if (missing.length > 0) {
    return `Year to date: not known, as there is no figure for ${missing.map(printQuarter).join(' and ')}.`;
  }
  const used = entriesInForce(entries, measure.unit);
  const parts = used.map((entry) => printEntry(entry, measure.unit)).join(' + ');
  return actual === null ? '' : `Year to date: ${parts} = ${printBare(actual, measure.unit)}.`;
};

const printEntry = ({ quarter, figure }: YearEntry, unit: string): string => {
  const answer = figure?.answer;
  if (answer?.kind !== 'number') return `Q${quarter.number} 0`;
  const replaces = answer.basis === 'year_to_date' && quarter.number > 1;
  const basis = replaces ? ' (year to date, in place of the quarters before it)' : '';
  return `Q${quarter.number} ${printBare(answer.value, unit)}${basis}`;
};

/** The cases of all quarters so far, beside the quarter that is judged on its own. */
const shareWorking = ({ entries, yearShare, measure }: Assessment): string => {
  if (yearShare === null) return '';
  const { numerator, denominator, percent } = yearShare;
  const parts = entries.flatMap(({ quarter, figure }) => {
    const share = figure?.answer.kind === 'number' ? figure.answer.share : null;
    return share === null
      ? []
      : [
          `Q${quarter.number} ${printDecimal(share.numerator)} of ${printDecimal(share.denominator)}`,
        ];
  });
  const all = percent === null ? 'no cases' : printValue(percent, measure.unit);
  return `All cases of the year so far: ${parts.join(' + ')} = ${printDecimal(numerator)} of ${printDecimal(denominator)}, or ${all}. The verdict is on this quarter's own.`;
};

/** How a target that is relative to the baseline becomes a number. */
const targetWorking = ({ measure }: Assessment): string => {
  const { rule } = measure.target;
  const target = targetOf(measure);
  if (target === null || measure.baseline.kind !== 'known') return '';
  const baseline = printBare(measure.baseline.value, measure.unit);
  const result = printNeed(target, measure.unit);
  switch (rule.kind) {
    case 'change':
      return `Target: the baseline of ${baseline} ${plusOrLess(rule.percent)}% of it is ${exactly(target)}, so ${result}.`;
    case 'points':
      return `Target: the baseline of ${baseline} ${plusOrLess(rule.points)} is ${exactly(target)}, so ${result}.`;
    case 'maintain':
      return `Target: to hold the baseline of ${baseline} or better it, so ${result}.`;
    case 'at_least':
    case 'at_most':
    case 'above':
    case 'below':
    case 'between':
    case 'none':
      return '';
  }
};

const plusOrLess = (change: Decimal): string =>
  `${change.lt(0) ? 'less' : 'plus'} ${printDecimal(change.abs(), 4)}`;

/** To four places: 2.4735 is what is compared, 2.47 only what is printed. */
const exactly = (target: Need): string =>
  target.kind === 'between' ? printDecimal(target.low, 4) : printDecimal(target.value, 4);

/** The level needed and the profile it comes from. */
const neededWorking = ({ measure, quarter, target, needed }: Assessment): string => {
  if (needed === null || target === null) return '';
  const level = printNeed(needed, measure.unit);
  const allOf = hasYears(measure.target) ? "all of the year's level" : 'the whole target';
  if (measure.kind !== 'flow') return `Level needed: ${level}, ${allOf} in every quarter.`;
  if (quarter.number === 4) return `Level needed: ${level}, ${allOf} at the end of the year.`;
  const { part, whole, assumed } = profileShare(measure, quarter);
  const fraction = `${printDecimal(part)}/${printDecimal(whole)}`;
  const origin = assumed
    ? 'an even profile, assumed because none was agreed'
    : `the agreed profile ${(measure.profile ?? []).map((step) => printDecimal(step)).join(' / ')}`;
  return `Level needed: ${fraction} of ${printBareNeed(target, measure.unit)} is ${level} (${origin}).`;
};

const gapWorking = ({ gap, measure, actual }: Assessment): string => {
  if (gap === null || actual === null) return '';
  if (gap.value.eq(0)) {
    return gap.short ? 'Gap: none, but the level itself has to be bettered.' : 'Gap: none.';
  }
  const bound = gap.of;
  const places = Math.max(placesApart(actual, bound), 4);
  const print = (value: Decimal) => printBare(value, measure.unit, places);
  const difference = isPercentage(measure.unit)
    ? `${signed(gap.value, places)} ${gap.value.abs().eq(1) ? 'point' : 'points'}`
    : signed(gap.value, places);
  const sum = `${print(actual)} less ${print(bound)} is ${difference}`;
  const percent = percentOf(gap.value, gap.of);
  return percent === null
    ? `Gap: ${sum}.`
    : `Gap: ${sum} (${percent.gt(0) ? '+' : ''}${printPercent(percent, percentPlaces(percent))} of the level needed).`;
};

/** The share of the improvement that the scheme grades. */
const improvementWorking = (assessment: Assessment): string => {
  const { gap, tolerance, target, measure, quarter, actual } = assessment;
  const made = improvementMade(assessment);
  if (gap === null || made === null || target === null || actual === null) return '';
  const wanted = improvementWanted(target, measure, quarter);
  if (tolerance.of === 'level' || wanted === null) return '';
  const size = printDifference(wanted, measure.unit);
  const short = printDifference(gap.value.abs(), measure.unit);
  return gap.short
    ? `Improvement: ${size} on the baseline is wanted by now and ${short} of it is missing: ${made} was made.`
    : `Improvement: ${size} on the baseline is wanted by now: ${made} was made.`;
};

/** One place, unless that would print a gap as none at all. */
const percentPlaces = (percent: Percent): number =>
  percent.round(1).eq(0) ? placesApart(percent, decimal(0)) : 1;

const signed = (value: Decimal, places: number): string =>
  `${value.gt(0) ? '+' : ''}${printDecimal(value, places)}`;

const ruleLine = (assessment: Assessment): string => {
  const { position } = assessment;
  if (position !== 'query')
    return `Rule: ${ruleOf(assessment)}: ${lowerWordFor(position, assessment)}.`;
  return missingFrom(assessment).length > 0
    ? 'Rule: a year to date that lacks a quarter gets no verdict.'
    : `Rule: ${ruleOf(assessment)}.`;
};

const ruleOf = (assessment: Assessment): string => {
  const { position, gap } = assessment;
  switch (position) {
    case 'exceeding':
      return 'better than the level needed';
    case 'on_track':
      return gap?.short === true
        ? 'not quite the level needed, but within the on-track tolerance'
        : 'the level needed is held';
    case 'marginal':
      return 'not the level needed, but within the marginal tolerance';
    case 'off_track':
      return 'beyond the marginal tolerance';
    case 'no_cases':
      return 'an answer of no cases is not judged';
    case 'not_started':
      return 'an answer of not started is not judged';
    case 'no_target':
      return 'without a numeric target there is nothing to judge against';
    case 'not_available':
    case 'not_due':
    case 'awaiting':
      return 'without a figure there is nothing to judge';
    case 'withheld':
      return 'a verdict that would give away a figure kept back is kept back with it';
    case 'query':
      return unjudgeable(assessment)?.rule ?? 'a definition whose readings differ gives no verdict';
  }
};

const outlookWorking = (assessment: Assessment): string => {
  const { outlook, measure, target, quarter } = assessment;
  if (outlook === null || outlook.value === null || target === null) return '';
  if (isSettled(assessment)) return '';
  const against = `against ${printNeed(target, measure.unit)}`;
  const word = lowerWordFor(outlook.position, assessment);
  if (quarter.number === 4) {
    return `Outlook: the year is over, and the target still runs: ${word} for this year.`;
  }
  return measure.kind === 'flow'
    ? `Outlook: ${atThisRate(outlook.value, assessment)}, ${against}: ${word}.`
    : `Outlook: ${figureText(assessment)} at year end if nothing changes, ${against}: ${word}.`;
};

/** What qualifies the figure itself; the working above has said the rest. */
const bearInMind = (assessment: Assessment): string => {
  const lines = qualifierLines(assessment, [
    'annualised',
    'assumed_profile',
    'baseline_pending',
    'worse_than_baseline',
    'definition_query',
    'multi_year',
  ]);
  return lines.length === 0 ? '' : `Bear in mind: ${lines.join(' ')}`;
};

const officerLine = (assessment: Assessment): string =>
  officerDiffers(assessment)
    ? `The officer's judgement differs and is kept beside this one: “${assessment.figure?.judgement ?? ''}”.`
    : '';
