import type { Contested } from '../../application/draft.ts';
import type { Store } from '../../application/ports.ts';
import { ZONE } from '../../domain/calendar/calendar.ts';
import { listUpTo } from '../standing-words.ts';

const MOST_NAMES = 6;

/** Said where colleagues have entered something since a window was drawn: who, what and when. */
export const enteredSince = (
  store: Pick<Store, 'person'>,
  fields: readonly Contested[],
): string => {
  const [first] = fields;
  if (first === undefined) return '';
  const { by, at } = first.theirs;
  const who = store.person(by)?.name ?? 'A colleague';
  const time = at.toZonedDateTimeISO(ZONE).toPlainTime().toString({ smallestUnit: 'minute' });
  const what = listUpTo([...new Set(fields.map(({ field }) => nameOf(field)))], MOST_NAMES);
  return `${who} changed ${what} at ${time}, while you had this open. Nothing is filed yet: look again, then go on.`;
};

/** `2.4` for every field of that measure. */
const nameOf = (field: string): string => {
  const colon = field.indexOf(':');
  return colon === -1 ? 'the additional information' : field.slice(colon + 1);
};
