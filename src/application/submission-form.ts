import { Temporal } from 'temporal-polyfill';
import {
  dayIn,
  previousQuarter,
  printDay,
  printYear,
  type Quarter,
} from '../domain/calendar/calendar.ts';
import { dueDate } from '../domain/calendar/working-days.ts';
import type { FiledFigure } from '../domain/figure.ts';
import type { Measure, Project } from '../domain/measure.ts';
import { measuresDue, openingOf } from '../domain/obligations.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import { type DigestStanding, digestStanding } from './digest-standing.ts';
import type { Refusal } from './faults.ts';
import { may } from './policy.ts';
import type {
  Clock,
  DraftValues,
  Person,
  Store,
  StoredProgramme,
  StoredSubmission,
} from './ports.ts';

/** Which return is meant. It comes from a button or a form, so every part of it is checked again. */
export interface SubmissionKey {
  readonly programmeId: number;
  readonly projectNumber: number;
  readonly quarter: Quarter;
}

/** One question of the form. */
export interface FormMeasure {
  readonly measure: Measure;
  /** What stands in the record for this quarter, when the return was filed before. */
  readonly current: FiledFigure | null;
  readonly lastQuarter: FiledFigure | null;
}

export interface SubmissionForm {
  readonly key: SubmissionKey;
  readonly stored: StoredProgramme;
  readonly project: Project;
  readonly due: Temporal.PlainDate;
  readonly late: boolean;
  readonly measures: readonly FormMeasure[];
  readonly submission: StoredSubmission | null;
  readonly digest: DigestStanding;
  /** What this person typed before and has not filed. */
  readonly draft: DraftValues | null;
}

export interface Caller {
  readonly store: Store;
  readonly clock: Clock;
  readonly person: Person;
}

/** Opens a return for filling in, or says why this person cannot. */
export const openSubmissionForm = (
  { store, clock, person }: Caller,
  key: SubmissionKey,
): Result<SubmissionForm, Refusal> => {
  const { programmeId, projectNumber, quarter } = key;
  const stored = store.programmes().find((candidate) => candidate.id === programmeId);
  const project = stored?.programme.projects.find(
    (candidate) => candidate.number === projectNumber,
  );
  if (stored === undefined || project === undefined) {
    return refused({ kind: 'unknown_project', projectNumber });
  }
  if (!may('file', stored.programme, project, person)) {
    return refused({ kind: 'not_a_lead', agency: project.agency, projectNumber });
  }
  const { year } = stored.programme;
  // A programme's figures are of its own year; another year's quarter may well be open today.
  if (quarter.year !== year) {
    return refused({ kind: 'no_programme_for_quarter', quarter, years: [printYear(year)] });
  }
  const today = dayIn(clock.now());
  const opening = openingOf(quarter, today);
  if (opening.kind === 'not_yet') {
    return refused({ kind: 'quarter_not_open', quarter, opens: printDay(opening.opens) });
  }
  const submission = store.submission(programmeId, projectNumber, quarter);
  if (opening.kind === 'closed' || isLocked(submission))
    return refused({ kind: 'quarter_closed', quarter });
  const due = dueDate(quarter);
  return ok({
    key,
    stored,
    project,
    due,
    late: isAfter(today, due),
    measures: measuresDue(project).map((measure) => questionFor(store, key, measure)),
    submission,
    digest: digestStanding(store, programmeId, quarter),
    draft: store.draft(programmeId, projectNumber, quarter, person.id),
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

/** Accepted and published figures are corrected through the coordinator, never through the form. */
const isLocked = (submission: StoredSubmission | null): boolean =>
  submission !== null && (submission.state === 'accepted' || submission.state === 'published');

/** Late means after the due date; the due date itself is in time to its last minute. */
export const isAfter = (today: Temporal.PlainDate, due: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(today, due) > 0;
