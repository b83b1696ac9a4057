import type { Answer } from '../domain/figure.ts';
import { isPercentage } from '../domain/measure.ts';

/**
 * A number on record as its field of the form shows it. A percentage has its sign, without which 0.5
 * could be taken for 50%.
 */
export const recordedText = (
  { value, share }: Extract<Answer, { kind: 'number' }>,
  unit: string,
): string => {
  if (share !== null) return `${share.numerator.toFixed()}/${share.denominator.toFixed()}`;
  return `${value.toFixed()}${isPercentage(unit) ? '%' : ''}`;
};
