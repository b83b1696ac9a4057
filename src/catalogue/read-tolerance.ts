import { decimal } from '../domain/decimal.ts';
import type { Band, Tolerance } from '../domain/measure.ts';
import type { FaultList } from './fault-list.ts';
import { band } from './fields.ts';
import type { Path } from './path.ts';
import { toleranceShape } from './shapes.ts';

/** `10%` is the marginal band, with nothing allowed for on track; a mapping gives both. */
export const readTolerance = (faults: FaultList, value: unknown, path: Path): Tolerance | null => {
  if (typeof value === 'string') {
    const marginal = faults.read(band, value, path);
    return marginal === null ? null : { onTrack: noneIn(marginal), marginal };
  }
  const words = faults.read(toleranceShape, value, path);
  if (words === null) return null;
  const { marginal } = words;
  const onTrack = words['on track'] ?? noneIn(marginal);
  if (onTrack.in === marginal.in && onTrack.size.gt(marginal.size)) {
    faults.add(
      path,
      'the "on track" band is wider than the "marginal" one; it must be the narrower of the two.',
    );
    return null;
  }
  return { onTrack, marginal };
};

const noneIn = ({ in: unit }: Band): Band => ({ in: unit, size: decimal(0) });
