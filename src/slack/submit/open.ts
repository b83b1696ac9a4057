import type { ModalView } from '@slack/types';
import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { refusalSentence } from '../../application/refusal-sentences.ts';
import { startingValues } from '../../application/starting-values.ts';
import { openSubmissionForm } from '../../application/submission-form.ts';
import { actions, button, section } from '../../blockkit/blocks.ts';
import { mrkdwn } from '../../blockkit/escape.ts';
import type { Message } from '../../blockkit/ladder.ts';
import { type Edge, personOf } from '../edge.ts';
import { ACTION } from '../ids.ts';
import { OLD_BUTTON } from '../pressed.ts';
import { readSubmissionKey, writeSubmissionKey } from '../references.ts';
import { refusalView } from './closing-view.ts';
import { pageView } from './page-view.ts';

/** The first page of the return a button names, or a window that says why it cannot be opened. */
export const firstView = (edge: Edge, value: string, userId: string): ModalView => {
  const key = readSubmissionKey(value);
  if (key === null) return refusalView(OLD_BUTTON);
  const opened = openSubmissionForm({ ...edge, person: personOf(edge.store, userId) }, key);
  if (!opened.ok) return refusalView(refusalSentence(opened.fault));
  return pageView(opened.value, 1, startingValues(opened.value));
};

// Slack lets a button's trigger live three seconds and opens one window with it.
const TOO_LATE = new Set(['expired_trigger_id', 'trigger_expired']);

/** Slack also calls a late trigger an invalid argument, and says which only in its detail. */
const isTooLate = ({ data }: WebAPIPlatformError): boolean =>
  TOO_LATE.has(data.error) ||
  (data.error === 'invalid_arguments' &&
    (data.response_metadata?.messages ?? []).some((message) => /trigger/i.test(message)));

/** Opens a window; says so to the person where Slack had waited too long. */
export const openView = async (
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
    await tell('Slack took too long to open the form. Nothing was lost; press the button again.');
  }
};

/** A sentence with a fresh button beside it: the one pressed may stand far up in a long conversation. */
export const pressAgain = (sentence: string, value: string): Message => {
  const words = mrkdwn`${sentence}`;
  const key = readSubmissionKey(value);
  const again = { text: 'Enter figures', actionId: ACTION.submitOpen };
  return {
    text: words.text,
    blocks: [
      section(words),
      ...(key === null ? [] : [actions([button({ ...again, value: writeSubmissionKey(key) })])]),
    ],
  };
};
