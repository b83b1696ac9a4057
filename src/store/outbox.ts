import { z } from 'zod';
import {
  OUTBOX_STATES,
  type OutboxMessage,
  type OutboxTarget,
  type Store,
} from '../application/ports.ts';
import { instantCodec, jsonCodec, readRow, textOf } from './codecs.ts';
import { alias, and, asc, type Db, eq, inArray, isNull, lte, ne, or, slots, sql } from './db.ts';
import { outbox } from './schema.ts';

type Outbox = Pick<
  Store,
  | 'enqueue'
  | 'outboxMessage'
  | 'outboxMessageById'
  | 'outboxDue'
  | 'outboxRecover'
  | 'markSending'
  | 'markSent'
  | 'markUnknown'
  | 'postpone'
  | 'markDead'
  | 'outboxCounts'
  | 'postsMade'
>;

const targetCodec = textOf(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('person'), person: z.string() }),
    z.object({ kind: z.literal('channel'), channel: z.string() }),
  ]),
) satisfies z.ZodType<OutboxTarget, string>;

export const outboxIn = (db: Db): Outbox => {
  const statements = prepareStatements(db);
  const change = (statement: (typeof statements)['markSent'], id: number, values: object): void => {
    const { changes } = statement.run({ id, ...values });
    if (changes !== 1) throw new Error(`The outbox has no message ${id}`);
  };
  return {
    enqueue: ({ kind, key, target, payload, parentId, dueAt }) =>
      statements.insert.get({
        kind,
        key,
        target: z.encode(targetCodec, target),
        payload: z.encode(jsonCodec, payload),
        parentId,
        dueAt: z.encode(instantCodec, dueAt),
      })?.id ?? null,
    outboxMessage: (kind, key) => readIfAny(statements.byKey.get({ kind, key })),
    outboxMessageById: (id) => readIfAny(statements.byId.get({ id })),
    outboxDue: (now, limit) =>
      statements.due
        .all({ now: z.encode(instantCodec, now), limit })
        .map(({ message }) => read(message)),
    postsMade: () => statements.made.all().map(read),
    outboxRecover: () => statements.recover.run().changes,
    markSending: (id) => change(statements.markSending, id, {}),
    markSent: (id, { channel, ts }) => change(statements.markSent, id, { channel, ts }),
    markUnknown: (id, retryAt, error) =>
      change(statements.retry, id, {
        state: 'unknown',
        dueAt: z.encode(instantCodec, retryAt),
        error,
      }),
    postpone: (id, retryAt, error) =>
      change(statements.retry, id, {
        state: 'pending',
        dueAt: z.encode(instantCodec, retryAt),
        error,
      }),
    markDead: (id, error) => change(statements.markDead, id, { error }),
    outboxCounts: () => ({
      ...{ pending: 0, sending: 0, sent: 0, unknown: 0, dead: 0 },
      ...Object.fromEntries(statements.counts.all().map(({ state, count }) => [state, count])),
    }),
  };
};

const messageCodec = z.object({
  id: z.number(),
  kind: z.string(),
  key: z.string(),
  target: targetCodec,
  payload: jsonCodec,
  parentId: z.number().nullable(),
  dueAt: instantCodec,
  state: z.literal(OUTBOX_STATES),
  attempts: z.number(),
  posted: z.object({ channel: z.string(), ts: z.string() }).nullable(),
  lastError: z.string().nullable(),
}) satisfies z.ZodType<OutboxMessage>;

const read = (row: typeof outbox.$inferSelect): OutboxMessage => {
  const { postedChannel: channel, postedTs: ts, ...rest } = row;
  const posted = channel === null && ts === null ? null : { channel, ts };
  return readRow(messageCodec, { table: 'outbox', id: row.id }, { ...rest, posted });
};

const readIfAny = (row: typeof outbox.$inferSelect | undefined): OutboxMessage | null =>
  row === undefined ? null : read(row);

const prepareStatements = ({ orm }: Db) => {
  const { id, kind, key, now, limit } = slots('id', 'kind', 'key', 'now', 'limit');
  const { state, dueAt, error, channel, ts } = slots('state', 'dueAt', 'error', 'channel', 'ts');
  const parent = alias(outbox, 'parent');
  const update = (values: Parameters<ReturnType<typeof orm.update<typeof outbox>>['set']>[0]) =>
    orm.update(outbox).set(values).where(eq(outbox.id, id)).prepare();
  return {
    insert: orm
      .insert(outbox)
      .values({
        ...slots('kind', 'key', 'target', 'payload', 'parentId', 'dueAt'),
        state: 'pending',
        attempts: 0,
      })
      .onConflictDoNothing({ target: [outbox.kind, outbox.key] })
      .returning({ id: outbox.id })
      .prepare(),
    byKey: orm
      .select()
      .from(outbox)
      .where(and(eq(outbox.kind, kind), eq(outbox.key, key)))
      .prepare(),
    byId: orm.select().from(outbox).where(eq(outbox.id, id)).prepare(),
    due: orm
      .select({ message: outbox })
      .from(outbox)
      .leftJoin(parent, eq(parent.id, outbox.parentId))
      .where(
        and(
          inArray(outbox.state, ['pending', 'unknown']),
          lte(outbox.dueAt, now),
          or(isNull(outbox.parentId), inArray(parent.state, ['sent', 'dead'])),
        ),
      )
      .orderBy(asc(outbox.dueAt), asc(outbox.id))
      .limit(limit)
      .prepare(),
    made: orm
      .select()
      .from(outbox)
      .where(and(inArray(outbox.state, ['sending', 'sent', 'unknown']), ne(outbox.kind, 'edit')))
      .orderBy(asc(outbox.id))
      .prepare(),
    recover: orm
      .update(outbox)
      .set({ state: 'unknown' })
      .where(eq(outbox.state, 'sending'))
      .prepare(),
    markSending: update({ state: 'sending', attempts: sql`${outbox.attempts} + 1` }),
    markSent: update({ state: 'sent', postedChannel: sql`${channel}`, postedTs: sql`${ts}` }),
    retry: update({ state: sql`${state}`, dueAt: sql`${dueAt}`, lastError: sql`${error}` }),
    markDead: update({ state: 'dead', lastError: sql`${error}` }),
    counts: orm
      .select({ state: outbox.state, count: sql<number>`count(*)` })
      .from(outbox)
      .groupBy(outbox.state)
      .prepare(),
  };
};
