import { Temporal } from 'temporal-polyfill';
import { previousQuarter, type Quarter, sameQuarter } from '../domain/calendar/calendar.ts';
import { dueDate } from '../domain/calendar/working-days.ts';
import { figureDue } from '../domain/data-lag.ts';
import type { FiledFigure } from '../domain/figure.ts';
import { figureFor } from '../domain/judging/year-to-date.ts';
import type { Measure, Project } from '../domain/measure.ts';
import { measuresAsked } from '../domain/obligations.ts';
import { ok, type Result } from '../domain/result.ts';
import type { Move } from '../domain/submission/life.ts';
import { lockedRefs, openRequestsOn } from './acceptance.ts';
import { type DigestStanding, digestStanding } from './digest-standing.ts';
import { figuresFor } from './earlier-figures.ts';
import type { Refusal } from './faults.ts';
import { fileableBehind } from './figures-behind.ts';
import { type Caller, type OpenReturn, openReturn, type SubmissionKey } from './open-return.ts';
import type { Person, Store, StoredProgramme, StoredSubmission } from './ports.ts';
import type { Correction, Draft, ReviewEntry } from './submission-record.ts';

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
  /** Of a figure that comes behind and need not be given yet, the day by which it is due. */
  readonly optionalUntil: Temporal.PlainDate | null;
}

export interface SubmissionForm {
  readonly key: SubmissionKey;
  readonly purpose: FormPurpose;
  readonly stored: StoredProgramme;
  readonly project: Project;
  readonly today: Temporal.PlainDate;
  readonly due: Temporal.PlainDate;
  /** Whether what is filed now is late: a return that is filed again is as late as it was. */
  readonly late: boolean;
  readonly measures: readonly FormMeasure[];
  /** Whether only figures that come behind are still asked, the rest being past or accepted. */
  readonly onlyBehind: boolean;
  /** Measures that stay as they are on record: accepted, or past where only what comes behind is asked. */
  readonly locked: ReadonlySet<string>;
  /** What the coordinator said when it was sent back; empty where it does not lie with its agency. */
  readonly sentBack: readonly ReviewEntry[];
  /** Corrections of this return that wait already, where another is asked for; otherwise empty. */
  readonly waiting: readonly Correction[];
  readonly submission: StoredSubmission | null;
  readonly digest: DigestStanding;
  /** Whose form this is. */
  readonly person: Person;
  /** What has been typed for this return and not filed, by this person and their colleagues. */
  readonly draft: Draft | null;
  /** Who those colleagues are, by Slack user id, as far as we know their names. */
  readonly colleagues: Readonly<Record<string, string>>;
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
  const refs = project.measures.map(({ ref }) => ref);
  const isFiled = purpose === 'file' || purpose === 'file_on_behalf';
  const onlyBehind = asksOnlyBehind(opened.value, purpose);
  const asked = onlyBehind ? fileableBehind(store, project, key, today) : [];
  const due = asked.map((measure) => figureDue(measure, quarter)).toSorted(compareDays)[0];
  const locked = onlyBehind
    ? new Set(refs.filter((ref) => !asked.some((measure) => measure.ref === ref)))
    : lockedRefs(store, key);
  const form = {
    key,
    purpose,
    stored,
    project,
    today,
    due: due ?? dueDate(quarter),
    late:
      due === undefined
        ? (submission?.filing?.late ?? isAfter(today, dueDate(quarter)))
        : isAfter(today, due),
    measures: questionsOf(caller, opened.value, { purpose, onlyBehind }),
    onlyBehind,
    locked: isFiled ? locked : new Set<string>(),
    sentBack: isFiled ? openRequestsOn(store, key, refs) : [],
    waiting: purpose === 'ask_correction' ? waitingOn(store, key) : [],
    submission,
    digest: digestStanding(store, programmeId, quarter),
    person,
  };
  return ok(withDraft(store, form, store.draft(programmeId, projectNumber, quarter)));
};

const waitingOn = (
  store: Pick<Store, 'waitingCorrections'>,
  { programmeId, projectNumber, quarter }: SubmissionKey,
): readonly Correction[] =>
  store
    .waitingCorrections(programmeId)
    .filter((each) => each.projectNumber === projectNumber && sameQuarter(each.quarter, quarter));

/** The form with what has been typed and not filed. */
export const withDraft = (
  store: Pick<Store, 'person'>,
  form: Omit<SubmissionForm, 'draft' | 'colleagues'>,
  draft: Draft | null,
): SubmissionForm => {
  const authors = new Set(Object.values(draft?.fields ?? {}).map(({ by }) => by));
  const colleagues = [...authors].flatMap((id) => {
    const name = id === form.person.id ? null : (store.person(id)?.name ?? null);
    return name === null ? [] : [[id, name] as const];
  });
  return { ...form, draft, colleagues: Object.fromEntries(colleagues) };
};

/**
 * Whether the return is past or accepted, so that its agency can only add what comes behind. What was
 * sent back is open whole.
 */
const asksOnlyBehind = ({ moment: { state, past } }: OpenReturn, purpose: FormPurpose): boolean =>
  (purpose === 'file' && past && state !== 'sent_back') ||
  ((purpose === 'file' || purpose === 'file_on_behalf') && state === 'accepted');

/** Across April, last quarter's figure is of the year before: its programme's, where it is counted alike. */
const questionsOf = (
  { store }: Pick<Caller, 'store'>,
  { stored, project, key: { quarter }, today }: OpenReturn,
  form: Pick<SubmissionForm, 'purpose' | 'onlyBehind'>,
): readonly FormMeasure[] => {
  const figures = figuresFor(store, stored, quarter);
  const before = previousQuarter(quarter);
  return measuresAsked(project).map((measure) => {
    const own = figures.get(measure.ref) ?? [];
    const current = figureFor(own, quarter);
    const isOptional = current === null && mayWait(measure, quarter, form, today);
    return {
      measure,
      current,
      lastQuarter: figureFor(own, before),
      optionalUntil: isOptional ? figureDue(measure, quarter) : null,
    };
  });
};

/** Whether a figure that is not on record may be left out of this form. */
const mayWait = (
  measure: Measure,
  quarter: Quarter,
  { purpose, onlyBehind }: Pick<SubmissionForm, 'purpose' | 'onlyBehind'>,
  today: Temporal.PlainDate,
): boolean => {
  if (measure.dataLagQuarters === 0) return false;
  // A correction is about what is on record; what is not may come with it.
  if (purpose === 'correct' || purpose === 'ask_correction') return true;
  return !onlyBehind && !isAfter(today, figureDue(measure, quarter));
};

const compareDays = Temporal.PlainDate.compare;

/** Late means after the due date; the due date itself is in time to its last minute. */
export const isAfter = (today: Temporal.PlainDate, due: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(today, due) > 0;
