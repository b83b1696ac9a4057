import { z } from 'zod';
import type { Store } from '../application/ports.ts';
import { REVIEW_KINDS, type ReviewEntry } from '../application/submission-record.ts';
import { actorCodec, instantCodec, readRow } from './codecs.ts';
import { and, asc, type Db, eq, immediately, slots, sql } from './db.ts';
import { dateRemovedIn } from './removed.ts';
import { filings, reviews, submissions } from './schema.ts';

type Reviews = Pick<Store, 'recordReview' | 'reviews' | 'setState'>;

const entryCodec = z.object({
  id: z.number(),
  revision: z.number().int().positive(),
  kind: z.literal(REVIEW_KINDS),
  ref: z.string().nullable(),
  comment: z.string().nullable(),
  by: actorCodec,
  at: instantCodec,
}) satisfies z.ZodType<ReviewEntry>;

export const reviewsIn = (db: Db): Reviews => {
  const statements = prepareStatements(db);
  const dateRemoved = dateRemovedIn(db);
  return {
    recordReview: (filingId, entries) =>
      immediately(db, () => {
        for (const { by, at, ...entry } of entries) {
          statements.append.run({
            filingId,
            ...entry,
            by: z.encode(actorCodec, by),
            at: z.encode(instantCodec, at),
          });
        }
      }),
    reviews: (programmeId, projectNumber, { year, number }) =>
      statements.ofReturn
        .all({ programmeId, projectNumber, year, quarter: number })
        .map((row) =>
          readRow(entryCodec, { table: 'reviews', id: row.id }, dateRemoved('reviews', row)),
        ),
    setState: (submissionId, state) => {
      statements.setState.run({ submissionId, state });
    },
  };
};

const prepareStatements = ({ orm }: Db) => {
  const { programmeId, projectNumber, year, quarter } = slots(
    'programmeId',
    'projectNumber',
    'year',
    'quarter',
  );
  const { submissionId } = slots('submissionId');
  const { id, kind, ref, comment, by, at } = reviews;
  return {
    append: orm
      .insert(reviews)
      .values(slots('filingId', 'kind', 'ref', 'comment', 'by', 'at'))
      .prepare(),
    ofReturn: orm
      .select({ id, revision: filings.revision, kind, ref, comment, by, at })
      .from(reviews)
      .innerJoin(filings, eq(filings.id, reviews.filingId))
      .innerJoin(submissions, eq(submissions.id, filings.submissionId))
      .where(
        and(
          eq(submissions.programmeId, programmeId),
          eq(submissions.year, year),
          eq(submissions.quarter, quarter),
          eq(submissions.projectNumber, projectNumber),
        ),
      )
      .orderBy(asc(id))
      .prepare(),
    setState: orm
      .update(submissions)
      .set({ state: sql`${sql.placeholder('state')}` })
      .where(eq(submissions.id, submissionId))
      .prepare(),
  };
};
