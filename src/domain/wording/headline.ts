import { printDay, printQuarter, type Quarter } from '../calendar/calendar.ts';
import type { Decimal } from '../decimal.ts';
import type { Assessment } from '../judging/assessment.ts';
import { positionUnder } from '../judging/readings.ts';
import { smallBecause } from '../judging/small-numbers.ts';
import { missingQuarters } from '../judging/year-to-date.ts';
import type { Measure } from '../measure.ts';
import { isRate } from '../units.ts';
import { isSettled, lowerWordFor } from './position-words.ts';
import { casesIn } from './print-answer.ts';
import { placesApart, printBare, printValue, printWanted } from './print-value.ts';
import { unjudgeable } from './unjudgeable.ts';
import { isWithheld, withheldBecause, withheldFigure } from './withheld-words.ts';

/**
 * The finding in one sentence; also the text of the notification. The measure's name stands in
 * brackets behind what it names, where words of any grammar fit: `2.4 is off track: 17% against 41%
 * needed (Engagement after prison).`
 */
export const headline = (assessment: Assessment): string => {
  const { measure, quarter, position } = assessment;
  const { ref } = measure;
  switch (position) {
    case 'exceeding':
    case 'on_track':
    case 'marginal':
    case 'off_track':
      return `${ref} ${verdict(assessment)}: ${figureAgainstNeed(assessment)}${nameOf(measure)}.`;
    case 'no_cases':
      return `${named(measure)} had no cases to report in ${printQuarter(quarter)}.`;
    case 'not_started':
      return `${named(measure)} has not started.`;
    case 'no_target':
      return noTarget(assessment);
    case 'not_available':
      return `${named(measure)} has no figure yet for ${printQuarter(quarter)}${expected(assessment)}.`;
    case 'not_due':
      return `${named(measure)} has no figure due yet for ${printQuarter(quarter)}.`;
    case 'awaiting':
      return `No figure has been filed for ${named(measure)} for ${printQuarter(quarter)}.`;
    case 'query':
      return `${named(measure)} cannot be judged yet: ${queryBecause(assessment)}.`;
    case 'withheld':
      return `${named(measure)} is ${withheldFigure(assessment)}; its verdict would give it away.`;
  }
};

// A longer one is a sentence, and would hide the finding.
const LONGEST_NAME = 40;

const nameOf = ({ shortTitle }: Measure): string => {
  const name = withoutStop(shortTitle);
  return name === '' || [...name].length > LONGEST_NAME ? '' : ` (${name})`;
};

const named = (measure: Measure): string => `${measure.ref}${nameOf(measure)}`;

const withoutStop = (title: string): string => title.replace(/[\s.]+$/, '');

/** `is off track`; once the year is over, `has not met its target`. */
const verdict = (assessment: Assessment): string => {
  const { measure, position, gap } = assessment;
  if (!isSettled(assessment)) return `is ${lowerWordFor(position, assessment)}`;
  if (position === 'exceeding') {
    return `has ${measure.polarity === 'higher' ? 'exceeded' : 'bettered'} its target`;
  }
  if (position === 'on_track') {
    return gap?.short === true ? 'has met its target within tolerance' : 'has met its target';
  }
  return position === 'marginal' ? 'has narrowly missed its target' : 'has not met its target';
};

/** Whether the level needed grows through the year, so that "by now" says something. */
const isPartYear = ({ measure, quarter }: Assessment): boolean =>
  measure.kind === 'flow' && quarter.number !== 4;

/** `17% against 41% needed`, `34 victims against 15 needed by now`, `5.2%, at most 5.6% needed`. */
const figureAgainstNeed = (assessment: Assessment, soFar = ' so far'): string => {
  const { needed, measure } = assessment;
  if (isWithheld(assessment)) return withheldAgainstNeed(assessment);
  const figure = figureText(assessment);
  if (needed === null) return figure;
  const partYear = isPartYear(assessment);
  const wanted = printWanted(needed, measure.unit);
  const against = needed.kind === 'at_least' ? ' against' : ',';
  return `${figure}${partYear ? soFar : ''}${against} ${wanted} needed${partYear ? ' by now' : ''}`;
};

/** `figure withheld (fewer than 5), 15 needed by now`: nothing it could be worked out from. */
const withheldAgainstNeed = (assessment: Assessment): string => {
  const { needed, measure } = assessment;
  const figure = `figure withheld (${withheldBecause(assessment)})`;
  if (needed === null) return figure;
  const now = isPartYear(assessment) ? ' by now' : '';
  return `${figure}, ${printWanted(needed, measure.unit)} needed${now}`;
};

/** The figure judged, with as many places as it takes not to look like the level it is judged by. */
export const figureText = (assessment: Assessment): string => {
  const { actual, measure } = assessment;
  if (isWithheld(assessment)) return 'the figure';
  return actual === null ? 'no figure' : printValue(actual, measure.unit, placesFor(assessment));
};

/** The same without the unit's name, for a column under it. */
export const bareFigure = (assessment: Assessment): string =>
  assessment.actual === null
    ? ''
    : printBare(assessment.actual, assessment.measure.unit, placesFor(assessment));

/** How many places this figure takes to print differently from the level it is judged by. */
const placesFor = ({ actual, needed }: Assessment): number => {
  if (actual === null || needed === null) return 2;
  const bounds = needed.kind === 'between' ? [needed.low, needed.high] : [needed.value];
  return Math.max(...bounds.map((bound) => placesApart(actual, bound)));
};

const noTarget = (assessment: Assessment): string => {
  const { measure, actual } = assessment;
  if (actual === null) return `${named(measure)} has no target to be judged against.`;
  const found = isWithheld(assessment)
    ? `${named(measure)} is ${withheldFigure(assessment)}`
    : `${measure.ref} is ${figureText(assessment)}${nameOf(measure)}`;
  return `${found}; it has no target to be judged against.`;
};

const expected = ({ figure }: Assessment): string =>
  figure?.answer.kind === 'not_available' && figure.answer.expected !== null
    ? `; it is expected on ${printDay(figure.answer.expected)}`
    : '';

/** Why there is no verdict: a hole in the year to date, what cannot be judged, or readings that differ. */
export const queryBecause = (assessment: Assessment): string => {
  const missing = missingFrom(assessment);
  if (missing.length > 0) {
    return `its year to date has no figure for ${missing.map(printQuarter).join(' and ')}`;
  }
  return (
    unjudgeable(assessment)?.because ??
    `${figureText(assessment)} is ${wordsOfReadings(assessment)}`
  );
};

/** `on track under one reading, marginal under another`, each position once. */
const wordsOfReadings = (assessment: Assessment): string => {
  const { readings, actual } = assessment;
  if (actual === null) return 'judged differently under each reading of its target';
  const words = readings.map((reading) => {
    const position = positionUnder(actual, reading);
    return position === null ? 'not to be graded' : lowerWordFor(position, assessment);
  });
  return [...new Set(words)]
    .map((word, index) => `${word} under ${index === 0 ? 'one reading of its target' : 'another'}`)
    .join(', ');
};

/** The quarters without which a flow has no year to date; none for other kinds. */
export const missingFrom = ({ entries, measure }: Assessment): readonly Quarter[] =>
  missingQuarters(entries, measure);

/** What a figure will be judged as if it is filed as it stands: `4.1 will show as ahead: …`. */
export const willShowAs = (assessment: Assessment): string => {
  const { measure, position } = assessment;
  const shows = `will show as ${lowerWordFor(position, assessment)}`;
  switch (position) {
    case 'exceeding':
    case 'on_track':
    case 'marginal':
    case 'off_track':
      return `${measure.ref} ${shows}: ${figureAgainstNeed(assessment, '')}${nameOf(measure)}.`;
    case 'no_target':
      return assessment.actual === null
        ? `${named(measure)} ${shows}.`
        : `${measure.ref} ${shows}: ${figureText(assessment)}${nameOf(measure)}.`;
    case 'query':
      return `${named(measure)} will show without a verdict: ${queryBecause(assessment)}.`;
    case 'no_cases':
    case 'not_started':
    case 'not_available':
    case 'not_due':
    case 'awaiting':
    case 'withheld':
      return `${named(measure)} ${shows}.`;
  }
};

/** The committee asks why of every figure off track, so whoever files it is asked first. */
export const nothingSaidYet = (assessment: Assessment): string =>
  `${assessment.measure.ref} ${verdict(assessment)} and nothing is said yet about what is being done, by whom and by when.`;

/** One line of the digest: `2.4 Engagement after prison: 17%, 41% needed.` */
export const digestLine = (assessment: Assessment): string => {
  const { measure, position } = assessment;
  return `${measure.ref} ${withoutStop(measure.shortTitle)}: ${finding(assessment, position)}.`;
};

const finding = (assessment: Assessment, position: Assessment['position']): string => {
  switch (position) {
    case 'exceeding':
    case 'on_track':
    case 'marginal':
    case 'off_track':
      return `${yearOrNow(assessment)}${smallNote(assessment)}`;
    case 'no_target':
      return `${isWithheld(assessment) ? withheldFigure(assessment) : figureText(assessment)}, no target${smallNote(assessment)}`;
    case 'query':
      return queryBecause(assessment);
    case 'withheld':
      return withheldFigure(assessment);
    case 'no_cases':
    case 'not_started':
    case 'not_available':
    case 'not_due':
    case 'awaiting':
      return lowerWordFor(position, assessment);
  }
};

/**
 * A part-year rate means little to anyone, so it is shown as the year it would make against the
 * year's target; a count is shown as counted, against the count needed by now.
 */
const yearOrNow = (assessment: Assessment): string => {
  const { measure, actual, needed, target, outlook } = assessment;
  if (isWithheld(assessment)) return withheldAgainstNeed(assessment);
  const bare = (value: Decimal) => printBare(value, measure.unit, placesFor(assessment));
  if (actual === null || needed === null) return figureText(assessment);
  const partYear = isPartYear(assessment);
  if (partYear && isRate(measure.unit) && outlook?.value && target !== null) {
    return `${bare(outlook.value)} a year at this rate, ${printWanted(target, measure.unit)} wanted`;
  }
  return `${bare(actual)}, ${printWanted(needed, measure.unit)} needed${partYear ? ' by now' : ''}`;
};

const smallNote = (assessment: Assessment): string => {
  if (!assessment.qualifiers.includes('small_numbers') || isWithheld(assessment)) return '';
  const meaning = whatSmallMeans(assessment);
  return meaning === '' ? ' (small numbers)' : ` (small numbers: ${meaning})`;
};

/** What the smallness comes to, where more of it is known than that somebody said so. */
const whatSmallMeans = ({ measure, readings, figure }: Assessment): string => {
  const because = smallBecause(figure, { measure, readings });
  if (because.includes('one_case')) return 'one case would change this';
  return because.includes('few_cases') ? `only ${casesIn(figure)}` : '';
};
