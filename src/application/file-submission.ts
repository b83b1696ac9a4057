import { printQuarter } from '../domain/calendar/calendar.ts';
import { ok, type Result } from '../domain/result.ts';
import { attestationFor } from '../domain/wording/attestation.ts';
import { printAnswer } from '../domain/wording/print-answer.ts';
import { personAsActor } from './actors.ts';
import { changedFigures } from './check-entries.ts';
import { followFiling } from './digest-posts.ts';
import { afterFiling } from './draft.ts';
import type { Caller, SubmissionKey } from './open-return.ts';
import type { NewFiling, StoredFiling } from './ports.ts';
import type { ReadEntries } from './read-entries.ts';
import { type Confirmation, type FilingRefusal, readyToFile } from './ready-to-file.ts';
import { openSubmissionForm, type SubmissionForm } from './submission-form.ts';
import { tellOfAnswer, tellOfFiling, tellOfQuestions } from './tell-of-filing.ts';

export type Filed =
  | { readonly kind: 'filed'; readonly filing: StoredFiling }
  /** What was to be filed is on record already; nothing was written. */
  | { readonly kind: 'unchanged'; readonly filing: StoredFiling };

/** What filing a form of this kind is for; asking for a correction files nothing yet. */
export type FilingPurpose = Exclude<SubmissionForm['purpose'], 'ask_correction'>;

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
  purpose: FilingPurpose = 'file',
): Result<Filed, FilingRefusal> => {
  const { store, clock, person } = caller;
  return store.transaction(() => {
    const opened = openSubmissionForm(caller, key, purpose);
    if (!opened.ok) return opened;
    const form = opened.value;
    const ready = readyToFile(caller, form, confirmation);
    if (!ready.ok) return ready;
    const { entries, figures, answered, particulars } = ready.value;

    const now = clock.now();
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
      reason: particulars.reason,
      onBehalf: particulars.onBehalf,
      attestation: attestationFor(purpose),
      state: stateAfter(form),
      figures,
    });
    store.recordQuestions(filing.id, answered);
    clearDraft(caller, form);
    store.audit({
      at: now,
      actor: personAsActor(person),
      action: purpose,
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
    tellOfFiling(caller, form, filing, now);
    const told = tellOfAnswer(caller, form, filing, now);
    if (answered.length > 0) tellOfQuestions(caller, form, filing, { now, told });
    const { stored, project } = form;
    const changed = form.measures
      .filter(({ measure }) => figures.some(({ ref }) => ref === measure.ref))
      .map(({ measure, current }) => ({ measure, before: current }));
    followFiling(caller, stored, { project, quarter: key.quarter, filing, changed });
    return ok({ kind: 'filed', filing });
  });
};

/**
 * A correction leaves the return where it was: what was accepted stays accepted, and what was sent back
 * still waits for its agency.
 */
export const stateAfter = ({ purpose, submission }: SubmissionForm): NewFiling['state'] => {
  const state = submission?.state ?? 'submitted';
  return purpose === 'correct' && state !== 'draft' ? state : 'submitted';
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
  if (submission === null || filing === null || submission.state === 'sent_back') return null;
  const isSame =
    filing.additionalInformation === entries.additionalInformation &&
    changedFigures(form, entries).length === 0;
  return isSame ? filing : null;
};

/** What colleagues typed and have not settled yet stays for them. */
export const clearDraft = (
  { store, clock }: Caller,
  { key, draft, person }: SubmissionForm,
): void => {
  const { programmeId, projectNumber, quarter } = key;
  const left = draft === null ? null : afterFiling(draft, person.id);
  if (left === null) store.discardDraft(programmeId, projectNumber, quarter);
  else store.saveDraft(programmeId, projectNumber, quarter, left, clock.now());
};
