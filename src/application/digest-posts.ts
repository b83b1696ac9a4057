import { Temporal } from 'temporal-polyfill';
import {
  compareQuarters,
  dayIn,
  printDay,
  printQuarter,
  type Quarter,
  ZONE,
} from '../domain/calendar/calendar.ts';
import { dueDate } from '../domain/calendar/working-days.ts';
import type { FiledFigure } from '../domain/figure.ts';
import { JUDGED_POSITIONS } from '../domain/judging/assessment.ts';
import { judge } from '../domain/judging/judge.ts';
import { type Measure, measuresOf } from '../domain/measure.ts';
import { endedQuarters, openingOf } from '../domain/obligations.ts';
import { lowerWordFor } from '../domain/wording/position-words.ts';
import { printAnswer } from '../domain/wording/print-answer.ts';
import { digestPages } from './digest.ts';
import { firstQuarterNeeded } from './earlier-figures.ts';
import type { Clock, Store, StoredFiling, StoredProgramme } from './ports.ts';
import { quarterKey } from './quarter-key.ts';
import type { SubmissionForm } from './submission-form.ts';

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

/** After a filing: the first digest if it was the last return, an edit and a note if one stands already. */
export const followFiling = (
  { store, clock }: Edge,
  filed: {
    readonly form: SubmissionForm;
    readonly filing: StoredFiling;
    readonly changed: readonly string[];
  },
): void => {
  const { form, filing } = filed;
  const { stored, key } = form;
  const digest = store.outboxMessage('digest', quarterKey(stored.id, key.quarter));
  if (digest === null) {
    if (everybodyFiled(store, stored, key.quarter))
      queueDigest({ store, clock }, stored, key.quarter);
    return;
  }
  const now = clock.now();
  const suffix = `${digest.key}/filing-${filing.id}`;
  const posts = [digest, ...pagesOf(store, digest.key, stored)];
  for (const post of posts) {
    store.enqueue({
      kind: 'edit',
      key: `${post.kind}/${post.key}/filing-${filing.id}`,
      target: post.target,
      payload: {},
      parentId: post.id,
      dueAt: now,
    });
  }
  store.enqueue({
    kind: 'digest_note',
    key: suffix,
    target: digest.target,
    payload: { sentences: noteSentences({ store, clock }, filed) },
    parentId: digest.id,
    dueAt: now,
  });
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

const pagesOf = (store: Store, key: string, stored: StoredProgramme) =>
  Array.from({ length: digestPages(measuresOf(stored.programme).length) }, (_, index) =>
    store.outboxMessage('digest_page', `${key}/${index + 1}`),
  ).filter((page) => page !== null);

const noteSentences = (
  { store, clock }: Edge,
  {
    form,
    filing,
    changed,
  }: {
    readonly form: SubmissionForm;
    readonly filing: StoredFiling;
    readonly changed: readonly string[];
  },
): readonly string[] => {
  const day = printDay(dayIn(clock.now()));
  const { project, key } = form;
  if (filing.revision === 1) {
    return [
      `${project.agency} filed project ${project.number}, ${project.title}, on ${day}. The digest above now includes it.`,
    ];
  }
  if (changed.length === 0) {
    return [`The additional information of project ${project.number} was changed on ${day}.`];
  }
  return form.measures
    .filter(({ measure }) => changed.includes(measure.ref))
    .flatMap(({ measure, current }) => {
      const [now] = store.figures(key.programmeId, measure.ref, key.quarter, key.quarter);
      if (now === undefined || current === null) return [];
      // What a figure was and is may be a few apart; the digest above shows what may be shown.
      if (measure.suppressSmallCounts) {
        return [
          `${measure.ref} corrected on ${day}.${verdictNow(store, form, { measure, before: current })}`,
        ];
      }
      const before = printAnswer(current.answer, measure.unit);
      const after = printAnswer(now.answer, measure.unit);
      return before === after
        ? [`${measure.ref}: what is said about ${after} was changed on ${day}.`]
        : [
            `${measure.ref} corrected on ${day}: ${before} is now ${after}.${verdictNow(store, form, { measure, before: current })}`,
          ];
    });
};

/** ` Still marginal.`, ` It was ahead and is now marginal.`; nothing where there is no verdict. */
const verdictNow = (
  store: Store,
  { stored, key: { programmeId, quarter } }: SubmissionForm,
  { measure, before }: { readonly measure: Measure; readonly before: FiledFigure },
): string => {
  // Not from what is kept of earlier judgements: this transaction may yet be undone.
  const figures = store.figures(programmeId, measure.ref, firstQuarterNeeded(quarter), quarter);
  const judgedWith = (each: readonly FiledFigure[]) =>
    judge({ measure, quarter, figures: each, programmeTolerance: stored.programme.tolerance });
  const now = judgedWith(figures);
  if (!JUDGED_POSITIONS.some((position) => position === now.position)) return '';
  const earlier = figures.filter((figure) => compareQuarters(figure.quarter, quarter) < 0);
  const was = judgedWith([...earlier, before]);
  const word = lowerWordFor(now.position, now);
  return was.position === now.position
    ? ` Still ${word}.`
    : ` It was ${lowerWordFor(was.position, was)} and is now ${word}.`;
};

const everybodyFiled = (store: Store, stored: StoredProgramme, quarter: Quarter): boolean => {
  const submissions = store.submissions(stored.id, quarter);
  return stored.programme.projects.every((project) =>
    submissions.some(
      ({ projectNumber, filing }) => projectNumber === project.number && filing !== null,
    ),
  );
};

const isDue = (now: Temporal.Instant, quarter: Quarter): boolean =>
  Temporal.Instant.compare(now, digestDueAt(quarter)) >= 0;
