import type { Temporal } from 'temporal-polyfill';
import type { Quarter } from '../domain/calendar/calendar.ts';
import type { RecordedState } from '../domain/submission/life.ts';
import type { Actor, Json, StoredProgramme } from './ports.ts';

/** What somebody typed or chose in one field of a form, exactly as typed. */
export interface DraftField {
  readonly value: Json;
  /** The Slack user id of who entered it. */
  readonly by: string;
  readonly at: Temporal.Instant;
  /** The draft's version from which on it has stood there. */
  readonly version: number;
  /** The window it was typed in; null where that is not known. */
  readonly window: string | null;
}

/** Something typed in a field where a colleague had typed something else meanwhile. */
export interface AsideField {
  readonly value: Json;
  readonly at: Temporal.Instant;
}

/**
 * What has been typed for one return and not filed, by everybody at work on it. A field that stands as
 * the record has it is not in here.
 */
export interface Draft {
  /** One more with each save that changes a field. */
  readonly version: number;
  readonly fields: { readonly [field: string]: DraftField };
  /** Kept until its author has seen what stands in its place and chosen, by Slack user id and field. */
  readonly aside: { readonly [person: string]: { readonly [field: string]: AsideField } };
  /** The page each person was last on, by Slack user id. */
  readonly pages: { readonly [person: string]: number };
}

export const RECEIVED = ['email', 'phone', 'meeting', 'letter'] as const;
/** How figures reached the coordinator who files them for an agency. */
export type Received = (typeof RECEIVED)[number];

/** For whom a coordinator filed, and how they had the figures. */
export interface OnBehalf {
  /** The name of who gave the figures. */
  readonly givenBy: string;
  readonly received: Received;
  /** Where the message or paper can be looked up; null where there is nothing to link to. */
  readonly attachment: string | null;
}

export const REVIEW_KINDS = [
  'accepted',
  'sent_back',
  'comment',
  'confirmed_final',
  'correction_asked',
  'correction_approved',
  'correction_declined',
  'correction_withdrawn',
] as const;
export type ReviewKind = (typeof REVIEW_KINDS)[number];

/** One thing said or decided about a return, for one of its measures or for all of it. */
export interface NewReviewEntry {
  readonly kind: ReviewKind;
  /** The measure it is about; null where it is about the whole return. */
  readonly ref: string | null;
  readonly comment: string | null;
  readonly by: Actor;
  readonly at: Temporal.Instant;
}

export interface ReviewEntry extends NewReviewEntry {
  readonly id: number;
  /** The revision of the return that lay before them. */
  readonly revision: number;
}

export const CORRECTION_DECISIONS = ['approved', 'declined', 'withdrawn'] as const;
export type CorrectionDecision = (typeof CORRECTION_DECISIONS)[number];

/** A change to locked figures that somebody asks for. */
export interface NewCorrection {
  /** The filing it would change. */
  readonly filingId: number;
  /** What was typed, by field, as a draft holds it: read again when it is decided. */
  readonly content: { readonly [field: string]: Json };
  readonly reason: string;
  readonly askedBy: Actor;
  readonly askedAt: Temporal.Instant;
}

export interface Correction extends NewCorrection {
  readonly id: number;
  readonly programmeId: number;
  readonly projectNumber: number;
  readonly quarter: Quarter;
  /** Null while it waits. */
  readonly decided: {
    readonly decision: CorrectionDecision;
    readonly by: Actor;
    readonly at: Temporal.Instant;
    readonly comment: string | null;
  } | null;
}

export const HANDOVER_REASONS = ['away', 'not_me'] as const;
export type HandoverReason = (typeof HANDOVER_REASONS)[number];

/** Who answers in a lead's place. */
export interface NewHandover {
  readonly programmeId: number;
  /** The lead as the catalogue names them: an address or a Slack user id. */
  readonly lead: string;
  /** The Slack user id of who answers instead; null where nobody does. */
  readonly substitute: string | null;
  readonly reason: HandoverReason;
  readonly from: Temporal.PlainDate;
  /** The last day; null where it is for good. */
  readonly until: Temporal.PlainDate | null;
  readonly madeBy: Actor;
  readonly madeAt: Temporal.Instant;
}

export interface Handover extends NewHandover {
  readonly id: number;
}

/** A hand-over as it was made, and who ended it and when; null while nobody has. */
export interface PastHandover extends Handover {
  readonly ended: { readonly by: Actor; readonly at: Temporal.Instant } | null;
}

/** One catalogue of a programme as it was saved. */
export interface CatalogueRevision extends StoredProgramme {
  readonly savedBy: Actor;
  readonly savedAt: Temporal.Instant;
}

/** What the record knows of a return's life between being typed and being published. */
export interface SubmissionRecord {
  draft(programmeId: number, projectNumber: number, quarter: Quarter): Draft | null;
  saveDraft(
    programmeId: number,
    projectNumber: number,
    quarter: Quarter,
    draft: Draft,
    at: Temporal.Instant,
  ): void;
  discardDraft(programmeId: number, projectNumber: number, quarter: Quarter): void;

  /** Moves a return that has been filed to another state. */
  setState(submissionId: number, state: RecordedState): void;
  recordReview(filingId: number, entries: readonly NewReviewEntry[]): void;
  /** Everything said and decided about a return, the first first. */
  reviews(programmeId: number, projectNumber: number, quarter: Quarter): readonly ReviewEntry[];

  /** Answers its id. */
  askCorrection(correction: NewCorrection): number;
  correction(id: number): Correction | null;
  /** Those of a programme that nobody has decided yet, the oldest first. */
  waitingCorrections(programmeId: number): readonly Correction[];
  /** False where it has been decided already; then nothing changes. */
  decideCorrection(id: number, decided: NonNullable<Correction['decided']>): boolean;

  /** Answers its id. */
  recordHandover(handover: NewHandover): number;
  /** Those of a programme that nobody has ended, in the order they were made, past ones included. */
  handovers(programmeId: number): readonly Handover[];
  /** Any of them, also one that was ended. */
  handover(id: number): PastHandover | null;
  /** False where it has ended already. */
  endHandover(id: number, by: Actor, at: Temporal.Instant): boolean;

  /** Every catalogue of a programme, the first first. */
  catalogueRevisions(programmeId: number): readonly CatalogueRevision[];
}
