import { measuresOf } from '../domain/measure.ts';
import { figureChange } from '../domain/wording/figure-change.ts';
import type { SubmissionKey } from './open-return.ts';
import type { Store } from './ports.ts';

/** `2.4: 17% becomes 19%`, one for each figure that this revision of a return put on record. */
export const filingChanges = (
  store: Pick<Store, 'programmes' | 'filings'>,
  { programmeId, projectNumber, quarter }: SubmissionKey,
  revision: number,
): readonly string[] => {
  const stored = store.programmes().find(({ id }) => id === programmeId);
  const filings = store.filings(programmeId, projectNumber, quarter);
  const filing = filings.find((each) => each.revision === revision);
  if (stored === undefined || filing === undefined) return [];
  const earlier = filings
    .filter((each) => each.revision < revision)
    .flatMap(({ figures }) => figures);
  return filing.figures.flatMap((figure) => {
    const measure = measuresOf(stored.programme).find(({ ref }) => ref === figure.ref);
    const before = earlier.findLast(({ ref }) => ref === figure.ref) ?? null;
    return measure === undefined ? [] : (figureChange(measure, before, figure) ?? []);
  });
};
