import { type Decimal, decimal, printDecimal } from '../decimal.ts';
import type { Assessment, Remaining } from '../judging/assessment.ts';
import { perQuarter } from '../judging/remaining.ts';
import type { Measure } from '../measure.ts';
import { isMoney } from '../units.ts';
import { placesApart, printBare, printDifference } from './print-value.ts';
import { isWithheld } from './withheld-words.ts';

type Spread = Extract<Remaining, { kind: 'to_do' | 'allowed' }>;

/** `50 recipients still needed, 16.7 a quarter`; empty where there is no rest of the year to speak of. */
export const remainingLine = (assessment: Assessment): string => {
  const { remaining, measure } = assessment;
  if (remaining === null || isWithheld(assessment)) return '';
  switch (remaining.kind) {
    case 'reached':
      return 'Nothing more is needed for the year';
    case 'impossible': {
      const { beyond } = remaining;
      const over = beyond.eq(0)
        ? 'all of what the whole year allows is used'
        : `${printDifference(beyond, measure.unit)} more than the whole year allows`;
      return `Out of reach: already ${over}`;
    }
    case 'to_do':
    case 'allowed': {
      const verb = remaining.kind === 'to_do' ? 'needed' : 'allowed';
      const left = `${strictly(assessment)}${printDifference(remaining.left, measure.unit)}`;
      return `${left} still ${verb}${pace(remaining, measure)}`;
    }
  }
};

/** A strict bound has to be bettered, so what is left is short of it by nothing at all. */
const strictly = ({ target }: Assessment): string => {
  if (target?.kind === 'above') return 'more than ';
  return target?.kind === 'below' ? 'less than ' : '';
};

const pace = (spread: Spread, measure: Measure): string =>
  spread.quarters === 1
    ? ' in the last quarter'
    : `, ${printPace(perQuarter(spread), measure.unit)} a quarter${onAverage(measure)}`;

/** With a profile of its own a measure is not meant to bring as much in every quarter. */
const onAverage = ({ profile }: Measure): string => (profile === null ? '' : ' on average');

/** One place, or as many as it takes not to print something as nothing; money in whole pounds. */
const printPace = (pace: Decimal, unit: string): string => {
  if (isMoney(unit)) return printBare(pace, unit, 0);
  const isTiny = pace.round(1).eq(0);
  return printDecimal(pace, isTiny ? placesApart(pace, decimal(0)) : 1);
};

/** The same as a line of the working. */
export const remainingWorking = (assessment: Assessment): string => {
  const { remaining, actual, measure } = assessment;
  if (remaining === null || actual === null) return '';
  const print = (value: Decimal): string => printBare(value, measure.unit);
  switch (remaining.kind) {
    case 'reached':
      return 'Rest of the year: nothing more is needed.';
    case 'impossible':
      return `Rest of the year: ${print(actual)} is past the ${print(actual.minus(remaining.beyond))} that the whole year allows, which no later quarter can undo.`;
    case 'to_do':
    case 'allowed': {
      const { left, quarters } = remaining;
      const sum = `${print(actual.plus(left))} less ${print(actual)} is ${print(left)}`;
      const verb = remaining.kind === 'to_do' ? 'needed' : 'allowed';
      return quarters === 1
        ? `Rest of the year: ${sum}, still ${verb} in the last quarter.`
        : `Rest of the year: ${sum}, still ${verb} in ${quarters} quarters: ${printPace(perQuarter(remaining), measure.unit)} a quarter${onAverage(measure)}.`;
    }
  }
};
