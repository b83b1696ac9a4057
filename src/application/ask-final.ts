import { Temporal } from 'temporal-polyfill';
import { dayIn, type Quarter, sameQuarter, ZONE } from '../domain/calendar/calendar.ts';
import { nextWorkingDay } from '../domain/calendar/working-days.ts';
import { measuresOf } from '../domain/measure.ts';
import { endedQuarters } from '../domain/obligations.ts';
import { answerersOf } from './answerers.ts';
import type { FiledReturn } from './digest-updates.ts';
import { namedKeys } from './policy.ts';
import type { Clock, ProvisionalFigure, Store, StoredProgramme } from './ports.ts';
import { quarterKey } from './quarter-key.ts';

const FINAL_JOB = 'reminder:final';
const ASKING_HOUR = 9;

/** When it is asked whether a figure is final: nine o'clock on that day, or on the next working day. */
const askedAt = (finalBy: Temporal.PlainDate): Temporal.Instant =>
  nextWorkingDay(finalBy)
    .toZonedDateTime({ timeZone: ZONE, plainTime: Temporal.PlainTime.from({ hour: ASKING_HOUR }) })
    .toInstant();

/**
 * Asks whoever answers for a project once about each provisional figure whose day has come. A figure that has been filed
 * again since, with another day or as final, is another question or none.
 */
export const askFinal = ({
  store,
  clock,
}: {
  readonly store: Store;
  readonly clock: Clock;
}): void => {
  const now = clock.now();
  for (const stored of store.programmes()) {
    for (const { ref, quarter, finalBy } of provisionalIn(store, stored, dayIn(now))) {
      if (Temporal.Instant.compare(now, askedAt(finalBy)) < 0) continue;
      const key = questionKey(stored, quarter, ref, finalBy);
      if (store.jobDone(FINAL_JOB, key)) continue;
      store.transaction(() => queueQuestion(store, { stored, quarter, ref, key, now }));
    }
  }
};

/**
 * Draws again what was asked about figures that have been filed since: they are final now, or wait for
 * another day. Whoever was asked, on whatever day, reads it.
 */
export const redrawFinalQuestions = (
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  stored: StoredProgramme,
  { quarter, filing, changed }: FiledReturn,
): void => {
  const mayHaveBeenAsked = new Set(
    [
      ...namedKeys(stored.programme),
      ...store.handovers(stored.id).flatMap(({ substitute }) => substitute ?? []),
    ].map((key) => key.toLowerCase()),
  );
  for (const { measure, before } of changed) {
    if (before === null || before.awaited === null) continue;
    const key = questionKey(stored, quarter, measure.ref, before.awaited.finalBy);
    for (const person of mayHaveBeenAsked) {
      const asked = store.outboxMessage('final_asked', `${key}/${person}`);
      if (asked === null || asked.state === 'dead') continue;
      store.enqueue({
        kind: 'edit',
        key: `final_asked/${asked.key}/filing-${filing.id}`,
        target: asked.target,
        payload: {},
        parentId: asked.id,
        dueAt: clock.now(),
      });
    }
  }
};

const questionKey = (
  { id }: StoredProgramme,
  quarter: Quarter,
  ref: string,
  finalBy: Temporal.PlainDate,
): string => `${quarterKey(id, quarter)}/${ref}/${finalBy}`;

/** Of the quarters that have ended by this day, oldest first, each in catalogue order. */
const provisionalIn = (
  store: Store,
  { id, programme }: StoredProgramme,
  today: Temporal.PlainDate,
): readonly ProvisionalFigure[] => {
  const provisional = store.provisionalFigures(id, programme.year);
  if (provisional.length === 0) return [];
  const measures = measuresOf(programme);
  return endedQuarters(programme, today).flatMap((quarter) =>
    measures.flatMap(({ ref }) =>
      provisional.filter((figure) => figure.ref === ref && sameQuarter(figure.quarter, quarter)),
    ),
  );
};

const queueQuestion = (
  store: Store,
  {
    stored,
    quarter,
    ref,
    key,
    now,
  }: {
    readonly stored: StoredProgramme;
    readonly quarter: Quarter;
    readonly ref: string;
    readonly key: string;
    readonly now: Temporal.Instant;
  },
): void => {
  if (!store.recordJob({ kind: FINAL_JOB, key, at: now, outcome: 'done', reason: null })) return;
  const project = stored.programme.projects.find(({ measures }) =>
    measures.some((measure) => measure.ref === ref),
  );
  const asked = project === undefined ? [] : answerersOf(store, stored, project, dayIn(now));
  for (const person of asked) {
    store.enqueue({
      kind: 'final_asked',
      key: `${key}/${person.toLowerCase()}`,
      target: { kind: 'person', person },
      payload: { programmeId: stored.id, quarter: { ...quarter }, ref, person },
      parentId: null,
      dueAt: now,
    });
  }
};
