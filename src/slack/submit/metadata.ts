import type { SubmissionKey } from '../../application/open-return.ts';
import {
  FORM_PURPOSES,
  type FormPurpose,
  type SubmissionForm,
} from '../../application/submission-form.ts';
import { readSubmissionKey, writeSubmissionKey } from '../references.ts';

/** Where in which return a form stands. It travels through the client, so it is only ever a claim. */
export interface FormPlace {
  readonly key: SubmissionKey;
  readonly purpose: FormPurpose;
  /** From 1. */
  readonly page: number;
  /** The version of the draft on which the window was drawn; 0 where there was none. */
  readonly seen: number;
  /** The revision of the return on which the window was drawn; 0 where nothing was filed, null where it is not said. */
  readonly revision: number | null;
  /** Whether its fields were drawn with what could not be saved: then none of them counts as untouched. */
  readonly unsaved: boolean;
}

/** Where this page of a form stands. */
export const placeOf = (form: SubmissionForm, page: number): FormPlace => ({
  key: form.key,
  purpose: form.purpose,
  page,
  seen: form.draft?.version ?? 0,
  revision: revisionOf(form),
  unsaved: false,
});

export const revisionOf = ({ submission }: SubmissionForm): number =>
  submission?.filing?.revision ?? 0;

export const writePlace = ({ key, purpose, page, seen, revision, unsaved }: FormPlace): string =>
  [
    writeSubmissionKey(key),
    page,
    seen,
    purpose,
    ...(revision === null ? [] : [revision]),
    ...(unsaved ? [UNSAVED] : []),
  ].join('/');

const UNSAVED = 'unsaved';

/**
 * A window drawn by an earlier version of MOPAC may name no draft and no purpose: then it counts as
 * having seen none, and as one for filing.
 */
export const readPlace = (text: string): FormPlace | null => {
  const parts = text.split('/');
  const unsaved = parts.at(-1) === UNSAVED;
  const [claimed = '', page = '', seen = '0', purposeName = 'file', revision, ...rest] = unsaved
    ? parts.slice(0, -1)
    : parts;
  const key = readSubmissionKey(claimed);
  const purpose = FORM_PURPOSES.find((each) => each === purposeName);
  const numbers = [seen, revision ?? '0'];
  const isSound =
    rest.length === 0 &&
    /^\d{1,4}$/.test(page) &&
    numbers.every((number) => /^\d{1,9}$/.test(number));
  return key === null || purpose === undefined || !isSound
    ? null
    : {
        key,
        purpose,
        page: Math.max(1, Number(page)),
        seen: Number(seen),
        revision: revision === undefined ? null : Number(revision),
        unsaved,
      };
};
