import type { Temporal } from 'temporal-polyfill';
import {
  previousQuarter,
  type Quarter,
  quarterOf,
  sameQuarter,
} from '../domain/calendar/calendar.ts';
import { owingQuarters } from '../domain/obligations.ts';
import type { StoredProgramme } from './ports.ts';

/** The quarter of a programme for which figures are filed today; null where none can be owed. */
export const openQuarterOf = (
  { programme }: StoredProgramme,
  today: Temporal.PlainDate,
): Quarter | null => {
  const quarter = previousQuarter(quarterOf(today));
  return owingQuarters(programme, today).some((each) => sameQuarter(each, quarter))
    ? quarter
    : null;
};
