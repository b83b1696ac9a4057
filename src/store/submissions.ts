import { z } from 'zod';
import type {
  NewFiling,
  PastFiling,
  Store,
  StoredFiling,
  StoredSubmission,
} from '../application/ports.ts';
import { RECEIVED } from '../application/submission-record.ts';
import { RECORDED_STATES } from '../domain/submission/life.ts';
import { actorCodec, instantCodec, quarterSchema, readRow } from './codecs.ts';
import {
  alias,
  and,
  asc,
  type Db,
  desc,
  eq,
  exists,
  getTableColumns,
  immediately,
  max,
  only,
  slots,
  sql,
} from './db.ts';
import { readFigure } from './figure-codec.ts';
import type { Figures } from './figures.ts';
import { dateRemovedIn } from './removed.ts';
import { figures, filings, submissions } from './schema.ts';

type Submissions = Pick<
  Store,
  'submission' | 'submissions' | 'filings' | 'latestFiledQuarter' | 'file'
>;

export const submissionsIn = (db: Db, appendFigure: Figures['append']): Submissions => {
  const statements = prepareStatements(db);
  const dateRemoved = dateRemovedIn(db);
  const read = ({ submission, filing }: Row): StoredSubmission =>
    readSubmission({
      submission,
      filing: filing === null ? null : dateRemoved('filings', filing),
    });

  const appendFiling = (filing: NewFiling): StoredFiling => {
    const { programmeId, projectNumber, quarter, filedBy, filedAt, late, state } = filing;
    const { reason, onBehalf, attestation, additionalInformation } = filing;
    const submission = { programmeId, projectNumber, year: quarter.year, quarter: quarter.number };
    const { id: submissionId } = only(statements.putInState.get({ ...submission, state }));
    const { id, revision } = only(
      statements.appendFiling.get({
        submissionId,
        filedBy: z.encode(actorCodec, filedBy),
        filedAt: z.encode(instantCodec, filedAt),
        late,
        additionalInformation,
        reason,
        givenBy: onBehalf?.givenBy ?? null,
        received: onBehalf?.received ?? null,
        attachment: onBehalf?.attachment ?? null,
        attestation,
      }),
    );
    for (const { ref, figure } of filing.figures) {
      appendFigure({ filingId: id, programmeId, quarter, late, ref, figure });
    }
    const said = { additionalInformation, reason, onBehalf, attestation };
    return { id, revision, filedBy, filedAt, late, ...said };
  };

  return {
    submission: (programmeId, projectNumber, quarter) => {
      const { year, number } = quarter;
      const row = statements.one.get({ programmeId, projectNumber, year, quarter: number });
      return row === undefined ? null : read(row);
    },
    submissions: (programmeId, { year, number }) =>
      statements.ofQuarter.all({ programmeId, year, quarter: number }).map(read),
    filings: (programmeId, projectNumber, { year, number }) => {
      const key = { programmeId, projectNumber, year, quarter: number };
      const filed = statements.filingsOf.all(key);
      const rows = statements.figuresOf.all(key);
      return filed.map(
        ({ filing }): PastFiling => ({
          ...readRow(
            filingCodec,
            { table: 'filings', id: filing.id },
            filingOf(dateRemoved('filings', filing)),
          ),
          figures: rows
            .filter(({ filingId }) => filingId === filing.id)
            .map((row) => readFigure(dateRemoved('figures', row))),
        }),
      );
    },
    latestFiledQuarter: (programmeId) => {
      const row = statements.latest.get({ programmeId });
      if (row === undefined) return null;
      const { id, year, number } = row;
      return readRow(quarterSchema, { table: 'submissions', id }, { year, number });
    },
    file: (filing) => immediately(db, () => appendFiling(filing)),
  };
};

const filingCodec = z.object({
  id: z.number(),
  revision: z.number().int().positive(),
  filedBy: actorCodec,
  filedAt: instantCodec,
  late: z.boolean(),
  additionalInformation: z.string().nullable(),
  reason: z.string().nullable(),
  onBehalf: z
    .object({
      givenBy: z.string(),
      received: z.literal(RECEIVED),
      attachment: z.string().nullable(),
    })
    .nullable(),
  attestation: z.string().nullable(),
}) satisfies z.ZodType<StoredFiling>;

type FilingRow = typeof filings.$inferSelect;

/** The row as the codec reads it: whose figures they were is one thing in three columns. */
const filingOf = ({ givenBy, received, attachment, ...row }: FilingRow) => ({
  ...row,
  onBehalf: givenBy === null ? null : { givenBy, received, attachment },
});

const submissionCodec = z.object({
  id: z.number(),
  programmeId: z.number(),
  projectNumber: z.number(),
  quarter: quarterSchema,
  state: z.literal(RECORDED_STATES),
  filing: filingCodec.nullable(),
}) satisfies z.ZodType<StoredSubmission>;

type Row = NonNullable<ReturnType<ReturnType<typeof prepareStatements>['one']['get']>>;

const readSubmission = ({ submission, filing }: Row): StoredSubmission => {
  const { year, quarter: number, ...rest } = submission;
  const stored = {
    ...rest,
    quarter: { year, number },
    filing: filing === null ? null : filingOf(filing),
  };
  return readRow(submissionCodec, { table: 'submissions', id: submission.id }, stored);
};

const prepareStatements = ({ orm }: Db) => {
  const { programmeId, year, quarter } = slots('programmeId', 'year', 'quarter');
  const { projectNumber, state } = slots('projectNumber', 'state');
  const ofThisQuarter = and(
    eq(submissions.programmeId, programmeId),
    eq(submissions.year, year),
    eq(submissions.quarter, quarter),
  );
  const earlier = alias(filings, 'earlier');
  const latestRevision = orm
    .select({ revision: max(earlier.revision) })
    .from(earlier)
    .where(eq(earlier.submissionId, submissions.id));
  const withFiling = () =>
    orm
      .select({ submission: submissions, filing: filings })
      .from(submissions)
      .leftJoin(
        filings,
        and(eq(filings.submissionId, submissions.id), eq(filings.revision, latestRevision)),
      );
  const ofThisReturn = and(ofThisQuarter, eq(submissions.projectNumber, projectNumber));
  const { submissionId } = slots('submissionId');
  const nextRevision = sql`(select coalesce(max(revision), 0) + 1 from ${filings} where submission_id = ${submissionId})`;
  const itsFilings = orm
    .select({ id: filings.id })
    .from(filings)
    .where(eq(filings.submissionId, submissions.id));
  return {
    one: withFiling().where(ofThisReturn).prepare(),
    ofQuarter: withFiling().where(ofThisQuarter).orderBy(asc(submissions.projectNumber)).prepare(),
    filingsOf: orm
      .select({ filing: filings })
      .from(filings)
      .innerJoin(submissions, eq(submissions.id, filings.submissionId))
      .where(ofThisReturn)
      .orderBy(asc(filings.revision))
      .prepare(),
    figuresOf: orm
      .select(getTableColumns(figures))
      .from(figures)
      .innerJoin(filings, eq(filings.id, figures.filingId))
      .innerJoin(submissions, eq(submissions.id, filings.submissionId))
      .where(
        and(
          ofThisReturn,
          // Said again of the figures, which have an index by these.
          eq(figures.programmeId, programmeId),
          eq(figures.year, year),
          eq(figures.quarter, quarter),
        ),
      )
      .orderBy(asc(figures.id))
      .prepare(),
    latest: orm
      .select({ id: submissions.id, year: submissions.year, number: submissions.quarter })
      .from(submissions)
      .where(and(eq(submissions.programmeId, programmeId), exists(itsFilings)))
      .orderBy(desc(submissions.year), desc(submissions.quarter))
      .limit(1)
      .prepare(),
    putInState: orm
      .insert(submissions)
      .values({ programmeId, projectNumber, year, quarter, state })
      .onConflictDoUpdate({
        target: [
          submissions.programmeId,
          submissions.year,
          submissions.quarter,
          submissions.projectNumber,
        ],
        set: { state: sql`excluded.state` },
      })
      .returning({ id: submissions.id })
      .prepare(),
    appendFiling: orm
      .insert(filings)
      .values({
        ...slots('submissionId', 'filedBy', 'filedAt', 'late', 'additionalInformation'),
        ...slots('reason', 'givenBy', 'received', 'attachment', 'attestation'),
        revision: nextRevision,
      })
      .returning({ id: filings.id, revision: filings.revision })
      .prepare(),
  };
};
