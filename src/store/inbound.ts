import { z } from 'zod';
import type { Json, Store } from '../application/ports.ts';
import { instantCodec, jsonCodec, readRow } from './codecs.ts';
import { type Db, eq, immediately, slots } from './db.ts';
import { inbound } from './schema.ts';

export const inboundIn = (db: Db): Pick<Store, 'answerOnce'> => {
  const { key: keySlot } = slots('key');
  const find = db.orm
    .select({ answer: inbound.answer })
    .from(inbound)
    .where(eq(inbound.key, keySlot))
    .prepare();
  const keep = db.orm
    .insert(inbound)
    .values(slots('key', 'at', 'answer'))
    .prepare();
  return {
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
