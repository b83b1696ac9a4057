import { dayIn, printDay, printQuarter } from '../domain/calendar/calendar.ts';
import type { Assessment } from '../domain/judging/assessment.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import { figureChange } from '../domain/wording/figure-change.ts';
import { printAnswer } from '../domain/wording/print-answer.ts';
import { personAsActor } from './actors.ts';
import { changedFigures } from './check-entries.ts';
import { followFiling } from './digest-posts.ts';
import type { Refusal } from './faults.ts';
import { stateAfter } from './file-submission.ts';
import { laterEffects } from './later-effects.ts';
import { type Caller, openReturn, type SubmissionKey } from './open-return.ts';
import type { StoredFiling } from './ports.ts';
import { previewJudgements } from './preview-judgements.ts';
import { type ReadEntries, readEntries } from './read-entries.ts';
import { recordedValues } from './starting-values.ts';
import { openSubmissionForm, type SubmissionForm } from './submission-form.ts';
import type { Correction } from './submission-record.ts';
import { tellOfDecision } from './tell-of-correction.ts';

/** A correction before somebody, as it would change the record now. */
export interface OpenCorrection {
  readonly correction: Correction;
  readonly form: SubmissionForm;
  readonly entries: ReadEntries;
  readonly assessments: readonly Assessment[];
  /** `2.4: 17% becomes 19%`, one for each figure it would change. */
  readonly changes: readonly string[];
  /** What later quarters become by it. */
  readonly effects: readonly string[];
  /** The revision of the return it was read against. */
  readonly revision: number;
}

export const keyOfCorrection = ({
  programmeId,
  projectNumber,
  quarter,
}: Correction): SubmissionKey => ({ programmeId, projectNumber, quarter });

/** Reads a correction against the record as it is now, where this person may decide on it. */
export const openCorrection = (caller: Caller, id: number): Result<OpenCorrection, Refusal> => {
  const correction = caller.store.correction(id);
  if (correction === null) return refused({ kind: 'unknown_correction' });
  const key = keyOfCorrection(correction);
  const may = openReturn(caller, key, 'decide_correction');
  if (!may.ok) return may;
  if (correction.decided !== null) return refused(decidedAlready(correction.decided));
  return readCorrection(caller, correction, 'correct');
};

/** What a correction would change now, as a form of this kind reads it for whoever may open one. */
export const readCorrection = (
  caller: Caller,
  correction: Correction,
  purpose: 'correct' | 'ask_correction',
): Result<OpenCorrection, Refusal> => {
  const opened = openSubmissionForm(caller, keyOfCorrection(correction), purpose);
  if (!opened.ok) return opened;
  const form = { ...opened.value, draft: null };
  const entries = readEntries(form, form.measures, {
    ...recordedValues(form),
    ...correction.content,
  });
  const changes = changedFigures(form, entries).flatMap(({ ref, figure }) => {
    const question = form.measures.find(({ measure }) => measure.ref === ref);
    const change =
      question === undefined ? null : figureChange(question.measure, question.current, figure);
    return change === null ? [] : [change];
  });
  const information =
    entries.additionalInformation === (form.submission?.filing?.additionalInformation ?? null)
      ? []
      : ['The additional information changes'];
  return ok({
    correction,
    form,
    entries,
    assessments: previewJudgements(caller, form, entries),
    changes: [...changes, ...information],
    effects: laterEffects(caller, form, entries),
    revision: form.submission?.filing?.revision ?? 0,
  });
};

/** Why nothing more becomes of it. */
export const decidedAlready = ({
  decision,
  by,
  at,
}: NonNullable<Correction['decided']>): Refusal => ({
  kind: 'correction_decided',
  decision,
  by: by.name,
  on: printDay(dayIn(at)),
});

export interface Decision {
  readonly id: number;
  readonly decision: 'approved' | 'declined';
  /** What whoever asked is told; needed to decline. */
  readonly comment: string | null;
  /** The revision of the return that stood before the coordinator. */
  readonly revision: number;
}

export type Decided =
  | { readonly kind: 'approved'; readonly filing: StoredFiling }
  | { readonly kind: 'declined' };

/**
 * Decides on a correction, once. Approved, it becomes a revision under the name of who asked for it,
 * with its reason; the return stays accepted or published as it was.
 */
export const decideCorrection = (
  caller: Caller,
  { id, decision, comment, revision }: Decision,
): Result<Decided, Refusal> =>
  caller.store.transaction(() => {
    const { store, clock, person } = caller;
    const opened = openCorrection(caller, id);
    if (!opened.ok) return opened;
    const { correction, form, entries } = opened.value;
    if (opened.value.revision !== revision) return refused({ kind: 'correction_changed' });
    const [fault] = entries.faults;
    if (decision === 'approved' && fault !== undefined) {
      return refused({ kind: 'correction_unreadable', sentence: fault.sentence });
    }
    const at = clock.now();
    const by = personAsActor(person);
    store.decideCorrection(id, { decision, by, at, comment });
    const filing = decision === 'approved' ? fileCorrection(caller, opened.value) : null;
    store.recordReview(filing?.id ?? correction.filingId, [
      { kind: `correction_${decision}`, ref: null, comment, by, at },
    ]);
    const { stored, project } = form;
    store.audit({
      at,
      actor: by,
      action: `correction_${decision}`,
      subject: `${stored.programme.title}, project ${project.number}, ${printQuarter(form.key.quarter)}`,
      detail: {
        correction: id,
        ...(filing === null ? {} : { filing: filing.id, revision: filing.revision }),
        figures: changedFigures(form, entries).map(
          ({ ref, figure }) => `${ref}: ${printAnswer(figure.answer)}`,
        ),
      },
    });
    tellOfDecision(caller, correction);
    return ok(filing === null ? { kind: 'declined' } : { kind: 'approved', filing });
  });

const fileCorrection = (caller: Caller, { correction, form, entries }: OpenCorrection) => {
  const { store, clock } = caller;
  const figures = changedFigures(form, entries);
  const filing = store.file({
    ...form.key,
    filedBy: correction.askedBy,
    filedAt: clock.now(),
    late: form.late,
    additionalInformation: entries.additionalInformation,
    reason: correction.reason,
    onBehalf: null,
    attestation: null,
    state: stateAfter(form),
    figures,
  });
  const changed = form.measures
    .filter(({ measure }) => figures.some(({ ref }) => ref === measure.ref))
    .map(({ measure, current }) => ({ measure, before: current }));
  const { project, stored, key } = form;
  followFiling(caller, stored, { project, quarter: key.quarter, filing, changed });
  return filing;
};
