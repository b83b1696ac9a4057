import { z } from 'zod';
import type { AnsweredQuestion, Store } from '../application/ports.ts';
import { QUESTION_CODES } from '../domain/checking/question.ts';
import { readRow } from './codecs.ts';
import { asc, type Db, eq, immediately, slots } from './db.ts';
import { dateRemovedIn } from './removed.ts';
import { questions } from './schema.ts';

type Questions = Pick<Store, 'questions' | 'recordQuestions'>;

const questionCodec = z.object({
  ref: z.string(),
  code: z.literal(QUESTION_CODES),
  found: z.string(),
  ask: z.string(),
  said: z.string().nullable(),
}) satisfies z.ZodType<AnsweredQuestion>;

export const questionsIn = (db: Db): Questions => {
  const dateRemoved = dateRemovedIn(db);
  const { filingId, ...words } = slots('filingId', 'ref', 'code', 'found', 'ask', 'said');
  const ofFiling = db.orm
    .select()
    .from(questions)
    .where(eq(questions.filingId, filingId))
    .orderBy(asc(questions.id))
    .prepare();
  const append = db.orm
    .insert(questions)
    .values({ filingId, ...words })
    .prepare();
  return {
    questions: (id) =>
      ofFiling
        .all({ filingId: id })
        .map((row) =>
          readRow(questionCodec, { table: 'questions', id: row.id }, dateRemoved('questions', row)),
        ),
    recordQuestions: (id, answered) =>
      immediately(db, () => {
        for (const question of answered) append.run({ filingId: id, ...question });
      }),
  };
};
