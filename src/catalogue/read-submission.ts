import { LONGEST_TEXT } from '../application/entry-fields.ts';
import {
  compareQuarters,
  opensOn,
  printDay,
  printQuarter,
  printYear,
} from '../domain/calendar/calendar.ts';
import type { ImportedSubmission } from '../domain/catalogue-document.ts';
import type { Figure } from '../domain/figure.ts';
import type { Measure } from '../domain/measure.ts';
import { closest } from '../domain/reading/references.ts';
import type { FaultList } from './fault-list.ts';
import { type Path, shorten } from './path.ts';
import { readAnswer } from './read-answer.ts';
import { figureShape, MAPPING, type SubmissionWords, submissionShape } from './shapes.ts';

/** What the file says of its programme, as far as it could be read. */
export interface Known {
  readonly year: number | null;
  readonly projects: readonly number[];
  /** Every reference in the file, with the number of its project, sound or not. */
  readonly refs: ReadonlyMap<string, number>;
  /** The sound ones. */
  readonly measures: ReadonlyMap<string, Measure>;
}

/** One past or received return. Figures of measures that are themselves faulty are not read. */
export const readSubmission = (
  faults: FaultList,
  value: unknown,
  path: Path,
  known: Known,
): ImportedSubmission | null => {
  const words = faults.read(submissionShape, value, path);
  const figures = readFigures(faults, value, path, { known, project: words?.project ?? null });
  if (words === null) return null;
  checkProject(faults, words, path, known);
  checkTime(faults, words, path, known);
  const information = words['additional information'] ?? null;
  checkLength(faults, information, [...path, 'additional information']);
  if (information === null && words.figures === undefined) {
    faults.add(path, 'this submission has no figures and no additional information.');
  }
  return {
    projectNumber: words.project,
    quarter: words.quarter,
    by: words.by ?? null,
    filedOn: words.filed ?? null,
    figures,
    additionalInformation: information,
  };
};

interface Context {
  readonly known: Known;
  /** The project the submission says it is for; null where that could not be read. */
  readonly project: number | null;
}

/** Read even where the rest of the submission is faulty, so that all faults are reported at once. */
const readFigures = (
  faults: FaultList,
  submission: unknown,
  path: Path,
  context: Context,
): ImportedSubmission['figures'] => {
  if (typeof submission !== 'object' || submission === null || !('figures' in submission))
    return [];
  const inner = [...path, 'figures'];
  const { figures } = submission;
  if (typeof figures !== 'object' || figures === null || Array.isArray(figures)) {
    faults.add(inner, `expected ${MAPPING}: each measure with its figure.`);
    return [];
  }
  return Object.entries(figures).flatMap(([ref, entry]) => {
    const measure = measureFor(faults, ref, [...inner, ref], context);
    const figure = measure && readFigure(faults, entry, [...inner, ref], measure);
    return figure === null ? [] : [{ ref, figure }];
  });
};

const checkProject = (
  faults: FaultList,
  { project }: SubmissionWords,
  path: Path,
  { projects }: Known,
): void => {
  if (projects.includes(project)) return;
  const known = projects.length === 0 ? 'none' : projects.join(', ');
  faults.add(
    [...path, 'project'],
    `I don't know a project ${project}. The projects of this file are: ${known}.`,
  );
};

const checkTime = (
  faults: FaultList,
  { quarter, filed }: SubmissionWords,
  path: Path,
  { year }: Known,
): void => {
  if (year !== null && compareQuarters(quarter, { year, number: 4 }) > 0) {
    const message = `${printQuarter(quarter)} is after the programme's year, ${printYear(year)}.`;
    faults.add([...path, 'quarter'], message);
  }
  const opens = opensOn(quarter);
  if (filed !== undefined && opens.until(filed, { largestUnit: 'day' }).days < 0) {
    faults.add(
      [...path, 'filed'],
      `${printQuarter(quarter)} could not be filed before it ended, on ${printDay(opens.subtract({ days: 1 }))}.`,
    );
  }
};

/** The measure a figure is for; null where it has none, or one whose own faults come first. */
const measureFor = (
  faults: FaultList,
  ref: string,
  path: Path,
  { known, project }: Context,
): Measure | null => {
  const owner = known.refs.get(ref);
  if (owner === undefined) {
    const near = closest(ref, [...known.refs.keys()]);
    const hint = near.length === 0 ? '' : ` Did you mean ${near.join(' or ')}?`;
    faults.addAtKey(path, `I don't know a measure ${shorten(ref)}.${hint}`);
    return null;
  }
  if (project !== null && owner !== project) {
    faults.addAtKey(path, `${ref} is a measure of project ${owner}, not of project ${project}.`);
    return null;
  }
  return known.measures.get(ref) ?? null;
};

const readFigure = (
  faults: FaultList,
  value: unknown,
  path: Path,
  measure: Measure,
): Figure | null => {
  const words = faults.read(figureShape, value, path);
  if (words === null) return null;
  for (const key of ['commentary', 'judgement'] as const) {
    checkLength(faults, words[key] ?? null, [...path, key]);
  }
  const answer = readAnswer(faults, words, { measure, path });
  return (
    answer && {
      answer,
      provisional: words.provisional ?? false,
      commentary: words.commentary ?? null,
      awaited: null,
      action: null,
      smallSample: words['small sample'] ?? false,
      judgement: words.judgement ?? null,
    }
  );
};

const checkLength = (faults: FaultList, text: string | null, path: Path): void => {
  const length = text === null ? 0 : [...text].length;
  if (length <= LONGEST_TEXT) return;
  const [found, most] = [length, LONGEST_TEXT].map((count) => count.toLocaleString('en-GB'));
  faults.add(path, `this is ${found} characters long and the record holds ${most}: shorten it.`);
};
