import { closeAbsences } from './absences-over.ts';
import { askFinal } from './ask-final.ts';
import { postDueDigests } from './digest-posts.ts';
import { forgetDeliveries } from './forget-deliveries.ts';
import type { Clock, Store } from './ports.ts';
import { remindLeads } from './remind.ts';

/**
 * One minute's work: asks the record what is due by now and queues it. It can be missed, repeated or
 * run twice at once; the ledger's unique keys make each occurrence happen once.
 */
export const beat = (edge: { readonly store: Store; readonly clock: Clock }): void => {
  // Before the reminders: an old message is put right, then a new one comes.
  closeAbsences(edge);
  remindLeads(edge);
  postDueDigests(edge);
  askFinal(edge);
  forgetDeliveries(edge);
};
