import { Temporal } from 'temporal-polyfill';
import {
  dayIn,
  nextQuarter,
  opensOn,
  previousQuarter,
  printDay,
  printQuarter,
  printWeekday,
  quarterOf,
  ZONE,
} from '../domain/calendar/calendar.ts';
import { dueDate, nextWorkingDay } from '../domain/calendar/working-days.ts';
import type { ClockShown } from '../workspace/page/protocol.ts';

/** One place in the year that is worth going to. */
interface Stop {
  readonly id: string;
  readonly label: string;
  readonly instant: Temporal.Instant;
}

/**
 * The date in the programme in words, and the next stops ahead of it. Of quarters after the last year
 * of the programme nobody is asked for figures.
 */
export const clockShown = (now: Temporal.Instant, lastYear: number): ClockShown => {
  const local = now.toZonedDateTimeISO(ZONE).toPlainDateTime();
  const day = local.toPlainDate();
  return {
    words: `${printWeekday(day)} ${day.year}, ${local.toPlainTime().toString().slice(0, 5)}`,
    local: local.toString().slice(0, 16),
    jumps: nextStops(now, lastYear).map(({ id, label }) => ({ id, label })),
  };
};

/** Where a stop lies; null when there is no such stop ahead. */
export const stopCalled = (
  id: string,
  now: Temporal.Instant,
  lastYear: number,
): Temporal.Instant | null =>
  nextStops(now, lastYear).find((stop) => stop.id === id)?.instant ?? null;

/** The next of each kind of day on which something happens by itself, in the order they come. */
const nextStops = (now: Temporal.Instant, lastYear: number): readonly Stop[] => {
  const today = dayIn(now);
  const running = quarterOf(today);
  const reported = previousQuarter(running);
  const ahead = ({ instant }: Stop): boolean => Temporal.Instant.compare(instant, now) > 0;
  const soonest = (...stops: readonly [Stop, Stop]): Stop =>
    ahead(stops[0]) ? stops[0] : stops[1];
  const due = (quarter: typeof running): Stop => {
    const day = dueDate(quarter);
    const label = `Due date for ${printQuarter(quarter)}: ${printDay(day)}, 17:00`;
    return { id: 'due', label, instant: at(day, 17) };
  };
  const overdue = (quarter: typeof running): Stop => {
    const day = nextWorkingDay(dueDate(quarter).add({ days: 1 }));
    const label = `Overdue for ${printQuarter(quarter)}: ${printDay(day)}, 09:00`;
    return { id: 'overdue', label, instant: at(day, 9) };
  };
  const lastDay = (quarter: typeof running): Stop => {
    const day = opensOn(quarter).subtract({ days: 1 });
    const label = `Quarter end: ${printDay(day)}, the last day of ${printQuarter(quarter)}`;
    return { id: 'quarter-end', label, instant: at(day, 9) };
  };
  const opening = (quarter: typeof running): Stop => {
    const day = nextWorkingDay(opensOn(quarter));
    const asked = quarter.year <= lastYear ? 'is asked for' : 'has ended; no figures are asked for';
    const label = `Next quarter: ${printDay(day)}, when ${printQuarter(quarter)} ${asked}`;
    return { id: 'next-quarter', label, instant: at(day, 9) };
  };
  const owed = [reported, running].filter(({ year }) => year <= lastYear);
  const first = (stops: readonly Stop[]): readonly Stop[] => stops.filter(ahead).slice(0, 1);
  return [
    ...first(owed.map(due)),
    ...first(owed.map(overdue)),
    soonest(lastDay(running), lastDay(nextQuarter(running))),
    soonest(opening(reported), opening(running)),
  ]
    .filter(ahead)
    .sort((a, b) => Temporal.Instant.compare(a.instant, b.instant));
};

const at = (day: Temporal.PlainDate, hour: number): Temporal.Instant =>
  day.toZonedDateTime({ timeZone: ZONE, plainTime: Temporal.PlainTime.from({ hour }) }).toInstant();
