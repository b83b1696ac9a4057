import type { ModalView } from '@slack/types';
import { offTrackRefs } from '../../application/asked-actions.ts';
import { askedAbout } from '../../application/check-entries.ts';
import type { FieldFault } from '../../application/entry-fields.ts';
import { laterEffects } from '../../application/later-effects.ts';
import type { DraftValues } from '../../application/ports.ts';
import { previewJudgements } from '../../application/preview-judgements.ts';
import { readEntries } from '../../application/read-entries.ts';
import type { SubmissionForm } from '../../application/submission-form.ts';
import type { Edge } from '../edge.ts';
import { type Answer, update } from './answer.ts';
import { pageView } from './page-view.ts';
import { pagesOf } from './pages.ts';
import { reviewView } from './review-view.ts';
import { waitingLines } from './waiting-corrections.ts';

export const reviewOf = (
  edge: Edge,
  form: SubmissionForm,
  typed: DraftValues,
  notice: string | null = null,
  unsaved = false,
): Answer => {
  const entries = readEntries(form, form.measures, typed);
  const [fault] = entries.faults;
  if (fault !== undefined) return update(pageOfFault(form, typed, fault));
  const assessments = previewJudgements(edge, form, entries);
  const asked = askedAbout(edge, form, entries, assessments);
  return update(
    reviewView(form, assessments, entries, {
      asked,
      typed,
      notice,
      unsaved,
      actions: {
        refs: offTrackRefs(form, entries, assessments),
        needed: form.purpose === 'file',
      },
      effects: laterEffects(edge, form, entries),
      waiting: waitingLines(edge, form),
    }),
  );
};

/** Another page's field needs another look: its page is shown, with the sentence on top. */
export const pageOfFault = (
  form: SubmissionForm,
  typed: DraftValues,
  { field, sentence }: FieldFault,
): ModalView => {
  const ref = field.slice(field.indexOf(':') + 1);
  const pages = pagesOf(form.measures);
  const index = pages.findIndex((page) => page.some(({ measure }) => measure.ref === ref));
  if (index !== -1) return pageView(form, index + 1, typed, `${ref}: ${sentence}`);
  // The additional information, which the last page asks for.
  return pageView(form, pages.length, typed, `Additional information: ${sentence}`);
};
