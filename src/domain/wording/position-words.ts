import type { Quarter } from '../calendar/calendar.ts';
import type { Assessment, Position } from '../judging/assessment.ts';
import { isOutturn } from '../judging/target-years.ts';
import type { MeasureTarget } from '../measure.ts';

/** One symbol before one word; it never stands without the word. */
export const positionSymbol = (position: Position): string => {
  switch (position) {
    case 'exceeding':
    case 'on_track':
      return '🟢';
    case 'marginal':
      return '🟠';
    case 'off_track':
      return '🔴';
    case 'query':
      return '❔';
    case 'not_started':
    case 'no_cases':
    case 'no_target':
    case 'not_available':
    case 'not_due':
    case 'awaiting':
    case 'withheld':
      return '⚪';
  }
};

/** Whether the words are those of an outturn: met, exceeded, not met. */
export const isSettled = ({ measure, quarter }: Pick<Assessment, 'measure' | 'quarter'>): boolean =>
  isOutturn(measure.target, quarter);

/**
 * The position in words. A target is only ever met or missed once its last year is over; without one,
 * the year is taken for its last.
 */
export const positionWord = (
  position: Position,
  quarter: Quarter,
  target: MeasureTarget | null = null,
): string => {
  const settled = target === null ? quarter.number === 4 : isOutturn(target, quarter);
  switch (position) {
    case 'exceeding':
      return settled ? 'Target exceeded' : 'Ahead';
    case 'on_track':
      return settled ? 'Target met' : 'On track';
    case 'marginal':
      return settled ? 'Target narrowly missed' : 'Marginal';
    case 'off_track':
      return settled ? 'Target not met' : 'Off track';
    case 'not_started':
      return 'Not started';
    case 'no_cases':
      return 'No cases';
    case 'no_target':
      return 'No target';
    case 'not_available':
      return 'Not yet available';
    case 'not_due':
      return 'Not due';
    case 'awaiting':
      return 'Awaiting a figure';
    case 'query':
      return 'Question about the definition';
    case 'withheld':
      return 'Verdict withheld';
  }
};

/**
 * The word for this measure, which knows over how many years its target runs, which way is better,
 * whether the target is met only within the tolerance, and what there is to ask.
 */
export const wordFor = (position: Position, assessment: Assessment): string => {
  const { measure, quarter, gap, doubts } = assessment;
  if (position === 'query' && doubts.length === 0) return 'No verdict';
  const word = positionWord(position, quarter, measure.target);
  if (!isSettled(assessment)) return word;
  // "Exceeded" of a count that is to be low would say the opposite.
  if (position === 'exceeding') return measure.polarity === 'higher' ? word : 'Target bettered';
  return position === 'on_track' && gap?.short === true ? `${word} within tolerance` : word;
};

/** The same inside a sentence: `off track`. */
export const lowerWordFor = (position: Position, assessment: Assessment): string =>
  wordFor(position, assessment).toLowerCase();
