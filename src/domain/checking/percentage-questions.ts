import { previousQuarter } from '../calendar/calendar.ts';
import { type Decimal, decimal, printDecimal } from '../decimal.ts';
import type { FiledFigure } from '../figure.ts';
import type { Assessment } from '../judging/assessment.ts';
import { annualised } from '../judging/needed.ts';
import { entriesInForce, figureFor, numberFiled } from '../judging/year-to-date.ts';
import { isPercentage, type Measure } from '../measure.ts';
import { cutText } from '../plain-text.ts';
import { isCount } from '../units.ts';
import { isUnitWording } from '../wording/unit-wording.ts';
import {
  beforeRounding,
  canBeChange,
  changeBetween,
  exactly,
  type Interval,
  lastPlace,
  placesIn,
  plus,
} from './interval.ts';
import { printTyped } from './number-in-question.ts';
import type { Question } from './question.ts';
import { changesSaid, levelsSaid, type SaidChange } from './said-percentages.ts';
import { isAbout } from './subject.ts';

const QUOTED_CHARACTERS = 80;

/** The first percentage in the words that the figures do not bear out; at most one question. */
export const percentageQuestions = (
  assessment: Assessment,
  earlier: readonly FiledFigure[],
): readonly Question[] => {
  const { figure, measure } = assessment;
  const text = figure?.commentary ?? null;
  if (text === null || figure?.answer.kind !== 'number') return [];
  const [first] = [
    ...changesSaid(text)
      .filter(({ clause }) => isAbout(clause, measure))
      .flatMap((said) => questionOnChange(said, assessment, earlier) ?? []),
    ...(isPercentage(measure.unit) ? levelQuestions(text, assessment, earlier) : []),
  ];
  return first === undefined ? [] : [first];
};

/** A figure as printed, and every value it may have been before that. */
interface Printed {
  readonly value: Decimal;
  readonly range: Interval;
}

const printed = (value: Decimal, isExact: boolean): Printed => ({
  value,
  range: isExact ? exactly(value) : beforeRounding(value),
});

/** Counts, and shares whose counts are known, have not been rounded. */
const printedFigure = (figure: FiledFigure | null, measure: Measure): Printed | null => {
  const value = figure === null ? null : numberFiled(figure, measure.unit);
  if (figure?.answer.kind !== 'number' || value === null) return null;
  return printed(value, isCount(measure.unit) || figure.answer.share !== null);
};

/** What may be meant by "now": the figure, or of a flow its year to date, as it is and brought up to a year. */
const numbersNow = (assessment: Assessment): readonly Printed[] => {
  const { measure, figure, actual, entries, quarter } = assessment;
  if (measure.kind !== 'flow') {
    const now = printedFigure(figure, measure);
    return now === null ? [] : [now];
  }
  if (actual === null) return [];
  const range = entriesInForce(entries, measure.unit)
    .flatMap((entry) => printedFigure(entry.figure, measure)?.range ?? [])
    .reduce(plus, exactly(decimal(0)));
  const [value, low, high] = [actual, range.low, range.high].map((each) =>
    annualised(each, measure, quarter),
  );
  const year = value && low && high ? [{ value, range: { low, high } }] : [];
  return [...year, { value: actual, range }];
};

const numberBefore = (
  said: SaidChange,
  { measure, quarter }: Assessment,
  earlier: readonly FiledFigure[],
): Printed | null => {
  if (said.since === 'last_quarter') {
    return printedFigure(figureFor(earlier, previousQuarter(quarter)), measure);
  }
  const { baseline } = measure;
  return baseline.kind === 'known' ? printed(baseline.value, isCount(measure.unit)) : null;
};

const questionOnChange = (
  said: SaidChange,
  assessment: Assessment,
  earlier: readonly FiledFigure[],
): Question | null => {
  const { measure } = assessment;
  const from = numberBefore(said, assessment, earlier);
  const now = numbersNow(assessment);
  const [first] = now;
  if (from === null || first === undefined || !from.range.low.gt(0)) return null;
  // A percentage may rise by 10% or by 10 points, and people say either.
  if (isPercentage(measure.unit) && now.some((to) => isDifference(said.change, from, to)))
    return null;
  const fits = now.some(({ value }) =>
    canBeChange(said.change, exactly(from.value), exactly(value)),
  );
  if (fits) return null;
  const within = now.find(({ range }) => canBeChange(said.change, from.range, range));
  const to = within ?? first;
  const gives = `the words say “${said.words}”, and ${printTyped(to.value, measure)} against ${printTyped(from.value, measure)} gives ${printChange(changeBetween(exactly(from.value), exactly(to.value)))}`;
  if (within === undefined) {
    return {
      code: 'other_percentage',
      found: `On ${measure.ref} ${gives}.`,
      ask: 'Which is right?',
      meant: null,
    };
  }
  return {
    code: 'unreproducible_percentage',
    found: `On ${measure.ref} ${gives}; only their rounding leaves room for it (${printRange(changeBetween(from.range, to.range))}).`,
    ask: 'Was it worked out from unrounded figures?',
    meant: null,
  };
};

const isDifference = (change: Interval, from: Printed, to: Printed): boolean =>
  to.range.low.minus(from.range.high).lte(change.high) &&
  to.range.high.minus(from.range.low).gte(change.low);

/** `a reduction of 60.0%`: a place more than most people print, so that a rounded 60 is told from 59.6. */
const printChange = (change: Interval | null): string => {
  if (change === null) return 'nothing that can be put in percent';
  if (change.low.eq(0)) return 'no change';
  return `${change.low.lt(0) ? 'a reduction' : 'an increase'} of ${oneDecimal(change.low)}%`;
};

const printRange = (change: Interval | null): string => {
  if (change === null) return '';
  const [least, most] = [oneDecimal(change.low), oneDecimal(change.high)];
  return change.high.lt(0) ? `${most}% to ${least}%` : `${least}% to ${most}%`;
};

const oneDecimal = (value: Decimal): string => {
  const rounded = printDecimal(value.abs(), 1);
  return rounded.includes('.') ? rounded : `${rounded}.0`;
};

const levelQuestions = (
  text: string,
  { measure, figure, target }: Assessment,
  earlier: readonly FiledFigure[],
): readonly Question[] => {
  const now = figure === null ? null : numberFiled(figure, measure.unit);
  if (now === null) return [];
  const { baseline } = measure;
  const others = [
    ...earlier.flatMap((each) => numberFiled(each, measure.unit) ?? []),
    ...(baseline.kind === 'known' ? [baseline.value] : []),
    ...(target === null || target.kind === 'between' ? [] : [target.value]),
    decimal(100).minus(now),
  ];
  const said = levelsSaid(text);
  // Several are a list of groups or parts, of which none need be the whole.
  if (said.length > 1) return [];
  return said
    .filter(({ words }) => words !== '' && isUnitWording(words, measure))
    .filter(({ percent }) => [now, ...others].every((known) => !printsAs(percent, known)))
    .map(({ clause }) => ({
      code: 'other_percentage',
      found: `The words on ${measure.ref} say “${cutText(clause, QUOTED_CHARACTERS)}”, and the figure is ${printTyped(now, measure)}.`,
      ask: 'Which is right?',
      meant: null,
    }));
};

/** Whether the two are one number, printed with more or fewer digits. */
const printsAs = (a: Decimal, b: Decimal): boolean => {
  const coarser = lastPlace(Math.min(placesIn(a), placesIn(b)));
  return a.minus(b).abs().lte(coarser.div(2));
};
