import { z } from 'zod';
import type { Person, Store } from '../application/ports.ts';
import { instantCodec } from './codecs.ts';
import { type Db, desc, eq, slots, sql } from './db.ts';
import { people } from './schema.ts';

export const peopleIn = ({ orm }: Db): Pick<Store, 'person' | 'personByEmail' | 'savePerson'> => {
  const { id, email } = slots('id', 'email');
  const columns = { id: people.slackId, email: people.email, name: people.name };
  const find = orm.select(columns).from(people).where(eq(people.slackId, id)).prepare();
  // Addresses are compared without regard to case; of two accounts, the one seen last answers.
  const findByEmail = orm
    .select(columns)
    .from(people)
    .where(sql`lower(${people.email}) = lower(${email})`)
    .orderBy(desc(people.seenAt))
    .limit(1)
    .prepare();
  const save = orm
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
    .prepare();
  return {
    person: (slackId): Person | null => find.get({ id: slackId }) ?? null,
    personByEmail: (address): Person | null => findByEmail.get({ email: address }) ?? null,
    savePerson: (person, at) => {
      save.run({
        slackId: person.id,
        email: person.email,
        name: person.name,
        seenAt: z.encode(instantCodec, at),
      });
    },
  };
};
