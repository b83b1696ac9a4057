import type { FaultList } from './fault-list.ts';
import type { Path } from './path.ts';

/** A reference as the file uses it, whether or not the rest of its measure is sound. */
export interface NamedMeasure {
  readonly ref: string;
  readonly projectNumber: number;
  readonly path: Path;
}

/** Every project number in the file, with where it stands, sound or not. */
export const numbersIn = (
  projects: readonly unknown[],
): ReadonlyArray<{ readonly number: number; readonly path: Path }> =>
  projects.flatMap((project, index) => {
    const number = numberOf(project);
    return Number.isInteger(number) ? [{ number, path: ['projects', index, 'number'] }] : [];
  });

/** Every reference in the file; an outcome with parts names its parts instead of itself. */
export const measuresNamedIn = (projects: readonly unknown[]): readonly NamedMeasure[] =>
  projects.flatMap((project, index) => {
    const projectNumber = numberOf(project);
    return itemsOf(at(project, 'measures')).flatMap((measure, position) => {
      const path = ['projects', index, 'measures', position];
      const ref = at(measure, 'ref');
      if (typeof ref !== 'string') return [];
      const parts = at(measure, 'parts');
      if (parts === undefined) return [{ ref, projectNumber, path: [...path, 'ref'] }];
      return lettersOf(parts).map(({ letter, step }) => ({
        ref: `${ref}${letter}`,
        projectNumber,
        path: [...path, 'parts', step],
      }));
    });
  });

/** Names the second use of anything that must be used once. */
export const checkOnce = <Named extends { readonly path: Path }>(
  add: FaultList['add'],
  all: readonly Named[],
  nameOf: (named: Named) => string,
): void => {
  const seen = new Set<string>();
  for (const named of all) {
    const name = nameOf(named);
    if (seen.has(name)) add(named.path, `${name} is in this file twice.`);
    seen.add(name);
  }
};

/** Only text is read as a number: a mapping may hold keys that make converting it throw. */
const numberOf = (project: unknown): number => {
  const number = at(project, 'number');
  return typeof number === 'string' ? Number(number) : Number.NaN;
};

const itemsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const at = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

const lettersOf = (
  parts: unknown,
): ReadonlyArray<{ readonly letter: string; readonly step: string | number }> => {
  if (Array.isArray(parts)) {
    return parts.map((_, index) => ({ letter: LETTERS[index] ?? '', step: index }));
  }
  return typeof parts === 'object' && parts !== null
    ? Object.keys(parts).map((letter) => ({ letter, step: letter }))
    : [];
};
