import {
  compareQuarters,
  dayIn,
  printDay,
  printQuarter,
  type Quarter,
  sameQuarter,
} from '../domain/calendar/calendar.ts';
import type { FiledFigure } from '../domain/figure.ts';
import { JUDGED_POSITIONS } from '../domain/judging/assessment.ts';
import { judge } from '../domain/judging/judge.ts';
import { mayBeKeptBack } from '../domain/judging/withheld.ts';
import { type Measure, measuresOf, type Project } from '../domain/measure.ts';
import { lowerWordFor } from '../domain/wording/position-words.ts';
import { printAnswer } from '../domain/wording/print-answer.ts';
import { digestPages } from './digest.ts';
import { firstQuarterNeeded } from './earlier-figures.ts';
import type { Clock, OutboxMessage, Store, StoredFiling, StoredProgramme } from './ports.ts';
import { isReasonPublic } from './public-standings.ts';
import { quarterKey } from './quarter-key.ts';

/** A return that has just been put on record, with the figures it added or corrected. */
export interface FiledReturn {
  readonly project: Project;
  readonly quarter: Quarter;
  readonly filing: StoredFiling;
  readonly changed: readonly ChangedFigure[];
}

export interface ChangedFigure {
  readonly measure: Measure;
  /** Null where nothing was on record. */
  readonly before: FiledFigure | null;
}

/**
 * Queues an edit of every digest that stands and that these returns change, and a note of each in
 * its thread. A later quarter builds on the earlier ones, so its digest may change as well.
 */
export const updateDigests = (
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  stored: StoredProgramme,
  returns: readonly FiledReturn[],
): void => {
  const dueAt = clock.now();
  for (const number of [1, 2, 3, 4] as const) {
    const quarter: Quarter = { year: stored.programme.year, number };
    const digest = store.outboxMessage('digest', quarterKey(stored.id, quarter));
    if (digest === null) continue;
    const notes = returns.flatMap((filed) => noteFor(store, stored, filed, quarter));
    const last = notes.at(-1);
    if (last === undefined) continue;
    // One edit says all: it is rendered when it is sent.
    for (const post of [digest, ...pagesOf(store, digest.key, stored)]) {
      store.enqueue({
        kind: 'edit',
        key: `${post.kind}/${post.key}/filing-${last.filed.filing.id}`,
        target: post.target,
        payload: {},
        parentId: post.id,
        dueAt,
      });
    }
    for (const { filed, sentences } of notes) {
      const { filing, project } = filed;
      store.enqueue({
        kind: 'digest_note',
        key: `${digest.key}/filing-${filing.id}`,
        target: digest.target,
        payload: {
          sentences,
          ...(hasPublicReason(stored, filed)
            ? {
                filed: {
                  programmeId: stored.id,
                  projectNumber: project.number,
                  quarter: { ...filed.quarter },
                  revision: filing.revision,
                },
              }
            : {}),
        },
        parentId: digest.id,
        dueAt,
      });
    }
  }
};

/** Whether the channel may read why it was filed again: not beside a count that it may not see. */
const hasPublicReason = (
  { programme }: StoredProgramme,
  { filing, changed }: FiledReturn,
): boolean =>
  filing.reason !== null &&
  isReasonPublic(
    programme,
    changed.map(({ measure }) => measure.ref),
  );

const pagesOf = (store: Store, key: string, stored: StoredProgramme): readonly OutboxMessage[] =>
  Array.from({ length: digestPages(measuresOf(stored.programme).length) }, (_, index) =>
    store.outboxMessage('digest_page', `${key}/${index + 1}`),
  ).filter((page) => page !== null);

interface Note {
  readonly filed: FiledReturn;
  readonly sentences: readonly string[];
}

/** What the thread of this quarter's digest says of a return; nothing where it changes nothing there. */
const noteFor = (
  store: Store,
  stored: StoredProgramme,
  filed: FiledReturn,
  quarter: Quarter,
): readonly Note[] => {
  if (compareQuarters(filed.quarter, quarter) > 0) return [];
  const { project, filing, changed } = filed;
  const isOwn = sameQuarter(filed.quarter, quarter);
  const day = printDay(dayIn(filing.filedAt));
  const whose = `${project.agency} filed project ${project.number}, ${project.title},`;
  if (filing.revision === 1) {
    const sentence = isOwn
      ? `${whose} on ${day}. The digest above now includes it.`
      : `${whose} for ${printQuarter(filed.quarter)} on ${day}. The digest above now takes it into account.`;
    return [{ filed, sentences: [sentence] }];
  }
  if (isOwn && changed.length === 0) {
    const sentence = `The additional information of project ${project.number} was changed on ${day}.`;
    return [{ filed, sentences: [sentence] }];
  }
  const sentences = changed.flatMap((each) => sentenceFor(store, stored, filed, quarter, each));
  return sentences.length === 0 ? [] : [{ filed, sentences }];
};

const sentenceFor = (
  store: Store,
  stored: StoredProgramme,
  { quarter: filedFor, filing }: FiledReturn,
  quarter: Quarter,
  change: ChangedFigure,
): readonly string[] => {
  const { measure, before } = change;
  const [now] = store.figures(stored.id, measure.ref, filedFor, filedFor);
  if (now === undefined) return [];
  const isOwn = sameQuarter(filedFor, quarter);
  const what = isOwn ? measure.ref : `${measure.ref} of ${printQuarter(filedFor)}`;
  const day = printDay(dayIn(filing.filedAt));
  // What a figure or its verdict was and is may give away a few; the digest above shows what may be shown.
  if (mayBeKeptBack(measure, measuresOf(stored.programme))) {
    const done = before === null ? 'filed' : 'corrected';
    return [`${what} ${done} on ${day}.`];
  }
  const was = before === null ? null : printAnswer(before.answer, measure.unit);
  const is = printAnswer(now.answer, measure.unit);
  const becameFinal = before?.provisional === true && !now.provisional;
  if (was === is && becameFinal) {
    return isOwn ? [`${what}: ${is}, which was provisional, is final since ${day}.`] : [];
  }
  if (was === is) return isOwn ? [`${what}: what is said about ${is} was changed on ${day}.`] : [];
  const verdict = verdictNow(store, stored, quarter, now, change);
  if (was !== null && becameFinal) {
    return [`${what}: ${was}, which was provisional, is now ${is}, final since ${day}.${verdict}`];
  }
  return was === null
    ? [`${what} filed on ${day}: ${is}.${verdict}`]
    : [`${what} corrected on ${day}: ${was} is now ${is}.${verdict}`];
};

/** ` Still marginal.`, ` It was ahead and is now marginal.`; nothing where there is no verdict. */
const verdictNow = (
  store: Store,
  { id, programme }: StoredProgramme,
  quarter: Quarter,
  changed: FiledFigure,
  { measure, before }: ChangedFigure,
): string => {
  // Not from what is kept of earlier judgements: this transaction may yet be undone.
  const figures = store.figures(id, measure.ref, firstQuarterNeeded(quarter), quarter);
  const judgedWith = (each: readonly FiledFigure[]) =>
    judge({ measure, quarter, figures: each, programmeTolerance: programme.tolerance });
  const now = judgedWith(figures);
  if (!JUDGED_POSITIONS.some((position) => position === now.position)) return '';
  const word = lowerWordFor(now.position, now);
  if (before === null) return ` It is ${word}.`;
  const was = judgedWith(
    figures.map((figure) => (sameQuarter(figure.quarter, changed.quarter) ? before : figure)),
  );
  return was.position === now.position
    ? ` Still ${word}.`
    : ` It was ${lowerWordFor(was.position, was)} and is now ${word}.`;
};
