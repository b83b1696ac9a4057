import type { Quarter } from '../calendar/calendar.ts';
import type { Decimal } from '../decimal.ts';
import type { FiledFigure } from '../figure.ts';
import type { Measure, Tolerance } from '../measure.ts';
import type { Assessment, Position } from './assessment.ts';
import { compareWithBaseline, yearValue } from './baseline-comparison.ts';
import { doubtsOf } from './doubts.ts';
import { qualifiersOf } from './qualifiers.ts';
import { agreedPosition, type Definition, readingsOf } from './readings.ts';
import { gapOf } from './tolerance.ts';
import { travelOf } from './travel.ts';
import { figureFor, numberFiled, yearEntries, yearToDate } from './year-to-date.ts';

interface Judging {
  readonly measure: Measure;
  readonly quarter: Quarter;
  /** The current revisions of this measure's figures, this quarter's and earlier ones, in any order. */
  readonly figures: readonly FiledFigure[];
  readonly programmeTolerance: Tolerance;
}

/**
 * Judges one measure for one quarter: its position now, its year-end outlook, and what must be said
 * beside them. Pure, exact, and defined for every definition and every answer: what cannot be judged
 * gets the position that says so.
 */
export const judge = ({ measure, quarter, figures, programmeTolerance }: Judging): Assessment => {
  const doubts = doubtsOf(measure, quarter);
  const tolerance = measure.tolerance ?? programmeTolerance;
  const readings = readingsOf(measure, quarter, doubts);
  const definition: Definition = { measure, quarter, tolerance, readings };
  const figure = figureFor(figures, quarter);
  const entries = measure.kind === 'flow' ? yearEntries(figures, quarter) : [];
  const actual = actualOf(figure, entries, measure);
  const position = positionOf(figure, actual, definition);
  const onBaseline = compareWithBaseline(actual, measure, quarter);
  const [printed] = readings;
  const judged = actual !== null && isVerdict(position);
  return {
    measure,
    quarter,
    figure,
    actual,
    entries,
    target: printed?.target ?? null,
    needed: printed?.needed ?? null,
    position,
    outlook: judged ? outlookOf(actual, definition) : null,
    qualifiers: qualifiersOf({ definition, figure, onBaseline, doubts }),
    gap: judged && printed !== undefined ? gapOf(actual, printed.needed) : null,
    onBaseline,
    travel: travelOf({ measure, quarter, figures }),
    tolerance: { ...tolerance, setBy: measure.tolerance === null ? 'programme' : 'measure' },
    doubts,
  };
};

/** The number to judge; null where this quarter's answer is none or the year to date has a hole. */
const actualOf = (
  figure: FiledFigure | null,
  entries: Assessment['entries'],
  measure: Measure,
): Decimal | null => {
  if (figure === null || figure.answer.kind !== 'number') return null;
  return measure.kind === 'flow' ? yearToDate(entries, measure) : numberFiled(figure, measure.unit);
};

/** The rules in their order; the first that applies decides. */
const positionOf = (
  figure: FiledFigure | null,
  actual: Decimal | null,
  definition: Definition,
): Position => {
  const { measure } = definition;
  if (figure === null) return measure.dataLagQuarters > 0 ? 'not_due' : 'awaiting';
  if (figure.answer.kind !== 'number') return figure.answer.kind;
  if (measure.target.rule.kind === 'none') return 'no_target';
  // A year to date with a hole in it would be judged on a part taken for the whole.
  if (actual === null) return 'query';
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
