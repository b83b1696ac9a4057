import { printDay } from '../calendar/calendar.ts';
import { decimal, printDecimal } from '../decimal.ts';
import type { Answer, Basis, FiledFigure } from '../figure.ts';
import { placesApart, placesAsFiled, printValue } from './print-value.ts';

/** What a flow figure covers, in words. */
const describeBasis = (basis: Basis): string => {
  switch (basis) {
    case 'this_quarter':
      return 'this quarter only';
    case 'year_to_date':
      return 'year to date';
  }
};

/** An answer as it would stand in a sentence: `17% (7 of 41)`, `34 victims (this quarter only)`, `no cases`. */
export const printAnswer = (answer: Answer, unit = ''): string => {
  switch (answer.kind) {
    case 'number':
      return `${printValue(answer.value, unit, placesOf(answer))}${behind(answer)}`;
    case 'no_cases':
      return 'no cases';
    case 'not_started':
      return 'not started';
    case 'not_available':
      return answer.expected === null
        ? 'not yet available'
        : `not yet available, expected on ${printDay(answer.expected)}`;
    case 'not_due':
      return 'not due';
  }
};

/** A share that is not quite none or all of its cases is never printed as if it were. */
const placesOf = ({ value, share }: Extract<Answer, { kind: 'number' }>): number =>
  share === null
    ? placesAsFiled(value)
    : Math.max(
        placesAsFiled(value),
        placesApart(value, decimal(0)),
        placesApart(value, decimal(100)),
      );

/** The counts behind a share and the basis of a flow figure, in brackets. */
const behind = ({ share, basis }: Extract<Answer, { kind: 'number' }>): string => {
  const counts =
    share === null
      ? []
      : [`${printDecimal(share.numerator)} of ${printDecimal(share.denominator)}`];
  const parts = [...counts, ...(basis === null ? [] : [describeBasis(basis)])];
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
};

/** `1 case`, `17 cases`: how many stand behind a share. */
export const casesIn = (figure: FiledFigure | null): string => {
  const share = figure?.answer.kind === 'number' ? figure.answer.share : null;
  if (share === null) return 'few cases';
  const cases = printDecimal(share.denominator);
  return cases === '1' ? '1 case' : `${cases} cases`;
};
