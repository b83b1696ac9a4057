import type { Baseline } from '../domain/measure.ts';
import { didYouMean } from './did-you-mean.ts';
import type { FaultList } from './fault-list.ts';
import type { Path } from './path.ts';
import { absentBaseline, knownBaseline, pendingBaseline } from './shapes.ts';

const EXPECTED =
  'expected { value, period }, "to be established" or "not applicable"; a baseline is never assumed';

/** A value with its period, or one of the two ways of having none, with the plan's own words. */
export const readBaseline = (faults: FaultList, value: unknown, path: Path): Baseline | null => {
  if (value === 'to be established') return { kind: 'to_be_established', text: null };
  if (value === 'not applicable') return { kind: 'not_applicable', text: null };
  if (typeof value !== 'object' || value === null) {
    const asked = typeof value === 'string' ? value : '';
    const hint = didYouMean(asked, ['to be established', 'not applicable']);
    faults.add(path, `${EXPECTED}.${hint}`);
    return null;
  }
  if ('to be established' in value) return readPending(faults, value, path);
  if ('not applicable' in value) {
    const words = faults.read(absentBaseline, value, path);
    return words && { kind: 'not_applicable', text: words.text ?? null };
  }
  const words = faults.read(knownBaseline, value, path);
  return (
    words && { kind: 'known', value: words.value, period: words.period, text: words.text ?? null }
  );
};

const readPending = (faults: FaultList, value: object, path: Path): Baseline | null => {
  const words = faults.read(pendingBaseline, value, path);
  if (words === null) return null;
  const when = words['to be established'];
  return { kind: 'to_be_established', text: words.text ?? (when === true ? null : when) };
};
