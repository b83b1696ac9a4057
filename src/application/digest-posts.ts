import { Temporal } from 'temporal-polyfill';
import { dayIn, printQuarter, type Quarter, ZONE } from '../domain/calendar/calendar.ts';
import { dueDate } from '../domain/calendar/working-days.ts';
import { measuresOf } from '../domain/measure.ts';
import { endedQuarters, measuresDue, openingOf } from '../domain/obligations.ts';
import { redrawFinalQuestions } from './ask-final.ts';
import { digestPages } from './digest.ts';
import { type FiledReturn, updateDigests } from './digest-updates.ts';
import type { Clock, Store, StoredProgramme } from './ports.ts';
import { quarterKey } from './quarter-key.ts';

const DIGEST_JOB = 'digest';

// Leads file up to the last hour of the due date; a digest at nine would name them as missing.
const DUE_HOUR = 17;

interface Edge {
  readonly store: Store;
  readonly clock: Clock;
}

/** When the digest goes out even though somebody has not filed. */
const digestDueAt = (quarter: Quarter): Temporal.Instant =>
  dueDate(quarter)
    .toZonedDateTime({ timeZone: ZONE, plainTime: Temporal.PlainTime.from({ hour: DUE_HOUR }) })
    .toInstant();

/**
 * Queues each digest that is due: everybody has filed, or the due date's working day is over. A
 * quarter that closed before its digest could go out is recorded as skipped, with the reason.
 */
export const postDueDigests = ({ store, clock }: Edge): void => {
  const now = clock.now();
  const today = dayIn(now);
  for (const stored of store.programmes()) {
    for (const quarter of endedQuarters(stored.programme, today)) {
      const key = quarterKey(stored.id, quarter);
      if (store.jobDone(DIGEST_JOB, key)) continue;
      if (openingOf(quarter, today).kind === 'closed') {
        const reason = `${printQuarter(quarter)} had closed before its digest could be posted.`;
        store.recordJob({ kind: DIGEST_JOB, key, at: now, outcome: 'skipped', reason });
      } else if (everybodyFiled(store, stored, quarter) || isDue(now, quarter)) {
        store.transaction(() => queueDigest({ store, clock }, stored, quarter));
      }
    }
  }
};

/**
 * After a filing: the first digest if it was the last return; where one stands already, its update; and
 * what was asked about a figure that was provisional is drawn again.
 */
export const followFiling = (edge: Edge, stored: StoredProgramme, filed: FiledReturn): void => {
  redrawFinalQuestions(edge, stored, filed);
  updateDigests(edge, stored, [filed]);
  if (everybodyFiled(edge.store, stored, filed.quarter)) queueDigest(edge, stored, filed.quarter);
};

const queueDigest = ({ store, clock }: Edge, stored: StoredProgramme, quarter: Quarter): void => {
  const now = clock.now();
  const key = quarterKey(stored.id, quarter);
  if (!store.recordJob({ kind: DIGEST_JOB, key, at: now, outcome: 'done', reason: null })) return;
  const target = { kind: 'channel', channel: stored.programme.channel } as const;
  const about = { programmeId: stored.id, quarter: { ...quarter } };
  const parentId = store.enqueue({
    kind: 'digest',
    key,
    target,
    payload: about,
    parentId: null,
    dueAt: now,
  });
  if (parentId === null) return;
  const pages = digestPages(measuresOf(stored.programme).length);
  for (let page = 1; page <= pages; page += 1) {
    store.enqueue({
      kind: 'digest_page',
      key: `${key}/${page}`,
      target,
      payload: { ...about, page },
      parentId,
      dueAt: now,
    });
  }
};

const everybodyFiled = (store: Store, stored: StoredProgramme, quarter: Quarter): boolean => {
  const submissions = store.submissions(stored.id, quarter);
  // A project whose figures all come behind owes nothing with this quarter's returns.
  const owing = stored.programme.projects.filter((project) => measuresDue(project).length > 0);
  return (
    owing.length > 0 &&
    owing.every((project) =>
      submissions.some(
        ({ projectNumber, filing }) => projectNumber === project.number && filing !== null,
      ),
    )
  );
};

const isDue = (now: Temporal.Instant, quarter: Quarter): boolean =>
  Temporal.Instant.compare(now, digestDueAt(quarter)) >= 0;
