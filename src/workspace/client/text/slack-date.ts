const ZONE = 'Europe/London';
const DAY_MS = 24 * 60 * 60 * 1000;
/** Slack leaves the year out of a date nearer than six months. */
const NEAR_MS = 182 * DAY_MS;

const formatter = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, ...options });

const PLAIN = { day: 'numeric', month: 'long' } as const;
const SHORT = { day: 'numeric', month: 'short' } as const;
const LONG = { weekday: 'long', day: 'numeric', month: 'long' } as const;
const YEAR = { year: 'numeric' } as const;

const FORMATS = {
  numeric: formatter({ year: 'numeric', month: '2-digit', day: '2-digit' }),
  plain: formatter(PLAIN),
  plainWithYear: formatter({ ...PLAIN, ...YEAR }),
  short: formatter(SHORT),
  shortWithYear: formatter({ ...SHORT, ...YEAR }),
  long: formatter(LONG),
  longWithYear: formatter({ ...LONG, ...YEAR }),
  time: formatter({ hour: '2-digit', minute: '2-digit' }),
  seconds: formatter({ hour: '2-digit', minute: '2-digit', second: '2-digit' }),
};

const isoDay = (at: Date): string => FORMATS.numeric.format(at).split('/').reverse().join('-');

const yearOf = (at: Date): string => isoDay(at).slice(0, 4);

/** The day's name where it is one of the three nearest; they are days in London, not spells of hours. */
function nearDay(at: Date, now: Date): string | null {
  const days = Math.round((Date.parse(isoDay(at)) - Date.parse(isoDay(now))) / DAY_MS);
  if (days === 0) return 'today';
  if (days === -1) return 'yesterday';
  return days === 1 ? 'tomorrow' : null;
}

const UNITS = [
  [60, 'second'],
  [60, 'minute'],
  [24, 'hour'],
  [Number.POSITIVE_INFINITY, 'day'],
] as const;

/** How long ago, or how far ahead, in whole numbers of the largest unit that fits. */
function ago(at: Date, now: Date): string {
  const seconds = Math.round((now.getTime() - at.getTime()) / 1000);
  let size = Math.abs(seconds);
  for (const [most, unit] of UNITS) {
    const count = Math.round(size);
    if (count < most) {
      const words = `${count} ${unit}${count === 1 ? '' : 's'}`;
      return seconds >= 0 ? `${words} ago` : `in ${words}`;
    }
    size /= most;
  }
  return '';
}

/** What each of Slack's date tokens says, for a moment and the moment it is read. */
function tokens(at: Date, now: Date): ReadonlyMap<string, () => string> {
  const far = Math.abs(at.getTime() - now.getTime()) >= NEAR_MS;
  const plain = () => (far ? FORMATS.plainWithYear : FORMATS.plain).format(at);
  const short = () => (far ? FORMATS.shortWithYear : FORMATS.short).format(at);
  const long = () => (far ? FORMATS.longWithYear : FORMATS.long).format(at);
  const divider = () =>
    (yearOf(at) === yearOf(now) ? FORMATS.long : FORMATS.longWithYear).format(at);
  return new Map([
    ['date_num', () => isoDay(at)],
    ['date_slash', () => FORMATS.numeric.format(at)],
    ['date', plain],
    ['date_short', short],
    ['date_long', long],
    ['date_long_full', () => FORMATS.plainWithYear.format(at)],
    ['date_pretty', () => nearDay(at, now) ?? plain()],
    ['date_short_pretty', () => nearDay(at, now) ?? short()],
    ['date_long_pretty', () => nearDay(at, now) ?? long()],
    ['day_divider_pretty', () => nearDay(at, now) ?? divider()],
    ['time', () => FORMATS.time.format(at)],
    ['time_secs', () => FORMATS.seconds.format(at)],
    ['ago', () => ago(at, now)],
  ]);
}

/**
 * A date as Slack shows it to a reader in London: every token of the format filled in, and the first
 * letter a capital where a token comes first. Null where the moment cannot be read, so that the
 * fallback is shown.
 */
export function printSlackDate(unixSeconds: string, format: string, now: number): string | null {
  if (!/^\d{1,12}$/.test(unixSeconds)) return null;
  const known = tokens(new Date(Number(unixSeconds) * 1000), new Date(now));
  const words = format.replace(
    /\{([a-z_]{1,30})\}/g,
    (typed, name: string) => known.get(name)?.() ?? typed,
  );
  return format.startsWith('{') ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}
