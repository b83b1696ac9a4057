import { dayIn, printDay, printQuarter, printYear } from '../domain/calendar/calendar.ts';
import { measuresOf } from '../domain/measure.ts';
import { printAnswer } from '../domain/wording/print-answer.ts';
import type { ProgrammeChanges, SubjectChange, WordChange } from './compare-programmes.ts';
import type { ImportReport } from './import-catalogue.ts';
import type { FigureReport, SubmissionReport } from './plan-submission.ts';
import type { StoredFiling } from './ports.ts';

/** What an import did, or would do, a line for each thing. */
export const printImportReport = (report: ImportReport): readonly string[] => {
  const lines = [
    ...catalogueLines(report),
    ...report.submissions.flatMap(submissionLines),
    ...report.submissions.flatMap(leftOutLines),
  ];
  if (lines.length === 0) return [nothingToChange(report)];
  const alike = report.submissions.filter(
    (submission) => submission.kind === 'unchanged' && !isKept(submission),
  ).length;
  return [
    ...lines,
    ...(alike === 0 ? [] : [`Unchanged: ${counted(alike, 'submission')}.`]),
    ...(report.submissions.some(isKept) ? [KEPT] : []),
    outcome(report),
  ];
};

const KEPT =
  "What was filed after this file's figures stays. To replace it by them, import again with --overwrite.";

const isKept = ({ figures, informationKept }: SubmissionReport): boolean =>
  informationKept !== null || figures.some(({ change }) => change.kind === 'kept');

const outcome = ({ dryRun, catalogue, submissions }: ImportReport): string => {
  if (dryRun) return 'This was a dry run: nothing has been saved.';
  const isSame =
    catalogue.kind === 'unchanged' && submissions.every(({ kind }) => kind === 'unchanged');
  return isSame ? 'Nothing was changed.' : 'Saved.';
};

const counted = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`;

const nameOf = ({ programme }: ImportReport): string =>
  `${programme.title}, ${printYear(programme.year)}`;

const nothingToChange = (report: ImportReport): string => {
  const measures = counted(measuresOf(report.programme).length, 'measure');
  const submissions = counted(report.submissions.length, 'submission');
  return `Nothing to change: the record already holds ${nameOf(report)} with its ${measures} and these ${submissions}.`;
};

const catalogueLines = (report: ImportReport): readonly string[] => {
  const { catalogue, programme } = report;
  switch (catalogue.kind) {
    case 'unchanged':
      return [];
    case 'new': {
      const projects = counted(programme.projects.length, 'project');
      const measures = counted(measuresOf(programme).length, 'measure');
      return [`New programme: ${nameOf(report)}, with ${projects} and ${measures}.`];
    }
    case 'changed':
      return changeLines(catalogue.changes);
  }
};

const changeLines = ({ programme, projects, measures }: ProgrammeChanges): readonly string[] => [
  ...programme.map((change) => `Changed: the programme's ${changed(change)}.`),
  ...projects.flatMap((project) => subjectLines('project', project)),
  ...measures.flatMap((measure) => subjectLines('measure', measure)),
];

const subjectLines = (noun: string, change: SubjectChange<string | number>): readonly string[] => {
  const name = `${noun} ${change.key}`;
  switch (change.kind) {
    case 'new':
      return [`New: ${name}, ${change.title}.`];
    case 'gone':
      return [`Gone: ${name}, ${change.title}. What was filed for it stays in the record.`];
    case 'changed':
      return change.words.map((word) => `Changed: ${name}, ${changed(word)}.`);
  }
};

const changed = ({ what, from, to }: WordChange): string => `${what}: ${from} is now ${to}`;

const submissionLines = (submission: SubmissionReport): readonly string[] => {
  const about = `project ${submission.projectNumber}, ${printQuarter(submission.quarter)}`;
  const late = submission.late ? ' Late: filed after the due date.' : '';
  switch (submission.kind) {
    case 'unchanged':
      return isKept(submission) ? [`Kept: ${about}.`, ...partLines(submission)] : [];
    case 'new': {
      const figures = counted(submission.figures.length, 'figure');
      return [`New submission: ${about}, with ${figures}.${late}`];
    }
    case 'changed':
      return [`Changed submission: ${about}.${late}`, ...partLines(submission)];
  }
};

/** The file still has what a coordinator took out of the record, or words in its place. */
const leftOutLines = ({ projectNumber, quarter, leftOut }: SubmissionReport): readonly string[] =>
  leftOut.map(
    (ref) =>
      `Left out: ${ref === null ? 'the additional information' : `what is said of ${ref}`}, project ${projectNumber}, ${printQuarter(quarter)}. The coordinator took that text out of the record: take it out of this file too.`,
  );

const partLines = (submission: SubmissionReport): readonly string[] => {
  const { figures, informationChanged, informationKept } = submission;
  return [
    ...figures.flatMap(figureLines),
    ...(informationChanged ? ['  The additional information has changed.'] : []),
    ...(informationKept === null
      ? []
      : [`  The additional information stays as ${filerOf(informationKept)}.`]),
  ];
};

const figureLines = ({ ref, unit, change, from, to }: FigureReport): readonly string[] => {
  if (change.kind === 'unchanged') return [];
  const file = printAnswer(to, unit);
  if (from === null) return [`  ${ref}: ${file}, new.`];
  const record = printAnswer(from, unit);
  if (change.kind === 'kept') return [`  ${ref}: ${keptWords(record, file, change.filing)}`];
  return record === file
    ? [`  ${ref}: still ${file}, but what is said of it has changed.`]
    : [`  ${ref}: ${record} is corrected to ${file}.`];
};

const keptWords = (record: string, file: string, filing: StoredFiling): string =>
  record === file
    ? `what is said of ${record} stays as ${filerOf(filing)}.`
    : `stays ${record}, as ${filerOf(filing)}; the file has the earlier ${file}.`;

/** `Priya Shah filed it on 3 August 2015`. */
const filerOf = ({ filedBy, filedAt }: StoredFiling): string => {
  const name = filedBy.kind === 'person' ? (filedBy.name ?? filedBy.key) : filedBy.name;
  return `${name} filed it on ${printDay(dayIn(filedAt))}`;
};
