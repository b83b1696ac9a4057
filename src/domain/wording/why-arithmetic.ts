import { printQuarter, printYear } from '../calendar/calendar.ts';
import { type Decimal, decimal, printDecimal } from '../decimal.ts';
import type { Assessment, JudgedPosition, YearEntry } from '../judging/assessment.ts';
import { profileShare } from '../judging/needed.ts';
import { positionUnder, type Reading, readingsOf } from '../judging/readings.ts';
import { entriesInForce } from '../judging/year-to-date.ts';
import { isPercentage } from '../measure.ts';
import { figureText, missingFrom } from './headline.ts';
import { officerDiffers } from './officer.ts';
import { isSettled, lowerWordFor } from './position-words.ts';
import { printAnswer } from './print-answer.ts';
import { placesApart, printBare, printBareNeed, printNeed } from './print-value.ts';
import { qualifierLines } from './qualifier-lines.ts';
import { atThisRate } from './status-lines.ts';
import { toleranceWorking } from './why-tolerance.ts';

/** The working, one step a line, in the order it is done. */
export const arithmeticLines = (assessment: Assessment): readonly string[] =>
  [
    figureLine(assessment),
    combinationLine(assessment),
    targetText(assessment),
    targetWorking(assessment),
    neededWorking(assessment),
    gapWorking(assessment),
    toleranceWorking(assessment),
    ruleLine(assessment),
    outlookWorking(assessment),
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
  if (entries.length < 2) return '';
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

/** The plan's own words: who set the level, and how they put it. */
const targetText = ({ measure, quarter }: Assessment): string =>
  measure.target.text === null
    ? ''
    : `Target of the ${printYear(quarter.year)} plan, in the council's words: “${measure.target.text}”.`;

/** How a target that is relative to the baseline becomes a number. */
const targetWorking = ({ measure, target }: Assessment): string => {
  const { rule } = measure.target;
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
const exactly = (target: NonNullable<Assessment['target']>): string =>
  target.kind === 'between' ? printDecimal(target.low, 4) : printDecimal(target.value, 4);

/** The level needed and the profile it comes from. */
const neededWorking = ({ measure, quarter, target, needed }: Assessment): string => {
  if (needed === null || target === null) return '';
  const level = printNeed(needed, measure.unit);
  if (measure.kind !== 'flow') return `Level needed: ${level}, the whole target in every quarter.`;
  if (quarter.number === 4)
    return `Level needed: ${level}, the whole target at the end of the year.`;
  const { part, whole, assumed } = profileShare(measure, quarter);
  const fraction = `${printDecimal(part)}/${printDecimal(whole)}`;
  const origin = assumed
    ? 'an even profile, assumed because none was agreed'
    : `the agreed profile ${(measure.profile ?? []).map((step) => printDecimal(step)).join(' / ')}`;
  return `Level needed: ${fraction} of ${printBareNeed(target, measure.unit)} is ${level} (${origin}).`;
};

const gapWorking = ({ gap, measure, actual }: Assessment): string => {
  if (gap === null || actual === null) return '';
  if (gap.value.eq(0)) return 'Gap: none.';
  const bound = actual.minus(gap.value);
  const places = Math.max(placesApart(actual, bound), 4);
  const print = (value: Decimal) => printBare(value, measure.unit, places);
  const difference = isPercentage(measure.unit)
    ? `${signed(gap.value, places)} ${gap.value.abs().eq(1) ? 'point' : 'points'}`
    : signed(gap.value, places);
  const sum = `${print(actual)} less ${print(bound)} is ${difference}`;
  return gap.percent === null
    ? `Gap: ${sum}.`
    : `Gap: ${sum} (${signed(gap.percent, percentPlaces(gap.percent))}% of the level needed).`;
};

/** One place, unless that would print a gap as none at all. */
const percentPlaces = (percent: Decimal): number =>
  percent.round(1).eq(0) ? placesApart(percent, decimal(0)) : 1;

const signed = (value: Decimal, places: number): string =>
  `${value.gt(0) ? '+' : ''}${printDecimal(value, places)}`;

const ruleLine = (assessment: Assessment): string =>
  missingFrom(assessment).length > 0 && assessment.position === 'query'
    ? 'Rule: a year to date that lacks a quarter gets no verdict.'
    : `Rule: ${ruleOf(assessment)}: ${lowerWordFor(assessment.position, assessment)}.`;

const ruleOf = ({ position, gap, needed }: Assessment): string => {
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
    case 'query':
      return needed === null
        ? 'a target that cannot be computed gives no verdict'
        : 'a definition whose readings differ gives no verdict';
  }
};

const outlookWorking = (assessment: Assessment): string => {
  const { outlook, measure, target, quarter } = assessment;
  if (outlook === null || outlook.value === null || target === null) return '';
  if (isSettled(quarter, measure.target.years)) return '';
  const against = `against ${printNeed(target, measure.unit)}`;
  const word = lowerWordFor(outlook.position, assessment);
  return measure.kind === 'flow'
    ? `Outlook: ${atThisRate(outlook.value, assessment)}, ${against}: ${word}.`
    : `Outlook: ${figureText(assessment)} at year end if nothing changes, ${against}: ${word}.`;
};

/** Each question about the definition, then what every reading of the target comes to. */
const readingLines = (assessment: Assessment): readonly string[] => {
  const { doubts, measure, quarter, actual, tolerance, position } = assessment;
  if (doubts.length === 0) return [];
  const questions = doubts.map(({ sentence }) => `Question: ${sentence}`);
  const readings = readingsOf(measure, quarter, doubts);
  if (actual === null || readings.length === 0) return questions;
  const definition = { measure, quarter, tolerance, readings };
  const tried = readings.map((reading) => {
    const result: JudgedPosition = positionUnder(actual, reading, definition);
    return `${describeReading(reading)} (${printBareNeed(reading.needed, measure.unit)}): ${lowerWordFor(result, assessment)}`;
  });
  const conclusion =
    position === 'query' ? 'They differ, so there is no verdict.' : agreement(readings);
  return [...questions, `Readings tried: ${tried.join('; ')}. ${conclusion}`];
};

const agreement = ({ length }: readonly Reading[]): string =>
  length === 1
    ? 'No other number can be read from the definition, so the verdict is given with the question.'
    : 'They agree, so the verdict is given with the question.';

const describeReading = ({ reads }: Reading): string => {
  switch (reads) {
    case 'as_printed':
      return 'as printed';
    case 'other_strictness':
      return 'with the bound read the other way';
    case 'no_worse_than_baseline':
      return 'as no worse than the baseline';
  }
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
