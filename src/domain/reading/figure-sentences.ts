import { isPercentage } from '../measure.ts';
import { cutText } from '../plain-text.ts';
import { isMoney, isRate } from '../units.ts';
import { labelled } from './nothing-reasons.ts';

const REASON = 'if no cases could arise, choose a reason below.';

/** What to enter for a measure of this unit, and what to do where there is nothing to enter. */
export const whatToEnter = (unit: string): string => {
  if (isPercentage(unit)) {
    return `Enter a percentage, for example 77%, or the numbers behind it, for example 7 of 41. If it was 0%, enter 0; ${REASON}`;
  }
  if (isMoney(unit)) {
    return `Enter the amount in pounds, for example 236,674. If it was nothing, enter 0; ${REASON}`;
  }
  if (isRate(unit)) {
    return `Enter the rate (${unit}) as a number, for example ${rateExample(unit)}. If it was nought, enter 0; ${REASON}`;
  }
  return `Enter the number of ${unit}, for example 34. If there were none, enter 0; ${REASON}`;
};

const quoted = (typed: string): string => `“${cutText(typed, 40)}”`;

export const notANumber = (typed: string, unit: string): string =>
  `${quoted(typed)} can't be read as a figure. ${whatToEnter(unit)}`;

export const decimalComma = (typed: string, meant: string): string =>
  `${quoted(typed)} has a comma where a decimal point belongs. Did you mean ${meant}? Enter it with a point.`;

export const tooManyDigits = (typed: string): string =>
  `${quoted(typed)} has more than 15 digits. Check it, or round it to what is known.`;

export const aLimit = (typed: string): string =>
  `${quoted(typed)} is a limit and not a figure. Enter the number itself; say below if it is an estimate.`;

export const aSpan = (typed: string): string =>
  `${quoted(typed)} is a range. Enter one number: your best figure, marked provisional if it may change.`;

export const negative = (typed: string, unit: string): string =>
  `${nature(unit)} can't be less than 0. If ${quoted(typed)} is the change since an earlier figure, enter the figure itself; the change is worked out from it.`;

export const aChange = (typed: string, unit: string): string =>
  `${quoted(typed)} is a change and not the figure. Enter the figure itself, for example ${isPercentage(unit) ? '77%' : '34'}; the change is worked out from it.`;

export const aPercentageOfSomethingElse = (typed: string, unit: string): string =>
  `This figure is ${inUnit(unit)} and not a percentage, so ${quoted(typed)} can't be judged. ${whatToEnter(unit)}`;

export const aShareOfSomethingElse = (typed: string, unit: string): string =>
  `This figure is ${inUnit(unit)} and ${quoted(typed)} is two numbers. Enter one number, for example ${isRate(unit) ? rateExample(unit) : '34'}.`;

export const poundsOfSomethingElse = (typed: string, unit: string): string =>
  `This figure is ${inUnit(unit)} and not in pounds, so ${quoted(typed)} can't be judged. ${whatToEnter(unit)}`;

export const overAHundred = (typed: string): string =>
  `A percentage can't be more than 100 and this is ${quoted(typed)}. Check for a missing decimal point, or enter the numbers behind it, for example 7 of 41.`;

export const partOrPercent = (typed: string, readings: readonly [string, string]): string =>
  `${quoted(typed)} could mean ${readings[0]}% or ${readings[1]}%. Enter the one you mean with its % sign.`;

export const largerThanItsWhole = (typed: string): string =>
  `In ${quoted(typed)} the first number is larger than the second. Enter the part first, then the whole: for example 7 of 41.`;

export const ofNothing = (typed: string): string =>
  `${quoted(typed)} is a share of nothing. Where no cases arose, leave this empty and choose ${labelled('no_cases')} below.`;

export const notWholeNumbers = (typed: string): string =>
  `A share is counted in whole numbers and ${quoted(typed)} is not. Enter it as, for example, 7 of 41, or enter the percentage alone.`;

/** What could be typed for a figure of this unit, as every sentence about it has it: `77% or 7 of 41`, `1.8`, `34`. */
export const exampleOf = (unit: string): string => {
  if (isPercentage(unit)) return '77% or 7 of 41';
  if (isMoney(unit)) return '236,674';
  return isRate(unit) ? rateExample(unit) : '34';
};

const rateExample = (unit: string): string => (/\d/.test(unit) ? '95' : '1.8');

const nature = (unit: string): string => {
  if (isPercentage(unit)) return 'A percentage';
  if (isMoney(unit)) return 'An amount';
  return isRate(unit) ? 'A rate' : 'A count';
};

const inUnit = (unit: string): string => {
  if (isMoney(unit)) return 'in pounds';
  return isRate(unit) ? `a rate (${unit})` : `a number of ${unit}`;
};
