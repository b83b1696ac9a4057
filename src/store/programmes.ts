import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Store, StoredProgramme } from '../application/ports.ts';
import type { CatalogueRevision } from '../application/submission-record.ts';
import { actorCodec, instantCodec, readRow } from './codecs.ts';
import { alias, and, asc, type Db, eq, immediately, max, only, slots } from './db.ts';
import { programmeCodec } from './programme-codec.ts';
import { catalogueRevisions, programmes } from './schema.ts';

export interface Programmes
  extends Pick<Store, 'programmes' | 'saveProgramme' | 'catalogueRevisions'> {
  /** After a rollback: what was read on the way may never have been. */
  forget(): void;
}

export const programmesIn = (db: Db): Programmes => {
  const statements = prepareStatements(db);
  const dataVersion = db.connection.prepare<[], number>('PRAGMA data_version').pluck();
  let cached: { readonly version: number; readonly all: readonly StoredProgramme[] } | null = null;

  return {
    programmes: () => {
      // Changes when another connection commits; our own saves forget the cache themselves. Read
      // first, so that a commit in between is noticed the next time.
      const version = only(dataVersion.get());
      if (cached?.version !== version) cached = { version, all: statements.all.all().map(read) };
      return cached.all;
    },
    saveProgramme: (programme, by, at) => {
      cached = null;
      const content = z.encode(programmeCodec, programme);
      const contentHash = createHash('sha256').update(content).digest('hex');
      const { title, year } = programme;
      return immediately(db, () => {
        statements.insert.run({ title, year });
        const { id } = only(statements.find.get({ title, year }));
        const current = statements.current.get({ id });
        if (current?.contentHash === contentHash) return id;
        statements.append.run({
          programmeId: id,
          revision: (current?.revision ?? 0) + 1,
          content,
          contentHash,
          savedBy: z.encode(actorCodec, by),
          savedAt: z.encode(instantCodec, at),
        });
        return id;
      });
    },
    catalogueRevisions: (programmeId) =>
      statements.revisionsOf.all({ id: programmeId }).map(readRevision),
    forget: () => {
      cached = null;
    },
  };
};

interface Row {
  readonly rowId: number;
  readonly id: number;
  readonly revision: number;
  readonly content: string;
}

const read = ({ rowId, id, revision, content }: Row): StoredProgramme => ({
  id,
  revision,
  programme: readRow(programmeCodec, { table: 'catalogue_revisions', id: rowId }, content),
});

const savedSchema = z.object({ savedBy: actorCodec, savedAt: instantCodec });

const readRevision = ({
  savedBy,
  savedAt,
  ...row
}: Row & { readonly savedBy: string; readonly savedAt: string }): CatalogueRevision => {
  const where = { table: 'catalogue_revisions', id: row.rowId };
  return { ...read(row), ...readRow(savedSchema, where, { savedBy, savedAt }) };
};

const prepareStatements = ({ orm }: Db) => {
  const revisions = alias(catalogueRevisions, 'revisions');
  const isCurrent = eq(
    catalogueRevisions.revision,
    orm
      .select({ revision: max(revisions.revision) })
      .from(revisions)
      .where(eq(revisions.programmeId, catalogueRevisions.programmeId)),
  );
  const { revision, contentHash, content, programmeId, savedBy, savedAt } = catalogueRevisions;
  const { id, title, year } = slots('id', 'title', 'year');
  return {
    all: orm
      .select({ rowId: catalogueRevisions.id, id: programmeId, revision, content })
      .from(catalogueRevisions)
      .where(isCurrent)
      .orderBy(asc(programmeId))
      .prepare(),
    revisionsOf: orm
      .select({
        rowId: catalogueRevisions.id,
        id: programmeId,
        revision,
        content,
        savedBy,
        savedAt,
      })
      .from(catalogueRevisions)
      .where(eq(programmeId, id))
      .orderBy(asc(revision))
      .prepare(),
    current: orm
      .select({ revision, contentHash })
      .from(catalogueRevisions)
      .where(and(eq(programmeId, id), isCurrent))
      .prepare(),
    find: orm
      .select({ id: programmes.id })
      .from(programmes)
      .where(and(eq(programmes.title, title), eq(programmes.year, year)))
      .prepare(),
    insert: orm.insert(programmes).values({ title, year }).onConflictDoNothing().prepare(),
    append: orm
      .insert(catalogueRevisions)
      .values(slots('programmeId', 'revision', 'content', 'contentHash', 'savedBy', 'savedAt'))
      .prepare(),
  };
};
