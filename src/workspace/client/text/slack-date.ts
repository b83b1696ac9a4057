const ZONE = 'Europe/London';
const DAY_MS = 24 * 60 * 60 * 1000;

const formatter = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, ...options });

const FORMATS = {
  numeric: formatter({ year: 'numeric', month: '2-digit', day: '2-digit' }),
  plain: formatter({ day: 'numeric', month: 'long', year: 'numeric' }),
  short: formatter({ day: 'numeric', month: 'short', year: 'numeric' }),
  long: formatter({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
  time: formatter({ hour: '2-digit', minute: '2-digit' }),
  seconds: formatter({ hour: '2-digit', minute: '2-digit', second: '2-digit' }),
};

const pretty = (at: Date, now: number, words: string): string => {
  const dayOf = (ms: number) => Date.parse(isoDay(new Date(ms)));
  const days = Math.round((dayOf(at.getTime()) - dayOf(now)) / DAY_MS);
  if (days === 0) return 'today';
  if (days === -1) return 'yesterday';
  return days === 1 ? 'tomorrow' : words;
};

const isoDay = (at: Date): string => FORMATS.numeric.format(at).split('/').reverse().join('-');

const ago = (at: Date, now: number): string => {
  const minutes = Math.round((now - at.getTime()) / 60_000);
  const size = Math.abs(minutes);
  const counted =
    size < 60
      ? [size, 'minute']
      : size < 60 * 24
        ? [Math.round(size / 60), 'hour']
        : [Math.round(size / 1440), 'day'];
  const words = `${counted[0]} ${counted[1]}${counted[0] === 1 ? '' : 's'}`;
  return minutes >= 0 ? `${words} ago` : `in ${words}`;
};

/** What each of Slack's date tokens says, for a moment and the moment it is read. */
const tokens = (at: Date, now: number): Readonly<Record<string, () => string>> => ({
  date_num: () => isoDay(at),
  date_slash: () => FORMATS.numeric.format(at),
  date: () => FORMATS.plain.format(at),
  date_short: () => FORMATS.short.format(at),
  date_long: () => FORMATS.long.format(at),
  date_long_full: () => FORMATS.long.format(at),
  date_pretty: () => pretty(at, now, FORMATS.plain.format(at)),
  date_short_pretty: () => pretty(at, now, FORMATS.short.format(at)),
  date_long_pretty: () => pretty(at, now, FORMATS.long.format(at)),
  day_divider_pretty: () => pretty(at, now, FORMATS.long.format(at)),
  time: () => FORMATS.time.format(at),
  time_secs: () => FORMATS.seconds.format(at),
  ago: () => ago(at, now),
});

/**
 * A date as Slack shows it to a reader in London: every token of the format filled in. Null where the
 * moment cannot be read, so that the fallback is shown.
 */
export const printSlackDate = (unixSeconds: string, format: string, now: number): string | null => {
  if (!/^\d{1,12}$/.test(unixSeconds)) return null;
  const at = new Date(Number(unixSeconds) * 1000);
  const known = tokens(at, now);
  return format.replace(/\{([a-z_]+)\}/g, (typed, name: string) => known[name]?.() ?? typed);
};
