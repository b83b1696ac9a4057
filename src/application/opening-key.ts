import type { Quarter } from '../domain/calendar/calendar.ts';
import type { StoredProgramme } from './ports.ts';
import { quarterKey } from './quarter-key.ts';
import type { Handover } from './submission-record.ts';

/** Under what the opening message of a quarter to somebody is kept; `person` is any name they go by. */
export const openingKey = ({ id }: StoredProgramme, quarter: Quarter, person: string): string =>
  `${quarterKey(id, quarter)}/${person.toLowerCase()}`;

/** The same of the message to whoever takes an absent lead's place. */
export const standInKey = (base: string, { id }: Handover): string => `${base}/for-${id}`;
