import { DEFAULT_MINIMUM_BASE, type Measure } from '../domain/measure.ts';
import { checkMeasure } from './check-measure.ts';
import type { FaultList } from './fault-list.ts';
import type { Path } from './path.ts';
import { readBaseline } from './read-baseline.ts';
import { type Part, partsOf } from './read-parts.ts';
import { readTarget } from './read-target.ts';
import { readTolerance } from './read-tolerance.ts';
import { type MeasureWords, measureShape, partShape, profileShape } from './shapes.ts';

/** A measure still in the file's words, with where the words stand. */
interface Definition {
  readonly words: MeasureWords;
  readonly path: Path;
  /** Of a part that inherits its outcome's baseline, the outcome's. */
  readonly baselineAt: Path;
  readonly projectNumber: number;
  readonly partOf: Measure['partOf'];
}

/** One outcome: a measure, or one measure for each of its parts. Faulty ones are left out. */
export const readOutcome = (
  faults: FaultList,
  value: unknown,
  path: Path,
  projectNumber: number,
): readonly Measure[] => {
  const words = faults.read(measureShape, value, path);
  const parts = partsOf(faults, value, path);
  if (words === null) {
    for (const part of [{ value, path }, ...parts]) findFaults(faults, part.value, part.path);
    for (const part of parts) faults.read(partShape, part.value, part.path);
    return [];
  }
  const outcome = { words, path, baselineAt: path, projectNumber, partOf: null };
  if (words.parts === undefined) return readDefinition(faults, outcome);
  for (const key of ['target', 'profile'] as const) {
    if (words[key] !== undefined) {
      faults.addAtKey([...path, key], `this outcome has parts: give each part its own ${key}.`);
    }
  }
  return parts.flatMap((part) => readPart(faults, part, outcome));
};

const readPart = (faults: FaultList, part: Part, outcome: Definition): readonly Measure[] => {
  const own = faults.read(partShape, part.value, part.path);
  if (own === null) {
    findFaults(faults, part.value, part.path);
    return [];
  }
  const shared = outcome.words;
  const ref = `${shared.ref}${part.letter}`;
  if (own.ref !== undefined && own.ref !== ref) {
    faults.add([...part.path, 'ref'], `this part of ${shared.ref} is ${ref}, not ${own.ref}.`);
  }
  const words: MeasureWords = {
    ...shared,
    ref,
    title: own.title,
    'short title': own['short title'],
    unit: own.unit ?? shared.unit,
    polarity: own.polarity ?? shared.polarity,
    kind: own.kind ?? shared.kind,
    baseline: own.baseline ?? shared.baseline,
    target: own.target ?? 'none',
    profile: own.profile,
    tolerance: own.tolerance ?? shared.tolerance,
    'minimum base': own['minimum base'] ?? shared['minimum base'],
    'data lag': own['data lag'] ?? shared['data lag'],
  };
  return readDefinition(faults, {
    words,
    path: part.path,
    baselineAt: own.baseline === undefined ? outcome.path : part.path,
    projectNumber: outcome.projectNumber,
    partOf: { ref: shared.ref, title: shared.title },
  });
};

type Reader<Read> = (faults: FaultList, value: unknown, path: Path) => Read | null;

const READERS = {
  baseline: readBaseline,
  target: readTarget,
  tolerance: readTolerance,
  profile: (faults: FaultList, value: unknown, path: Path) =>
    faults.read(profileShape, value, path),
};

/** Of a measure that cannot be made, the rest is still read, so that all faults are reported at once. */
const findFaults = (faults: FaultList, measure: unknown, path: Path): void => {
  if (typeof measure !== 'object' || measure === null) return;
  const given: Readonly<Record<string, unknown>> = { ...measure };
  for (const [key, read] of Object.entries(READERS)) {
    if (given[key] !== undefined) read(faults, given[key], [...path, key]);
  }
};

const readDefinition = (faults: FaultList, definition: Definition): readonly Measure[] => {
  const { words, path } = definition;
  const baseline = readBaseline(faults, words.baseline, [...definition.baselineAt, 'baseline']);
  const target = readTarget(faults, words.target, [...path, 'target']);
  const given = <Read>(key: keyof typeof READERS, read: Reader<Read>): Read | null =>
    words[key] === undefined ? null : read(faults, words[key], [...path, key]);
  const profile = given('profile', READERS.profile);
  const tolerance = given('tolerance', READERS.tolerance);
  if (baseline === null || target === null) return [];
  const measure: Measure = {
    ref: words.ref,
    title: words.title,
    shortTitle: words['short title'] ?? words.title,
    projectNumber: definition.projectNumber,
    partOf: definition.partOf,
    unit: words.unit,
    polarity: words.polarity,
    kind: words.kind,
    baseline,
    target,
    profile,
    tolerance,
    minimumBase: words['minimum base'] ?? DEFAULT_MINIMUM_BASE,
    dataLagQuarters: words['data lag'] ?? 0,
  };
  checkMeasure(faults, measure, path);
  return [measure];
};
