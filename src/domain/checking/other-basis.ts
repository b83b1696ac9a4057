import { previousQuarter } from '../calendar/calendar.ts';
import { type Decimal, decimal } from '../decimal.ts';
import { figureFor, numberFiled, yearEntries, yearToDate } from '../judging/year-to-date.ts';
import type { Measure } from '../measure.ts';
import { medianOf } from './history.ts';
import { type NumberInQuestion, printTyped } from './number-in-question.ts';
import type { Question } from './question.ts';

/** A year to date and a quarter taken for one another: the commonest mistake in real submissions. */
export const otherBasis = (number: NumberInQuestion): Question | null => {
  if (number.figure.answer.kind !== 'number') return null;
  switch (number.figure.answer.basis) {
    case 'year_to_date':
      return yearToDateFell(number) ?? quarterAsYearToDate(number);
    case 'this_quarter':
      return yearToDateAsQuarter(number);
    case null:
      return null;
  }
};

const forTheQuarter = (value: Decimal, measure: Measure): string =>
  `${printTyped(value, measure)} for this quarter only`;

/** The most the year has been known to hold by an earlier quarter; null in Q1 and where nothing is known. */
const knownSoFar = ({ measure, quarter, figures }: NumberInQuestion): Decimal | null => {
  let at = quarter;
  while (at.number > 1) {
    at = previousQuarter(at);
    const figure = figureFor(figures, at);
    const isYearToDate = figure?.answer.kind === 'number' && figure.answer.basis === 'year_to_date';
    const known =
      yearToDate(yearEntries(figures, at), measure) ??
      (isYearToDate ? numberFiled(figure, measure.unit) : null);
    if (known !== null) return known;
  }
  return null;
};

const yearToDateFell = (number: NumberInQuestion): Question | null => {
  const { measure, value } = number;
  const known = knownSoFar(number);
  if (known === null || value.gte(known)) return null;
  return {
    code: 'year_to_date_fell',
    found: `${measure.ref} is ${printTyped(value, measure)} for the year to date, and by an earlier quarter it was ${printTyped(known, measure)} already.`,
    ask: 'Does the figure cover this quarter only, or was an earlier one too high?',
    meant: forTheQuarter(value, measure),
  };
};

// How far quarters may lie apart and still say what a quarter of this measure usually is.
const ALIKE = decimal('1.5');
const HALF = decimal('0.5');
const NEXT_TO_NOTHING = decimal('0.25');
const FEWEST_QUARTERS = 2;

/** What a quarter of this measure usually is; null where earlier quarters do not agree on it. */
const usualQuarter = ({ earlier }: NumberInQuestion, fewest: number): Decimal | null => {
  const values = earlier.map(({ value }) => value).sort((a, b) => a.cmp(b));
  const [least] = values;
  const most = values.at(-1);
  if (least === undefined || most === undefined || values.length < fewest) return null;
  return least.gt(0) && most.lte(least.times(ALIKE)) ? medianOf(values) : null;
};

const isAbout = (value: Decimal, usual: Decimal): boolean =>
  value.gte(usual.times(HALF)) && value.lte(usual.times(ALIKE));

/** `36 for the year to date` after a quarter of 34: two more can hardly be all there was. */
const quarterAsYearToDate = (number: NumberInQuestion): Question | null => {
  const { measure, value, alone } = number;
  const known = knownSoFar(number);
  const usual = usualQuarter(number, 1);
  if (known === null || known.eq(0) || usual === null || alone === null) return null;
  if (!isAbout(value, usual) || alone.gt(usual.times(NEXT_TO_NOTHING))) return null;
  const added = alone.eq(0) ? 'nothing' : `only ${printTyped(alone, measure)}`;
  return {
    code: 'quarter_as_year_to_date',
    found: `${measure.ref} is ${printTyped(value, measure)} for the year to date, which leaves ${added} for this quarter; a quarter is usually about ${printTyped(usual, measure)}.`,
    ask: 'Does the figure cover this quarter only?',
    meant: forTheQuarter(value, measure),
  };
};

/** `105 for this quarter` after 34 and 36: with them it is just what the year would be by now. */
const yearToDateAsQuarter = (number: NumberInQuestion): Question | null => {
  const { measure, value } = number;
  const known = knownSoFar(number);
  const usual = usualQuarter(number, FEWEST_QUARTERS);
  if (known === null || known.eq(0) || usual === null) return null;
  if (isAbout(value, usual) || !isAbout(decimal(value).minus(known), usual)) return null;
  return {
    code: 'year_to_date_as_quarter',
    found: `${measure.ref} is ${printTyped(value, measure)} for this quarter only; a quarter is usually about ${printTyped(usual, measure)}, and the year stood at ${printTyped(known, measure)} before it.`,
    ask: 'Does the figure cover the year to date?',
    meant: `${printTyped(value, measure)} for the year to date`,
  };
};
