import type { Temporal } from 'temporal-polyfill';
import { printQuarter } from '../domain/calendar/calendar.ts';
import type { FiledFigure } from '../domain/figure.ts';
import type { Assessment } from '../domain/judging/assessment.ts';
import { judge } from '../domain/judging/judge.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import { printAnswer } from '../domain/wording/print-answer.ts';
import { type AskedQuestion, answersTo, askedAbout, changedFigures } from './check-entries.ts';
import { followFiling } from './digest-posts.ts';
import { afterFiling, type Contested, changedByOthersSince } from './draft.ts';
import type { Refusal } from './faults.ts';
import type { Caller, SubmissionKey } from './open-return.ts';
import { isNamed } from './policy.ts';
import type { Actor, AnsweredQuestion, Person, StoredFiling } from './ports.ts';
import { type FieldFault, type ReadEntries, readEntries } from './read-entries.ts';
import { startingValues } from './starting-values.ts';
import { openSubmissionForm, type SubmissionForm } from './submission-form.ts';

const personAsActor = (person: Person): Actor => ({
  kind: 'person',
  key: person.id,
  name: person.name,
});

/** What the figures will be judged as if they are filed as they stand. */
export const previewJudgements = (
  { store }: Pick<Caller, 'store'>,
  form: SubmissionForm,
  entries: ReadEntries,
): readonly Assessment[] =>
  form.measures.flatMap(({ measure }) => {
    const entry = entries.figures.find((candidate) => candidate.ref === measure.ref);
    if (entry === undefined) return [];
    const { quarter, programmeId } = form.key;
    const earlier = store
      .figures(programmeId, measure.ref, { year: quarter.year - 1, number: 1 }, quarter)
      .filter(
        (figure) =>
          figure.quarter.year !== quarter.year || figure.quarter.number !== quarter.number,
      );
    const filed: FiledFigure = {
      ...entry.figure,
      ref: measure.ref,
      quarter,
      revision: 1,
      late: form.late,
    };
    return [
      judge({
        measure,
        quarter,
        figures: [...earlier, filed],
        programmeTolerance: form.stored.programme.tolerance,
      }),
    ];
  });

export type Filed =
  | { readonly kind: 'filed'; readonly filing: StoredFiling }
  /** What was to be filed is on record already; nothing was written. */
  | { readonly kind: 'unchanged'; readonly filing: StoredFiling };

export type FilingRefusal =
  | Refusal
  /** Colleagues have entered these since the person was shown what is to be filed. */
  | { readonly kind: 'entered_since'; readonly fields: readonly Contested[] }
  | { readonly kind: 'entries'; readonly faults: readonly FieldFault[] }
  /** Something is asked that they have not seen, or seen and neither answered nor confirmed. */
  | {
      readonly kind: 'questions';
      readonly because: 'not_seen' | 'not_confirmed';
      /** The measures whose questions are open. */
      readonly refs: readonly string[];
    };

/** What a person says of the questions in front of them by pressing File. */
export interface Confirmation {
  /** Whether these are the questions that stood before them. */
  readonly saw: (asked: readonly AskedQuestion[]) => boolean;
  /** The version of the draft that stood before them. */
  readonly seen: number;
  /** They ticked that everything is right as it stands. */
  readonly ticked: boolean;
}

/**
 * Files what this person drafted for one return: every field is read again, the figures that are new
 * or changed become revisions, and the receipt and the digest's posts are queued, all in the caller's
 * one transaction. Figures already on record stay as they are, and where nothing changed nothing is
 * filed and nobody is written to. What is asked about them must have been seen and answered first.
 */
export const fileSubmission = (
  caller: Caller,
  key: SubmissionKey,
  confirmation: Confirmation,
): Result<Filed, FilingRefusal> => {
  const { store, clock, person } = caller;
  return store.transaction(() => {
    const opened = openSubmissionForm(caller, key);
    if (!opened.ok) return opened;
    const form = opened.value;
    if (form.draft === null) return refused({ kind: 'stale_form' });
    const since = changedByOthersSince(form.draft, person.id, confirmation.seen);
    if (since.length > 0) return refused({ kind: 'entered_since', fields: since });
    const typed = startingValues(form);
    const entries = readEntries(form, form.measures, typed);
    if (entries.faults.length > 0) return refused({ kind: 'entries', faults: entries.faults });
    const asked = askedAbout(caller, form, entries, previewJudgements(caller, form, entries));
    const answered = answersTo(asked, typed);
    const open = openQuestions(asked, answered, confirmation);
    if (open !== null) return refused(open);

    const now = clock.now();
    const figures = changedFigures(form, entries);
    const standing = standingFiling(form, entries);
    if (standing !== null) {
      clearDraft(caller, form);
      return ok({ kind: 'unchanged', filing: standing });
    }
    const filing = store.file({
      ...key,
      filedBy: personAsActor(person),
      filedAt: now,
      late: form.late,
      additionalInformation: entries.additionalInformation,
      reason: null,
      onBehalf: null,
      attestation: null,
      state: 'submitted',
      figures,
    });
    store.recordQuestions(filing.id, answered);
    clearDraft(caller, form);
    store.audit({
      at: now,
      actor: personAsActor(person),
      action: 'file',
      subject: `${form.stored.programme.title}, project ${key.projectNumber}, ${printQuarter(key.quarter)}`,
      detail: {
        filing: filing.id,
        revision: filing.revision,
        // The values themselves, so that the chain shows whether a figure on record was altered since.
        figures: figures.map(({ ref, figure }) => `${ref}: ${printAnswer(figure.answer)}`),
        ...(answered.length === 0
          ? {}
          : { confirmed: answered.map(({ ref, code }) => `${ref}: ${code}`) }),
      },
    });
    queueReceipt(caller, key, filing, now);
    if (answered.length > 0) tellCoordinators(caller, form, filing, now);
    const { stored, project } = form;
    const changed = form.measures
      .filter(({ measure }) => figures.some(({ ref }) => ref === measure.ref))
      .map(({ measure, current }) => ({ measure, before: current }));
    followFiling(caller, stored, { project, quarter: key.quarter, filing, changed });
    return ok({ kind: 'filed', filing });
  });
};

/**
 * The filing on record where it says all that these entries say, so that filing them adds nothing. A
 * return that was sent back is filed again even unchanged: that is its answer.
 */
export const standingFiling = (
  form: SubmissionForm,
  entries: Pick<ReadEntries, 'figures' | 'additionalInformation'>,
): StoredFiling | null => {
  const { submission } = form;
  const filing = submission?.filing ?? null;
  if (submission?.state !== 'submitted' || filing === null) return null;
  const isSame =
    filing.additionalInformation === entries.additionalInformation &&
    changedFigures(form, entries).length === 0;
  return isSame ? filing : null;
};

/** Null where every question was in front of them and is answered, by a reason each or by the tick. */
const openQuestions = (
  asked: readonly AskedQuestion[],
  answered: readonly AnsweredQuestion[],
  { saw, ticked }: Confirmation,
): Extract<FilingRefusal, { kind: 'questions' }> | null => {
  if (asked.length === 0) return null;
  const refs = (each: readonly { readonly ref: string }[]) => [
    ...new Set(each.map(({ ref }) => ref)),
  ];
  if (!saw(asked)) return { kind: 'questions', because: 'not_seen', refs: refs(asked) };
  const open = refs(answered.filter(({ said }) => said === null));
  return ticked || open.length === 0
    ? null
    : { kind: 'questions', because: 'not_confirmed', refs: open };
};

/** What colleagues typed and have not settled yet stays for them. */
const clearDraft = ({ store, clock }: Caller, { key, draft, person }: SubmissionForm): void => {
  const { programmeId, projectNumber, quarter } = key;
  const left = draft === null ? null : afterFiling(draft, person.id);
  if (left === null) store.discardDraft(programmeId, projectNumber, quarter);
  else store.saveDraft(programmeId, projectNumber, quarter, left, clock.now());
};

const queueReceipt = (
  { store, person }: Caller,
  key: SubmissionKey,
  filing: StoredFiling,
  now: Temporal.Instant,
): void => {
  store.enqueue({
    kind: 'receipt',
    key: `filing/${filing.id}`,
    target: { kind: 'person', person: person.id },
    payload: {
      programmeId: key.programmeId,
      projectNumber: key.projectNumber,
      quarter: { ...key.quarter },
      revision: filing.revision,
    },
    parentId: null,
    dueAt: now,
  });
};

/** One message a coordinator for a filing about which something was asked; nobody is told what they said themselves. */
const tellCoordinators = (
  { store, person }: Caller,
  { key, stored }: SubmissionForm,
  filing: StoredFiling,
  now: Temporal.Instant,
): void => {
  for (const coordinator of stored.programme.coordinators) {
    if (isNamed(coordinator, person)) continue;
    store.enqueue({
      kind: 'questions',
      key: `filing/${filing.id}/${coordinator.toLowerCase()}`,
      target: { kind: 'person', person: coordinator },
      payload: {
        programmeId: key.programmeId,
        projectNumber: key.projectNumber,
        quarter: { ...key.quarter },
        filing: filing.id,
        revision: filing.revision,
      },
      parentId: null,
      dueAt: now,
    });
  }
};
