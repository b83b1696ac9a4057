import type { Seen } from '../../application/accept-figures.ts';
import type { SubmissionKey } from '../../application/open-return.ts';
import type { Quarter, QuarterNumber } from '../../domain/calendar/calendar.ts';
import { readSubmissionKey, writeSubmissionKey } from '../references.ts';

/** Where in the review of which return a window stands. It comes back from the client, so it is a claim. */
export interface ReviewPlace {
  readonly key: SubmissionKey;
  /** From 1. */
  readonly page: number;
  /** What lies before the coordinator. */
  readonly seen: Seen;
}

export const writeReviewPlace = ({ key, page, seen }: ReviewPlace): string =>
  `${writeSubmissionKey(key)}/${page}/${seen.revision}/${seen.entry}`;

/** The first page of a review that is only to be opened: nothing of it has been seen yet. */
export const firstPageOf = (key: SubmissionKey): string => `${writeSubmissionKey(key)}/1`;

export const readReviewPlace = (text: string): ReviewPlace | null => {
  const match = /^([\d|]{1,40})\/(\d{1,3})(?:\/(\d{1,9})(?:\/(\d{1,12}))?)?$/.exec(text);
  const key = match?.[1] === undefined ? null : readSubmissionKey(match[1]);
  return key === null
    ? null
    : {
        key,
        page: Math.max(1, Number(match?.[2])),
        seen: { revision: Number(match?.[3] ?? 0), entry: Number(match?.[4] ?? 0) },
      };
};

/** `1|2015|1`: a programme's quarter. */
const writeQuarterKey = (programmeId: number, { year, number }: Quarter): string =>
  [programmeId, year, number].join('|');

/** The same with the last filing that lay before the coordinator: what came after it must be looked at. */
export const writeSeenQuarter = (
  programmeId: number,
  quarter: Quarter,
  lastFiling: number,
): string => `${writeQuarterKey(programmeId, quarter)}/${lastFiling}`;

/** A button of before that was written has seen nothing. */
export const readSeenQuarter = (
  text: string,
): (NonNullable<ReturnType<typeof readQuarterKey>> & { readonly lastFiling: number }) | null => {
  const match = /^([\d|]{1,20})(?:\/(\d{1,12}))?$/.exec(text);
  const key = match?.[1] === undefined ? null : readQuarterKey(match[1]);
  return key && { ...key, lastFiling: Number(match?.[2] ?? 0) };
};

export const readQuarterKey = (
  text: string,
): { readonly programmeId: number; readonly quarter: Quarter } | null => {
  const match = /^(\d{1,9})\|(\d{4})\|([1-4])$/.exec(text);
  return match === null
    ? null
    : {
        programmeId: Number(match[1]),
        quarter: { year: Number(match[2]), number: Number(match[3]) as QuarterNumber },
      };
};
