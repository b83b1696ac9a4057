import type { Figure, FiledFigure } from '../figure.ts';
import type { Measure } from '../measure.ts';
import { sameAnswer, sameFigure } from '../same-figure.ts';
import { printAnswer } from './print-answer.ts';

/** `2.4: 17% becomes 19%`; null where the figure says what is on record already. */
export const figureChange = (
  { ref, unit }: Measure,
  current: FiledFigure | null,
  figure: Figure,
): string | null => {
  const becomes = `${printAnswer(figure.answer, unit)}${figure.provisional ? ', provisional' : ''}`;
  if (current === null) return `${ref}: ${becomes}, where nothing is on record`;
  if (sameFigure(current, figure)) return null;
  if (!sameAnswer(current.answer, figure.answer)) {
    const was = `${printAnswer(current.answer, unit)}${current.provisional ? ', provisional,' : ''}`;
    return `${ref}: ${was} becomes ${becomes}`;
  }
  return current.provisional && !figure.provisional
    ? `${ref}: ${printAnswer(figure.answer, unit)}, which was provisional, becomes final`
    : `${ref}: the figure stays; what is said of it changes`;
};
