import type { Temporal } from 'temporal-polyfill';
import type { Quarter } from '../domain/calendar/calendar.ts';
import type { QuestionCode } from '../domain/checking/question.ts';
import type { Figure, FiledFigure } from '../domain/figure.ts';
import type { Programme } from '../domain/measure.ts';
import type { RecordedState } from '../domain/submission/life.ts';
import type { PurgeRecord } from './purge-record.ts';
import type { OnBehalf, SubmissionRecord } from './submission-record.ts';

/** The only source of "now". In the demo and the tests it can be set and moved. */
export interface Clock {
  now(): Temporal.Instant;
}

export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

export const ACCOUNTS = ['member', 'guest', 'outsider'] as const;
/** What somebody is to the workspace: a full member, a guest in it, or of another organisation. */
export type Account = (typeof ACCOUNTS)[number];

/** A person as Slack knows them; `id` is the trusted Slack user id of a delivery. */
export interface Person {
  readonly id: string;
  readonly email: string | null;
  readonly name: string | null;
  /** Left out where Slack was not asked or did not answer: then they count as no member. */
  readonly account?: Account;
}

/** A person as Slack last told us of them, and when that was. */
export interface SeenPerson extends Person {
  readonly seenAt: Temporal.Instant;
}

/** Who did something: a Slack user id, a catalogue address, or a command run on the server. */
export type Actor =
  | { readonly kind: 'person'; readonly key: string; readonly name: string | null }
  | { readonly kind: 'operator'; readonly name: string };

export interface StoredProgramme {
  readonly id: number;
  readonly revision: number;
  readonly programme: Programme;
}

/** A figure that waits for its final value. */
export interface ProvisionalFigure {
  readonly ref: string;
  readonly quarter: Quarter;
  readonly finalBy: Temporal.PlainDate;
}

/** One quarterly return as it stands. A project without a row is simply due. */
export interface StoredSubmission {
  readonly id: number;
  readonly programmeId: number;
  readonly projectNumber: number;
  readonly quarter: Quarter;
  readonly state: RecordedState;
  /** The latest filing; null while there is only a draft. */
  readonly filing: StoredFiling | null;
}

export interface StoredFiling {
  readonly id: number;
  /** 1 for the first, one more each time the project files again. */
  readonly revision: number;
  readonly filedBy: Actor;
  readonly filedAt: Temporal.Instant;
  readonly late: boolean;
  readonly additionalInformation: string | null;
  /** Why it was filed again; null for a first filing, and where nobody was asked. */
  readonly reason: string | null;
  /** Null where the agency filed for itself. */
  readonly onBehalf: OnBehalf | null;
  /** What whoever filed confirmed by filing, in the words that stood there; null for an import. */
  readonly attestation: string | null;
}

/** A filing with the figures it put on record. */
export interface PastFiling extends StoredFiling {
  readonly figures: readonly FiledFigure[];
}

export interface NewFiling {
  readonly programmeId: number;
  readonly projectNumber: number;
  readonly quarter: Quarter;
  readonly filedBy: Actor;
  readonly filedAt: Temporal.Instant;
  readonly late: boolean;
  readonly additionalInformation: string | null;
  readonly reason: string | null;
  readonly onBehalf: OnBehalf | null;
  readonly attestation: string | null;
  /** What the return is from now on: a correction leaves it as it was. */
  readonly state: Exclude<StoredSubmission['state'], 'draft'>;
  /** Only figures that are new or differ from the current revision; each becomes its next revision. */
  readonly figures: ReadonlyArray<{ readonly ref: string; readonly figure: Figure }>;
}

/** Something that was asked before a filing, in the words that were shown, and confirmed. */
export interface AnsweredQuestion {
  /** The measure's reference; `Additional information` where it was about that. */
  readonly ref: string;
  readonly code: QuestionCode;
  readonly found: string;
  readonly ask: string;
  /** What the lead said to it; null where they only confirmed that it is right as it stands. */
  readonly said: string | null;
}

/** What a person has typed so far, by field, exactly as typed. */
export type DraftValues = { readonly [field: string]: Json };

export interface AuditEntry {
  readonly at: Temporal.Instant;
  readonly actor: Actor;
  readonly action: string;
  readonly subject: string;
  readonly detail: Json;
}

export type OutboxTarget =
  | { readonly kind: 'person'; readonly person: string }
  | { readonly kind: 'channel'; readonly channel: string };

/**
 * Something to be posted, written in the same transaction as its cause. `kind` and `key` together
 * are unique, so nothing is sent twice. `payload` holds references only; the words are rendered from
 * the record when it is sent.
 */
export interface NewOutboxMessage {
  readonly kind: string;
  readonly key: string;
  readonly target: OutboxTarget;
  readonly payload: Json;
  /** The message whose thread this one belongs to, or which it edits; it waits until that one is sent. */
  readonly parentId: number | null;
  readonly dueAt: Temporal.Instant;
}

export const OUTBOX_STATES = ['pending', 'sending', 'sent', 'unknown', 'dead'] as const;
export type OutboxState = (typeof OUTBOX_STATES)[number];

export interface OutboxMessage extends NewOutboxMessage {
  readonly id: number;
  readonly state: OutboxState;
  readonly attempts: number;
  /** Where it was posted, once it was: the channel's id and the message's `ts`. */
  readonly posted: { readonly channel: string; readonly ts: string } | null;
  readonly lastError: string | null;
}

export interface JobRecord {
  readonly kind: string;
  readonly key: string;
  readonly at: Temporal.Instant;
  readonly outcome: 'done' | 'skipped';
  readonly reason: string | null;
}

/**
 * The record. Everything is synchronous: SQLite answers in microseconds, and a write is on disk when
 * the call returns. A database that is busy throws `StoreBusy`; one that fails, `StoreFailed`.
 */
export interface Store extends SubmissionRecord, PurgeRecord {
  /** Runs `work` in one immediate transaction: all of it is kept, or none. Nested calls join the outer one. */
  transaction<Value>(work: () => Value): Value;

  /** Differs whenever anything in the record may have changed, here or in another process. Cheap to ask. */
  version(): string;

  /** Every programme at its current catalogue revision; cached until the file changes. */
  programmes(): readonly StoredProgramme[];
  /** Adds a catalogue revision (and the programme, the first time). Answers the programme's id. */
  saveProgramme(programme: Programme, by: Actor, at: Temporal.Instant): number;

  submission(programmeId: number, projectNumber: number, quarter: Quarter): StoredSubmission | null;
  submissions(programmeId: number, quarter: Quarter): readonly StoredSubmission[];
  /** Every filing of a return, the first first. */
  filings(programmeId: number, projectNumber: number, quarter: Quarter): readonly PastFiling[];
  /** The latest quarter of this programme for which anything was filed. */
  latestFiledQuarter(programmeId: number): Quarter | null;
  /** Appends a filing and its figures' revisions. */
  file(filing: NewFiling): StoredFiling;

  /** Appends what was asked before this filing and confirmed. */
  recordQuestions(filingId: number, answered: readonly AnsweredQuestion[]): void;
  /** The same, in the order it was asked; empty where nothing was. */
  questions(filingId: number): readonly AnsweredQuestion[];

  /** Current revisions of one measure, from `from` to `to` inclusive, oldest first. */
  figures(programmeId: number, ref: string, from: Quarter, to: Quarter): readonly FiledFigure[];
  /** The same for every measure of the programme, by ref. */
  allFigures(
    programmeId: number,
    from: Quarter,
    to: Quarter,
  ): ReadonlyMap<string, readonly FiledFigure[]>;
  /** Which of the programme's current figures of this year are provisional, and when each is to be final. */
  provisionalFigures(programmeId: number, year: number): readonly ProvisionalFigure[];

  /** Adds to the outbox; null where this kind and key is there already. Otherwise its id. */
  enqueue(message: NewOutboxMessage): number | null;
  outboxMessage(kind: string, key: string): OutboxMessage | null;
  outboxMessageById(id: number): OutboxMessage | null;
  /** Pending or unknown messages due by now whose parent (if any) is sent or dead, oldest first. */
  outboxDue(now: Temporal.Instant, limit: number): readonly OutboxMessage[];
  /** After a start: whatever was being sent when the process died has an unknown outcome. */
  outboxRecover(): number;
  markSending(id: number): void;
  markSent(id: number, posted: { channel: string; ts: string }): void;
  /** Whether Slack took it is not known; it is looked for before it is sent again. */
  markUnknown(id: number, retryAt: Temporal.Instant, error: string): void;
  postpone(id: number, retryAt: Temporal.Instant, error: string): void;
  markDead(id: number, error: string): void;
  outboxCounts(): Readonly<Record<OutboxState, number>>;

  /** Records that a scheduled occurrence was handled; false where it already was. */
  recordJob(job: JobRecord): boolean;
  jobDone(kind: string, key: string): boolean;

  audit(entry: AuditEntry): void;

  /**
   * Answers a delivery once: the first time runs `work` in the transaction and keeps its answer; a
   * repeat of the same key gets the kept answer and nothing runs.
   */
  answerOnce<Value extends Json>(
    key: string,
    at: Temporal.Instant,
    work: () => Value,
  ): { readonly repeated: boolean; readonly answer: Value };

  /** Forgets what was kept of deliveries answered before this. */
  forgetAnswers(before: Temporal.Instant): void;

  /** People as last seen in Slack. */
  person(slackId: string): SeenPerson | null;
  personByEmail(email: string): SeenPerson | null;
  /** An address belongs to one account: whoever had this one before has it no longer. */
  savePerson(person: Person, at: Temporal.Instant): void;

  close(): void;
}

/** Another process held the database for longer than we wait. Nothing was saved. */
export class StoreBusy extends Error {
  override readonly name = 'StoreBusy';
}

/** The database could not be read or written (disk full, read-only, damaged). Nothing was saved. */
export class StoreFailed extends Error {
  override readonly name = 'StoreFailed';
}
