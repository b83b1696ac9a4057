import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { workingMorning } from '../../src/application/remind.ts';
import { nextWorkingDay } from '../../src/domain/calendar/working-days.ts';

const MINUTE = 60_000;

// Another way to London's clock than the one under test: Intl's, minute by minute.
const london = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'short',
});

const onClock = (instant: Temporal.Instant): string => london.format(instant.epochMilliseconds);

const daysFrom = (first: string, count: number): readonly Temporal.PlainDate[] =>
  Array.from({ length: count }, (_, days) => Temporal.PlainDate.from(first).add({ days }));

test('a working morning is nine by London’s clock, on every day from 2025 to 2034', () => {
  for (const day of daysFrom('2025-01-01', 3_652)) {
    expect(onClock(workingMorning(day))).toBe(`${nextWorkingDay(day)} 09:00`);
  }
});

/** Every minute of this day that reads nine on London’s clock. */
const minutesAtNine = (day: Temporal.PlainDate): readonly number[] => {
  const from = Date.parse(`${day}T00:00Z`) - 60 * MINUTE;
  return Array.from({ length: 26 * 60 }, (_, minute) => from + minute * MINUTE).filter(
    (time) => london.format(time) === `${day} 09:00`,
  );
};

/** The Sundays on which the clocks change. */
const changes = daysFrom('2025-01-01', 3_652).filter((day) => {
  const noon = (date: Temporal.PlainDate) => london.format(Date.parse(`${date}T12:00Z`)).slice(-5);
  return noon(day) !== noon(day.subtract({ days: 1 }));
});

test('around each of the twenty changes of the clocks there is one such minute a day, and it is that one', () => {
  expect(changes).toHaveLength(20);
  const around = changes.flatMap((change) =>
    [-2, -1, 0, 1, 2].map((days) => nextWorkingDay(change.add({ days }))),
  );
  for (const day of around) {
    expect(minutesAtNine(day)).toEqual([workingMorning(day).epochMilliseconds]);
  }
});
