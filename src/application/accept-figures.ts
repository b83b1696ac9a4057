import { printQuarter } from '../domain/calendar/calendar.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import { personAsActor } from './actors.ts';
import type { Refusal } from './faults.ts';
import { type Caller, openReturn, type SubmissionKey } from './open-return.ts';
import { openReview, type ReviewedReturn } from './review-return.ts';
import { tellAgency } from './tell-agency.ts';

/**
 * Accepts these measures of a return as they stand; with the last of them the whole return is accepted
 * and locked. `revision` is the one that lay before the coordinator: a newer one must be looked at.
 */
export const acceptFigures = (
  caller: Caller,
  key: SubmissionKey,
  accepting: { readonly refs: readonly string[] | 'all'; readonly revision: number },
): Result<ReviewedReturn, Refusal> =>
  caller.store.transaction(() => {
    const { store, clock, person } = caller;
    const opened = openReview(caller, key);
    if (!opened.ok) return opened;
    const { filing, measures, stored, submission } = opened.value;
    const { refs, revision } = accepting;
    const wanted = measures.filter(
      ({ standing: { assessment }, verdict }) =>
        verdict?.kind !== 'accepted' &&
        assessment.figure !== null &&
        (refs === 'all' || refs.includes(assessment.measure.ref)),
    );
    // A press that comes twice finds nothing left to do.
    if (wanted.length === 0) return opened;
    const may = openReturn(caller, key, 'accept');
    if (!may.ok) return may;
    if (filing.revision !== revision) return refused({ kind: 'filed_since', ...key });
    const at = clock.now();
    const by = personAsActor(person);
    store.recordReview(
      filing.id,
      wanted.map(({ standing }) => ({
        kind: 'accepted',
        ref: standing.assessment.measure.ref,
        comment: null,
        by,
        at,
      })),
    );
    store.audit({
      at,
      actor: by,
      action: 'accept',
      subject: `${stored.programme.title}, project ${key.projectNumber}, ${printQuarter(key.quarter)}`,
      detail: {
        revision: filing.revision,
        measures: wanted.map(({ standing }) => standing.assessment.measure.ref),
      },
    });
    const after = openReview(caller, key);
    if (!after.ok || submission === null) return after;
    if (after.value.measures.every(({ verdict }) => verdict?.kind === 'accepted')) {
      store.setState(submission.id, 'accepted');
      tellAgency(caller, after.value, { kind: 'accepted', at });
    }
    return openReview(caller, key);
  });

/** Accepts every clean figure of these returns; answers how many there were. */
export const acceptClean = (
  caller: Caller,
  returns: readonly { readonly key: SubmissionKey; readonly revision: number }[],
): number =>
  caller.store.transaction(() => {
    let accepted = 0;
    for (const { key, revision } of returns) {
      const opened = openReview(caller, key);
      if (!opened.ok) continue;
      const refs = opened.value.measures
        .filter(({ verdict, open }) => verdict?.kind !== 'accepted' && open.length === 0)
        .map(({ standing }) => standing.assessment.measure.ref);
      if (refs.length > 0 && acceptFigures(caller, key, { refs, revision }).ok) {
        accepted += refs.length;
      }
    }
    return accepted;
  });

/** What a coordinator asks to be looked at again: of one measure, or with a null reference of the return. */
export interface SendingBack {
  readonly comments: readonly { readonly ref: string | null; readonly comment: string }[];
  readonly revision: number;
}

/** Sends a return back with a comment for each measure meant, and tells its agency. */
export const sendBack = (
  caller: Caller,
  key: SubmissionKey,
  { comments, revision }: SendingBack,
): Result<ReviewedReturn, Refusal> =>
  caller.store.transaction(() => {
    const { store, clock, person } = caller;
    const opened = openReview(caller, key);
    if (!opened.ok) return opened;
    const { filing, stored, submission } = opened.value;
    if (filing.revision !== revision) return refused({ kind: 'filed_since', ...key });
    const at = clock.now();
    const by = personAsActor(person);
    store.recordReview(
      filing.id,
      comments.map(({ ref, comment }) => ({ kind: 'sent_back', ref, comment, by, at })),
    );
    if (submission !== null) store.setState(submission.id, 'sent_back');
    store.audit({
      at,
      actor: by,
      action: 'send_back',
      subject: `${stored.programme.title}, project ${key.projectNumber}, ${printQuarter(key.quarter)}`,
      detail: { revision: filing.revision, measures: comments.map(({ ref }) => ref) },
    });
    tellAgency(caller, opened.value, { kind: 'sent_back', at });
    return openReview(caller, key);
  });

/** Adds a word to what is said about a return, and tells the other side. */
export const discuss = (
  caller: Caller,
  key: SubmissionKey,
  comment: string,
): Result<{ readonly told: 'agency' | 'coordinators' }, Refusal> =>
  caller.store.transaction(() => {
    const { store, clock, person } = caller;
    const opened = openReturn(caller, key, 'comment');
    if (!opened.ok) return opened;
    const { submission, roles } = opened.value;
    const filing = submission?.filing ?? null;
    if (filing === null) return refused({ kind: 'nothing_filed', ...key });
    const at = clock.now();
    store.recordReview(filing.id, [
      { kind: 'comment', ref: null, comment, by: personAsActor(person), at },
    ]);
    const told = roles.includes('coordinator') ? 'agency' : 'coordinators';
    tellAgency(caller, opened.value, { kind: 'commented', at, told });
    return ok({ told });
  });
