import { z } from 'zod';
import type { Json, Store } from '../application/ports.ts';
import { instantCodec, jsonCodec, readRow } from './codecs.ts';
import { type Db, eq, immediately, lt, slots } from './db.ts';
import { inbound } from './schema.ts';

export const inboundIn = (db: Db): Pick<Store, 'answerOnce' | 'forgetAnswers'> => {
  const { key: keySlot, before: beforeSlot } = slots('key', 'before');
  const find = db.orm
    .select({ answer: inbound.answer })
    .from(inbound)
    .where(eq(inbound.key, keySlot))
    .prepare();
  const keep = db.orm
    .insert(inbound)
    .values(slots('key', 'at', 'answer'))
    .prepare();
  const forget = db.orm.delete(inbound).where(lt(inbound.at, beforeSlot)).prepare();
  return {
    forgetAnswers: (before) => void forget.run({ before: z.encode(instantCodec, before) }),
    answerOnce: <Value extends Json>(
      key: string,
      at: Parameters<Store['answerOnce']>[1],
      work: () => Value,
    ) =>
      immediately(db, () => {
        const kept = find.get({ key });
        if (kept !== undefined) {
          const answer = readRow(jsonCodec, { table: 'inbound', id: key }, kept.answer);
          // The same key is the same kind of delivery, so what was kept is what `work` would answer.
          return { repeated: true, answer: answer as Value };
        }
        const answer = work();
        keep.run({
          key,
          at: z.encode(instantCodec, at),
          answer: z.encode(jsonCodec, answer),
        });
        return { repeated: false, answer };
      }),
  };
};
