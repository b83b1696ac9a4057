import { z } from 'zod';
import type { Store } from '../application/ports.ts';
import { CORRECTION_DECISIONS, type Correction } from '../application/submission-record.ts';
import { actorCodec, instantCodec, jsonSchema, quarterSchema, readRow, textOf } from './codecs.ts';
import { and, asc, type Db, eq, isNull, only, slots, sql } from './db.ts';
import { dateRemovedIn } from './removed.ts';
import { corrections, filings, submissions } from './schema.ts';

type Corrections = Pick<
  Store,
  'askCorrection' | 'correction' | 'waitingCorrections' | 'decideCorrection'
>;

const contentCodec = textOf(z.record(z.string(), jsonSchema));

const correctionCodec = z.object({
  id: z.number(),
  programmeId: z.number(),
  projectNumber: z.number(),
  quarter: quarterSchema,
  filingId: z.number(),
  content: contentCodec,
  reason: z.string(),
  askedBy: actorCodec,
  askedAt: instantCodec,
  decided: z
    .object({
      decision: z.literal(CORRECTION_DECISIONS),
      by: actorCodec,
      at: instantCodec,
      comment: z.string().nullable(),
    })
    .nullable(),
}) satisfies z.ZodType<Correction>;

export const correctionsIn = (db: Db): Corrections => {
  const statements = prepareStatements(db);
  const dateRemoved = dateRemovedIn(db);
  const read = ({ correction, submission }: Row): Correction =>
    readCorrection({ correction: dateRemoved('corrections', correction), submission });
  return {
    askCorrection: ({ filingId, content, reason, askedBy, askedAt }) =>
      only(
        statements.append.get({
          filingId,
          content: z.encode(contentCodec, content),
          reason,
          askedBy: z.encode(actorCodec, askedBy),
          askedAt: z.encode(instantCodec, askedAt),
        }),
      ).id,
    correction: (correctionId) => {
      const row = statements.one.get({ correctionId });
      return row === undefined ? null : read(row);
    },
    waitingCorrections: (programmeId) => statements.waiting.all({ programmeId }).map(read),
    decideCorrection: (correctionId, { decision, by, at, comment }) =>
      statements.decide.run({
        correctionId,
        decision,
        decidedBy: z.encode(actorCodec, by),
        decidedAt: z.encode(instantCodec, at),
        comment,
      }).changes === 1,
  };
};

type Row = NonNullable<ReturnType<ReturnType<typeof prepareStatements>['one']['get']>>;

const readCorrection = ({ correction, submission }: Row): Correction => {
  const { decision, decidedBy: by, decidedAt: at, comment, ...asked } = correction;
  const { programmeId, projectNumber, year, quarter: number } = submission;
  const decided = decision === null ? null : { decision, by, at, comment };
  const stored = { ...asked, programmeId, projectNumber, quarter: { year, number }, decided };
  return readRow(correctionCodec, { table: 'corrections', id: correction.id }, stored);
};

const prepareStatements = ({ orm }: Db) => {
  const { programmeId, correctionId } = slots('programmeId', 'correctionId');
  const ofReturns = () =>
    orm
      .select({ correction: corrections, submission: submissions })
      .from(corrections)
      .innerJoin(filings, eq(filings.id, corrections.filingId))
      .innerJoin(submissions, eq(submissions.id, filings.submissionId));
  return {
    append: orm
      .insert(corrections)
      .values(slots('filingId', 'content', 'reason', 'askedBy', 'askedAt'))
      .returning({ id: corrections.id })
      .prepare(),
    one: ofReturns().where(eq(corrections.id, correctionId)).prepare(),
    waiting: ofReturns()
      .where(and(eq(submissions.programmeId, programmeId), isNull(corrections.decision)))
      .orderBy(asc(corrections.id))
      .prepare(),
    decide: orm
      .update(corrections)
      .set({
        decision: sql`${sql.placeholder('decision')}`,
        decidedBy: sql`${sql.placeholder('decidedBy')}`,
        decidedAt: sql`${sql.placeholder('decidedAt')}`,
        comment: sql`${sql.placeholder('comment')}`,
      })
      .where(and(eq(corrections.id, correctionId), isNull(corrections.decision)))
      .prepare(),
  };
};
