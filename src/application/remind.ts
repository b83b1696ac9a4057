import { Temporal } from 'temporal-polyfill';
import { dayIn, opensOn, printDay, type Quarter, ZONE } from '../domain/calendar/calendar.ts';
import { dueDate, nextWorkingDay } from '../domain/calendar/working-days.ts';
import { endedQuarters, type Owed, owedBy } from '../domain/obligations.ts';
import type { Clock, Store, StoredProgramme } from './ports.ts';
import { quarterKey } from './quarter-key.ts';
import { isAfter } from './submission-form.ts';

const OPENING_JOB = 'reminder:opening';

// Working hours begin at nine; nobody is written to at midnight because a quarter ended.
const OPENING_HOUR = 9;

/** When a quarter's opening message goes out: nine o'clock on the first working day after it ends. */
const openingMessageAt = (quarter: Quarter): Temporal.Instant =>
  nextWorkingDay(opensOn(quarter))
    .toZonedDateTime({ timeZone: ZONE, plainTime: Temporal.PlainTime.from({ hour: OPENING_HOUR }) })
    .toInstant();

/**
 * Queues the opening message of each quarter that has ended: one for each lead with something owed,
 * once, whatever restarts. Missed hours are caught up until the due date; after that the message
 * would be wrong, and the ledger records why it was left out.
 */
export const remindLeads = ({
  store,
  clock,
}: {
  readonly store: Store;
  readonly clock: Clock;
}): void => {
  const now = clock.now();
  const today = dayIn(now);
  for (const stored of store.programmes()) {
    for (const quarter of endedQuarters(stored.programme, today)) {
      if (Temporal.Instant.compare(now, openingMessageAt(quarter)) < 0) continue;
      for (const owed of owedIn(store, stored, quarter)) {
        const key = `${quarterKey(stored.id, quarter)}/${owed.lead.toLowerCase()}`;
        if (store.jobDone(OPENING_JOB, key)) continue;
        if (isAfter(today, dueDate(quarter))) {
          const reason = `Figures were due on ${printDay(dueDate(quarter))}, before the message could be sent.`;
          store.recordJob({ kind: OPENING_JOB, key, at: now, outcome: 'skipped', reason });
        } else {
          store.transaction(() => queueOpening(store, { stored, quarter, owed, key, now }));
        }
      }
    }
  }
};

export const owedIn = (
  store: Store,
  stored: StoredProgramme,
  quarter: Quarter,
): readonly Owed[] => {
  const submissions = store.submissions(stored.id, quarter);
  return owedBy(stored.programme, (project) =>
    submissions.some(
      ({ projectNumber, filing }) => projectNumber === project.number && filing !== null,
    ),
  );
};

const queueOpening = (
  store: Store,
  message: {
    readonly stored: StoredProgramme;
    readonly quarter: Quarter;
    readonly owed: Owed;
    readonly key: string;
    readonly now: Temporal.Instant;
  },
): void => {
  const { stored, quarter, owed, key, now } = message;
  if (!store.recordJob({ kind: OPENING_JOB, key, at: now, outcome: 'done', reason: null })) return;
  store.enqueue({
    kind: 'opening',
    key,
    target: { kind: 'person', person: owed.lead },
    payload: { programmeId: stored.id, quarter: { ...quarter }, lead: owed.lead },
    parentId: null,
    dueAt: now,
  });
};
