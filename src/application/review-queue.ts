import { dayIn, type Quarter } from '../domain/calendar/calendar.ts';
import type { Project } from '../domain/measure.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import type { Refusal } from './faults.ts';
import type { SubmissionKey } from './open-return.ts';
import { isNamed } from './policy.ts';
import type { Clock, Person, Store, StoredProgramme, StoredSubmission } from './ports.ts';
import { chooseQuarter } from './reporting-quarter.ts';
import { cleanRefs, measuresUnderReview, type ReviewedMeasure } from './review-return.ts';
import type { QuarterRequest } from './status-request.ts';
import type { Correction } from './submission-record.ts';

/** One project's return in the queue of its coordinator. */
export interface QueuedReturn {
  readonly key: SubmissionKey;
  readonly project: Project;
  /** Null while nothing was typed or filed. */
  readonly submission: StoredSubmission | null;
  readonly measures: readonly ReviewedMeasure[];
  readonly clean: readonly string[];
}

export interface ReviewQueue {
  readonly stored: StoredProgramme;
  readonly quarter: Quarter;
  readonly returns: readonly QueuedReturn[];
  /** Corrections of any quarter that wait for a decision, the oldest first. */
  readonly corrections: readonly Correction[];
}

export const isCoordinator = ({ programme }: StoredProgramme, person: Person): boolean =>
  programme.coordinators.some((key) => isNamed(key, person));

/** A quarter's returns as its coordinator has them before them; refused to everybody else. */
export const openQueue = (
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  person: Person,
  asked: QuarterRequest | null,
): Result<ReviewQueue, Refusal> => {
  const own = (stored: StoredProgramme): boolean => isCoordinator(stored, person);
  if (!store.programmes().some(own)) return refused({ kind: 'not_a_coordinator' });
  const chosen = chooseQuarter(store, dayIn(clock.now()), asked, own);
  if (!chosen.ok) return chosen;
  const { stored, quarter } = chosen.value;
  if (!own(stored)) return refused({ kind: 'not_a_coordinator' });
  return ok(queueOf(store, stored, quarter, dayIn(clock.now())));
};

export const queueOf = (
  store: Store,
  stored: StoredProgramme,
  quarter: Quarter,
  today: Temporal.PlainDate,
): ReviewQueue => ({
  stored,
  quarter,
  returns: stored.programme.projects.map((project) => {
    const key = { programmeId: stored.id, projectNumber: project.number, quarter };
    const submission = store.submission(stored.id, project.number, quarter);
    const measures =
      submission?.filing == null ? [] : measuresUnderReview(store, { key, stored, project, today });
    return { key, project, submission, measures, clean: cleanRefs(measures) };
  }),
  corrections: store.waitingCorrections(stored.id),
});

/** The latest filing in the queue, by which it can be told whether anything was filed since; 0 for none. */
export const lastFilingIn = ({ returns }: Pick<ReviewQueue, 'returns'>): number =>
  Math.max(0, ...returns.map(({ submission }) => submission?.filing?.id ?? 0));

/** Those that wait for the coordinator's word. */
export const waitingIn = ({ returns }: ReviewQueue): readonly QueuedReturn[] =>
  returns.filter(({ submission }) => submission?.state === 'submitted');
