import type { Quarter } from '../domain/calendar/calendar.ts';
import type { Store } from './ports.ts';
import { quarterKey } from './quarter-key.ts';

/**
 * Where a quarter's digest is: `to_come`; `out`, in its channel or on its way there, so that a filing
 * changes it; or `lost`, given up because it could not be posted.
 */
export type DigestStanding = 'to_come' | 'out' | 'lost';

export const digestStanding = (
  store: Pick<Store, 'outboxMessage'>,
  programmeId: number,
  quarter: Quarter,
): DigestStanding => {
  const digest = store.outboxMessage('digest', quarterKey(programmeId, quarter));
  if (digest === null) return 'to_come';
  return digest.state === 'dead' ? 'lost' : 'out';
};
