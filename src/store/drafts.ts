import { z } from 'zod';
import type { Store } from '../application/ports.ts';
import type { Draft } from '../application/submission-record.ts';
import type { Quarter } from '../domain/calendar/calendar.ts';
import { instantCodec, jsonSchema, readRow, textOf } from './codecs.ts';
import { and, type Db, eq, immediately, slots, sql } from './db.ts';
import { drafts, submissions } from './schema.ts';

type Drafts = Pick<Store, 'draft' | 'saveDraft' | 'discardDraft'>;

const draftCodec = textOf(
  z.object({
    version: z.number().int().nonnegative(),
    fields: z.record(
      z.string(),
      z.object({
        value: jsonSchema,
        by: z.string(),
        at: instantCodec,
        version: z.number().int().positive(),
        // Drafts of earlier versions of MOPAC do not say.
        window: z.string().nullable().default(null),
      }),
    ),
    aside: z.record(
      z.string(),
      z.record(z.string(), z.object({ value: jsonSchema, at: instantCodec })),
    ),
    pages: z.record(z.string(), z.number().int().positive()),
  }),
) satisfies z.ZodType<Draft, string>;

export const draftsIn = (db: Db): Drafts => {
  const statements = prepareStatements(db);
  return {
    draft: (programmeId, projectNumber, quarter) => {
      const row = statements.find.get(keyOf(programmeId, projectNumber, quarter));
      if (row === undefined) return null;
      const id = `${programmeId}/${projectNumber}/${quarter.year}/${quarter.number}`;
      return readRow(draftCodec, { table: 'drafts', id }, row.content);
    },
    saveDraft: (programmeId, projectNumber, quarter, draft, at) => {
      const key = keyOf(programmeId, projectNumber, quarter);
      immediately(db, () => {
        statements.startSubmission.run(key);
        statements.save.run({
          ...key,
          content: z.encode(draftCodec, draft),
          savedAt: z.encode(instantCodec, at),
        });
      });
    },
    discardDraft: (programmeId, projectNumber, quarter) => {
      const key = keyOf(programmeId, projectNumber, quarter);
      immediately(db, () => {
        statements.discard.run(key);
        statements.dropEmptySubmission.run(key);
      });
    },
  };
};

const keyOf = (programmeId: number, projectNumber: number, quarter: Quarter) => ({
  programmeId,
  projectNumber,
  year: quarter.year,
  quarter: quarter.number,
});

const prepareStatements = ({ orm }: Db) => {
  const submission = slots('programmeId', 'projectNumber', 'year', 'quarter');
  const ofSubmission = (table: typeof drafts | typeof submissions) =>
    and(
      eq(table.programmeId, submission.programmeId),
      eq(table.projectNumber, submission.projectNumber),
      eq(table.year, submission.year),
      eq(table.quarter, submission.quarter),
    );
  return {
    find: orm
      .select({ content: drafts.content })
      .from(drafts)
      .where(ofSubmission(drafts))
      .prepare(),
    startSubmission: orm
      .insert(submissions)
      .values({ ...submission, state: 'draft' })
      .onConflictDoNothing()
      .prepare(),
    save: orm
      .insert(drafts)
      .values({ ...submission, ...slots('content', 'savedAt') })
      .onConflictDoUpdate({
        target: [drafts.programmeId, drafts.projectNumber, drafts.year, drafts.quarter],
        set: { content: sql`excluded.content`, savedAt: sql`excluded.saved_at` },
      })
      .prepare(),
    discard: orm.delete(drafts).where(ofSubmission(drafts)).prepare(),
    dropEmptySubmission: orm
      .delete(submissions)
      .where(and(ofSubmission(submissions), eq(submissions.state, 'draft')))
      .prepare(),
  };
};
