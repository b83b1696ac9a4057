import { z } from 'zod';
import type { DraftValues, Store } from '../application/ports.ts';
import type { Quarter } from '../domain/calendar/calendar.ts';
import { instantCodec, readRow, textOf } from './codecs.ts';
import { and, type Db, eq, immediately, notExists, slots, sql } from './db.ts';
import { drafts, submissions } from './schema.ts';

type Drafts = Pick<Store, 'draft' | 'saveDraft' | 'discardDraft'>;

const valuesCodec = textOf(z.record(z.string(), z.json())) satisfies z.ZodType<DraftValues, string>;

export const draftsIn = (db: Db): Drafts => {
  const statements = prepareStatements(db);
  return {
    draft: (programmeId, projectNumber, quarter, person) => {
      const row = statements.find.get(keyOf(programmeId, projectNumber, quarter, person));
      if (row === undefined) return null;
      const id = `${programmeId}/${projectNumber}/${quarter.year}/${quarter.number}/${person}`;
      return readRow(valuesCodec, { table: 'drafts', id }, row.content);
    },
    saveDraft: (programmeId, projectNumber, quarter, person, values, at) => {
      const key = keyOf(programmeId, projectNumber, quarter, person);
      immediately(db, () => {
        statements.startSubmission.run(key);
        statements.save.run({
          ...key,
          content: JSON.stringify(values),
          savedAt: z.encode(instantCodec, at),
        });
      });
    },
    discardDraft: (programmeId, projectNumber, quarter, person) => {
      const key = keyOf(programmeId, projectNumber, quarter, person);
      immediately(db, () => {
        statements.discard.run(key);
        statements.dropEmptySubmission.run(key);
      });
    },
  };
};

const keyOf = (programmeId: number, projectNumber: number, quarter: Quarter, person: string) => ({
  programmeId,
  projectNumber,
  year: quarter.year,
  quarter: quarter.number,
  person,
});

const prepareStatements = ({ orm }: Db) => {
  const { person, ...submission } = slots(
    'programmeId',
    'projectNumber',
    'year',
    'quarter',
    'person',
  );
  const ofSubmission = (table: typeof drafts | typeof submissions) =>
    and(
      eq(table.programmeId, submission.programmeId),
      eq(table.projectNumber, submission.projectNumber),
      eq(table.year, submission.year),
      eq(table.quarter, submission.quarter),
    );
  const thisDraft = and(ofSubmission(drafts), eq(drafts.person, person));
  const otherDrafts = orm.select({ one: sql`1` }).from(drafts).where(ofSubmission(drafts));
  return {
    find: orm.select({ content: drafts.content }).from(drafts).where(thisDraft).prepare(),
    startSubmission: orm
      .insert(submissions)
      .values({ ...submission, state: 'draft' })
      .onConflictDoNothing()
      .prepare(),
    save: orm
      .insert(drafts)
      .values({ ...submission, person, ...slots('content', 'savedAt') })
      .onConflictDoUpdate({
        target: [
          drafts.programmeId,
          drafts.projectNumber,
          drafts.year,
          drafts.quarter,
          drafts.person,
        ],
        set: { content: sql`excluded.content`, savedAt: sql`excluded.saved_at` },
      })
      .prepare(),
    discard: orm.delete(drafts).where(thisDraft).prepare(),
    dropEmptySubmission: orm
      .delete(submissions)
      .where(and(ofSubmission(submissions), eq(submissions.state, 'draft'), notExists(otherDrafts)))
      .prepare(),
  };
};
