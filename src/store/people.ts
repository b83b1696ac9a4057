import { z } from 'zod';
import type { Person, SeenPerson, Store } from '../application/ports.ts';
import { instantCodec, readRow } from './codecs.ts';
import { and, type Db, desc, eq, immediately, ne, slots, sql } from './db.ts';
import { people } from './schema.ts';

type People = Pick<Store, 'person' | 'personByEmail' | 'savePerson'>;

export const peopleIn = (db: Db): People => {
  const statements = prepareStatements(db);
  return {
    person: (slackId) => readIfAny(statements.byId.get({ id: slackId })),
    personByEmail: (address) => readIfAny(statements.byEmail.get({ email: address })),
    savePerson: ({ id, email, name }: Person, at) => {
      immediately(db, () => {
        if (email !== null) statements.takeAddress.run({ id, email });
        statements.save.run({ slackId: id, email, name, seenAt: z.encode(instantCodec, at) });
      });
    },
  };
};

const personCodec = z.object({
  id: z.string(),
  email: z.string().nullable(),
  name: z.string().nullable(),
  seenAt: instantCodec,
}) satisfies z.ZodType<SeenPerson>;

type Row = z.input<typeof personCodec>;

const readIfAny = (row: Row | undefined): SeenPerson | null =>
  row === undefined ? null : readRow(personCodec, { table: 'people', id: row.id }, row);

const prepareStatements = ({ orm }: Db) => {
  const { id, email } = slots('id', 'email');
  const columns = {
    id: people.slackId,
    email: people.email,
    name: people.name,
    seenAt: people.seenAt,
  };
  // Addresses are compared without regard to case.
  const hasAddress = sql`lower(${people.email}) = lower(${email})`;
  return {
    byId: orm.select(columns).from(people).where(eq(people.slackId, id)).prepare(),
    byEmail: orm
      .select(columns)
      .from(people)
      .where(hasAddress)
      .orderBy(desc(people.seenAt))
      .limit(1)
      .prepare(),
    takeAddress: orm
      .update(people)
      .set({ email: null })
      .where(and(hasAddress, ne(people.slackId, id)))
      .prepare(),
    save: orm
      .insert(people)
      .values(slots('slackId', 'email', 'name', 'seenAt'))
      .onConflictDoUpdate({
        target: people.slackId,
        set: {
          email: sql`excluded.email`,
          name: sql`excluded.name`,
          seenAt: sql`excluded.seen_at`,
        },
      })
      .prepare(),
  };
};
