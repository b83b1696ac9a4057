import { z } from 'zod';
import type { Store } from '../application/ports.ts';
import {
  HANDOVER_REASONS,
  type Handover,
  type PastHandover,
} from '../application/submission-record.ts';
import { actorCodec, dayCodec, instantCodec, readRow } from './codecs.ts';
import { and, asc, type Db, eq, isNull, only, slots, sql } from './db.ts';
import { handovers } from './schema.ts';

type Handovers = Pick<Store, 'recordHandover' | 'handovers' | 'handover' | 'endHandover'>;

const handoverCodec = z.object({
  id: z.number(),
  programmeId: z.number(),
  lead: z.string(),
  substitute: z.string().nullable(),
  reason: z.literal(HANDOVER_REASONS),
  from: dayCodec,
  until: dayCodec.nullable(),
  madeBy: actorCodec,
  madeAt: instantCodec,
}) satisfies z.ZodType<Handover>;

const pastCodec = handoverCodec.extend({
  ended: z.object({ by: actorCodec, at: instantCodec }).nullable(),
}) satisfies z.ZodType<PastHandover>;

export const handoversIn = (db: Db): Handovers => {
  const statements = prepareStatements(db);
  return {
    recordHandover: ({ programmeId, lead, substitute, reason, from, until, madeBy, madeAt }) =>
      only(
        statements.append.get({
          programmeId,
          lead,
          substitute,
          reason,
          fromDay: z.encode(dayCodec, from),
          untilDay: until === null ? null : z.encode(dayCodec, until),
          madeBy: z.encode(actorCodec, madeBy),
          madeAt: z.encode(instantCodec, madeAt),
        }),
      ).id,
    handovers: (programmeId) =>
      statements.standing
        .all({ programmeId })
        .map(({ fromDay: from, untilDay: until, ...row }) =>
          readRow(handoverCodec, { table: 'handovers', id: row.id }, { ...row, from, until }),
        ),
    handover: (handoverId) => {
      const row = statements.byId.get({ handoverId });
      if (row === undefined) return null;
      const { fromDay: from, untilDay: until, endedBy: by, endedAt: at, ...rest } = row;
      const ended = by === null && at === null ? null : { by, at };
      const about = { table: 'handovers', id: row.id };
      return readRow(pastCodec, about, { ...rest, from, until, ended });
    },
    endHandover: (handoverId, by, at) =>
      statements.end.run({
        handoverId,
        endedBy: z.encode(actorCodec, by),
        endedAt: z.encode(instantCodec, at),
      }).changes === 1,
  };
};

const prepareStatements = ({ orm }: Db) => {
  const { programmeId, handoverId } = slots('programmeId', 'handoverId');
  const given = slots('lead', 'substitute', 'reason', 'fromDay', 'untilDay', 'madeBy', 'madeAt');
  const isStanding = isNull(handovers.endedAt);
  return {
    append: orm
      .insert(handovers)
      .values({ programmeId, ...given })
      .returning({ id: handovers.id })
      .prepare(),
    standing: orm
      .select()
      .from(handovers)
      .where(and(eq(handovers.programmeId, programmeId), isStanding))
      .orderBy(asc(handovers.id))
      .prepare(),
    byId: orm.select().from(handovers).where(eq(handovers.id, handoverId)).prepare(),
    end: orm
      .update(handovers)
      .set({
        endedBy: sql`${sql.placeholder('endedBy')}`,
        endedAt: sql`${sql.placeholder('endedAt')}`,
      })
      .where(and(eq(handovers.id, handoverId), isStanding))
      .prepare(),
  };
};
