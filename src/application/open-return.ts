import type { Temporal } from 'temporal-polyfill';
import { dayIn, printDay, printYear, type Quarter } from '../domain/calendar/calendar.ts';
import type { Project } from '../domain/measure.ts';
import { openingOf } from '../domain/obligations.ts';
import { ok, type Result, refused, unreachable } from '../domain/result.ts';
import {
  type Move,
  type MoveRefusal,
  outcomeOfMove,
  type SubmissionMoment,
  type SubmissionRole,
} from '../domain/submission/life.ts';
import { lockedRefs } from './acceptance.ts';
import type { Refusal } from './faults.ts';
import { fileableBehind } from './figures-behind.ts';
import { rolesIn } from './policy.ts';
import type { Clock, Person, Store, StoredProgramme, StoredSubmission } from './ports.ts';

/** Which return is meant. It comes from a button or a form, so every part of it is checked again. */
export interface SubmissionKey {
  readonly programmeId: number;
  readonly projectNumber: number;
  readonly quarter: Quarter;
}

export interface Caller {
  readonly store: Store;
  readonly clock: Clock;
  readonly person: Person;
}

/** A return as it stands before somebody who may make a move on it. */
export interface OpenReturn {
  readonly key: SubmissionKey;
  readonly stored: StoredProgramme;
  readonly project: Project;
  readonly submission: StoredSubmission | null;
  readonly moment: SubmissionMoment;
  readonly roles: readonly SubmissionRole[];
  readonly today: Temporal.PlainDate;
}

/** Finds a return and asks whether this person may make this move on it now. */
export const openReturn = (
  { store, clock, person }: Caller,
  key: SubmissionKey,
  move: Move,
): Result<OpenReturn, Refusal> => {
  const { programmeId, projectNumber, quarter } = key;
  const stored = store.programmes().find((candidate) => candidate.id === programmeId);
  const project = stored?.programme.projects.find(
    (candidate) => candidate.number === projectNumber,
  );
  if (stored === undefined || project === undefined) {
    return refused({ kind: 'unknown_project', projectNumber });
  }
  const today = dayIn(clock.now());
  const handovers = store.handovers(programmeId);
  const roles = rolesIn({ programme: stored.programme, project, handovers }, person, today);
  const submission = store.submission(programmeId, projectNumber, quarter);
  const moment = {
    ...momentOf(submission, quarter, today),
    partlyLocked: isPartlyLocked(store, key, submission),
    behind: fileableBehind(store, project, key, today).length > 0,
  };
  const outcome = outcomeOfMove(move, roles, moment);
  // Whose return it is is said first: nobody else is told what stands in it.
  if (outcome === 'wrong_role') return refused(wrongRole(move, project));
  const { year } = stored.programme;
  // A programme's figures are of its own year; another year's quarter may well be open today.
  if (quarter.year !== year) {
    return refused({ kind: 'no_programme_for_quarter', quarter, years: [printYear(year)] });
  }
  if (outcome !== 'allowed') return refused(refusalFor(outcome, key, today));
  return ok({ key, stored, project, submission, moment, roles, today });
};

/** Whether a return that is still open holds figures that its agency can no longer change itself. */
const isPartlyLocked = (
  store: Store,
  key: SubmissionKey,
  submission: StoredSubmission | null,
): boolean =>
  (submission?.state === 'submitted' || submission?.state === 'sent_back') &&
  lockedRefs(store, key).size > 0;

/** Where a return stands on this day. */
const momentOf = (
  submission: StoredSubmission | null,
  quarter: Quarter,
  today: Temporal.PlainDate,
): Pick<SubmissionMoment, 'state' | 'past'> => {
  const opening = openingOf(quarter, today);
  if (opening.kind === 'not_yet') return { state: 'not_due', past: false };
  return { state: submission?.state ?? 'due', past: opening.kind === 'closed' };
};

const wrongRole = (move: Move, { agency, number }: Project): Refusal => {
  switch (move) {
    case 'file':
    case 'ask_correction':
    case 'take_back_correction':
    case 'comment':
    case 'confirm_final':
      return { kind: 'not_a_lead', agency, projectNumber: number };
    case 'file_on_behalf':
    case 'accept':
    case 'send_back':
    case 'decide_correction':
    case 'correct':
    case 'purge':
      return { kind: 'not_a_coordinator' };
    default:
      return unreachable(move);
  }
};

const refusalFor = (
  outcome: Exclude<MoveRefusal, 'wrong_role'>,
  { quarter, projectNumber }: SubmissionKey,
  today: Temporal.PlainDate,
): Refusal => {
  switch (outcome) {
    case 'not_open_yet': {
      const opening = openingOf(quarter, today);
      const opens = opening.kind === 'not_yet' ? printDay(opening.opens) : printDay(today);
      return { kind: 'quarter_not_open', quarter, opens };
    }
    case 'quarter_past':
      return { kind: 'quarter_closed', quarter };
    case 'accepted':
      return { kind: 'return_accepted', quarter, projectNumber };
    case 'published':
      return { kind: 'return_published', quarter, projectNumber };
    case 'still_open':
      return { kind: 'still_open', quarter, projectNumber };
    case 'nothing_filed':
      return { kind: 'nothing_filed', quarter, projectNumber };
    case 'already_accepted':
      return { kind: 'already_accepted', quarter, projectNumber };
    default:
      return unreachable(outcome);
  }
};
