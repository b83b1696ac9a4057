import { printDay } from '../../domain/calendar/calendar.ts';
import { printDecimal } from '../../domain/decimal.ts';
import type { Assessment } from '../../domain/judging/assessment.ts';
import { printAnswer } from '../../domain/wording/print-answer.ts';

/**
 * What a judgement does not say of what was entered: the counts behind a share, what a figure of a
 * running year covers, and that it may still change. Empty where it says all.
 */
export const enteredWords = ({ measure, quarter, figure }: Assessment): string => {
  if (figure === null) return '';
  const { answer, provisional, awaited } = figure;
  const share = answer.kind === 'number' ? answer.share : null;
  // In Q1 the quarter is the year so far.
  const isPartOfYear = answer.kind === 'number' && answer.basis !== null && quarter.number > 1;
  const entered = isPartOfYear
    ? [`Entered as ${printAnswer(answer, measure.unit)}.`]
    : share === null
      ? []
      : [`Entered as ${printDecimal(share.numerator)} of ${printDecimal(share.denominator)}.`];
  const open = provisional
    ? [awaited === null ? 'Provisional.' : `Provisional until ${printDay(awaited.finalBy)}.`]
    : [];
  return [...entered, ...open].join(' ');
};
