import type { ModalView } from '@slack/types';
import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { refusalSentence } from '../../application/refusal-sentences.ts';
import { openSubmissionForm } from '../../application/submission-form.ts';
import { type Edge, personOf } from '../edge.ts';
import { OLD_BUTTON } from '../pressed.ts';
import { readSubmissionKey } from '../references.ts';
import { refusalView } from './closing-view.ts';
import { pageView } from './page-view.ts';
import { startingValues } from './record-values.ts';

/** The first page of the return a button names, or a window that says why it cannot be opened. */
export const firstView = (edge: Edge, value: string, userId: string): ModalView => {
  const key = readSubmissionKey(value);
  if (key === null) return refusalView(OLD_BUTTON);
  const opened = openSubmissionForm({ ...edge, person: personOf(edge.store, userId) }, key);
  if (!opened.ok) return refusalView(refusalSentence(opened.fault));
  return pageView(opened.value, 1, startingValues(opened.value));
};

// Slack lets a button's trigger live three seconds and opens one window with it.
const TOO_LATE = new Set(['expired_trigger_id', 'trigger_expired', 'invalid_arguments']);

/** Opens a window; says so to the person where Slack had waited too long. */
export const openView = async (
  client: WebClient,
  triggerId: string,
  view: ModalView,
  tell: (sentence: string) => Promise<void>,
): Promise<void> => {
  try {
    await client.views.open({ trigger_id: triggerId, view });
  } catch (error) {
    const reason = error instanceof WebAPIPlatformError ? error.data.error : null;
    // The same press, delivered again: its window is open already.
    if (reason === 'exchanged_trigger_id') return;
    if (reason === null || !TOO_LATE.has(reason)) throw error;
    await tell('Slack took too long to open the form. Nothing was lost; press the button again.');
  }
};
