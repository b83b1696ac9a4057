import type { Temporal } from 'temporal-polyfill';
import { draftedFor, EMPTY_DRAFT, mergeTyped } from '../../src/application/draft.ts';
import type { SubmissionKey } from '../../src/application/open-return.ts';
import type { DraftValues, Store } from '../../src/application/ports.ts';

/** Keeps these fields as if this person had typed them into an empty form. */
export const typedBy = (
  store: Store,
  { programmeId, projectNumber, quarter }: SubmissionKey,
  { person, typed, at }: { person: string; typed: DraftValues; at: Temporal.Instant },
): void => {
  const before = store.draft(programmeId, projectNumber, quarter) ?? EMPTY_DRAFT;
  const page = {
    person,
    at,
    page: 1,
    window: 'V0TYPED',
    drawn: {},
    typed,
    seen: before.version,
    settles: true,
  };
  const { draft } = mergeTyped(before, {}, page);
  store.saveDraft(programmeId, projectNumber, quarter, draft, at);
};

/** What a form of this return would show this person of the draft; null where there is none. */
export const draftSeenBy = (
  store: Store,
  { programmeId, projectNumber, quarter }: SubmissionKey,
  person: string,
): DraftValues | null => {
  const draft = store.draft(programmeId, projectNumber, quarter);
  return draft === null ? null : draftedFor(draft, person);
};
