import { type Decimal, decimal } from '../domain/decimal.ts';
import type { Band, Tolerance } from '../domain/measure.ts';
import { didYouMean } from './did-you-mean.ts';
import type { FaultList } from './fault-list.ts';
import { band } from './fields.ts';
import type { Path } from './path.ts';
import { schemeShape, toleranceShape } from './shapes.ts';

/** The two keys that say how a shortfall is graded; one of them at most. */
interface Grading {
  readonly tolerance?: unknown;
  readonly scheme?: unknown;
}

/** How a shortfall is graded; null where the words do not say, or say it wrongly. */
export const readGrading = (faults: FaultList, words: Grading, path: Path): Tolerance | null => {
  const { tolerance, scheme } = words;
  if (tolerance !== undefined && scheme !== undefined) {
    faults.addAtKey(
      [...path, 'scheme'],
      'a tolerance and a scheme are two ways to grade the same thing: give one of them.',
    );
  }
  const read = scheme === undefined ? null : readScheme(faults, scheme, [...path, 'scheme']);
  return tolerance === undefined ? read : readTolerance(faults, tolerance, [...path, 'tolerance']);
};

/** `10%` is the marginal band, with nothing allowed for on track; a mapping gives both. */
const readTolerance = (faults: FaultList, value: unknown, path: Path): Tolerance | null => {
  if (typeof value === 'string') {
    const marginal = faults.read(band, value, path);
    return marginal && { onTrack: noneIn(marginal), marginal, edges: 'inclusive', of: 'level' };
  }
  const words = faults.read(toleranceShape, value, path);
  if (words === null) return null;
  const { marginal, edges = 'inclusive' } = words;
  const onTrack = words['on track'] ?? noneIn(marginal);
  if (onTrack.in === marginal.in && onTrack.size.gt(marginal.size)) {
    faults.add(
      path,
      'the "on track" band is wider than the "marginal" one; it must be the narrower of the two.',
    );
    return null;
  }
  return { onTrack, marginal, edges, of: 'level' };
};

const noneIn = ({ in: unit }: Band): Band => ({ in: unit, size: decimal(0) });

const IMPROVEMENT_SHARE = 'improvement share';
const USUAL_SHARES = { 'on track': decimal(80), marginal: decimal(65) };

/** By the share of the improvement made: on track from 80% of it and marginal from 65%, unless said. */
const readScheme = (faults: FaultList, value: unknown, path: Path): Tolerance | null => {
  if (value === IMPROVEMENT_SHARE) return byImprovement(USUAL_SHARES);
  if (typeof value === 'string') {
    const hint = didYouMean(value, [IMPROVEMENT_SHARE]);
    faults.add(path, `expected "${IMPROVEMENT_SHARE}", which is the only scheme there is.${hint}`);
    return null;
  }
  const shares = faults.read(schemeShape, value, path)?.[IMPROVEMENT_SHARE];
  if (shares === undefined) return null;
  const { 'on track': onTrack, marginal } = shares;
  if (marginal.lt(0) || onTrack.gt(100) || marginal.gt(onTrack)) {
    faults.add(
      [...path, IMPROVEMENT_SHARE],
      'the shares run from 0% to 100%, and "marginal" starts no later than "on track".',
    );
    return null;
  }
  return byImprovement(shares);
};

/** "From 80% of the improvement" is short of it by no more than 20% of it. */
const byImprovement = (shares: typeof USUAL_SHARES): Tolerance => {
  const shortBy = (share: Decimal): Band => ({ in: 'percent', size: decimal(100).minus(share) });
  return {
    onTrack: shortBy(shares['on track']),
    marginal: shortBy(shares.marginal),
    edges: 'inclusive',
    of: 'improvement',
  };
};
