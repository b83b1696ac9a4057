import { printQuarter } from '../domain/calendar/calendar.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import { personAsActor } from './actors.ts';
import type { Refusal } from './faults.ts';
import { type Caller, openReturn, type SubmissionKey } from './open-return.ts';
import { redrawReceipts } from './redraw-receipts.ts';
import {
  cleanRefs,
  openReview,
  type ReviewedMeasure,
  type ReviewedReturn,
} from './review-return.ts';
import type { ReviewKind } from './submission-record.ts';
import { tellAgency } from './tell-agency.ts';

/** What lay before a coordinator when they decided. */
export interface Seen {
  /** The revision of the return; a newer one must be looked at first. */
  readonly revision: number;
  /** The last entry of the review; 0 for none. What another coordinator decided since must be seen too. */
  readonly entry: number;
}

/** Accepts these measures of a return as they stand; with the last of them the whole return is accepted and locked. */
export const acceptFigures = (
  caller: Caller,
  key: SubmissionKey,
  accepting: { readonly refs: readonly string[] | 'all'; readonly seen: Seen },
): Result<ReviewedReturn, Refusal> =>
  caller.store.transaction(() => {
    const { store, clock, person } = caller;
    const opened = openReview(caller, key);
    if (!opened.ok) return opened;
    const { filing, measures, stored, submission } = opened.value;
    const { refs, seen } = accepting;
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
    const since = decidedSince(caller, opened.value, seen, ['sent_back']);
    if (since !== null) return refused(since);
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
    if (after.value.measures.every(isSettled)) {
      store.setState(submission.id, 'accepted');
      tellAgency(caller, after.value, { kind: 'accepted', at });
      redrawReceipts(caller, after.value);
    }
    return openReview(caller, key);
  });

/** Accepted, or a figure that comes behind and is overdue: it is reviewed when it comes. */
const isSettled = ({ verdict, standing: { assessment } }: ReviewedMeasure): boolean =>
  verdict?.kind === 'accepted' ||
  (assessment.figure === null && assessment.measure.dataLagQuarters > 0);

/** What has happened to a return since it was drawn, so that its coordinator must look again; null for nothing. */
const decidedSince = (
  { person }: Caller,
  { key, filing, entries }: ReviewedReturn,
  seen: Seen,
  against: readonly ReviewKind[],
): Refusal | null => {
  if (filing.revision !== seen.revision) return { kind: 'filed_since', ...key };
  const other = entries.find(
    ({ id, kind, by }) =>
      id > seen.entry && against.includes(kind) && !(by.kind === 'person' && by.key === person.id),
  );
  return other === undefined ? null : { kind: 'decided_since', by: other.by.name, ...key };
};

/** What lies before a coordinator as a return is on record now. */
export const seenOf = ({ filing, entries }: ReviewedReturn): Seen => ({
  revision: filing.revision,
  entry: entries.at(-1)?.id ?? 0,
});

/** Accepts every clean figure of these returns, of those that wait; answers how many there were. */
export const acceptClean = (caller: Caller, keys: readonly SubmissionKey[]): number =>
  caller.store.transaction(() => {
    let accepted = 0;
    for (const key of keys) {
      const opened = openReview(caller, key);
      if (!opened.ok || opened.value.moment.state !== 'submitted') continue;
      const refs = cleanRefs(opened.value.measures);
      const seen = seenOf(opened.value);
      if (refs.length > 0 && acceptFigures(caller, key, { refs, seen }).ok) accepted += refs.length;
    }
    return accepted;
  });

/** What a coordinator asks to be looked at again: of one measure, or with a null reference of the return. */
export interface SendingBack {
  readonly comments: readonly { readonly ref: string | null; readonly comment: string }[];
  readonly seen: Seen;
}

/** Sends a return back with a comment for each measure meant, and tells its agency. */
export const sendBack = (
  caller: Caller,
  key: SubmissionKey,
  { comments, seen }: SendingBack,
): Result<ReviewedReturn, Refusal> =>
  caller.store.transaction(() => {
    const { store, clock, person } = caller;
    const opened = openReview(caller, key);
    if (!opened.ok) return opened;
    const { filing, stored, submission } = opened.value;
    const since = decidedSince(caller, opened.value, seen, ['accepted', 'sent_back']);
    if (since !== null) return refused(since);
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
    if (submission?.state === 'accepted') redrawReceipts(caller, opened.value);
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
