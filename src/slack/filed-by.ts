import type { StoredFiling } from '../application/ports.ts';
import type { Received } from '../application/submission-record.ts';
import { dayIn, printDay, ZONE } from '../domain/calendar/calendar.ts';

const RECEIVED_WORDS: Readonly<Record<Received, string>> = {
  email: 'by email',
  phone: 'by phone',
  meeting: 'in a meeting',
  letter: 'by letter',
};

/** For whom and from whom, where somebody filed for another agency; empty where it filed for itself. */
export const onBehalfWords = ({ onBehalf }: StoredFiling, agency: string): string => {
  if (onBehalf === null) return '';
  const { givenBy, received, attachment } = onBehalf;
  const link = attachment === null ? '' : `; ${attachment}`;
  return ` for ${agency}, with figures from ${givenBy} ${RECEIVED_WORDS[received]}${link}`;
};

/** `Filed by Priya Shah on 14 July 2015 at 10:05, revision 2, late.` and for whom, and why. */
export const filedByWords = (filing: StoredFiling, agency: string): string => {
  const { filedBy, filedAt, revision, late, reason } = filing;
  const time = filedAt.toZonedDateTimeISO(ZONE).toPlainTime().toString({ smallestUnit: 'minute' });
  const by = filedBy.name === null ? '' : ` by ${filedBy.name}`;
  const again = revision > 1 ? `, revision ${revision}` : '';
  const why = reason === null ? '' : ` Why it changed: “${reason}”`;
  return `Filed${by}${onBehalfWords(filing, agency)} on ${printDay(dayIn(filedAt))} at ${time}${again}${late ? ', late' : ''}.${why}`;
};
