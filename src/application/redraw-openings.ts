import { dayIn } from '../domain/calendar/calendar.ts';
import { openQuarterOf } from './open-quarter.ts';
import { openingKey, standInKey } from './opening-key.ts';
import type { Clock, Store, StoredProgramme } from './ports.ts';
import type { Handover } from './submission-record.ts';

/**
 * Draws again the opening messages these people have of the open quarter, once for each occasion:
 * who answers has changed. `keys` are all the names under which they may have had one.
 */
export const redrawOpenings = (
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  stored: StoredProgramme,
  {
    keys,
    handovers,
    occasion,
  }: {
    readonly keys: readonly string[];
    /** Those in whose course a message may have gone out, ended ones included. */
    readonly handovers: readonly Handover[];
    readonly occasion: string;
  },
): void => {
  const now = clock.now();
  const quarter = openQuarterOf(stored, dayIn(now));
  if (quarter === null) return;
  const sentUnder = keys
    .map((key) => openingKey(stored, quarter, key))
    .flatMap((base) => [
      base,
      ...handovers.flatMap((handover) => [
        standInKey(base, handover),
        ...(handover.until === null ? [] : [`${base}/back-${handover.until}`]),
      ]),
    ]);
  for (const key of new Set(sentUnder)) {
    const opening = store.outboxMessage('opening', key);
    if (opening === null || opening.state === 'dead') continue;
    store.enqueue({
      kind: 'edit',
      key: `opening/${key}/${occasion}`,
      target: opening.target,
      payload: {},
      parentId: opening.id,
      dueAt: now,
    });
  }
};
