import { DEFAULT_MINIMUM_BASE, type Measure } from '../domain/measure.ts';
import { checkMeasure } from './check-measure.ts';
import type { FaultList } from './fault-list.ts';
import { quarter } from './fields.ts';
import type { Path } from './path.ts';
import { readBaseline } from './read-baseline.ts';
import { type Part, partsOf } from './read-parts.ts';
import { readRevised } from './read-revised.ts';
import { readTarget } from './read-target.ts';
import { readGrading } from './read-tolerance.ts';
import {
  comparableShape,
  type MeasureWords,
  measureShape,
  partShape,
  profileShape,
} from './shapes.ts';

/** A measure still in the file's words, with where the words stand. */
interface Definition {
  readonly words: MeasureWords;
  readonly path: Path;
  /** Where what a part may inherit from its outcome stands: with the part, or with the outcome. */
  readonly baselineAt: Path;
  readonly gradingAt: Path;
  readonly comparableAt: Path;
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
  const outcome: Definition = {
    words,
    path,
    baselineAt: path,
    gradingAt: path,
    comparableAt: path,
    projectNumber,
    partOf: null,
  };
  if (words.parts === undefined) return readDefinition(faults, outcome);
  for (const key of ['target', 'revised', 'profile'] as const) {
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
  const graded = own.tolerance !== undefined || own.scheme !== undefined ? own : shared;
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
    revised: own.revised,
    profile: own.profile,
    tolerance: graded.tolerance,
    scheme: graded.scheme,
    'minimum base': own['minimum base'] ?? shared['minimum base'],
    'data lag': own['data lag'] ?? shared['data lag'],
    'dead band': own['dead band'] ?? shared['dead band'],
    'comparable from': own['comparable from'] ?? shared['comparable from'],
    'suppress small counts': own['suppress small counts'] ?? shared['suppress small counts'],
  };
  const at = (key: 'baseline' | 'comparable from'): Path =>
    own[key] === undefined ? outcome.path : part.path;
  return readDefinition(faults, {
    words,
    path: part.path,
    baselineAt: at('baseline'),
    gradingAt: graded === own ? part.path : outcome.path,
    comparableAt: at('comparable from'),
    projectNumber: outcome.projectNumber,
    partOf: { ref: shared.ref, title: shared.title },
  });
};

/** `Q2 2015/16`, or the same with the reason. */
const readComparable = (
  faults: FaultList,
  value: unknown,
  path: Path,
): Measure['comparableFrom'] => {
  if (typeof value === 'string') {
    const from = faults.read(quarter, value, path);
    return from && { from, reason: null };
  }
  const words = faults.read(comparableShape, value, path);
  return words && { from: words.quarter, reason: words.reason ?? null };
};

const READERS: Readonly<
  Record<string, (faults: FaultList, value: unknown, path: Path) => unknown>
> = {
  baseline: readBaseline,
  target: readTarget,
  revised: readRevised,
  tolerance: (faults, tolerance, path) => readGrading(faults, { tolerance }, path.slice(0, -1)),
  scheme: (faults, scheme, path) => readGrading(faults, { scheme }, path.slice(0, -1)),
  profile: (faults, value, path) => faults.read(profileShape, value, path),
  'comparable from': readComparable,
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
  const { revised, profile, 'comparable from': comparable } = words;
  const revisedTargets =
    revised === undefined ? [] : readRevised(faults, revised, [...path, 'revised']);
  const agreed =
    profile === undefined ? null : faults.read(profileShape, profile, [...path, 'profile']);
  const tolerance = readGrading(faults, words, definition.gradingAt);
  const comparableFrom =
    comparable === undefined
      ? null
      : readComparable(faults, comparable, [...definition.comparableAt, 'comparable from']);
  if (baseline === null || target === null || revisedTargets === null) return [];
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
    revisedTargets,
    profile: agreed,
    tolerance,
    minimumBase: words['minimum base'] ?? DEFAULT_MINIMUM_BASE,
    dataLagQuarters: words['data lag'] ?? 0,
    deadBand: words['dead band'] ?? null,
    comparableFrom,
    suppressSmallCounts: words['suppress small counts'] ?? false,
  };
  checkMeasure(faults, measure, path);
  return [measure];
};
