import type { Assessment } from '../judging/assessment.ts';
import type { Band } from '../measure.ts';
import { isSettled, lowerWordFor } from './position-words.ts';
import { printBand } from './print-value.ts';

/** `Tolerance: up to 10% short of the level needed is marginal, more is off track (set for the whole programme).` */
export const toleranceWorking = (assessment: Assessment): string => {
  const { tolerance, measure, target, quarter } = assessment;
  if (target === null) return '';
  const { onTrack, marginal, setBy } = tolerance;
  const whose = setBy === 'programme' ? 'set for the whole programme' : 'set for this measure';
  const beyond = `${BEYOND[target.kind]} the level needed`;
  const [first, second] = [
    [onTrack, lowerWordFor('on_track', assessment)] as const,
    ...(isSameBand(onTrack, marginal)
      ? []
      : [[marginal, lowerWordFor('marginal', assessment)] as const]),
  ].filter(([band]) => !band.size.eq(0));
  const settled = isSettled(quarter, measure.target.years);
  const off = settled ? 'misses it' : `is ${lowerWordFor('off_track', assessment)}`;
  if (first === undefined) return `Tolerance: none; anything ${beyond} ${off} (${whose}).`;
  const upTo = ([band, word]: typeof first, where: string) =>
    `up to ${printBand(band, measure.unit)}${where} is ${word}`;
  const next = second === undefined ? '' : `, ${upTo(second, '')}`;
  return `Tolerance: ${upTo(first, ` ${beyond}`)}${next}, more ${off} (${whose}).`;
};

const BEYOND = {
  at_least: 'short of',
  above: 'short of',
  at_most: 'over',
  below: 'over',
  between: 'outside',
} as const;

const isSameBand = (a: Band, b: Band): boolean => a.in === b.in && a.size.eq(b.size);
