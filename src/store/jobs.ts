import { z } from 'zod';
import type { Store } from '../application/ports.ts';
import { instantCodec } from './codecs.ts';
import { and, type Db, eq, slots } from './db.ts';
import { jobs } from './schema.ts';

export const jobsIn = ({ orm }: Db): Pick<Store, 'recordJob' | 'jobDone'> => {
  const { kind, key } = slots('kind', 'key');
  const insert = orm
    .insert(jobs)
    .values(slots('kind', 'key', 'at', 'outcome', 'reason'))
    .onConflictDoNothing({ target: [jobs.kind, jobs.key] })
    .prepare();
  const find = orm
    .select({ id: jobs.id })
    .from(jobs)
    .where(and(eq(jobs.kind, kind), eq(jobs.key, key)))
    .prepare();
  return {
    recordJob: (job) => insert.run({ ...job, at: z.encode(instantCodec, job.at) }).changes === 1,
    jobDone: (jobKind, jobKey) => find.get({ kind: jobKind, key: jobKey }) !== undefined,
  };
};
