import { printQuarter, printYear } from '../domain/calendar/calendar.ts';
import type {
  Band,
  Baseline,
  Measure,
  MeasureTarget,
  Programme,
  Project,
  TargetPath,
  TargetRule,
  Tolerance,
} from '../domain/measure.ts';
import { measuresOf } from '../domain/measure.ts';
import { unreachable } from '../domain/result.ts';

/** One thing a definition says differently: `target` from `at least 41` to `at least 45`. */
export interface WordChange {
  readonly what: string;
  readonly from: string;
  readonly to: string;
}

/** What two editions of one programme's catalogue say differently. */
export interface ProgrammeChanges {
  readonly programme: readonly WordChange[];
  readonly projects: readonly SubjectChange<number>[];
  readonly measures: readonly SubjectChange<string>[];
}

/** A project, by number, or a measure, by reference. */
export type SubjectChange<Key> =
  | { readonly kind: 'new' | 'gone'; readonly key: Key; readonly title: string }
  | { readonly kind: 'changed'; readonly key: Key; readonly words: readonly WordChange[] };

export const compareProgrammes = (before: Programme, after: Programme): ProgrammeChanges => ({
  programme: compareWords(PROGRAMME_WORDS, before, after),
  projects: compareSubjects(before.projects, after.projects, {
    keyOf: ({ number }) => number,
    titleOf: ({ title }) => title,
    words: PROJECT_WORDS,
  }),
  measures: compareSubjects(measuresOf(before), measuresOf(after), {
    keyOf: ({ ref }) => ref,
    titleOf: ({ shortTitle }) => shortTitle,
    words: MEASURE_WORDS,
  }),
});

export const isUnchanged = ({ programme, projects, measures }: ProgrammeChanges): boolean =>
  programme.length + projects.length + measures.length === 0;

/** Everything a subject says, in words that differ whenever what they stand for does. */
type Words<Subject> = { readonly [what: string]: (subject: Subject) => string };

const compareWords = <Subject>(
  words: Words<Subject>,
  before: Subject,
  after: Subject,
): readonly WordChange[] =>
  Object.entries(words)
    .map(([what, print]) => ({ what, from: print(before), to: print(after) }))
    .filter(({ from, to }) => from !== to);

interface Comparison<Subject, Key> {
  readonly keyOf: (subject: Subject) => Key;
  readonly titleOf: (subject: Subject) => string;
  readonly words: Words<Subject>;
}

const compareSubjects = <Subject, Key>(
  before: readonly Subject[],
  after: readonly Subject[],
  { keyOf, titleOf, words }: Comparison<Subject, Key>,
): readonly SubjectChange<Key>[] => {
  const old = new Map(before.map((subject) => [keyOf(subject), subject]));
  const keys = new Set(after.map(keyOf));
  const kept = after.flatMap((subject): readonly SubjectChange<Key>[] => {
    const key = keyOf(subject);
    const previous = old.get(key);
    if (previous === undefined) return [{ kind: 'new', key, title: titleOf(subject) }];
    const changes = compareWords(words, previous, subject);
    return changes.length === 0 ? [] : [{ kind: 'changed', key, words: changes }];
  });
  const gone = before
    .filter((subject) => !keys.has(keyOf(subject)))
    .map((subject) => ({ kind: 'gone' as const, key: keyOf(subject), title: titleOf(subject) }));
  return [...kept, ...gone];
};

const list = (words: readonly (string | number)[]): string =>
  words.length === 0 ? 'none' : words.join(', ');

const quoted = (text: string | null): string => (text === null ? '' : ` (“${text}”)`);

const printTolerance = (tolerance: Tolerance | null): string => {
  if (tolerance === null) return "the programme's";
  const { onTrack, marginal, edges, of } = tolerance;
  const bands = `${printBand(onTrack)} on track, ${printBand(marginal)} marginal`;
  const part = of === 'level' ? '' : ', of the improvement wanted';
  return `${bands}${part}${edges === 'inclusive' ? '' : ', edges exclusive'}`;
};

const printBand = ({ in: unit, size }: Band): string =>
  unit === 'percent'
    ? `${size.toFixed()}%`
    : `${size.toFixed()} ${size.eq(1) ? 'point' : 'points'}`;

const printBaseline = (baseline: Baseline): string => {
  const text = quoted(baseline.text);
  switch (baseline.kind) {
    case 'known':
      return `${baseline.value.toFixed()}, ${baseline.period}${text}`;
    case 'to_be_established':
      return `to be established${text}`;
    case 'not_applicable':
      return `not applicable${text}`;
  }
};

const printTarget = ({ rule, text, years, path }: MeasureTarget): string =>
  `${printRule(rule)}${years === 1 ? '' : ` over ${years} years`}${printPath(path)}${quoted(text)}`;

const printPath = (path: TargetPath): string => {
  switch (path.kind) {
    case 'whole':
      return path.from === null ? '' : ` from ${printYear(path.from)}`;
    case 'milestones':
      return `, ${path.levels.map(({ year, value }) => `${value.toFixed()} in ${printYear(year)}`).join(', ')}`;
    case 'straight_line':
      return ` in a straight line from ${printYear(path.from)}`;
  }
};

const printRevised = (targets: readonly MeasureTarget[]): string =>
  list(
    targets.map(({ revision, ...target }) => {
      const since = revision === null ? '' : `from ${printQuarter(revision.from)}: `;
      const by = revision?.by == null ? '' : ` by ${revision.by}`;
      return `${since}${printTarget({ ...target, revision })}${by}${quoted(revision?.reason ?? null)}`;
    }),
  );

const printRule = (rule: TargetRule): string => {
  switch (rule.kind) {
    case 'at_least':
      return `at least ${rule.value.toFixed()}`;
    case 'at_most':
      return `at most ${rule.value.toFixed()}`;
    case 'above':
      return `above ${rule.value.toFixed()}`;
    case 'below':
      return `below ${rule.value.toFixed()}`;
    case 'between':
      return `between ${rule.low.toFixed()} and ${rule.high.toFixed()}`;
    case 'change':
      return `a change of ${rule.percent.toFixed()}%`;
    case 'points':
      return `a change of ${rule.points.toFixed()} points`;
    case 'maintain':
      return 'maintain';
    case 'none':
      return 'none';
    default:
      return unreachable(rule);
  }
};

const PROGRAMME_WORDS: Words<Programme> = {
  body: ({ body }) => body,
  channel: ({ channel }) => channel,
  coordinators: ({ coordinators }) => list(coordinators),
  managers: ({ managers }) => list(managers),
  tolerance: ({ tolerance }) => printTolerance(tolerance),
  'order of projects': ({ projects }) => list(projects.map(({ number }) => number)),
};

const PROJECT_WORDS: Words<Project> = {
  title: ({ title }) => title,
  agency: ({ agency }) => agency,
  leads: ({ leads }) => list(leads),
  deputies: ({ deputies }) => list(deputies),
  manager: ({ manager }) => manager ?? 'none',
  measures: ({ measures }) => list(measures.map(({ ref }) => ref)),
};

const MEASURE_WORDS: Words<Measure> = {
  title: ({ title }) => title,
  'short title': ({ shortTitle }) => shortTitle,
  project: ({ projectNumber }) => String(projectNumber),
  outcome: ({ partOf }) => (partOf === null ? 'its own' : `${partOf.ref} ${partOf.title}`),
  unit: ({ unit }) => unit,
  polarity: ({ polarity }) => polarity,
  kind: ({ kind }) => kind,
  baseline: ({ baseline }) => printBaseline(baseline),
  target: ({ target }) => printTarget(target),
  'revised targets': ({ revisedTargets }) => printRevised(revisedTargets),
  profile: ({ profile }) =>
    profile === null ? 'assumed' : list(profile.map((level) => level.toFixed())),
  tolerance: ({ tolerance }) => printTolerance(tolerance),
  'minimum base': ({ minimumBase }) => String(minimumBase),
  'data lag': ({ dataLagQuarters }) => `${dataLagQuarters} quarters`,
  'dead band': ({ deadBand }) => (deadBand === null ? 'none' : printBand(deadBand)),
  'comparable from': ({ comparableFrom }) =>
    comparableFrom === null
      ? 'the start'
      : `${printQuarter(comparableFrom.from)}${quoted(comparableFrom.reason)}`,
  'suppress small counts': ({ suppressSmallCounts }) => (suppressSmallCounts ? 'yes' : 'no'),
};
