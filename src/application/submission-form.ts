import { Temporal } from 'temporal-polyfill';
import { previousQuarter, type Quarter } from '../domain/calendar/calendar.ts';
import { dueDate } from '../domain/calendar/working-days.ts';
import type { FiledFigure } from '../domain/figure.ts';
import type { Measure, Project } from '../domain/measure.ts';
import { measuresDue } from '../domain/obligations.ts';
import { ok, type Result } from '../domain/result.ts';
import type { Move } from '../domain/submission/life.ts';
import { type DigestStanding, digestStanding } from './digest-standing.ts';
import type { Refusal } from './faults.ts';
import { type Caller, openReturn, type SubmissionKey } from './open-return.ts';
import type { Person, Store, StoredProgramme, StoredSubmission } from './ports.ts';
import type { Draft } from './submission-record.ts';

export const FORM_PURPOSES = ['file', 'file_on_behalf', 'ask_correction', 'correct'] as const;
/**
 * What a form is filled in for. A button says which; whether this person may is asked each time the
 * form is opened, turned over or filed.
 */
export type FormPurpose = Extract<Move, (typeof FORM_PURPOSES)[number]>;

/** One question of the form. */
export interface FormMeasure {
  readonly measure: Measure;
  /** What stands in the record for this quarter, when the return was filed before. */
  readonly current: FiledFigure | null;
  readonly lastQuarter: FiledFigure | null;
}

export interface SubmissionForm {
  readonly key: SubmissionKey;
  readonly purpose: FormPurpose;
  readonly stored: StoredProgramme;
  readonly project: Project;
  readonly due: Temporal.PlainDate;
  readonly late: boolean;
  readonly measures: readonly FormMeasure[];
  readonly submission: StoredSubmission | null;
  readonly digest: DigestStanding;
  /** Whose form this is. */
  readonly person: Person;
  /** What has been typed for this return and not filed, by this person and their colleagues. */
  readonly draft: Draft | null;
}

/** Opens a return for filling in, or says why this person cannot. */
export const openSubmissionForm = (
  caller: Caller,
  key: SubmissionKey,
  purpose: FormPurpose = 'file',
): Result<SubmissionForm, Refusal> => {
  const opened = openReturn(caller, key, purpose);
  if (!opened.ok) return opened;
  const { stored, project, submission, today } = opened.value;
  const { store, person } = caller;
  const { programmeId, projectNumber, quarter } = key;
  const due = dueDate(quarter);
  return ok({
    key,
    purpose,
    stored,
    project,
    due,
    late: isAfter(today, due),
    measures: measuresDue(project).map((measure) => questionFor(store, key, measure)),
    submission,
    digest: digestStanding(store, programmeId, quarter),
    person,
    draft: store.draft(programmeId, projectNumber, quarter),
  });
};

const questionFor = (store: Store, key: SubmissionKey, measure: Measure): FormMeasure => {
  const before = previousQuarter(key.quarter);
  const figures = store.figures(key.programmeId, measure.ref, before, key.quarter);
  const at = (quarter: Quarter): FiledFigure | null =>
    figures.find(
      (figure) => figure.quarter.year === quarter.year && figure.quarter.number === quarter.number,
    ) ?? null;
  return { measure, current: at(key.quarter), lastQuarter: at(before) };
};

/** Late means after the due date; the due date itself is in time to its last minute. */
export const isAfter = (today: Temporal.PlainDate, due: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(today, due) > 0;
