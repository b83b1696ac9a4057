import { Temporal } from 'temporal-polyfill';
import type { Quarter } from '../calendar/calendar.ts';
import { figureDue } from '../data-lag.ts';
import type { Decimal } from '../decimal.ts';
import type { FiledFigure } from '../figure.ts';
import { isPercentage, type Measure, type Tolerance } from '../measure.ts';
import type { Assessment, Doubt, Position } from './assessment.ts';
import { compareWithBaseline, yearValue } from './baseline-comparison.ts';
import { isAcrossBreak } from './comparability.ts';
import { type Definition, definitionOf } from './definition.ts';
import { qualifiersOf } from './qualifiers.ts';
import { agreedPosition } from './readings.ts';
import { remainingOf } from './remaining.ts';
import { combinedShare, isImpossibleShare } from './shares.ts';
import { gapOf } from './tolerance.ts';
import { travelOf } from './travel.ts';
import { answerOf, numberFiled, yearEntries, yearToDate } from './year-to-date.ts';

interface Judging {
  /** The day on which it is judged: a figure that comes behind is awaited from the day after it was due. */
  readonly today?: Temporal.PlainDate;
  readonly measure: Measure;
  readonly quarter: Quarter;
  /** The current revisions of this measure's figures, this quarter's and earlier ones, in any order. */
  readonly figures: readonly FiledFigure[];
  readonly programmeTolerance: Tolerance;
  /** The body that answers for the programme, where it is to be named. */
  readonly programmeBody?: string;
}

/**
 * Judges one measure for one quarter: its position now, its year-end outlook, and what must be said
 * beside them. Pure, exact, and defined for every definition and every answer: what cannot be judged
 * gets the position that says so.
 */
export const judge = ({
  measure: defined,
  quarter,
  figures,
  programmeTolerance,
  programmeBody,
  today,
}: Judging): Assessment => {
  const definition = definitionOf(defined, quarter, programmeTolerance);
  const { measure, readings, doubts, tolerance } = definition;
  const entries = yearEntries(figures, quarter);
  const figure = entries.at(-1)?.figure ?? null;
  const actual = actualOf(figure, entries, measure);
  const position =
    figure === null
      ? positionWithout(measure, quarter, today ?? null)
      : positionOf(figure, actual, definition);
  const travel = travelOf({ measure, quarter, figures, actual });
  const forYear = yearValue(actual, measure, quarter);
  const onBaseline = forYear && compareWithBaseline(forYear, measure, quarter);
  const [printed] = readings;
  const verdict = printed !== undefined && isVerdict(position) ? actual : null;
  return {
    measure,
    quarter,
    figure,
    actual,
    entries,
    target: printed?.target ?? null,
    needed: printed?.needed ?? null,
    readings,
    position,
    outlook: verdict && forYear && outlookOf(forYear, definition),
    remaining:
      verdict && printed && measure.kind === 'flow'
        ? remainingOf(verdict, printed.target, quarter)
        : null,
    yearShare: isShared(measure, figure) ? shareOfYear(entries, measure, quarter) : null,
    qualifiers: qualifiersOf({ definition, figure, onBaseline, travel }),
    gap: verdict && printed ? gapOf(verdict, printed.needed) : null,
    onBaseline,
    travel,
    tolerance,
    definedBy: programmeBody ?? null,
    doubts,
    withheld: null,
  };
};

/** Null in the first quarter, and where some of the quarters were counted in another way. */
const shareOfYear = (
  entries: Assessment['entries'],
  measure: Measure,
  quarter: Quarter,
): Assessment['yearShare'] =>
  entries.length < 2 || entries.some((entry) => isAcrossBreak(entry.quarter, quarter, measure))
    ? null
    : combinedShare(entries);

/** A share that stands alone each quarter, filed with its counts. */
const isShared = ({ kind, unit }: Measure, figure: FiledFigure | null): boolean =>
  kind === 'level' &&
  isPercentage(unit) &&
  figure?.answer.kind === 'number' &&
  figure.answer.share !== null;

/** The number to judge; null where this quarter's answer is none or the year to date has a hole. */
const actualOf = (
  figure: FiledFigure | null,
  entries: Assessment['entries'],
  measure: Measure,
): Decimal | null => {
  if (figure === null || answerOf(figure, measure.unit).kind !== 'number') return null;
  return measure.kind === 'flow' ? yearToDate(entries, measure) : numberFiled(figure, measure.unit);
};

/** Without a figure: awaited, or of a measure with a data lag not due until its day is over. */
const positionWithout = (
  measure: Measure,
  quarter: Quarter,
  today: Temporal.PlainDate | null,
): Position => {
  if (measure.dataLagQuarters === 0) return 'awaiting';
  const isOver =
    today !== null && Temporal.PlainDate.compare(today, figureDue(measure, quarter)) > 0;
  return isOver ? 'awaiting' : 'not_due';
};

/** The rules in their order; the first that applies decides. */
const positionOf = (
  figure: FiledFigure,
  actual: Decimal | null,
  { measure, doubts, readings }: Definition,
): Position => {
  const answer = answerOf(figure, measure.unit);
  if (answer.kind !== 'number') return answer.kind;
  if (measure.target.rule.kind === 'none') return 'no_target';
  const share = isPercentage(measure.unit) ? answer.share : null;
  // A year to date with a hole in it would be judged on a part taken for the whole.
  if (actual === null || (share !== null && isImpossibleShare(share))) return 'query';
  if (doubts.some(isUnjudgeable)) return 'query';
  return agreedPosition(actual, readings) ?? 'query';
};

/** A doubt that no reading of the target settles. */
const isUnjudgeable = ({ kind }: Doubt): boolean =>
  kind === 'percentage_adds_up' || kind === 'baseline_made_otherwise';

const isVerdict = (position: Position): boolean => {
  switch (position) {
    case 'exceeding':
    case 'on_track':
    case 'marginal':
    case 'off_track':
      return true;
    case 'not_started':
    case 'no_cases':
    case 'no_target':
    case 'not_available':
    case 'not_due':
    case 'awaiting':
    case 'query':
    case 'withheld':
      return false;
  }
};

/** Null where the readings land in different places. */
const outlookOf = (value: Decimal, { readings }: Definition): Assessment['outlook'] => {
  const position = agreedPosition(value, readings, 'byYearEnd');
  return position === null ? null : { value, position };
};
