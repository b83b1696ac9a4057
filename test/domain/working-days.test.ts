import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { printWeekday } from '../../src/domain/calendar/calendar.ts';
import {
  addWorkingDays,
  dueDate,
  isWorkingDay,
  nextWorkingDay,
} from '../../src/domain/calendar/working-days.ts';

const on = (day: string): Temporal.PlainDate => Temporal.PlainDate.from(day);

test('the figures of Q1 2015/16 are due on Tuesday 21 July', () => {
  expect(printWeekday(dueDate({ year: 2015, number: 1 }))).toBe('Tuesday 21 July');
});

test.each([
  { year: 2023, number: 3, due: '2024-01-22', because: 'the 21st is a Sunday' },
  { year: 2018, number: 4, due: '2019-04-23', because: 'the 21st is Easter Sunday' },
  { year: 2024, number: 4, due: '2025-04-22', because: 'the 21st is Easter Monday' },
] as const)('Q$number of $year is due on $due, because $because', ({ year, number, due }) => {
  expect(String(dueDate({ year, number }))).toBe(due);
});

test('five working days before the end of Q4 2026/27 is Monday 22 March, because Easter comes between', () => {
  expect(printWeekday(addWorkingDays(on('2027-03-31'), -5))).toBe('Monday 22 March');
});

test('Boxing Day 2026 is a Saturday, so Monday 28 December is free as well', () => {
  expect(isWorkingDay(on('2026-12-28'))).toBe(false);
  expect(String(nextWorkingDay(on('2026-12-26')))).toBe('2026-12-29');
});

test('a working day is its own next working day', () => {
  expect(String(nextWorkingDay(on('2015-07-21')))).toBe('2015-07-21');
});

test('one working day after a Saturday is the Monday, not the Tuesday', () => {
  expect(String(addWorkingDays(on('2015-07-18'), 1))).toBe('2015-07-20');
});

test('a holiday announced later moves the due date', () => {
  const extra = new Set(['2015-07-21']);
  expect(String(dueDate({ year: 2015, number: 1 }, extra))).toBe('2015-07-22');
});

const someDay = fc.integer({ min: 0, max: 365 * 21 }).map((days) => on('2015-01-01').add({ days }));

test('the due date is a working day from the 21st on, and never more than five days after it', () => {
  const quarters = fc.record({
    year: fc.integer({ min: 2015, max: 2035 }),
    number: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
  });
  fc.assert(
    fc.property(quarters, (quarter) => {
      const due = dueDate(quarter);
      return isWorkingDay(due) && due.day >= 21 && due.day <= 26;
    }),
  );
});

test('counting working days lands on a working day with that many in between', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: 1, max: 30 }), (day, count) => {
      const reached = addWorkingDays(day, count);
      let counted = 0;
      for (let each = day; !each.equals(reached); ) {
        each = each.add({ days: 1 });
        if (isWorkingDay(each)) counted += 1;
      }
      expect(counted).toBe(count);
      expect(isWorkingDay(reached)).toBe(true);
    }),
  );
});

test('from a working day, there and back is where one started', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: -30, max: 30 }), (day, count) => {
      const from = nextWorkingDay(day);
      expect(String(addWorkingDays(addWorkingDays(from, count), -count))).toBe(String(from));
    }),
  );
});

test('a later day never has an earlier next working day', () => {
  fc.assert(
    fc.property(someDay, fc.nat({ max: 20 }), (day, days) => {
      const later = nextWorkingDay(day.add({ days }));
      expect(Temporal.PlainDate.compare(nextWorkingDay(day), later)).toBeLessThanOrEqual(0);
    }),
  );
});
