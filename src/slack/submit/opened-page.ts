import { keepDraft } from '../../application/keep-draft.ts';
import type { Caller } from '../../application/open-return.ts';
import type { DraftValues } from '../../application/ports.ts';
import { refusalSentence } from '../../application/refusal-sentences.ts';
import { openSubmissionForm, type SubmissionForm } from '../../application/submission-form.ts';
import { type Edge, personOf } from '../edge.ts';
import { type FormPlace, readPlace } from './metadata.ts';

export const FORGED =
  'This form cannot be read. Close it and open the return again from your message or from Home.';

/** A page as it was submitted or left: where it claims to stand, and what its fields hold. */
export interface PageDelivery {
  readonly metadata: string;
  readonly fields: DraftValues;
  /** What the fields held when the page was drawn. */
  readonly drawn: DraftValues;
  readonly userId: string;
  /** The window's id, the same through all its pages. */
  readonly window: string;
}

export interface OpenedPage {
  readonly form: SubmissionForm;
  readonly page: number;
  /** The version of the draft on which the page was drawn. */
  readonly seen: number;
  /** The revision of the return it was drawn on; null where it does not say. */
  readonly revision: number | null;
  readonly unsaved: boolean;
}

type Opened = OpenedPage | { readonly sentence: string };

export const reopen = (
  { store, clock }: Edge,
  { metadata, userId }: Pick<PageDelivery, 'metadata' | 'userId'>,
): Opened => {
  const place: FormPlace | null = readPlace(metadata);
  if (place === null) return { sentence: FORGED };
  const opened = openSubmissionForm(
    { store, clock, person: personOf(store, userId) },
    place.key,
    place.purpose,
  );
  if (!opened.ok) return { sentence: refusalSentence(opened.fault) };
  const { page, seen, revision, unsaved } = place;
  return { form: opened.value, page, seen, revision, unsaved };
};

export const callerOf = (
  { store, clock }: Edge,
  { userId }: Pick<PageDelivery, 'userId'>,
): Caller => ({
  store,
  clock,
  person: personOf(store, userId),
});

type Kept = ReturnType<typeof keepDraft>;

/** Keeps what these fields hold; answers with the form as it is now, and what colleagues hold against it. */
export const keepPage = (
  edge: Edge,
  { form, page, seen, unsaved }: Omit<OpenedPage, 'revision'>,
  delivery: Omit<PageDelivery, 'metadata'>,
): Kept =>
  keepDraft(callerOf(edge, delivery), form, {
    page,
    seen,
    typed: delivery.fields,
    drawn: unsaved ? {} : delivery.drawn,
    window: delivery.window,
    settles: true,
  });
