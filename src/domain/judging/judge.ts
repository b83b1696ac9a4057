import type { Quarter } from '../calendar/calendar.ts';
import type { Decimal } from '../decimal.ts';
import type { FiledFigure } from '../figure.ts';
import { isPercentage, type Measure, type Tolerance } from '../measure.ts';
import type { Assessment, Doubt, Position } from './assessment.ts';
import { compareWithBaseline, yearValue } from './baseline-comparison.ts';
import { doubtsOf, improvementDoubt } from './doubts.ts';
import { qualifiersOf } from './qualifiers.ts';
import { agreedPosition, type Definition, readingsOf } from './readings.ts';
import { remainingOf } from './remaining.ts';
import { combinedShare, isImpossibleShare } from './shares.ts';
import { inForce } from './target-years.ts';
import { gapOf } from './tolerance.ts';
import { isAcrossBreak, travelOf } from './travel.ts';
import { answerOf, figureFor, numberFiled, yearEntries, yearToDate } from './year-to-date.ts';

interface Judging {
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
}: Judging): Assessment => {
  const measure = inForce(defined, quarter);
  const tolerance = measure.tolerance ?? programmeTolerance;
  const doubts = allDoubts(measure, quarter, tolerance);
  const readings = readingsOf(measure, quarter, doubts);
  const definition: Definition = { measure, quarter, tolerance, readings };
  const figure = figureFor(figures, quarter);
  const entries = yearEntries(figures, quarter);
  const actual = actualOf(figure, entries, measure);
  const position = positionOf(figure, actual, definition, doubts);
  const onBaseline = compareWithBaseline(actual, measure, quarter);
  const travel = travelOf({ measure, quarter, figures });
  const [printed] = readings;
  const verdict = actual === null || printed === undefined || !isVerdict(position) ? null : actual;
  return {
    measure,
    quarter,
    figure,
    actual,
    entries,
    target: printed?.target ?? null,
    needed: printed?.needed ?? null,
    position,
    outlook: verdict && outlookOf(verdict, definition),
    remaining:
      verdict && printed && measure.kind === 'flow'
        ? remainingOf(verdict, printed.target, quarter)
        : null,
    yearShare: isShared(measure, figure) ? shareOfYear(entries, measure, quarter) : null,
    qualifiers: qualifiersOf({ definition, figure, onBaseline, doubts, travel }),
    gap: verdict && printed ? gapOf(verdict, printed.needed) : null,
    onBaseline,
    travel,
    tolerance: { ...tolerance, setBy: measure.tolerance === null ? 'programme' : 'measure' },
    definedBy: programmeBody ?? null,
    doubts,
    withheld: null,
  };
};

const allDoubts = (measure: Measure, quarter: Quarter, tolerance: Tolerance): readonly Doubt[] => {
  const doubts = doubtsOf(measure, quarter);
  const grading = tolerance.of === 'improvement' ? improvementDoubt(measure, quarter) : null;
  return grading === null ? doubts : [...doubts, grading];
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

/** The rules in their order; the first that applies decides. */
const positionOf = (
  figure: FiledFigure | null,
  actual: Decimal | null,
  definition: Definition,
  doubts: readonly Doubt[],
): Position => {
  const { measure } = definition;
  if (figure === null) return measure.dataLagQuarters > 0 ? 'not_due' : 'awaiting';
  const answer = answerOf(figure, measure.unit);
  if (answer.kind !== 'number') return answer.kind;
  const share = isPercentage(measure.unit) ? answer.share : null;
  if (measure.target.rule.kind === 'none') return 'no_target';
  // A year to date with a hole in it would be judged on a part taken for the whole.
  if (actual === null || (share !== null && isImpossibleShare(share))) return 'query';
  if (doubts.some(({ kind }) => kind === 'percentage_adds_up')) return 'query';
  return agreedPosition(actual, definition) ?? 'query';
};

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
      return false;
  }
};

/** Null also where nothing is due yet by the profile, as nothing can be projected from that. */
const outlookOf = (actual: Decimal, definition: Definition): Assessment['outlook'] => {
  const value = yearValue(actual, definition.measure, definition.quarter);
  if (value === null) return null;
  const position = agreedPosition(value, definition, 'target');
  return position === null ? null : { value, position };
};
