import { printQuarter } from '../domain/calendar/calendar.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import { personAsActor } from './actors.ts';
import { clearDraft, type Filed, standingFiling } from './file-submission.ts';
import type { Caller, SubmissionKey } from './open-return.ts';
import { type Confirmation, type FilingRefusal, readyToFile } from './ready-to-file.ts';
import { openSubmissionForm, type SubmissionForm } from './submission-form.ts';
import { takeBackCorrection } from './take-back-correction.ts';
import { tellOfAsking } from './tell-of-correction.ts';

/** A correction that now waits for the coordinator. */
export interface Asked {
  readonly kind: 'asked';
  readonly correction: number;
}

/**
 * Asks the coordinator for a change to what is locked: what was typed is kept as it stands with its
 * reason, and read again when they decide. Nothing on record changes. One that waits already is taken
 * back where they chose that this one takes its place; otherwise both wait.
 */
export const askCorrection = (
  caller: Caller,
  key: SubmissionKey,
  confirmation: Confirmation,
): Result<Asked | Extract<Filed, { kind: 'unchanged' }>, FilingRefusal> => {
  const { store, clock, person } = caller;
  return store.transaction(() => {
    const opened = openSubmissionForm(caller, key, 'ask_correction');
    if (!opened.ok) return opened;
    const form = opened.value;
    const { submission, stored } = form;
    const filing = submission?.filing ?? null;
    if (filing === null) return refused({ kind: 'nothing_filed', ...key });
    const ready = readyToFile(caller, form, confirmation);
    if (!ready.ok) return ready;
    const { entries, particulars, figures } = ready.value;
    const standing = standingFiling(form, entries);
    if (standing !== null) {
      clearDraft(caller, form);
      return ok({ kind: 'unchanged', filing: standing });
    }
    if (particulars.earlier === 'replace') {
      for (const { id } of form.waiting) {
        const taken = takeBackCorrection(caller, id);
        if (!taken.ok) return taken;
      }
    }
    const now = clock.now();
    const by = personAsActor(person);
    const reason = particulars.reason ?? '';
    const correction = store.askCorrection({
      filingId: filing.id,
      content: typedIn(form),
      reason,
      askedBy: by,
      askedAt: now,
    });
    store.recordReview(filing.id, [
      { kind: 'correction_asked', ref: null, comment: reason, by, at: now },
    ]);
    clearDraft(caller, form);
    store.audit({
      at: now,
      actor: by,
      action: 'ask_correction',
      subject: `${stored.programme.title}, project ${key.projectNumber}, ${printQuarter(key.quarter)}`,
      detail: { correction, figures: figures.map(({ ref }) => ref) },
    });
    tellOfAsking(caller, stored, correction);
    return ok({ kind: 'asked', correction });
  });
};

/** What was typed and differs from the record, whoever of the agency typed it. */
const typedIn = ({ draft }: SubmissionForm) =>
  Object.fromEntries(
    Object.entries(draft?.fields ?? {}).map(([field, { value }]) => [field, value]),
  );
