import type { ModalView } from '@slack/types';
import { WebAPIPlatformError, type WebClient } from '@slack/web-api';

// Slack lets a button's trigger live three seconds and opens one window with it.
const TOO_LATE = new Set(['expired_trigger_id', 'trigger_expired']);

/** Slack also calls a late trigger an invalid argument, and says which only in its detail. */
const isTooLate = ({ data }: WebAPIPlatformError): boolean =>
  TOO_LATE.has(data.error) ||
  (data.error === 'invalid_arguments' &&
    (data.response_metadata?.messages ?? []).some((message) => /trigger/i.test(message)));

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
