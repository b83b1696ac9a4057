import type { ModalView } from '@slack/types';
import { keepDraft } from '../../application/keep-draft.ts';
import type { DraftValues } from '../../application/ports.ts';
import { readEntries } from '../../application/read-entries.ts';
import { startingValues } from '../../application/starting-values.ts';
import type { Edge } from '../edge.ts';
import { refusalView } from '../refusal-view.ts';
import { type Answer, beside, update } from './answer.ts';
import { changedUnseen } from './colleagues.ts';
import { callerOf, keepPage, type PageDelivery, reopen } from './opened-page.ts';
import { pageView } from './page-view.ts';
import { pagesOf } from './pages.ts';
import { pageOfFault, reviewOf } from './what-follows.ts';

/** Keeps a page's answers in the draft, then goes on: faults beside their fields, the next page, or the review. */
export const submitPage = (edge: Edge, delivery: PageDelivery): Answer => {
  const opened = reopen(edge, delivery);
  if ('sentence' in opened) return refusedPage(delivery.fields, opened.sentence);
  const { form, contested } = keepPage(edge, opened, delivery);
  const { page } = opened;
  const notice = changedUnseen(edge, { ...opened, form }, contested);
  if (notice !== null) return update(pageView(form, page, startingValues(form), notice));
  const questions = pagesOf(form.measures)[page - 1] ?? [];
  const typed = startingValues(form);
  const { faults } = readEntries(form, questions, delivery.fields);
  const [elsewhere] = faults.filter(({ field }) => !(field in delivery.fields));
  // The catalogue has changed since this page was drawn, and Slack takes a sentence only for a
  // field the window has: the page is drawn again.
  if (elsewhere !== undefined) return update(pageOfFault(form, typed, elsewhere));
  if (faults.length > 0) return { kind: 'errors', errors: beside(faults) };
  if (page < pagesOf(form.measures).length) return update(pageView(form, page + 1, typed));
  return reviewOf(edge, form, typed);
};

/** Said on the page's first field, so that what was typed stays in sight and can be copied. */
const refusedPage = (fields: DraftValues, sentence: string): Answer => {
  const [first] = Object.keys(fields);
  return first === undefined
    ? update(refusalView(sentence))
    : { kind: 'errors', errors: { [first]: sentence } };
};

/** Goes one page back, keeping what stands in the fields. */
export const goBack = (edge: Edge, delivery: PageDelivery): ModalView => {
  const opened = reopen(edge, delivery);
  if ('sentence' in opened) return refusalView(opened.sentence);
  const { form } = keepPage(edge, opened, delivery);
  return pageView(form, opened.page - 1, startingValues(form));
};

/** Keeps what is being typed; answers with the page as it is drawn now, and with nothing for the review. */
export const keepTyped = (edge: Edge, delivery: PageDelivery): ModalView | null => {
  const opened = reopen(edge, delivery);
  // Why it cannot be kept is said at the next press.
  if ('sentence' in opened) return null;
  const { form, page, seen } = opened;
  const { window, drawn } = delivery;
  const typed = { page, seen, window, typed: delivery.fields, drawn, settles: false };
  const kept = keepDraft(callerOf(edge, delivery), form, typed, { onlyIfTyped: true });
  return page > pagesOf(form.measures).length
    ? null
    : pageView(kept.form, page, startingValues(kept.form));
};

/**
 * Keeps what a closed window still tells us: never an emptiness, as Slack need not hand over all that
 * stood in it. Nothing is kept where nothing was typed, so that looking at a return and closing it
 * leaves no draft behind.
 */
export const keepClosed = (edge: Edge, delivery: PageDelivery): void => {
  const opened = reopen(edge, delivery);
  if ('sentence' in opened) return;
  const fields = Object.fromEntries(
    Object.entries(delivery.fields).filter(
      ([, value]) => value !== null && value !== '' && value !== false,
    ),
  );
  const { form, page, seen } = opened;
  const { window, drawn } = delivery;
  const left = { page, seen, window, typed: fields, drawn, settles: false };
  keepDraft(callerOf(edge, delivery), form, left, { onlyIfTyped: true });
};
