import type { ModalView } from '@slack/types';
import { refusalSentence } from '../../application/refusal-sentences.ts';
import { startingValues } from '../../application/starting-values.ts';
import { openSubmissionForm } from '../../application/submission-form.ts';
import { type Edge, personOf } from '../edge.ts';
import { OLD_BUTTON } from '../pressed.ts';
import { readSubmissionKey } from '../references.ts';
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
