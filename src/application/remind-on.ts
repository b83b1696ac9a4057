import type { Temporal } from 'temporal-polyfill';
import {
  dayIn,
  printDay,
  printQuarter,
  printYear,
  type Quarter,
} from '../domain/calendar/calendar.ts';
import { nextWorkingDay } from '../domain/calendar/working-days.ts';
import type { Project } from '../domain/measure.ts';
import { lastDayToFile, measuresDue, openingOf } from '../domain/obligations.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import { personAsActor } from './actors.ts';
import { fillsIn } from './answerers.ts';
import type { FieldFault } from './entry-fields.ts';
import type { Refusal } from './faults.ts';
import { type FiguresBehind, figuresBehind } from './figures-behind.ts';
import type { Caller } from './open-return.ts';
import type { OutboxMessage, Person, Store, StoredProgramme } from './ports.ts';
import { quarterKey } from './quarter-key.ts';
import { workingMorning } from './remind.ts';
import { isAfter } from './submission-form.ts';

export const DAY = 'day';

const KIND = 'reminder';
const TAKEN_BACK_JOB = 'reminder:taken_back';

/** A quarter of a programme, as a button claims it. */
export interface ReminderAbout {
  readonly programmeId: number;
  readonly quarter: Quarter;
}

/** Somebody's own reminder of what they still owe. */
export interface OpenReminder {
  readonly stored: StoredProgramme;
  readonly quarter: Quarter;
  /** What they have still to file; never empty. */
  readonly owed: readonly Project[];
  readonly today: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate;
  /** The day they have chosen before; null where none stands. */
  readonly chosen: Temporal.PlainDate | null;
}

/** What this person has still to file for a quarter, as things stand on a day. */
export const owedByPerson = (
  store: Store,
  stored: StoredProgramme,
  quarter: Quarter,
  { person, today }: { readonly person: Person; readonly today: Temporal.PlainDate },
): readonly Project[] => {
  const handovers = store.handovers(stored.id);
  const submissions = store.submissions(stored.id, quarter);
  return stored.programme.projects.filter(
    (project) =>
      measuresDue(project).length > 0 &&
      fillsIn({ stored, project, handovers }, person, today) &&
      !submissions.some(
        ({ projectNumber, filing }) => projectNumber === project.number && filing !== null,
      ),
  );
};

/** The figures of earlier quarters that are due from this person with the returns of a quarter. */
export const behindByPerson = (
  store: Store,
  stored: StoredProgramme,
  quarter: Quarter,
  { person, today }: { readonly person: Person; readonly today: Temporal.PlainDate },
): readonly FiguresBehind[] => {
  const handovers = store.handovers(stored.id);
  return figuresBehind(store, stored, quarter).filter(({ project }) =>
    fillsIn({ stored, project, handovers }, person, today),
  );
};

/** Whether this person has anything to be reminded of, and which day stands. */
export const openReminder = (
  { store, clock, person }: Caller,
  { programmeId, quarter }: ReminderAbout,
): Result<OpenReminder, Refusal> => {
  const stored = store.programmes().find(({ id }) => id === programmeId);
  if (stored === undefined) return refused({ kind: 'nothing_owed', quarter });
  const { year } = stored.programme;
  if (quarter.year !== year) {
    return refused({ kind: 'no_programme_for_quarter', quarter, years: [printYear(year)] });
  }
  const today = dayIn(clock.now());
  const owed = owedByPerson(store, stored, quarter, { person, today });
  if (owed.length === 0) return refused({ kind: 'nothing_owed', quarter });
  const opening = openingOf(quarter, today);
  if (opening.kind === 'not_yet') {
    return refused({ kind: 'quarter_not_open', quarter, opens: printDay(opening.opens) });
  }
  if (opening.kind === 'closed') return refused({ kind: 'quarter_closed', quarter });
  const standing = standingReminder(store, stored, quarter, person);
  const chosen = standing === null ? null : dayIn(standing.dueAt);
  return ok({ stored, quarter, owed, today, lastDay: lastDayToFile(quarter), chosen });
};

export type ReminderFault =
  | { readonly kind: 'fields'; readonly faults: readonly FieldFault[] }
  | Refusal;

/**
 * Reminds this person at nine on a day, moved to the next working day, if anything is owed by then;
 * null takes an earlier choice back. Each choice replaces the one before. Answers the day it will be.
 */
export const remindOn = (
  caller: Caller,
  about: ReminderAbout,
  day: Temporal.PlainDate | null,
): Result<Temporal.PlainDate | null, ReminderFault> =>
  caller.store.transaction(() => {
    const { store, clock, person } = caller;
    const opened = openReminder(caller, about);
    if (!opened.ok) return opened;
    const { stored, quarter, today, lastDay, chosen } = opened.value;
    const sentence = day === null ? null : dayFault({ day, today, lastDay, quarter });
    if (sentence !== null) return refused({ kind: 'fields', faults: [{ field: DAY, sentence }] });
    const on = day === null ? null : nextWorkingDay(day);
    if (String(on) === String(chosen)) return ok(on);
    const now = clock.now();
    const by = personAsActor(person);
    const standing = standingReminder(store, stored, quarter, person);
    if (standing !== null) {
      const reason = on === null ? 'Taken back.' : `Another day was chosen: ${printDay(on)}.`;
      store.recordJob({
        kind: TAKEN_BACK_JOB,
        key: standing.key,
        at: now,
        outcome: 'skipped',
        reason,
      });
    }
    if (on !== null) {
      const key = reminderKey(
        stored,
        quarter,
        person,
        remindersOf(store, stored, quarter, person).length + 1,
      );
      store.enqueue({
        kind: KIND,
        key,
        target: { kind: 'person', person: person.id },
        payload: { programmeId: stored.id, quarter: { ...quarter }, person: person.id, key },
        parentId: null,
        dueAt: workingMorning(on),
      });
    }
    store.audit({
      at: now,
      actor: by,
      action: 'remind_on',
      subject: `${stored.programme.title}, ${printQuarter(quarter)}`,
      detail: { day: on === null ? null : printDay(on) },
    });
    return ok(on);
  });

const dayFault = ({
  day,
  today,
  lastDay,
  quarter,
}: Pick<OpenReminder, 'today' | 'lastDay' | 'quarter'> & {
  readonly day: Temporal.PlainDate;
}): string | null => {
  const until = `${printQuarter(quarter)} can be filed until ${printDay(lastDay)}`;
  if (!isAfter(day, today))
    return `Choose a day from ${printDay(today.add({ days: 1 }))} on; ${until}.`;
  if (isAfter(day, lastDay)) return `${until}. Choose that day or an earlier one.`;
  return isAfter(nextWorkingDay(day), lastDay)
    ? `${printDay(day)} is no working day, and ${until}. Choose an earlier day.`
    : null;
};

/** False once its owner has chosen another day or taken it back. */
export const isReminderWanted = (store: Pick<Store, 'jobDone'>, key: string): boolean =>
  !store.jobDone(TAKEN_BACK_JOB, key);

const reminderKey = (
  { id }: StoredProgramme,
  quarter: Quarter,
  person: Person,
  count: number,
): string => `${quarterKey(id, quarter)}/${person.id.toLowerCase()}/${count}`;

/** Every reminder this person has asked for, the first first. */
const remindersOf = (
  store: Store,
  stored: StoredProgramme,
  quarter: Quarter,
  person: Person,
): readonly OutboxMessage[] => {
  const found: OutboxMessage[] = [];
  for (;;) {
    const key = reminderKey(stored, quarter, person, found.length + 1);
    const message = store.outboxMessage(KIND, key);
    if (message === null) return found;
    found.push(message);
  }
};

const standingReminder = (
  store: Store,
  stored: StoredProgramme,
  quarter: Quarter,
  person: Person,
): OutboxMessage | null => {
  const latest = remindersOf(store, stored, quarter, person).at(-1);
  return latest?.state === 'pending' && isReminderWanted(store, latest.key) ? latest : null;
};
