import { decimal, printDecimal } from '../decimal.ts';
import type { Assessment } from '../judging/assessment.ts';
import { improvementShare, improvementWanted } from '../judging/improvement.ts';
import type { Band } from '../measure.ts';
import { isSettled, lowerWordFor } from './position-words.ts';
import { printBand, printPercent } from './print-value.ts';

/** What the tolerance says of a shortfall: `within the 10% allowed for marginal`. */
export const allowance = (assessment: Assessment): string => {
  const { position, tolerance, measure } = assessment;
  const short = isSettled(assessment) ? 'a narrow miss' : 'marginal';
  if (tolerance.of === 'improvement') return improvementAllowance(assessment, short);
  const onTrack = printBand(tolerance.onTrack, measure.unit);
  const marginal = printBand(tolerance.marginal, measure.unit);
  if (position === 'on_track') return `within the ${onTrack} allowed for on track`;
  if (position === 'marginal') return `within the ${marginal} allowed for ${short}`;
  if (tolerance.marginal.size.eq(0)) return `nothing is allowed for ${short}`;
  const more = tolerance.edges === 'inclusive' ? 'more than' : 'not less than';
  return `${more} the ${marginal} allowed for ${short}`;
};

/** `60% of the improvement wanted, of which 65% would be marginal`. */
const improvementAllowance = (assessment: Assessment, short: string): string => {
  const { position, tolerance } = assessment;
  const made = `${improvementMade(assessment) ?? 'none'} of the improvement wanted`;
  if (position === 'on_track') return `${made}, of which ${shareLeft(tolerance.onTrack)} is enough`;
  return `${made}, of which ${shareLeft(tolerance.marginal)} is ${short}`;
};

/** `60%`: how much of the improvement wanted by now was made; null where none is wanted yet. */
export const improvementMade = (assessment: Assessment): string | null => {
  const { actual, needed, target, measure, quarter, tolerance } = assessment;
  if (tolerance.of === 'level' || actual === null || needed === null || target === null)
    return null;
  const wanted = improvementWanted(target, measure, quarter);
  const share = wanted && improvementShare(actual, needed, wanted);
  return share && printPercent(share);
};

/** Short by 20% of an improvement is 80% of it. */
const shareLeft = ({ size }: Band): string => `${printDecimal(decimal(100).minus(size))}%`;

/** `Tolerance: up to 10% short of the level needed is marginal, more is off track (set for the whole programme).` */
export const toleranceWorking = (assessment: Assessment): string => {
  const { tolerance, target } = assessment;
  if (target === null) return '';
  const { setBy } = tolerance;
  const whose = setBy === 'programme' ? 'set for the whole programme' : 'set for this measure';
  const off = isSettled(assessment) ? 'misses it' : `is ${lowerWordFor('off_track', assessment)}`;
  return tolerance.of === 'improvement'
    ? `Scheme: ${schemeWords(assessment, off)} (${whose}).`
    : `Tolerance: ${bandWords(assessment, off)} (${whose}).`;
};

const bandWords = (assessment: Assessment, off: string): string => {
  const { tolerance, measure, target } = assessment;
  const { onTrack, marginal, edges } = tolerance;
  const beyond = target === null ? '' : `${BEYOND[target.kind]} the level needed`;
  const bands = bandsIn(assessment).filter(({ band }) => !band.size.eq(0));
  const [first, second] = bands;
  if (first === undefined) return `none; anything ${beyond} ${off}`;
  const upTo = ({ band, word }: Graded, where: string) =>
    `${edges === 'inclusive' ? 'up to' : 'less than'} ${printBand(band, measure.unit)}${where} is ${word}`;
  const next = second === undefined ? '' : `, ${upTo(second, '')}`;
  const widest = isSameBand(onTrack, marginal) ? onTrack : marginal;
  const rest = edges === 'inclusive' ? 'more' : `${printBand(widest, measure.unit)} or more`;
  return `${upTo(first, ` ${beyond}`)}${next}, ${rest} ${off}`;
};

const schemeWords = (assessment: Assessment, off: string): string => {
  const shares = bandsIn(assessment).map(
    ({ band, word }, index) =>
      `${shareLeft(band)} ${index === 0 ? 'of the improvement wanted ' : ''}or more is ${word}`,
  );
  return `${shares.join(', ')}, less ${off}`;
};

interface Graded {
  readonly band: Band;
  readonly word: string;
}

/** The bands from best to worst, each with the word for what lies in it; two equal ones are one. */
const bandsIn = (assessment: Assessment): readonly Graded[] => {
  const { onTrack, marginal } = assessment.tolerance;
  return [
    { band: onTrack, word: lowerWordFor('on_track', assessment) },
    ...(isSameBand(onTrack, marginal)
      ? []
      : [{ band: marginal, word: lowerWordFor('marginal', assessment) }]),
  ];
};

const BEYOND = {
  at_least: 'short of',
  above: 'short of',
  at_most: 'over',
  below: 'over',
  between: 'outside',
} as const;

const isSameBand = (a: Band, b: Band): boolean => a.in === b.in && a.size.eq(b.size);
