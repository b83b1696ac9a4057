import type { ModalView } from '@slack/types';
import { refusalSentence } from '../../application/refusal-sentences.ts';
import { startingValues } from '../../application/starting-values.ts';
import { openSubmissionForm } from '../../application/submission-form.ts';
import { type Edge, personOf } from '../edge.ts';
import { OLD_BUTTON } from '../pressed.ts';
import { readFormReference } from '../references.ts';
import { refusalView } from './closing-view.ts';
import { pageView } from './page-view.ts';
import { pagesOf } from './pages.ts';

/** The page of the return a button names, or a window that says why it cannot be opened. */
export const firstView = (edge: Edge, value: string, userId: string): ModalView => {
  const asked = readFormReference(value);
  if (asked === null) return refusalView(OLD_BUTTON);
  const person = personOf(edge.store, userId);
  const opened = openSubmissionForm({ ...edge, person }, asked.key, asked.purpose);
  if (!opened.ok) return refusalView(refusalSentence(opened.fault));
  const form = opened.value;
  const asking = pagesOf(form.measures).findIndex((page) =>
    page.some(({ measure }) => measure.ref === asked.ref),
  );
  return pageView(form, asking + 1, startingValues(form));
};
