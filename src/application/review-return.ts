import type { FiledFigure } from '../domain/figure.ts';
import type { Assessment } from '../domain/judging/assessment.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import type { Verdict } from '../domain/submission/acceptance.ts';
import { type OpenPoint, openPoints } from '../domain/submission/clean.ts';
import { decisionsOn, sentBackOn } from './acceptance.ts';
import { type Standing, standingsOf } from './assess.ts';
import type { Refusal } from './faults.ts';
import { type Caller, type OpenReturn, openReturn, type SubmissionKey } from './open-return.ts';
import type { AnsweredQuestion, PastFiling, Store, StoredFiling } from './ports.ts';
import type { ReviewEntry } from './submission-record.ts';

/** One measure of a return before the coordinator. */
export interface ReviewedMeasure {
  readonly standing: Standing;
  /** The last word about it; null where there is none yet. */
  readonly verdict: Verdict | null;
  /** Empty where the figure is clean. */
  readonly open: readonly OpenPoint[];
  /** What it was sent back with, until it is accepted, and the figure that lay there then. */
  readonly sentBack: { readonly entry: ReviewEntry; readonly figure: FiledFigure | null } | null;
  /** What was asked about it before it was filed, and what was said. */
  readonly asked: readonly AnsweredQuestion[];
}

/** A return before the coordinator. */
export interface ReviewedReturn extends OpenReturn {
  readonly filing: StoredFiling;
  readonly measures: readonly ReviewedMeasure[];
  readonly entries: readonly ReviewEntry[];
}

/** Opens a return for review, or says why this person cannot. */
export const openReview = (caller: Caller, key: SubmissionKey): Result<ReviewedReturn, Refusal> => {
  // To send back is allowed whenever there is something to review, accepted or not.
  const opened = openReturn(caller, key, 'send_back');
  if (!opened.ok) return opened;
  const filing = opened.value.submission?.filing ?? null;
  if (filing === null) return refused({ kind: 'nothing_filed', ...key });
  const { store } = caller;
  return ok({
    ...opened.value,
    filing,
    measures: measuresUnderReview(store, opened.value),
    entries: store.reviews(key.programmeId, key.projectNumber, key.quarter),
  });
};

export const measuresUnderReview = (
  store: Store,
  { key, stored, project, today }: Pick<OpenReturn, 'key' | 'stored' | 'project' | 'today'>,
): readonly ReviewedMeasure[] => {
  const refs = project.measures.map(({ ref }) => ref);
  const verdicts = decisionsOn(store, key, refs);
  const returned = sentBackOn(store, key, refs);
  const filings = store.filings(key.programmeId, key.projectNumber, key.quarter);
  const questions = filings.flatMap(({ id, figures }) =>
    store.questions(id).map((question) => ({ question, about: figures.map(({ ref }) => ref) })),
  );
  return standingsOf(store, stored, key.quarter, today)
    .filter(
      (standing) => standing.project.number === project.number && !isToCome(standing.assessment),
    )
    .map((standing) => {
      const { ref } = standing.assessment.measure;
      const asked = questions
        .filter(({ question }) => question.ref === ref)
        .map(({ question }) => question);
      const entry = returned.get(ref) ?? null;
      return {
        standing,
        verdict: verdicts.get(ref) ?? null,
        open: openPoints(standing.assessment, {
          asked: asked.length > 0,
          sentBack: entry !== null,
        }),
        sentBack: entry && { entry, figure: figureAt(filings, ref, entry.revision) },
        asked,
      };
    });
};

/** A figure that comes behind lies before nobody until it is there, or overdue. */
const isToCome = ({ figure, position }: Assessment): boolean =>
  figure === null && position === 'not_due';

/** The figure of a measure as a revision of the return had it. */
const figureAt = (
  filings: readonly PastFiling[],
  ref: string,
  revision: number,
): FiledFigure | null =>
  filings
    .filter((filing) => filing.revision <= revision)
    .flatMap(({ figures }) => figures)
    .findLast((figure) => figure.ref === ref) ?? null;

/** Those that wait for the coordinator and about which nothing is open. */
export const cleanRefs = (measures: readonly ReviewedMeasure[]): readonly string[] =>
  measures
    .filter(({ verdict, open }) => verdict?.kind !== 'accepted' && open.length === 0)
    .map(({ standing }) => standing.assessment.measure.ref);
