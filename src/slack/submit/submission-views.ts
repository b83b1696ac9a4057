import type { ModalView } from '@slack/types';
import { askedAbout } from '../../application/check-entries.ts';
import {
  type Confirmation,
  type Filed,
  type FilingRefusal,
  fileSubmission,
  previewJudgements,
} from '../../application/file-submission.ts';
import { keepDraft } from '../../application/keep-draft.ts';
import type { Caller, SubmissionKey } from '../../application/open-return.ts';
import type { DraftValues } from '../../application/ports.ts';
import { StoreBusy, StoreFailed } from '../../application/ports.ts';
import { type FieldFault, readEntries } from '../../application/read-entries.ts';
import { refusalSentence } from '../../application/refusal-sentences.ts';
import { startingValues } from '../../application/starting-values.ts';
import { openSubmissionForm, type SubmissionForm } from '../../application/submission-form.ts';
import { type Edge, personOf } from '../edge.ts';
import { filedView, refusalView } from './closing-view.ts';
import { enteredSince } from './colleagues.ts';
import { CONFIRM } from './confirmation.ts';
import { keepAnswer, readKeptAnswer } from './kept-answer.ts';
import { type FormPlace, readPlace } from './metadata.ts';
import { pageView } from './page-view.ts';
import { pagesOf } from './pages.ts';
import { confirmSentence } from './question-blocks.ts';
import { reviewView } from './review-view.ts';

/** What a submitted window is answered with: sentences beside its fields, or the window that follows. */
export type Answer =
  | { readonly kind: 'errors'; readonly errors: Record<string, string> }
  | { readonly kind: 'update'; readonly view: ModalView };

const FORGED =
  'This form cannot be read. Close it and open the return again from your message or from Home.';
const BUSY =
  'I couldn’t save this just now: the database was busy. Nothing you typed is lost; press the button again.';
const ANSWER_LOST =
  'This was answered before, and the answer can no longer be read. Open the return again to see what is on record.';

const NOT_SEEN =
  'What is asked below is new since this page was drawn. Nothing is filed yet: look again, then press File.';

const update = (view: ModalView): Answer => ({ kind: 'update', view });

/** A page as it was submitted or left: where it claims to stand, and what its fields hold. */
export interface PageDelivery {
  readonly metadata: string;
  readonly fields: DraftValues;
  /** What the fields held when the page was drawn. */
  readonly drawn: DraftValues;
  readonly userId: string;
}

/** Keeps a page's answers in the draft, then goes on: faults beside their fields, the next page, or the review. */
export const submitPage = (edge: Edge, delivery: PageDelivery): Answer => {
  const opened = reopen(edge, delivery);
  if ('sentence' in opened) return refusedPage(delivery.fields, opened.sentence);
  const form = keepPage(edge, opened, delivery);
  const { page } = opened;
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
  const form = keepPage(edge, opened, delivery);
  return pageView(form, opened.page - 1, startingValues(form));
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
  const left = { page, seen, typed: fields, drawn: delivery.drawn, settles: false };
  keepDraft(callerOf(edge, delivery), form, left, { onlyIfTyped: true });
};

/** *File* as it was pressed: with the page it stood on, and what was typed and ticked there. */
export interface ReviewDelivery extends PageDelivery {
  readonly confirmation: Omit<Confirmation, 'seen'>;
  /** Names this press and what its window held: the same press, delivered again, has the same name. */
  readonly press: string;
}

/**
 * Files the return, once for each delivery: a repeat of the same press gets the first answer and
 * writes nothing.
 */
export const fileReview = (edge: Edge, delivery: ReviewDelivery): Answer => {
  const { store, clock } = edge;
  const place = readPlace(delivery.metadata);
  if (place === null) return update(refusalView(FORGED));
  const caller = { store, clock, person: personOf(store, delivery.userId) };
  const before = openSubmissionForm(caller, place.key);
  try {
    const { answer } = store.answerOnce(`file/${delivery.press}`, clock.now(), () =>
      keepAnswer(fileOnce(edge, before.ok ? before.value : null, place, delivery)),
    );
    return readKeptAnswer(edge, answer) ?? update(refusalView(ANSWER_LOST));
  } catch (error) {
    if (!(error instanceof StoreBusy || error instanceof StoreFailed)) throw error;
    edge.log.error({ err: error }, 'a return could not be saved');
    return before.ok ? reviewAgain(edge, before.value, delivery, error) : update(refusalView(BUSY));
  }
};

/** Keeps what was typed on the review, then files; where something is asked that is still open, says so. */
const fileOnce = (
  edge: Edge,
  before: SubmissionForm | null,
  { key, page, seen }: FormPlace,
  delivery: ReviewDelivery,
): Answer => {
  const { store, clock } = edge;
  // Where there is no draft it has been filed: a late press must not begin another.
  if (before !== null && before.draft !== null) {
    keepPage(edge, { form: before, page, seen }, delivery);
  }
  const caller = { store, clock, person: personOf(store, delivery.userId) };
  const filed = fileSubmission(caller, key, { ...delivery.confirmation, seen });
  if (filed.ok) return update(viewOfFiled(before, filed.value, delivery.userId));
  const refusal = filed.fault;
  if (refusal.kind === 'entered_since') {
    return before === null
      ? update(refusalView(FORGED))
      : reviewNow(edge, caller, key, enteredSince(edge.store, refusal.fields));
  }
  if (refusal.kind !== 'questions') return update(refusedView(before, refusal));
  if (refusal.because === 'not_confirmed') {
    return { kind: 'errors', errors: { [CONFIRM]: confirmSentence(refusal.refs) } };
  }
  return reviewNow(edge, caller, key, NOT_SEEN);
};

/** The review as it is now, with a sentence on top that says why it is shown again. */
const reviewNow = (edge: Edge, caller: Caller, key: SubmissionKey, notice: string): Answer => {
  const opened = openSubmissionForm(caller, key);
  if (!opened.ok) return update(refusalView(refusalSentence(opened.fault)));
  return reviewOf(edge, opened.value, startingValues(opened.value), notice);
};

interface OpenedPage {
  readonly form: SubmissionForm;
  readonly page: number;
  /** The version of the draft on which the page was drawn. */
  readonly seen: number;
}

type Opened = OpenedPage | { readonly sentence: string };

const reopen = (
  { store, clock }: Edge,
  { metadata, userId }: Pick<PageDelivery, 'metadata' | 'userId'>,
): Opened => {
  const place: FormPlace | null = readPlace(metadata);
  if (place === null) return { sentence: FORGED };
  const opened = openSubmissionForm({ store, clock, person: personOf(store, userId) }, place.key);
  if (!opened.ok) return { sentence: refusalSentence(opened.fault) };
  return { form: opened.value, page: place.page, seen: place.seen };
};

const callerOf = ({ store, clock }: Edge, { userId }: Pick<PageDelivery, 'userId'>): Caller => ({
  store,
  clock,
  person: personOf(store, userId),
});

/** Keeps what these fields hold; answers with the form as it is now. */
const keepPage = (
  edge: Edge,
  { form, page, seen }: OpenedPage,
  delivery: Pick<PageDelivery, 'fields' | 'drawn' | 'userId'>,
): SubmissionForm =>
  keepDraft(callerOf(edge, delivery), form, {
    page,
    seen,
    typed: delivery.fields,
    drawn: delivery.drawn,
    settles: true,
  }).form;

const reviewOf = (
  edge: Edge,
  form: SubmissionForm,
  typed: DraftValues,
  notice: string | null = null,
): Answer => {
  const entries = readEntries(form, form.measures, typed);
  const [fault] = entries.faults;
  if (fault !== undefined) return update(pageOfFault(form, typed, fault));
  const assessments = previewJudgements(edge, form, entries);
  const asked = askedAbout(edge, form, entries, assessments);
  return update(reviewView(form, assessments, entries, notice, { asked, typed }));
};

/** Another page's field needs another look: its page is shown, with the sentence on top. */
const pageOfFault = (
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

const viewOfFiled = (form: SubmissionForm | null, filed: Filed, readerId: string): ModalView =>
  form === null ? refusalView(FORGED) : filedView(form, filed, readerId);

const refusedView = (
  form: SubmissionForm | null,
  refusal: Exclude<FilingRefusal, { kind: 'questions' | 'entered_since' }>,
): ModalView => {
  if (refusal.kind !== 'entries') return refusalView(refusalSentence(refusal));
  const [fault] = refusal.faults;
  return form === null || fault === undefined
    ? refusalView(FORGED)
    : pageOfFault(form, startingValues(form), fault);
};

/** The review with everything typed on it and a sentence on top. */
const reviewAgain = (
  edge: Edge,
  form: SubmissionForm,
  { fields }: PageDelivery,
  error: StoreBusy | StoreFailed,
): Answer => {
  const notice = error instanceof StoreBusy ? BUSY : refusalSentence({ kind: 'storage_failed' });
  const typed = { ...startingValues(form), ...fields };
  return reviewOf(edge, form, typed, notice);
};

const beside = (faults: readonly FieldFault[]): Record<string, string> =>
  Object.fromEntries(faults.map(({ field, sentence }) => [field, sentence]));
