import type { ModalView } from '@slack/types';
import { WebAPIPlatformError, type WebClient } from '@slack/web-api';

// What `invalid_arguments` says of a trigger that is too old; every other detail is a fault of ours.
const EXPIRED = /\btrigger_id\b`? (?:is |has )?expired\b/i;

/** Slack lets a button's trigger live three seconds, and has two ways of saying that they are over. */
const isTooLate = ({ data }: WebAPIPlatformError): boolean =>
  data.error === 'expired_trigger_id' ||
  (data.error === 'invalid_arguments' &&
    (data.response_metadata?.messages ?? []).some((message) => EXPIRED.test(message)));

/** Opens a window; where Slack had waited too long, says so to the person. */
export const openWindow = async (
  client: { readonly views: Pick<WebClient['views'], 'open'> },
  triggerId: string,
  view: ModalView,
  tell: (sentence: string) => Promise<void>,
): Promise<void> => {
  try {
    await client.views.open({ trigger_id: triggerId, view });
  } catch (error) {
    if (!(error instanceof WebAPIPlatformError)) throw error;
    // The same press, delivered again: its window is open already.
    if (error.data.error === 'exchanged_trigger_id') return;
    if (!isTooLate(error)) throw error;
    await tell('Slack took too long to open this. Nothing was lost; press the button again.');
  }
};
