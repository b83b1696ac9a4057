import type { Clock, Store } from './ports.ts';

const REWRITE_JOB = 'rewrite';

/**
 * After a text was taken out, writes the database's file anew, so that its bytes are gone too. Asked
 * each minute: where somebody was reading the file, or MOPAC was stopped in between, the next does it.
 */
export const rewriteAfterPurge = ({
  store,
  clock,
}: {
  readonly store: Store;
  readonly clock: Clock;
}): 'done' | 'waits' => {
  const latest = store.latestPurge();
  if (latest === null) return 'done';
  const key = `purge/${latest.id}`;
  if (store.jobDone(REWRITE_JOB, key)) return 'done';
  if (!store.rewriteFile()) return 'waits';
  store.recordJob({ kind: REWRITE_JOB, key, at: clock.now(), outcome: 'done', reason: null });
  return 'done';
};
