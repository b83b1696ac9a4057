import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Edge } from '../edge.ts';
import type { Answer } from './answer.ts';

const window = z.looseObject({ type: z.literal('modal'), blocks: z.array(z.unknown()) });

const keptAnswer = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'not JSON' });
      return z.NEVER;
    }
  })
  .pipe(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('errors'), errors: z.record(z.string(), z.string()) }),
      z.object({
        kind: z.literal('update'),
        view: z.custom<ModalView>((view) => window.safeParse(view).success, 'not a window'),
      }),
    ]),
  );

/** The answer to a press as it is kept, so that the same press gets the same answer. */
export const keepAnswer = (answer: Answer): string => JSON.stringify(answer);

/** The answer that was kept; null where the record holds something else in its place, which is logged. */
export const readKeptAnswer = ({ log }: Pick<Edge, 'log'>, kept: string): Answer | null => {
  const read = keptAnswer.safeParse(kept);
  if (read.success) return read.data;
  log.error({ err: read.error }, 'the answer kept for a press could not be read');
  return null;
};
