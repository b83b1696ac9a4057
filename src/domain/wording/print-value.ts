import { type Decimal, printDecimal } from '../decimal.ts';
import type { Need } from '../judging/assessment.ts';
import { type Band, isPercentage } from '../measure.ts';
import { asDifference, type Difference, type Percent } from '../quantities.ts';
import { isMoney, singularUnit } from '../units.ts';

const PLACES = 2;
const MOST_PLACES = 12;
const MOST_FILED_PLACES = 6;

/** `77%`, `34 victims`, `1 victim`, `380 per 100,000 young people`, `£236,674`; no unit: the number. */
export const printValue = (value: Decimal, unit: string, places = PLACES): string => {
  const number = printDecimal(value, places);
  const name = unit.trim();
  if (isPercentage(name)) return `${number}%`;
  if (isMoney(name)) {
    const money = number.replace(/\.\d$/, '$&0');
    return money.startsWith('-') ? `-£${money.slice(1)}` : `£${money}`;
  }
  if (name === '') return number;
  return `${number} ${number === '1' ? singularUnit(name) : name}`;
};

/** The number with only the signs that belong to it (`41%`, `£5`, `15`), where the unit was just said. */
export const printBare = (value: Decimal, unit: string, places = PLACES): string =>
  printValue(value, isPercentage(unit) || isMoney(unit) ? unit : '', places);

/**
 * A difference, with its sign where it is negative. Between percentages it is in points: from 41% to
 * 17% is 24 points, not 24%.
 */
export const printDifference = (value: Difference, unit: string): string => {
  const places = placesApart(value, value.minus(value));
  if (!isPercentage(unit)) return printValue(value, unit, places);
  const number = printDecimal(value, places);
  return `${number} ${number.replace('-', '') === '1' ? 'point' : 'points'}`;
};

/** `32.9%`, of whatever it is a part of. */
export const printPercent = (value: Percent, places = 1): string =>
  `${printDecimal(value, places)}%`;

/**
 * Two places, or as many as it takes for two different values to print differently: 99.999% must
 * never be printed as the 100% it falls short of.
 */
export const placesApart = (a: Decimal, b: Decimal): number => {
  if (a.eq(b)) return PLACES;
  let places = PLACES;
  while (places < MOST_PLACES && a.round(places).eq(b.round(places))) places += 1;
  return places;
};

/** A figure as it was typed keeps its own places; a quotient without an end gets two. */
export const placesAsFiled = (value: Decimal): number => {
  const own = Math.max(value.c.length - value.e - 1, 0);
  return own <= MOST_FILED_PLACES ? own : PLACES;
};

/** `At most 293` for `at most 293`. */
export const sentenceCase = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

type PrintBound = (value: Decimal) => string;

const wordNeed = (need: Need, print: PrintBound): string => {
  switch (need.kind) {
    case 'at_least':
      return `at least ${print(need.value)}`;
    case 'at_most':
      return `at most ${print(need.value)}`;
    case 'above':
      return `above ${print(need.value)}`;
    case 'below':
      return `below ${print(need.value)}`;
    case 'between':
      return `between ${print(need.low)} and ${print(need.high)}`;
  }
};

/** `at least 41%`, `at most 73.25 per 100,000 young people`, `between 10 and 20 victims`. */
export const printNeed = (need: Need, unit: string): string =>
  need.kind === 'between'
    ? `between ${printBare(need.low, unit)} and ${printValue(need.high, unit)}`
    : wordNeed(need, (value) => printValue(value, unit));

/** The same without the unit's name, after a sentence that has just said it: `at most 73.25`. */
export const printBareNeed = (need: Need, unit: string): string =>
  wordNeed(need, (value) => printBare(value, unit));

/** `41%` for `at least 41%`, as people say a level to be reached; every other bound keeps its words. */
export const printWanted = (need: Need, unit: string): string =>
  need.kind === 'at_least' ? printBare(need.value, unit) : printBareNeed(need, unit);

/** `10%`, or the band's width in the measure's unit: `2 points`, `3 victims`. */
export const printBand = (band: Band, unit: string): string =>
  band.in === 'percent'
    ? `${printDecimal(band.size)}%`
    : printDifference(asDifference(band.size), unit);
