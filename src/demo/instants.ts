import { Temporal } from 'temporal-polyfill';
import { ZONE } from '../domain/calendar/calendar.ts';

/** The instant of a local date and time, `2015-07-01T09:00`. */
export const at = (text: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(text).toZonedDateTime(ZONE).toInstant();
