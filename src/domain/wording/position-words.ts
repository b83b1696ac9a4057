import type { Quarter } from '../calendar/calendar.ts';
import type { Assessment, Position } from '../judging/assessment.ts';

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
      return '⚪';
  }
};

/** Only the last quarter of a one-year target settles it; a target over several years runs on. */
export const isSettled = (quarter: Quarter, years: number): boolean =>
  quarter.number === 4 && years === 1;

/** The position in words. A target is only ever met or missed once its year is over. */
export const positionWord = (position: Position, quarter: Quarter, years = 1): string => {
  const settled = isSettled(quarter, years);
  switch (position) {
    case 'exceeding':
      return settled ? 'Target exceeded' : 'Ahead';
    case 'on_track':
      return settled ? 'Target met' : 'On track';
    case 'marginal':
      return settled ? 'Just short of target' : 'Marginal';
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
  }
};

/** The word for this measure, which knows over how many years its target runs. */
export const wordFor = (position: Position, { measure, quarter }: Assessment): string =>
  positionWord(position, quarter, measure.target.years);

/** The same inside a sentence: `off track`. */
export const lowerWordFor = (position: Position, assessment: Assessment): string =>
  wordFor(position, assessment).toLowerCase();
