import { Temporal } from 'temporal-polyfill';
import { dayIn, opensOn, printDay, type Quarter, ZONE } from '../domain/calendar/calendar.ts';
import { dueDate, nextWorkingDay } from '../domain/calendar/working-days.ts';
import { openingOf, owingQuarters } from '../domain/obligations.ts';
import { type Assignment, assignmentsIn, identityOf, isOfLead } from './answerers.ts';
import { openQuarterOf } from './open-quarter.ts';
import { openingKey, standInKey } from './opening-key.ts';
import type { Clock, Store, StoredProgramme } from './ports.ts';
import { quarterKey } from './quarter-key.ts';
import { isAfter } from './submission-form.ts';
import type { Handover } from './submission-record.ts';

const OPENING_JOB = 'reminder:opening';
/** A closed quarter of which every opening message was queued or recorded as left out. */
const SETTLED_JOB = 'reminder:opening_settled';

// Working hours begin at nine; nobody is written to at midnight because a quarter ended.
const OPENING_HOUR = 9;

/** Nine o'clock in London on the first working day from this one on. */
export const workingMorning = (day: Temporal.PlainDate): Temporal.Instant =>
  nextWorkingDay(day)
    .toZonedDateTime({ timeZone: ZONE, plainTime: Temporal.PlainTime.from({ hour: OPENING_HOUR }) })
    .toInstant();

/** When a quarter's opening message goes out: nine o'clock on the first working day after it ends. */
const openingMessageAt = (quarter: Quarter): Temporal.Instant => workingMorning(opensOn(quarter));

interface Edge {
  readonly store: Store;
  readonly clock: Clock;
}

/**
 * Queues the opening message of each quarter that has ended: one for each person who is to be told,
 * once, whatever restarts; a lead who comes back while the quarter is open has it on their first day
 * back. Missed hours are caught up until the due date; after that the message would be wrong to all
 * others, and the ledger records why it was left out. A quarter that has closed is gone through once
 * more and then left alone: years of them would otherwise be read again every minute.
 */
export const remindLeads = ({ store, clock }: Edge): void => {
  const now = clock.now();
  const today = dayIn(now);
  for (const stored of store.programmes()) {
    for (const quarter of owingQuarters(stored.programme, today)) {
      if (openingOf(quarter, today).kind === 'closed') {
        settle(store, stored, quarter, now);
        continue;
      }
      if (Temporal.Instant.compare(now, openingMessageAt(quarter)) < 0) continue;
      const waiting = duties(store, stored, quarter, today).filter(
        ({ key, from }) =>
          Temporal.Instant.compare(now, from) >= 0 && !store.jobDone(OPENING_JOB, key),
      );
      // Whoever was away has had no chance to see it before, and what is late can still be filed.
      const tooLate = ({ isBack }: Duty): boolean => isAfter(today, dueDate(quarter)) && !isBack;
      const inTime = waiting.filter((duty) => !tooLate(duty));
      if (waiting.length === 0) continue;
      store.transaction(() => {
        leaveOut(store, quarter, waiting.filter(tooLate), now);
        if (inTime.length > 0) queueOpenings(store, { stored, quarter, duties: inTime, now });
      });
    }
  }
};

const settle = (
  store: Store,
  stored: StoredProgramme,
  quarter: Quarter,
  now: Temporal.Instant,
): void => {
  const key = quarterKey(stored.id, quarter);
  if (store.jobDone(SETTLED_JOB, key)) return;
  store.transaction(() => {
    leaveOut(store, quarter, duties(store, stored, quarter, dayIn(now)), now);
    store.recordJob({ kind: SETTLED_JOB, key, at: now, outcome: 'done', reason: null });
  });
};

/** Records of each that has not been queued why it never will be. */
const leaveOut = (
  store: Store,
  quarter: Quarter,
  late: readonly Duty[],
  at: Temporal.Instant,
): void => {
  const reason = `Figures were due on ${printDay(dueDate(quarter))}, before the message could be sent.`;
  for (const { key } of late) {
    store.recordJob({ kind: OPENING_JOB, key, at, outcome: 'skipped', reason });
  }
};

/** An assignment with the name under which the ledger keeps it, and when it is told at the earliest. */
interface Duty extends Assignment {
  readonly key: string;
  readonly from: Temporal.Instant;
  /** Whether it is theirs again after an absence. */
  readonly isBack: boolean;
}

const duties = (
  store: Store,
  stored: StoredProgramme,
  quarter: Quarter,
  today: Temporal.PlainDate,
): readonly Duty[] => {
  const handovers = store.handovers(stored.id);
  const opens = openingMessageAt(quarter);
  return assignmentsIn(store, stored, quarter, today).map((assignment) => {
    const { person, handover } = assignment;
    const base = openingKey(stored, quarter, person);
    if (handover !== null) {
      return { ...assignment, key: standInKey(base, handover), from: opens, isBack: false };
    }
    const absence = lastAbsence(handovers, person, quarter, today);
    if (absence === null) return { ...assignment, key: base, from: opens, isBack: false };
    return {
      ...assignment,
      key: `${base}/back-${absence}`,
      from: workingMorning(absence.add({ days: 1 })),
      isBack: true,
    };
  });
};

/** The last day of this lead's latest absence that is over and kept them from the message, or away after it. */
const lastAbsence = (
  handovers: readonly Handover[],
  lead: string,
  quarter: Quarter,
  today: Temporal.PlainDate,
): Temporal.PlainDate | null =>
  handovers
    .filter((each) => each.reason === 'away' && isOfLead(each, lead))
    .flatMap(({ until }) => (until !== null && isAfter(today, until) ? [until] : []))
    .filter((until) => !isAfter(dayIn(openingMessageAt(quarter)), until))
    .toSorted(Temporal.PlainDate.compare)
    .at(-1) ?? null;

/** One message a person, however many projects it is about and in whose place. */
const queueOpenings = (
  store: Store,
  {
    stored,
    quarter,
    duties: waiting,
    now,
  }: {
    readonly stored: StoredProgramme;
    readonly quarter: Quarter;
    readonly duties: readonly Duty[];
    readonly now: Temporal.Instant;
  },
): void => {
  const taken = waiting.filter(({ key }) => recordDone(store, key, now));
  for (const mine of Map.groupBy(taken, ({ person }) => identityOf(store, person)).values()) {
    const [first] = mine;
    if (first === undefined) continue;
    store.enqueue({
      kind: 'opening',
      key: first.key,
      target: { kind: 'person', person: first.person },
      payload: {
        programmeId: stored.id,
        quarter: { ...quarter },
        lead: first.person,
        key: first.key,
        own: mine.some(({ handover }) => handover === null),
        handovers: mine.flatMap(({ handover }) => (handover === null ? [] : [handover.id])),
      },
      parentId: null,
      dueAt: now,
    });
  }
};

const recordDone = (store: Store, key: string, at: Temporal.Instant): boolean =>
  store.recordJob({ kind: OPENING_JOB, key, at, outcome: 'done', reason: null });

/**
 * Tells those who take a lead's place at once what is owed, whatever the hour: they were just named.
 * Coordinators are not written to here: what tells them of the hand-over says it too. Answers whom a
 * message goes to.
 */
export const tellStandIns = (
  { store, clock }: Edge,
  stored: StoredProgramme,
  handover: Handover,
): readonly string[] => {
  const now = clock.now();
  const today = dayIn(now);
  const quarter = openQuarterOf(stored, today);
  if (quarter === null) return [];
  const theirs = duties(store, stored, quarter, today).filter(
    (duty) => duty.handover?.id === handover.id,
  );
  for (const { as, key } of theirs) if (as === 'coordinator') recordDone(store, key, now);
  const told = theirs.filter(({ as }) => as !== 'coordinator');
  queueOpenings(store, { stored, quarter, duties: told, now });
  return told.map(({ person }) => person);
};
