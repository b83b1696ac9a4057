import { plainText } from '../domain/plain-text.ts';
import { unreachable } from '../domain/result.ts';
import { sameAnswer } from '../domain/same-figure.ts';
import { changedFigures } from './check-entries.ts';
import type { FieldFault } from './entry-fields.ts';
import type { DraftValues } from './ports.ts';
import type { ReadEntries } from './read-entries.ts';
import type { SubmissionForm } from './submission-form.ts';
import { type OnBehalf, RECEIVED } from './submission-record.ts';

/** The fields that are asked of a filing as a whole, before it is filed. */
export const CHANGE_REASON = 'change-reason';
export const GIVEN_BY = 'given-by';
export const RECEIVED_BY = 'received-by';
export const ATTACHMENT = 'attachment';
/** What becomes of a correction that waits already. */
export const EARLIER = 'earlier-correction';
export const PARTICULAR_FIELDS = [
  CHANGE_REASON,
  EARLIER,
  GIVEN_BY,
  RECEIVED_BY,
  ATTACHMENT,
] as const;

/** Enough for a sentence or two. */
export const LONGEST_CHANGE_REASON = 500;
export const LONGEST_NAME = 100;
export const LONGEST_LINK = 500;

/** The correction that waits is taken back and this one asked for instead, or both wait. */
export const EARLIER_CHOICES = ['replace', 'keep'] as const;
export type EarlierChoice = (typeof EARLIER_CHOICES)[number];

/** What is said of a filing as a whole. */
export interface Particulars {
  readonly reason: string | null;
  readonly onBehalf: OnBehalf | null;
  /** Null where no correction waits. */
  readonly earlier: EarlierChoice | null;
  readonly faults: readonly FieldFault[];
}

/**
 * Whether somebody has to say why figures change: always for what is locked or past, and for a number
 * that stood as final. That a provisional or missing figure becomes known explains itself.
 */
export const asksForReason = (
  form: SubmissionForm,
  entries: Pick<ReadEntries, 'figures'>,
): boolean => {
  switch (form.purpose) {
    case 'ask_correction':
    case 'correct':
      return true;
    case 'file':
    case 'file_on_behalf':
      return changedFigures(form, entries).some(({ ref, figure }) => {
        const current = form.measures.find(({ measure }) => measure.ref === ref)?.current ?? null;
        return (
          current !== null &&
          !current.provisional &&
          current.answer.kind !== 'not_available' &&
          !sameAnswer(current.answer, figure.answer)
        );
      });
    default:
      return unreachable(form.purpose);
  }
};

/** Reads what was typed of the filing as a whole; every fault names the field it belongs to. */
export const readParticulars = (
  form: SubmissionForm,
  entries: Pick<ReadEntries, 'figures'>,
  typed: DraftValues,
): Particulars => {
  const faults: FieldFault[] = [];
  const reason = textIn(typed, CHANGE_REASON, LONGEST_CHANGE_REASON);
  const isAsked = asksForReason(form, entries);
  if (isAsked && reason === null) {
    const sentence =
      'Say in a sentence why the figures change, for example “two late surveys came in”.';
    faults.push({ field: CHANGE_REASON, sentence });
  }
  const onBehalf = form.purpose === 'file_on_behalf' ? readOnBehalf(form, typed, faults) : null;
  const chosen = EARLIER_CHOICES.find((each) => each === typed[EARLIER]) ?? null;
  const earlier = form.waiting.length === 0 ? null : chosen;
  if (form.waiting.length > 0 && chosen === null) {
    const sentence = 'Choose what becomes of the correction that waits.';
    faults.push({ field: EARLIER, sentence });
  }
  return { reason: isAsked ? reason : null, onBehalf, earlier, faults };
};

const readOnBehalf = (
  { project }: SubmissionForm,
  typed: DraftValues,
  faults: FieldFault[],
): OnBehalf | null => {
  const givenBy = textIn(typed, GIVEN_BY, LONGEST_NAME);
  const received = RECEIVED.find((each) => each === typed[RECEIVED_BY]);
  const attachment = textIn(typed, ATTACHMENT, LONGEST_LINK);
  if (givenBy === null) {
    const sentence = `Enter the name of who at ${project.agency} gave you these figures.`;
    faults.push({ field: GIVEN_BY, sentence });
  }
  if (received === undefined) {
    faults.push({ field: RECEIVED_BY, sentence: 'Choose how the figures reached you.' });
  }
  if (attachment !== null && !isWebAddress(attachment)) {
    const sentence = 'Paste a link that begins with https://, or leave this empty.';
    faults.push({ field: ATTACHMENT, sentence });
  }
  return givenBy === null || received === undefined ? null : { givenBy, received, attachment };
};

const isWebAddress = (text: string): boolean => {
  const address = URL.parse(text.trim());
  return address !== null && (address.protocol === 'https:' || address.protocol === 'http:');
};

const textIn = (typed: DraftValues, field: string, most: number): string | null => {
  const value = typed[field];
  if (typeof value !== 'string' || plainText(value) === '') return null;
  return [...value.toWellFormed().trim()].slice(0, most).join('');
};
