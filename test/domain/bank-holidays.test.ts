import { expect, test } from 'vitest';
import { bankHolidays, LAST_PUBLISHED_YEAR } from '../../src/domain/calendar/bank-holidays.ts';

/** As published for England and Wales, one year a line. */
const PUBLISHED: Readonly<Record<number, string>> = {
  2015: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2016: '01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27',
  2017: '01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
  2018: '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26',
  2019: '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26',
  2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
  2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
  2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
};

test.each(Object.entries(PUBLISHED))(
  'the bank holidays of %s are those published',
  (year, days) => {
    const published = days.split(' ').map((day) => `${year}-${day}`);
    expect([...bankHolidays(Number(year))].sort()).toEqual(published);
  },
);

test('the last published year is the last that is compared here', () => {
  expect(Math.max(...Object.keys(PUBLISHED).map(Number))).toBe(LAST_PUBLISHED_YEAR);
});

test.each([
  [2002, '2002-06-03', '2002-06-04'],
  [2011, '2011-04-29', '2011-05-02'],
  [2012, '2012-06-04', '2012-06-05'],
])('the days proclaimed in %i are holidays', (year, ...proclaimed) => {
  expect([...bankHolidays(year)]).toEqual(expect.arrayContaining(proclaimed));
});

test.each([
  [2002, '2002-05-27'],
  [2012, '2012-05-28'],
  [2020, '2020-05-04'],
  [2022, '2022-05-30'],
])('in %i the usual holiday on %s was moved', (year, usual) => {
  expect([...bankHolidays(year)]).not.toContain(usual);
});

/** Another way to the same days: the London calendar of Intl, and Easter from the church's tables. */
const EASTERS: Readonly<Record<number, string>> = {
  2028: '04-16',
  2029: '04-01',
  2030: '04-21',
  2031: '04-13',
  2032: '03-28',
  2033: '04-17',
  2034: '04-09',
  2035: '03-25',
};

test.each(Object.entries(EASTERS))(
  'the rule gives what a walk through %s gives',
  (year, easter) => {
    expect([...bankHolidays(Number(year))].sort()).toEqual(holidaysByWalking(Number(year), easter));
  },
);

const DAY = 86_400_000;

const weekdayOf = (time: number): string =>
  new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' }).format(time);

const isoOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Walks every day of the year, holding each feast on the first weekday no other feast has taken. */
const holidaysByWalking = (year: number, easter: string): readonly string[] => {
  const easterTime = Date.parse(`${year}-${easter}T00:00:00Z`);
  const held = new Set([isoOf(easterTime - 2 * DAY), isoOf(easterTime + DAY)]);
  const mondays = new Map<number, string[]>();
  for (let time = Date.UTC(year, 0, 1); time < Date.UTC(year + 1, 0, 1); time += DAY) {
    const month = Number(isoOf(time).slice(5, 7));
    if (weekdayOf(time) === 'Monday') {
      mondays.set(month, [...(mondays.get(month) ?? []), isoOf(time)]);
    }
  }
  for (const day of [mondays.get(5)?.at(0), mondays.get(5)?.at(-1), mondays.get(8)?.at(-1)]) {
    if (day !== undefined) held.add(day);
  }
  // A feast on its own weekday keeps it; only those on a weekend look for another.
  const fixed = [Date.UTC(year, 0, 1), Date.UTC(year, 11, 25), Date.UTC(year, 11, 26)];
  const isWeekend = (time: number): boolean => weekdayOf(time).startsWith('S');
  for (const time of fixed.filter((time) => !isWeekend(time))) held.add(isoOf(time));
  for (let time of fixed.filter(isWeekend)) {
    while (isWeekend(time) || held.has(isoOf(time))) time += DAY;
    held.add(isoOf(time));
  }
  return [...held].sort();
};
