import type { Quarter } from '../calendar/calendar.ts';
import type { Decimal } from '../decimal.ts';
import type { FiledFigure } from '../figure.ts';
import type { Assessment } from '../judging/assessment.ts';
import { numberFiled } from '../judging/year-to-date.ts';
import type { Measure } from '../measure.ts';
import { placesAsFiled, printBare } from '../wording/print-value.ts';
import { earlierNumbers, numberOfQuarter, type QuarterNumber } from './history.ts';

/** A filed number with everything it is held against. */
export interface NumberInQuestion {
  readonly assessment: Assessment;
  readonly measure: Measure;
  readonly quarter: Quarter;
  readonly figure: FiledFigure;
  /** As filed: of a flow, what its basis says it covers. */
  readonly value: Decimal;
  /** What this quarter stands for by itself; null where that cannot be told. */
  readonly alone: Decimal | null;
  /** The earlier quarters' figures, current revisions. */
  readonly figures: readonly FiledFigure[];
  /** The earlier quarters by themselves, oldest first. */
  readonly earlier: readonly QuarterNumber[];
}

/** Null where no number was filed: then there is nothing to be odd. */
export const numberInQuestion = (
  assessment: Assessment,
  figures: readonly FiledFigure[],
): NumberInQuestion | null => {
  const { measure, quarter, figure } = assessment;
  const value = figure === null ? null : numberFiled(figure, measure.unit);
  if (figure === null || value === null) return null;
  return {
    assessment,
    measure,
    quarter,
    figure,
    value,
    alone: numberOfQuarter(measure, quarter, [...figures, figure]),
    figures,
    earlier: earlierNumbers(measure, quarter, figures),
  };
};

/** A number as it was typed, with the sign that belongs to it: `28%`, `0.72`. */
export const printTyped = (value: Decimal, { unit }: Measure): string =>
  printBare(value, unit, placesAsFiled(value));
