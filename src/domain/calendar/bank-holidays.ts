import { Temporal } from 'temporal-polyfill';

/** The last year of the published list that this was compared with; of later years only the rule is known. */
export const LAST_PUBLISHED_YEAR = 2027;

/**
 * England's bank holidays in this year, substitute days included, as `2027-03-29`. Worked out by
 * rule; days proclaimed for one year only are known up to `LAST_PUBLISHED_YEAR`.
 */
export const bankHolidays = (year: number): ReadonlySet<string> => {
  const known = workedOut.get(year) ?? workOut(year);
  workedOut.set(year, known);
  return known;
};

// Every minute asks for the working days of every quarter on record; a year's holidays stay what they are.
const workedOut = new Map<number, ReadonlySet<string>>();

const workOut = (year: number): ReadonlySet<string> => {
  const easter = easterSunday(year);
  const days = [
    ...newYearHoliday(year),
    easter.subtract({ days: 2 }),
    easter.add({ days: 1 }),
    firstMondayFrom(dayOf(year, 5, 1)),
    lastMondayOf(year, 5),
    lastMondayOf(year, 8),
    ...christmasHolidays(year),
  ].map(String);
  const { instead = {}, besides = [] } = PROCLAIMED[year] ?? {};
  return new Set([...days.map((day) => instead[day] ?? day), ...besides]);
};

/** The anonymous Gregorian computation (Meeus/Jones/Butcher): exact for every Gregorian year. */
const easterSunday = (year: number): Temporal.PlainDate => {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const leapCenturies = Math.floor(century / 4);
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - leapCenturies - moonShift + 15) % 30;
  const weekday =
    (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const place = epact + weekday - 7 * late + 114;
  return dayOf(year, Math.floor(place / 31), (place % 31) + 1);
};

/** What a royal proclamation changed in one year: holidays held on another day, and extra ones. */
const PROCLAIMED: Readonly<
  Record<
    number,
    {
      readonly instead?: Readonly<Record<string, string>>;
      readonly besides?: readonly string[];
    }
  >
> = {
  // Golden Jubilee.
  2002: { instead: { '2002-05-27': '2002-06-04' }, besides: ['2002-06-03'] },
  // Royal wedding.
  2011: { besides: ['2011-04-29'] },
  // Diamond Jubilee.
  2012: { instead: { '2012-05-28': '2012-06-04' }, besides: ['2012-06-05'] },
  // 75th anniversary of VE Day.
  2020: { instead: { '2020-05-04': '2020-05-08' } },
  // Platinum Jubilee; the Queen's funeral.
  2022: { instead: { '2022-05-30': '2022-06-02' }, besides: ['2022-06-03', '2022-09-19'] },
  // Coronation.
  2023: { besides: ['2023-05-08'] },
};

const MONDAY = 1;
const FRIDAY = 5;
const SATURDAY = 6;
const SUNDAY = 7;

const dayOf = (year: number, month: number, day: number): Temporal.PlainDate =>
  Temporal.PlainDate.from({ year, month, day });

const firstMondayFrom = (day: Temporal.PlainDate): Temporal.PlainDate =>
  day.add({ days: (MONDAY - day.dayOfWeek + 7) % 7 });

const lastMondayOf = (year: number, month: number): Temporal.PlainDate => {
  const last = dayOf(year, month, 1).add({ months: 1 }).subtract({ days: 1 });
  return last.subtract({ days: last.dayOfWeek - MONDAY });
};

const newYearHoliday = (year: number): readonly Temporal.PlainDate[] => {
  const first = dayOf(year, 1, 1);
  return [first.dayOfWeek >= SATURDAY ? firstMondayFrom(first) : first];
};

/** Christmas Day and Boxing Day, or the days held instead where either falls on a weekend. */
const christmasHolidays = (year: number): readonly Temporal.PlainDate[] => {
  const christmas = dayOf(year, 12, 25);
  return heldInstead(christmas.dayOfWeek).map((day) => dayOf(year, 12, day));
};

const heldInstead = (christmasFallsOn: number): readonly [number, number] => {
  if (christmasFallsOn === FRIDAY) return [25, 28];
  if (christmasFallsOn === SATURDAY) return [27, 28];
  if (christmasFallsOn === SUNDAY) return [26, 27];
  return [25, 26];
};
