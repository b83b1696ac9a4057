import type { FaultList } from './fault-list.ts';
import type { Path } from './path.ts';

/** One part of an outcome, not yet read. */
export interface Part {
  readonly letter: string;
  readonly value: unknown;
  readonly path: Path;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** The parts of an outcome: a mapping names them, a list is a, b, c … in order. */
export const partsOf = (faults: FaultList, outcome: unknown, path: Path): readonly Part[] => {
  if (typeof outcome !== 'object' || outcome === null || !('parts' in outcome)) return [];
  const { parts } = outcome;
  const inner = [...path, 'parts'];
  if (typeof parts !== 'object' || parts === null || Object.keys(parts).length === 0) {
    faults.add(inner, 'expected the parts a, b, c …, each with a title.');
    return [];
  }
  const list = Array.isArray(parts);
  return Object.entries(parts).flatMap(([key, value], index): readonly Part[] => {
    const partPath = [...inner, list ? index : key];
    const letter = list ? (LETTERS[index] ?? '') : key;
    if (/^[a-z]$/.test(letter)) return [{ letter, value, path: partPath }];
    faults.addAtKey(partPath, 'a part is named by one letter from a to z.');
    return [];
  });
};
