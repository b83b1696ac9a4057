import { dayIn } from '../domain/calendar/calendar.ts';
import type { Clock, Store } from './ports.ts';

const FORGETTING_JOB = 'deliveries:forgotten';

// Slack repeats a delivery for minutes, and a person the press of a window left open for hours.
const KEPT_HOURS = 7 * 24;

/** Once a day, forgets the answers kept for deliveries that nobody will repeat any more. */
export const forgetDeliveries = ({
  store,
  clock,
}: {
  readonly store: Store;
  readonly clock: Clock;
}): void => {
  const now = clock.now();
  const key = dayIn(now).toString();
  if (store.jobDone(FORGETTING_JOB, key)) return;
  store.transaction(() => {
    store.forgetAnswers(now.subtract({ hours: KEPT_HOURS }));
    store.recordJob({ kind: FORGETTING_JOB, key, at: now, outcome: 'done', reason: null });
  });
};
