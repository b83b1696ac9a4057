import { Temporal } from 'temporal-polyfill';
import type { Clock } from './application/ports.ts';
import { ZONE } from './domain/calendar/calendar.ts';

export const systemClock: Clock = { now: () => Temporal.Now.instant() };

/** A clock that starts at an instant and runs from there, and can be moved. Demo and tests only. */
export interface MovableClock extends Clock {
  moveTo(instant: Temporal.Instant): void;
}

export const movableClock = (start: Temporal.Instant): MovableClock => {
  let base = start;
  let since = performance.now();
  return {
    now: () => base.add({ milliseconds: Math.floor(performance.now() - since) }),
    moveTo: (instant) => {
      base = instant;
      since = performance.now();
    },
  };
};

/** `2015-07-01`, `2015-07-01T09:00` (London) or `2015-07-01T08:00Z`; null where it is none of these. */
export const readInstant = (text: string): Temporal.Instant | null => {
  try {
    return /(?:Z|[+-]\d{2}:?\d{2})$/i.test(text)
      ? Temporal.Instant.from(text)
      : Temporal.PlainDateTime.from(text).toZonedDateTime(ZONE).toInstant();
  } catch {
    return null;
  }
};
