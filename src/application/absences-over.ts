import { dayIn } from '../domain/calendar/calendar.ts';
import { keysTold } from './answerers.ts';
import type { Clock, Store } from './ports.ts';
import { redrawOpenings } from './redraw-openings.ts';
import { isAfter } from './submission-form.ts';
import { redrawNotices } from './tell-of-handover.ts';

const OVER_JOB = 'handover:over';

/**
 * Draws again, once, what was said of an absence whose last day is past: the lead's message has its
 * buttons back, the substitute's says that nothing is left, the coordinator's cannot be undone any more.
 */
export const closeAbsences = (edge: { readonly store: Store; readonly clock: Clock }): void => {
  const { store, clock } = edge;
  const now = clock.now();
  for (const stored of store.programmes()) {
    for (const handover of store.handovers(stored.id)) {
      const key = String(handover.id);
      if (handover.until === null || !isAfter(dayIn(now), handover.until)) continue;
      if (store.jobDone(OVER_JOB, key)) continue;
      store.transaction(() => {
        const first = store.recordJob({
          kind: OVER_JOB,
          key,
          at: now,
          outcome: 'done',
          reason: null,
        });
        if (!first) return;
        redrawOpenings(edge, stored, {
          keys: keysTold(store, stored, handover),
          handovers: [handover],
          occasion: `handover-${key}-over`,
        });
        redrawNotices(edge, stored, handover, 'over');
      });
    }
  }
};
