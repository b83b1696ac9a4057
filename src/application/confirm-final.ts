import { printQuarter } from '../domain/calendar/calendar.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import { printAnswer } from '../domain/wording/print-answer.ts';
import { personAsActor } from './actors.ts';
import { followFiling } from './digest-posts.ts';
import type { Refusal } from './faults.ts';
import { type Caller, openReturn, type SubmissionKey } from './open-return.ts';

/**
 * Says that a provisional figure is final as it stands: a revision of its own, with the number it had.
 * The return stays in the state it was in. `revision` is the figure's that was asked about. Saying it
 * twice changes nothing.
 */
export const confirmFinal = (
  caller: Caller,
  key: SubmissionKey,
  { ref, revision }: { readonly ref: string; readonly revision: number },
): Result<{ readonly kind: 'final' }, Refusal> =>
  caller.store.transaction(() => {
    const { store, clock, person } = caller;
    const opened = openReturn(caller, key, 'confirm_final');
    if (!opened.ok) return opened;
    const { stored, project, submission } = opened.value;
    const filing = submission?.filing ?? null;
    const measure = project.measures.find((each) => each.ref === ref);
    const [before] = store.figures(key.programmeId, ref, key.quarter, key.quarter);
    if (submission === null || filing === null || measure === undefined || before === undefined) {
      return refused({ kind: 'nothing_filed', ...key });
    }
    if (!before.provisional) return ok({ kind: 'final' });
    if (before.revision !== revision) return refused({ kind: 'filed_since', ...key });
    const at = clock.now();
    const by = personAsActor(person);
    const { state } = submission;
    const filed = store.file({
      ...key,
      filedBy: by,
      filedAt: at,
      late: filing.late,
      additionalInformation: filing.additionalInformation,
      reason: null,
      onBehalf: null,
      attestation: null,
      // A return that was sent back still waits for its agency.
      state: state === 'draft' ? 'submitted' : state,
      figures: [{ ref, figure: { ...before, provisional: false, awaited: null } }],
    });
    store.recordReview(filed.id, [{ kind: 'confirmed_final', ref, comment: null, by, at }]);
    store.audit({
      at,
      actor: by,
      action: 'confirm_final',
      subject: `${stored.programme.title}, project ${key.projectNumber}, ${printQuarter(key.quarter)}`,
      detail: { filing: filed.id, figures: [`${ref}: ${printAnswer(before.answer)}`] },
    });
    followFiling(caller, stored, {
      project,
      quarter: key.quarter,
      filing: filed,
      changed: [{ measure, before }],
    });
    return ok({ kind: 'final' });
  });
