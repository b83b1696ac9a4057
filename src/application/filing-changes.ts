import type { FiledFigure } from '../domain/figure.ts';
import { measuresOf } from '../domain/measure.ts';
import { sameAnswer } from '../domain/same-figure.ts';
import { figureChange } from '../domain/wording/figure-change.ts';
import type { SubmissionKey } from './open-return.ts';
import type { PastFiling, Store } from './ports.ts';

/** A figure that a filing put in another's place. */
export interface FigureChange {
  readonly ref: string;
  readonly before: FiledFigure;
  readonly after: FiledFigure;
}

/** What one of these filings, given oldest first, changed of what stood on record before it. */
export const changesBy = (past: readonly PastFiling[], id: number): readonly FigureChange[] =>
  figuresOf(past, id).flatMap(({ before, ...figure }) =>
    before === null ? [] : [{ ...figure, before }],
  );

/** The last time this figure became another, or became final; null where it stands as it was filed first. */
export const lastChangeOf = (
  past: readonly PastFiling[],
  ref: string,
): (FigureChange & { readonly filing: PastFiling }) | null =>
  past
    .flatMap((filing) => changesBy(past, filing.id).map((change) => ({ ...change, filing })))
    .findLast(
      ({ ref: changed, before, after }) =>
        changed === ref &&
        !(sameAnswer(before.answer, after.answer) && before.provisional === after.provisional),
    ) ?? null;

/** `2.4: 17% becomes 19%`, one for each figure that this revision of a return put on record. */
export const filingChanges = (
  store: Pick<Store, 'programmes' | 'filings'>,
  { programmeId, projectNumber, quarter }: SubmissionKey,
  revision: number,
): readonly string[] => {
  const stored = store.programmes().find(({ id }) => id === programmeId);
  const past = store.filings(programmeId, projectNumber, quarter);
  const filing = past.find((each) => each.revision === revision);
  if (stored === undefined || filing === undefined) return [];
  return figuresOf(past, filing.id).flatMap(({ ref, before, after }) => {
    const measure = measuresOf(stored.programme).find((each) => each.ref === ref);
    return measure === undefined ? [] : (figureChange(measure, before, after) ?? []);
  });
};

/** Every figure of one filing, with what stood before it; null where nothing did. */
const figuresOf = (
  past: readonly PastFiling[],
  id: number,
): ReadonlyArray<Omit<FigureChange, 'before'> & { readonly before: FiledFigure | null }> => {
  const index = past.findIndex((filing) => filing.id === id);
  const earlier = past.slice(0, Math.max(index, 0)).flatMap(({ figures }) => figures);
  return (past[index]?.figures ?? []).map((after) => ({
    ref: after.ref,
    before: earlier.findLast(({ ref }) => ref === after.ref) ?? null,
    after,
  }));
};
