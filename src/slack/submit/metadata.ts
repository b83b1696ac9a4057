import type { SubmissionKey } from '../../application/submission-form.ts';
import { readSubmissionKey, writeSubmissionKey } from '../references.ts';

/** Where in which return a form stands. It travels through the client, so it is only ever a claim. */
export interface FormPlace {
  readonly key: SubmissionKey;
  /** From 1. */
  readonly page: number;
}

export const writePlace = ({ key, page }: FormPlace): string =>
  `${writeSubmissionKey(key)}/${page}`;

export const readPlace = (text: string): FormPlace | null => {
  const match = /^([\d|]{1,40})\/(\d{1,4})$/.exec(text);
  const key = match?.[1] === undefined ? null : readSubmissionKey(match[1]);
  return key === null ? null : { key, page: Number(match?.[2]) };
};
