import type { ModalView } from '@slack/types';
import { type Asked, askCorrection } from '../../application/ask-correction.ts';
import type { FieldFault } from '../../application/entry-fields.ts';
import { type Filed, fileSubmission } from '../../application/file-submission.ts';
import type { Caller } from '../../application/open-return.ts';
import { StoreBusy, StoreFailed } from '../../application/ports.ts';
import type { Confirmation, FilingRefusal } from '../../application/ready-to-file.ts';
import { refusalSentence } from '../../application/refusal-sentences.ts';
import { startingValues } from '../../application/starting-values.ts';
import { openSubmissionForm, type SubmissionForm } from '../../application/submission-form.ts';
import { type Edge, personOf } from '../edge.ts';
import { refusalView } from '../refusal-view.ts';
import { type Answer, beside, update } from './answer.ts';
import { filedView } from './closing-view.ts';
import { enteredSince } from './colleagues.ts';
import { CONFIRM } from './confirmation.ts';
import { keepAnswer, readKeptAnswer } from './kept-answer.ts';
import { type FormPlace, readPlace } from './metadata.ts';
import { FORGED, keepPage, type PageDelivery } from './opened-page.ts';
import { confirmSentence } from './question-blocks.ts';
import { pageOfFault, reviewOf } from './what-follows.ts';

const BUSY =
  'I couldn’t save this just now: the database was busy. Nothing you typed is lost; press the button again.';

const ANSWER_LOST =
  'This was answered before, and the answer can no longer be read. Open the return again to see what is on record.';

const NOT_SEEN =
  'What is asked below is new since this page was drawn. Nothing is filed yet: look again, then press File.';

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
  const before = openSubmissionForm(caller, place.key, place.purpose);
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
  place: FormPlace,
  delivery: ReviewDelivery,
): Answer => {
  const { store, clock } = edge;
  const { key, purpose, page, seen, unsaved } = place;
  // Where there is no draft it has been filed: a late press must not begin another.
  if (before !== null && before.draft !== null) {
    keepPage(edge, { form: before, page, seen, unsaved }, delivery);
  }
  const caller = { store, clock, person: personOf(store, delivery.userId) };
  const confirmation = { ...delivery.confirmation, seen };
  const filed =
    purpose === 'ask_correction'
      ? askCorrection(caller, key, confirmation)
      : fileSubmission(caller, key, confirmation, purpose);
  if (filed.ok) return update(viewOfFiled(before, filed.value, delivery.userId));
  const refusal = filed.fault;
  if (refusal.kind === 'entered_since') {
    return before === null
      ? update(refusalView(FORGED))
      : reviewNow(edge, caller, place, enteredSince(edge.store, refusal.fields));
  }
  if (refusal.kind === 'particulars') {
    return besideOrAbove(refusal.faults, delivery, (notice) =>
      reviewNow(edge, caller, place, notice),
    );
  }
  if (refusal.kind !== 'questions') return update(refusedView(before, refusal));
  if (refusal.because === 'not_confirmed') {
    return { kind: 'errors', errors: { [CONFIRM]: confirmSentence(refusal.refs) } };
  }
  return reviewNow(edge, caller, place, NOT_SEEN);
};

/** Slack takes a sentence only for a field the window has; a window without it is drawn again. */
const besideOrAbove = (
  faults: readonly FieldFault[],
  { fields }: PageDelivery,
  drawAgain: (notice: string) => Answer,
): Answer => {
  const missing = faults.find(({ field }) => !(field in fields));
  return missing === undefined
    ? { kind: 'errors', errors: beside(faults) }
    : drawAgain(aboutMeasure(missing));
};

/** `2.19: Say who does it.` The particulars of a filing belong to no measure. */
const aboutMeasure = ({ field, sentence }: FieldFault): string => {
  const colon = field.indexOf(':');
  return colon === -1 ? sentence : `${field.slice(colon + 1)}: ${sentence}`;
};

/** The review as it is now, with a sentence on top that says why it is shown again. */
const reviewNow = (
  edge: Edge,
  caller: Caller,
  { key, purpose }: FormPlace,
  notice: string,
): Answer => {
  const opened = openSubmissionForm(caller, key, purpose);
  if (!opened.ok) return update(refusalView(refusalSentence(opened.fault)));
  return reviewOf(edge, opened.value, startingValues(opened.value), notice);
};

const viewOfFiled = (
  form: SubmissionForm | null,
  filed: Filed | Asked,
  readerId: string,
): ModalView => (form === null ? refusalView(FORGED) : filedView(form, filed, readerId));

const refusedView = (
  form: SubmissionForm | null,
  refusal: Exclude<FilingRefusal, { kind: 'questions' | 'entered_since' | 'particulars' }>,
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
  return reviewOf(edge, form, typed, notice, true);
};
