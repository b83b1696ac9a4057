import { EMPTY_DRAFT, type Merged, mergeTyped, type TypedPage } from './draft.ts';
import type { Caller } from './open-return.ts';
import { recordedValues } from './starting-values.ts';
import { type SubmissionForm, withDraft } from './submission-form.ts';

/**
 * Keeps what one page of a form holds. Where `onlyIfTyped`, a page on which nothing was changed leaves
 * no draft behind: looking at a return is no work on it.
 */
export const keepDraft = (
  { store, clock, person }: Caller,
  form: SubmissionForm,
  page: Omit<TypedPage, 'person' | 'at'>,
  { onlyIfTyped = false }: { readonly onlyIfTyped?: boolean } = {},
): Merged & { readonly form: SubmissionForm } => {
  const { programmeId, projectNumber, quarter } = form.key;
  return store.transaction(() => {
    const before = store.draft(programmeId, projectNumber, quarter);
    const at = clock.now();
    const merged = mergeTyped(before ?? EMPTY_DRAFT, recordedValues(form), {
      ...page,
      person: person.id,
      at,
    });
    const isEmpty =
      before === null &&
      merged.draft.version === EMPTY_DRAFT.version &&
      merged.contested.length === 0;
    if (isEmpty && onlyIfTyped) return { ...merged, form };
    store.saveDraft(programmeId, projectNumber, quarter, merged.draft, at);
    return { ...merged, form: withDraft(store, form, merged.draft) };
  });
};
