import { acceptedRefs, standingVerdicts, type Verdict } from '../domain/submission/acceptance.ts';
import type { SubmissionKey } from './open-return.ts';
import type { Store } from './ports.ts';
import type { ReviewEntry } from './submission-record.ts';

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
 * filed again waits for the coordinator anew; a correction meanwhile is no answer of the agency's.
 */
export const decisionsOn = (
  store: Pick<Store, 'reviews' | 'submission'>,
  key: SubmissionKey,
  refs: readonly string[],
): ReadonlyMap<string, Verdict> => {
  const { programmeId, projectNumber, quarter } = key;
  const waits = store.submission(programmeId, projectNumber, quarter)?.state === 'sent_back';
  const sentBack = store
    .reviews(programmeId, projectNumber, quarter)
    .filter(({ kind }) => kind === 'sent_back');
  // It may have been sent back more than once: what was filed again in between has been answered.
  const open = sentBack.filter(({ revision }) => waits && revision === sentBack.at(-1)?.revision);
  return new Map(
    [...standingVerdicts(verdictsOn(store, key), refs)].filter(
      ([, { kind, at }]) => kind === 'accepted' || open.some((each) => each.at.equals(at)),
    ),
  );
};

/** The measures that were sent back and are not accepted since, with what was said of them last. */
export const sentBackOn = (
  store: Pick<Store, 'reviews'>,
  key: SubmissionKey,
  refs: readonly string[],
): ReadonlyMap<string, ReviewEntry> => {
  const entries = store.reviews(key.programmeId, key.projectNumber, key.quarter);
  return new Map(
    [...standingVerdicts(verdictsOn(store, key), refs)].flatMap(([ref, { kind, at }]) => {
      const said = entries.find(
        (each) => each.kind === kind && each.at.equals(at) && (each.ref ?? ref) === ref,
      );
      return kind === 'sent_back' && said !== undefined ? [[ref, said] as const] : [];
    }),
  );
};

/** What the agency is still to answer: everything said when its return was sent back last, but for what is accepted since. */
export const openRequestsOn = (
  store: Pick<Store, 'reviews' | 'submission'>,
  key: SubmissionKey,
  refs: readonly string[],
): readonly ReviewEntry[] => {
  const { programmeId, projectNumber, quarter } = key;
  const standing = [...decisionsOn(store, key, refs)].filter(
    ([, { kind }]) => kind === 'sent_back',
  );
  return store
    .reviews(programmeId, projectNumber, quarter)
    .filter(
      ({ kind, at, ref: about }) =>
        kind === 'sent_back' &&
        standing.some(([ref, verdict]) => verdict.at.equals(at) && (about ?? ref) === ref),
    );
};

/** The measures of a return whose figures are accepted: a form may not change them. */
export const lockedRefs = (
  store: Pick<Store, 'reviews' | 'programmes'>,
  key: SubmissionKey,
): ReadonlySet<string> => {
  const stored = store.programmes().find(({ id }) => id === key.programmeId);
  const project = stored?.programme.projects.find(({ number }) => number === key.projectNumber);
  const refs = project?.measures.map(({ ref }) => ref) ?? [];
  return acceptedRefs(verdictsOn(store, key), refs);
};
