import { personBehind } from '../../application/answerers.ts';
import type { Store } from '../../application/ports.ts';
import type { PastHandover } from '../../application/submission-record.ts';
import { dayIn, printDay } from '../../domain/calendar/calendar.ts';
import { nameOf, nameOfActor } from '../handover-words.ts';

/** How a hand-over ended; empty while it has not been ended. */
export const endSentence = (
  store: Pick<Store, 'person' | 'personByEmail' | 'handovers'>,
  { id, programmeId, lead, ended }: PastHandover,
): string => {
  if (ended === null) return '';
  const on = printDay(dayIn(ended.at));
  const by = nameOfActor(ended.by, 'Somebody');
  const name = nameOf(store, lead);
  const later = store
    .handovers(programmeId)
    .find((each) => each.id > id && each.lead.toLowerCase() === lead.toLowerCase());
  if (later !== undefined && String(later.madeAt) === String(ended.at)) {
    return `${by} replaced this on ${on}.`;
  }
  const isOwn = ended.by.kind === 'person' && ended.by.key === personBehind(store, lead).id;
  return isOwn
    ? `${name} is back since ${on} and answers again.`
    : `${by} undid this on ${on}: ${name} answers again.`;
};
