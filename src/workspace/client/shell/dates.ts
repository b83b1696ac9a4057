const ZONE = 'Europe/London';

const dayWords = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const timeWords = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hour: '2-digit',
  minute: '2-digit',
});

/** When a message was sent, by its timestamp; made for showing only. */
const sentAt = (ts: string): Date => new Date(Number(ts) * 1000);

/** `Wednesday 1 July 2015`. */
export const printSentDay = (ts: string): string => dayWords.format(sentAt(ts)).replace(',', '');

/** `09:00`. */
export const printSentTime = (ts: string): string => timeWords.format(sentAt(ts));
