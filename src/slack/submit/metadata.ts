import type { SubmissionKey } from '../../application/open-return.ts';
import { readSubmissionKey, writeSubmissionKey } from '../references.ts';

/** Where in which return a form stands. It travels through the client, so it is only ever a claim. */
export interface FormPlace {
  readonly key: SubmissionKey;
  /** From 1. */
  readonly page: number;
  /** The version of the draft on which the window was drawn; 0 where there was none. */
  readonly seen: number;
}

export const writePlace = ({ key, page, seen }: FormPlace): string =>
  `${writeSubmissionKey(key)}/${page}/${seen}`;

/** A window drawn before this version of MOPAC names no draft: it counts as having seen none. */
export const readPlace = (text: string): FormPlace | null => {
  const match = /^([\d|]{1,40})\/(\d{1,4})(?:\/(\d{1,9}))?$/.exec(text);
  const key = match?.[1] === undefined ? null : readSubmissionKey(match[1]);
  return key === null
    ? null
    : { key, page: Math.max(1, Number(match?.[2])), seen: Number(match?.[3] ?? 0) };
};
