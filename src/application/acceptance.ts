import { Temporal } from 'temporal-polyfill';
import { measuresDue } from '../domain/obligations.ts';
import { acceptedRefs, standingVerdicts, type Verdict } from '../domain/submission/acceptance.ts';
import type { SubmissionKey } from './open-return.ts';
import type { Store } from './ports.ts';

/** What coordinators have decided about a return, the first first. */
const verdictsOn = (
  store: Pick<Store, 'reviews'>,
  { programmeId, projectNumber, quarter }: SubmissionKey,
): readonly Verdict[] =>
  store
    .reviews(programmeId, projectNumber, quarter)
    .flatMap(({ kind, ref, by, at }) =>
      kind === 'accepted' || kind === 'sent_back' ? [{ kind, ref, by: by.name, at }] : [],
    );

/**
 * What stands for each of these measures: accepted, or sent back and not filed again since. What was
 * filed again waits for the coordinator anew.
 */
export const decisionsOn = (
  store: Pick<Store, 'reviews' | 'submission'>,
  key: SubmissionKey,
  refs: readonly string[],
): ReadonlyMap<string, Verdict> => {
  const filedAt =
    store.submission(key.programmeId, key.projectNumber, key.quarter)?.filing?.filedAt ?? null;
  return new Map(
    [...standingVerdicts(verdictsOn(store, key), refs)].filter(
      ([, { kind, at }]) =>
        kind === 'accepted' || filedAt === null || Temporal.Instant.compare(filedAt, at) <= 0,
    ),
  );
};

/** The measures of a return whose figures are accepted: a form may not change them. */
export const lockedRefs = (
  store: Pick<Store, 'reviews' | 'programmes'>,
  key: SubmissionKey,
): ReadonlySet<string> => {
  const stored = store.programmes().find(({ id }) => id === key.programmeId);
  const project = stored?.programme.projects.find(({ number }) => number === key.projectNumber);
  const refs = project === undefined ? [] : measuresDue(project).map(({ ref }) => ref);
  return acceptedRefs(verdictsOn(store, key), refs);
};
