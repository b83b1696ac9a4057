import type { SubmissionKey } from '../../application/open-return.ts';
import { FORM_PURPOSES, type FormPurpose } from '../../application/submission-form.ts';
import { readSubmissionKey, writeSubmissionKey } from '../references.ts';

/** Where in which return a form stands. It travels through the client, so it is only ever a claim. */
export interface FormPlace {
  readonly key: SubmissionKey;
  readonly purpose: FormPurpose;
  /** From 1. */
  readonly page: number;
  /** The version of the draft on which the window was drawn; 0 where there was none. */
  readonly seen: number;
}

export const writePlace = ({ key, purpose, page, seen }: FormPlace): string =>
  `${writeSubmissionKey(key)}/${page}/${seen}/${purpose}`;

/**
 * A window drawn by an earlier version of MOPAC may name no draft and no purpose: then it counts as
 * having seen none, and as one for filing.
 */
export const readPlace = (text: string): FormPlace | null => {
  const match = /^([\d|]{1,40})\/(\d{1,4})(?:\/(\d{1,9})(?:\/([a-z_]{1,20}))?)?$/.exec(text);
  const key = match?.[1] === undefined ? null : readSubmissionKey(match[1]);
  const purpose = FORM_PURPOSES.find((each) => each === (match?.[4] ?? 'file'));
  return key === null || purpose === undefined
    ? null
    : { key, purpose, page: Math.max(1, Number(match?.[2])), seen: Number(match?.[3] ?? 0) };
};
