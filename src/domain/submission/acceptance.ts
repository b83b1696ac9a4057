import type { Temporal } from 'temporal-polyfill';

/** One thing a coordinator decided about a return: for one measure, or for all of it. */
export interface Verdict {
  readonly kind: 'accepted' | 'sent_back';
  /** Null where it is about every measure of the return. */
  readonly ref: string | null;
  readonly by: string | null;
  readonly at: Temporal.Instant;
}

/**
 * The verdict that stands for each of these measures, the last given one; none where the coordinator
 * has not spoken of it. What was sent back as a whole is open again whole.
 */
export const standingVerdicts = (
  verdicts: readonly Verdict[],
  refs: readonly string[],
): ReadonlyMap<string, Verdict> => {
  const standing = new Map<string, Verdict>();
  for (const verdict of verdicts) {
    for (const ref of verdict.ref === null ? refs : [verdict.ref]) {
      if (refs.includes(ref)) standing.set(ref, verdict);
    }
  }
  return standing;
};

/** The measures whose figures are accepted, and with that locked. */
export const acceptedRefs = (
  verdicts: readonly Verdict[],
  refs: readonly string[],
): ReadonlySet<string> =>
  new Set(
    [...standingVerdicts(verdicts, refs)]
      .filter(([, { kind }]) => kind === 'accepted')
      .map(([ref]) => ref),
  );
