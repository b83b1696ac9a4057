import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { check, index, integer, primaryKey, sql, sqliteTable, text, unique } from './db.ts';

// Texts that may name somebody (commentary, reasons, comments) can be taken out by a purge: the
// triggers let exactly that column of exactly that row become REMOVED_TEXT, once a purge names it.
//
// Instants are ISO text with nine decimals, so that they sort as text; figures are exact decimal
// text; JSON is text read through the codecs. Tables in APPEND_ONLY_TABLES also have triggers that
// refuse UPDATE and DELETE: drizzle-kit knows no triggers, so they are written in the migrations.

/** Every table whose rows may never change or go. */
export const APPEND_ONLY_TABLES = [
  'catalogue_revisions',
  'filings',
  'figures',
  'questions',
  'reviews',
  'purges',
  'audit',
] as const;

export const programmes = sqliteTable(
  'programmes',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    title: text('title').notNull(),
    year: integer('year').notNull(),
  },
  (table) => [unique('programmes_title_year').on(table.title, table.year)],
);

export const catalogueRevisions = sqliteTable(
  'catalogue_revisions',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    programmeId: integer('programme_id')
      .notNull()
      .references(() => programmes.id),
    revision: integer('revision').notNull(),
    content: text('content').notNull(),
    contentHash: text('content_hash').notNull(),
    savedBy: text('saved_by').notNull(),
    savedAt: text('saved_at').notNull(),
  },
  (table) => [unique('catalogue_revisions_revision').on(table.programmeId, table.revision)],
);

export const submissions = sqliteTable(
  'submissions',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    programmeId: integer('programme_id')
      .notNull()
      .references(() => programmes.id),
    projectNumber: integer('project_number').notNull(),
    year: integer('year').notNull(),
    quarter: integer('quarter').notNull(),
    state: text('state').notNull(),
  },
  (table) => [
    unique('submissions_return').on(
      table.programmeId,
      table.year,
      table.quarter,
      table.projectNumber,
    ),
    check('submissions_quarter', sql`${table.quarter} between 1 and 4`),
  ],
);

export const filings = sqliteTable(
  'filings',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    submissionId: integer('submission_id')
      .notNull()
      .references(() => submissions.id),
    revision: integer('revision').notNull(),
    filedBy: text('filed_by').notNull(),
    filedAt: text('filed_at').notNull(),
    late: integer('late', { mode: 'boolean' }).notNull(),
    additionalInformation: text('additional_information'),
    reason: text('reason'),
    givenBy: text('given_by'),
    received: text('received'),
    attachment: text('attachment'),
    attestation: text('attestation'),
  },
  (table) => [unique('filings_revision').on(table.submissionId, table.revision)],
);

export const figures = sqliteTable(
  'figures',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    filingId: integer('filing_id')
      .notNull()
      .references(() => filings.id),
    programmeId: integer('programme_id')
      .notNull()
      .references(() => programmes.id),
    ref: text('ref').notNull(),
    year: integer('year').notNull(),
    quarter: integer('quarter').notNull(),
    revision: integer('revision').notNull(),
    kind: text('kind').notNull(),
    value: text('value'),
    numerator: text('numerator'),
    denominator: text('denominator'),
    basis: text('basis'),
    expected: text('expected'),
    provisional: integer('provisional', { mode: 'boolean' }).notNull(),
    awaited: text('awaited'),
    finalBy: text('final_by'),
    actionWhat: text('action_what'),
    actionWho: text('action_who'),
    actionBy: text('action_by'),
    commentary: text('commentary'),
    smallSample: integer('small_sample', { mode: 'boolean' }).notNull(),
    judgement: text('judgement'),
    late: integer('late', { mode: 'boolean' }).notNull(),
  },
  (table) => [
    unique('figures_revision').on(
      table.programmeId,
      table.ref,
      table.year,
      table.quarter,
      table.revision,
    ),
    index('figures_of_quarter').on(table.programmeId, table.year, table.quarter),
    check('figures_quarter', sql`${table.quarter} between 1 and 4`),
  ],
);

/** What was asked before a filing, in the words that were shown, and what was said to it. */
export const questions = sqliteTable(
  'questions',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    filingId: integer('filing_id')
      .notNull()
      .references(() => filings.id),
    ref: text('ref').notNull(),
    code: text('code').notNull(),
    found: text('found').notNull(),
    ask: text('ask').notNull(),
    said: text('said'),
  },
  (table) => [index('questions_of_filing').on(table.filingId)],
);

/** What both sides said and decided about a return, a row for each measure it concerns. */
export const reviews = sqliteTable(
  'reviews',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    filingId: integer('filing_id')
      .notNull()
      .references(() => filings.id),
    kind: text('kind').notNull(),
    ref: text('ref'),
    comment: text('comment'),
    by: text('by').notNull(),
    at: text('at').notNull(),
  },
  (table) => [index('reviews_of_filing').on(table.filingId)],
);

/** Changes to locked figures that were asked for; `content` is what was typed, as a draft has it. */
export const corrections = sqliteTable(
  'corrections',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    filingId: integer('filing_id')
      .notNull()
      .references(() => filings.id),
    content: text('content').notNull(),
    reason: text('reason').notNull(),
    askedBy: text('asked_by').notNull(),
    askedAt: text('asked_at').notNull(),
    decision: text('decision'),
    decidedBy: text('decided_by'),
    decidedAt: text('decided_at'),
    comment: text('comment'),
  },
  (table) => [
    index('corrections_of_filing').on(table.filingId),
    check('corrections_decision', sql`${table.decision} in ('approved', 'declined', 'withdrawn')`),
  ],
);

/** Who answers in a lead's place, and until when. */
export const handovers = sqliteTable(
  'handovers',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    programmeId: integer('programme_id')
      .notNull()
      .references(() => programmes.id),
    lead: text('lead').notNull(),
    substitute: text('substitute'),
    reason: text('reason').notNull(),
    fromDay: text('from_day').notNull(),
    untilDay: text('until_day'),
    madeBy: text('made_by').notNull(),
    madeAt: text('made_at').notNull(),
    endedBy: text('ended_by'),
    endedAt: text('ended_at'),
  },
  (table) => [index('handovers_of_programme').on(table.programmeId)],
);

/** Which text was taken out of the record, by whom and why; never what it said. */
export const purges = sqliteTable(
  'purges',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    source: text('source').notNull(),
    rowId: integer('row_id').notNull(),
    part: text('part').notNull(),
    reason: text('reason').notNull(),
    by: text('by').notNull(),
    at: text('at').notNull(),
  },
  (table) => [unique('purges_text').on(table.source, table.rowId, table.part)],
);

/** What has been typed for a return and not filed, by everybody at work on it. */
export const drafts = sqliteTable(
  'drafts',
  {
    programmeId: integer('programme_id')
      .notNull()
      .references(() => programmes.id),
    projectNumber: integer('project_number').notNull(),
    year: integer('year').notNull(),
    quarter: integer('quarter').notNull(),
    content: text('content').notNull(),
    savedAt: text('saved_at').notNull(),
  },
  (table) => [
    primaryKey({
      name: 'drafts_key',
      columns: [table.programmeId, table.projectNumber, table.year, table.quarter],
    }),
  ],
);

export const outbox = sqliteTable(
  'outbox',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    kind: text('kind').notNull(),
    key: text('key').notNull(),
    target: text('target').notNull(),
    payload: text('payload').notNull(),
    parentId: integer('parent_id').references((): AnySQLiteColumn => outbox.id),
    dueAt: text('due_at').notNull(),
    state: text('state').notNull(),
    attempts: integer('attempts').notNull(),
    postedChannel: text('posted_channel'),
    postedTs: text('posted_ts'),
    lastError: text('last_error'),
  },
  (table) => [
    unique('outbox_kind_key').on(table.kind, table.key),
    index('outbox_due').on(table.state, table.dueAt),
    check('outbox_state', sql`${table.state} in ('pending', 'sending', 'sent', 'unknown', 'dead')`),
  ],
);

export const jobs = sqliteTable(
  'jobs',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    kind: text('kind').notNull(),
    key: text('key').notNull(),
    at: text('at').notNull(),
    outcome: text('outcome').notNull(),
    reason: text('reason'),
  },
  (table) => [unique('jobs_kind_key').on(table.kind, table.key)],
);

export const audit = sqliteTable('audit', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  at: text('at').notNull(),
  actor: text('actor').notNull(),
  action: text('action').notNull(),
  subject: text('subject').notNull(),
  detail: text('detail').notNull(),
  previousHash: text('previous_hash').notNull(),
  hash: text('hash').notNull(),
});

export const inbound = sqliteTable('inbound', {
  key: text('key').primaryKey(),
  at: text('at').notNull(),
  answer: text('answer').notNull(),
});

export const people = sqliteTable(
  'people',
  {
    slackId: text('slack_id').primaryKey(),
    email: text('email'),
    name: text('name'),
    seenAt: text('seen_at').notNull(),
  },
  (table) => [index('people_email').on(sql`lower(${table.email})`)],
);
