import type { ModalView } from '@slack/types';
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
