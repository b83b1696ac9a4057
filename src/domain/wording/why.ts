import { printDay, printQuarter, printYear } from '../calendar/calendar.ts';
import { figureDue } from '../data-lag.ts';
import { decimal, printDecimal } from '../decimal.ts';
import type { Assessment, Gap, Need } from '../judging/assessment.ts';
import { improvementWanted } from '../judging/improvement.ts';
import { profileShare } from '../judging/needed.ts';
import { bandWidth } from '../judging/tolerance.ts';
import { isPercentage } from '../measure.ts';
import type { Difference } from '../quantities.ts';
import { figureText, headline, missingFrom, queryBecause } from './headline.ts';
import { lowerWordFor } from './position-words.ts';
import { placesApart, printBand, printBare, printDifference, printNeed } from './print-value.ts';
import { hasYears } from './target-words.ts';
import { SETTLE, unjudgeable } from './unjudgeable.ts';
import { arithmeticLines } from './why-arithmetic.ts';

/**
 * The answer to "why?": one paragraph anyone can follow, then the arithmetic line by line. Every
 * position has one, also those that are no verdict.
 */
export const whyParagraphs = (assessment: Assessment): readonly string[] => [
  inPlainWords(assessment),
  ...arithmeticLines(assessment),
];

const inPlainWords = (assessment: Assessment): string => {
  const { position, quarter, measure } = assessment;
  const finding = headline(assessment);
  switch (position) {
    case 'exceeding':
    case 'on_track':
    case 'marginal':
    case 'off_track':
      return [whatIsNeeded(assessment), whatItIs(assessment), whatWasAllowed(assessment)]
        .filter((sentence) => sentence !== '')
        .join(' ');
    case 'no_cases':
      return `${finding} Where no case could arise there is nothing to ${isPercentage(measure.unit) ? 'take a share of' : 'count'}: that is neither nought nor a missed target.`;
    case 'not_started':
      return `${finding} The lead says that this part of the project has not begun, so a nought is not held against it.`;
    case 'no_target':
      return `${finding} The plan sets no level for it, so the figure is kept as data only.`;
    case 'not_available':
      return `${finding} The lead says that it cannot be known yet, so nothing is judged.`;
    case 'not_due':
      return `${finding} ${
        assessment.figure === null
          ? `Its figures come ${measure.dataLagQuarters === 1 ? 'a quarter' : `${measure.dataLagQuarters} quarters`} behind: this one is due by ${printDay(figureDue(measure, quarter))}.`
          : 'The lead says that none is owed this time.'
      }`;
    case 'awaiting':
      return `${finding} A missing figure is not a nought, so nothing is judged until one is filed for ${printQuarter(quarter)}.`;
    case 'withheld':
      return `${finding} Whoever asks privately is told.`;
    case 'query':
      return `${measure.ref} has no verdict because ${queryBecause(assessment)}. ${
        missingFrom(assessment).length > 0
          ? 'A part of the year is never judged as if it were the whole.'
          : (unjudgeable(assessment)?.takes ?? SETTLE)
      }`;
  }
};

/** The level needed and why so much of it is needed already. */
const whatIsNeeded = ({ measure, quarter, needed }: Assessment): string => {
  if (needed === null) return '';
  const level = printNeed(needed, measure.unit);
  const year = printYear(quarter.year);
  const own = hasYears(measure.target);
  if (measure.kind === 'level') {
    const noun = isPercentage(measure.unit) ? 'A percentage' : 'A figure of this kind';
    const years =
      measure.target.years > 1 ? `, though it runs over ${measure.target.years} years` : '';
    return own
      ? `Needed in ${year}: ${level}. ${noun} is judged each quarter on its own, so all of that applies already.`
      : `Needed: ${level}. ${noun} is judged each quarter on its own, so the whole target applies already${years}.`;
  }
  if (measure.kind === 'rolling') {
    return own
      ? `Needed in ${year}: ${level}. Each figure covers twelve months, so all of that applies already.`
      : `Needed: ${level}. Each figure covers twelve months, so the whole target applies already.`;
  }
  if (quarter.number === 4) {
    return `Needed: ${level}. The year is over, so ${own ? 'all of its level' : 'the whole target'} applies.`;
  }
  const share = profileShare(measure, quarter).assumed
    ? `${SHARES[quarter.number]} of the year's target, as no other profile was agreed`
    : "the part of the year's target that is due by then in the agreed profile";
  return `Needed by the end of Q${quarter.number}: ${level}, ${share}.`;
};

const SHARES = { 1: 'a quarter', 2: 'half', 3: 'three quarters' } as const;

const whatItIs = (assessment: Assessment): string => {
  const { gap, measure, needed, position } = assessment;
  if (gap === null || needed === null) return '';
  const figure = `The figure of ${figureText(assessment)}`;
  const size = printSize(gap.value.abs(), measure.unit);
  if (gap.short) {
    return gap.value.eq(0)
      ? `${figure} is exactly at that bound, which has to be bettered.`
      : `${figure} is ${size} ${sideOf(gap, needed)}.`;
  }
  if (needed.kind === 'between') return `${figure} is inside that range.`;
  if (gap.value.eq(0)) return `${figure} is exactly that.`;
  const best = position === 'on_track' ? ', and this measure cannot be more than on track' : '';
  return `${figure} is ${size} better than needed${best}.`;
};

/** The unit was just said, so only points are named again. */
const printSize = (size: Difference, unit: string): string =>
  isPercentage(unit)
    ? printDifference(size, unit)
    : printBare(size, unit, placesApart(size, decimal(0)));

/** On which side of the level needed; at a strict bound itself, the side that does not better it. */
const sideOf = ({ value }: Gap, { kind }: Need): string =>
  value.gt(0) || (value.eq(0) && kind === 'below') ? 'over' : 'short';

/** `Up to 4.1 points short (10% of 41) would have been marginal.` */
const whatWasAllowed = (assessment: Assessment): string => {
  const { gap, tolerance, measure, position, needed, target, quarter } = assessment;
  if (gap === null || needed === null || target === null || !gap.short) return '';
  const judgedPosition = position === 'on_track' ? 'on_track' : 'marginal';
  const band = position === 'on_track' ? tolerance.onTrack : tolerance.marginal;
  const bound = gap.of;
  const improvement = tolerance.of === 'level' ? null : improvementWanted(target, measure, quarter);
  const width = bandWidth(band, improvement ?? bound);
  const word = lowerWordFor(judgedPosition, assessment);
  const side = sideOf(gap, needed);
  if (width.eq(0)) {
    return `${side === 'over' ? 'Nothing over it' : 'No shortfall at all'} is allowed for ${word}.`;
  }
  const whole =
    improvement === null
      ? printDecimal(bound)
      : `the ${printSize(improvement, measure.unit)} of improvement wanted`;
  const of = band.in === 'percent' ? ` (${printBand(band, measure.unit)} of ${whole})` : '';
  const verb = position === 'off_track' ? 'would have been' : 'counts as';
  return `${tolerance.edges === 'inclusive' ? 'Up to' : 'Less than'} ${printSize(width, measure.unit)} ${side}${of} ${verb} ${word}.`;
};
