import type { ModalView } from '@slack/types';
import { type Caller, openReturn } from '../../application/open-return.ts';
import { refusalSentence } from '../../application/refusal-sentences.ts';
import { startingValues } from '../../application/starting-values.ts';
import { openSubmissionForm } from '../../application/submission-form.ts';
import { type Edge, personOf } from '../edge.ts';
import { ACTION } from '../ids.ts';
import { OLD_BUTTON } from '../pressed.ts';
import { type FormReference, readFormReference, writeFormReference } from '../references.ts';
import { refusalView } from '../refusal-view.ts';
import { pageView } from './page-view.ts';
import { pagesOf } from './pages.ts';

/** The page of the return a button names, or a window that says why it cannot be opened. */
export const firstView = (edge: Edge, value: string, userId: string): ModalView => {
  const asked = readFormReference(value);
  if (asked === null) return refusalView(OLD_BUTTON);
  const person = personOf(edge.store, userId);
  const opened = openSubmissionForm({ ...edge, person }, asked.key, asked.purpose);
  if (!opened.ok) {
    const caller = { ...edge, person };
    return refusalView(refusalSentence(opened.fault), correctionInstead(caller, asked));
  }
  const form = opened.value;
  const asking = pagesOf(form.measures).findIndex((page) =>
    page.some(({ measure }) => measure.ref === asked.ref),
  );
  const page = asking === -1 ? (form.draft?.pages[person.id] ?? 1) : asking + 1;
  return pageView(form, page, startingValues(form));
};

/** What is locked to somebody who files here can still be corrected, if they ask. */
const correctionInstead = (caller: Caller, { key, ref }: FormReference) =>
  openReturn(caller, key, 'ask_correction').ok
    ? {
        text: 'Ask for a correction',
        actionId: ACTION.submitOpen,
        value: writeFormReference({ key, purpose: 'ask_correction', ref }),
      }
    : null;
