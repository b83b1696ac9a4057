import { targetOf } from '../judging/needed.ts';
import { isPercentage, type Measure } from '../measure.ts';
import { plainText } from '../plain-text.ts';
import { isMoney } from '../units.ts';
import { printBare, printBareNeed, printNeed, printValue } from './print-value.ts';

/**
 * The plan's own words for a target where they say more than the target that is printed anyway; null
 * for `50%` beside "at least 50%", and where the catalogue gives no words.
 */
export const wordsBeyondNumber = (measure: Measure): string | null => {
  const { text } = measure.target;
  if (text === null) return null;
  const said = normalised(text, measure.unit);
  return waysToPrint(measure).some((way) => normalised(way, measure.unit) === said) ? null : text;
};

const waysToPrint = (measure: Measure): readonly string[] => {
  const { unit } = measure;
  const target = targetOf(measure);
  if (target === null) return [];
  const whole = [printNeed(target, unit), printBareNeed(target, unit)];
  if (target.kind !== 'between') {
    return [...whole, printValue(target.value, unit), printBare(target.value, unit)];
  }
  const [low, high] = [printBare(target.low, unit), printBare(target.high, unit)];
  return [...whole, `${low} to ${high}`, `${low}-${high}`];
};

/** Alike but for spaces, quotation marks, capitals, a full stop at the end and the unit's own sign. */
const normalised = (text: string, unit: string): string => {
  const words = plainText(text)
    .toLowerCase()
    .replace(/[\s"',]/g, '')
    .replace(/\.$/, '');
  if (isPercentage(unit)) return words.replaceAll('%', '');
  return isMoney(unit) ? words.replaceAll('£', '') : words;
};
