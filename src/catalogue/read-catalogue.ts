import type { CatalogueFault } from '../application/catalogue-fault.ts';
import { printQuarter } from '../domain/calendar/calendar.ts';
import type { CatalogueDocument, ImportedSubmission } from '../domain/catalogue-document.ts';
import { decimal } from '../domain/decimal.ts';
import type { Programme, Project, Tolerance } from '../domain/measure.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import { type FaultList, faultList } from './fault-list.ts';
import { checkOnce, measuresNamedIn, numbersIn } from './named-measures.ts';
import type { Path } from './path.ts';
import { readProject } from './read-project.ts';
import { type Known, readSubmission } from './read-submission.ts';
import { readGrading } from './read-tolerance.ts';
import { readYaml } from './read-yaml.ts';
import { listOf, type ProgrammeWords, programmeShape } from './shapes.ts';

export { type CatalogueFault, printFault } from '../application/catalogue-fault.ts';

const DEFAULT_TOLERANCE: Tolerance = {
  onTrack: { in: 'percent', size: decimal(0) },
  marginal: { in: 'percent', size: decimal(10) },
  edges: 'inclusive',
  of: 'level',
};

/**
 * Reads a catalogue file, YAML or JSON. Either the whole file is sound, or every fault in it is
 * reported with its line; nothing is read in part.
 */
export const readCatalogue = (
  text: string,
  fileName: string,
): Result<CatalogueDocument, readonly CatalogueFault[]> => {
  const read = readToLint(text, fileName);
  if (!read.ok) return read;
  const { document, faults } = read.value;
  return faults.length > 0 ? refused(faults) : ok(document);
};

/**
 * The same to be linted: definitions that can be read are, also where they cannot be meant, beside
 * what an import would be refused for.
 */
export const readToLint = (
  text: string,
  fileName: string,
): Result<
  { readonly document: CatalogueDocument; readonly faults: readonly CatalogueFault[] },
  readonly CatalogueFault[]
> => {
  const yaml = readYaml(text, /\.json$/i.test(fileName) ? 'JSON' : 'YAML');
  const list = faultList(yaml);
  if (!yaml.readable) return refused(list.faults());
  const document = readDocument(list, yaml.value);
  const faults = list.faults();
  if (list.isUnreadable()) return refused(faults);
  if (document === null) throw new Error(`${fileName} was not read, yet nothing is wrong with it.`);
  return ok({ document, faults });
};

const readDocument = (faults: FaultList, value: unknown): CatalogueDocument | null => {
  const words = faults.read(programmeShape, value, []);
  if (typeof value !== 'object' || value === null) return null;
  const given = { projects: undefined, submissions: [], ...value };
  const read = faults.read(listOf('projects'), given.projects, ['projects']);
  if (read?.length === 0) faults.add(['projects'], 'a programme needs at least one project.');
  const projectList = read ?? [];
  const projects = readProjects(faults, projectList);
  const known = knownIn(projectList, projects, words?.year ?? null);
  const list = faults.read(listOf('submissions'), given.submissions, ['submissions']) ?? [];
  const submissions = readSubmissions(faults, list, known);
  const programme = words && programmeOf(faults, words, projects);
  return programme && { programme, submissions };
};

const programmeOf = (
  faults: FaultList,
  words: ProgrammeWords,
  projects: readonly Project[],
): Programme => {
  if (words.coordinators.length === 0) {
    faults.add(['coordinators'], 'a programme needs at least one coordinator.');
  }
  return {
    title: words.programme,
    body: words.body,
    year: words.year,
    channel: words.channel,
    coordinators: words.coordinators,
    managers: words.managers ?? [],
    tolerance: readGrading(faults, words, []) ?? DEFAULT_TOLERANCE,
    projects,
  };
};

const readProjects = (faults: FaultList, list: readonly unknown[]): readonly Project[] => {
  checkOnce(faults.add, numbersIn(list), ({ number }) => `project ${number}`);
  checkOnce(faults.addFound, measuresNamedIn(list), ({ ref }) => `measure ${ref}`);
  return list.flatMap((project, index) => readProject(faults, project, ['projects', index]) ?? []);
};

const knownIn = (
  list: readonly unknown[],
  projects: readonly Project[],
  year: number | null,
): Known => {
  const measures = projects.flatMap((project) => project.measures);
  return {
    year,
    projects: numbersIn(list).map(({ number }) => number),
    refs: new Map(measuresNamedIn(list).map(({ ref, projectNumber }) => [ref, projectNumber])),
    measures: new Map(measures.map((measure) => [measure.ref, measure])),
  };
};

const readSubmissions = (
  faults: FaultList,
  list: readonly unknown[],
  known: Known,
): readonly ImportedSubmission[] => {
  const read = list.flatMap((value, index) => {
    const path: Path = ['submissions', index];
    const submission = readSubmission(faults, value, path, known);
    return submission === null ? [] : [{ submission, path }];
  });
  checkOnce(
    faults.add,
    read,
    ({ submission: { projectNumber, quarter } }) =>
      `project ${projectNumber}'s submission for ${printQuarter(quarter)}`,
  );
  return read.map(({ submission }) => submission);
};
