import { createHash } from 'node:crypto';
import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { FieldFault } from '../application/entry-fields.ts';
import type { Refusal } from '../application/faults.ts';
import type { Json } from '../application/ports.ts';
import { refusalSentence } from '../application/refusal-sentences.ts';
import type { Result } from '../domain/result.ts';
import type { Edge } from './edge.ts';
import { refusalView } from './refusal-view.ts';

/** What becomes of a window: sentences beside its fields, or another window in its place. */
export type WindowAnswer =
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
  | { readonly response_action: 'update'; readonly view: ModalView };

const kept = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), value: z.json() }),
  z.object({ kind: z.literal('errors'), errors: z.record(z.string(), z.string()) }),
  z.object({ kind: z.literal('refused'), sentence: z.string() }),
]);
type Kept = z.infer<typeof kept>;

/**
 * Saves what a window holds, once for each delivery of a press: a repeat writes nothing and gets the
 * first answer. Where nothing was decided, as Slack did not answer, `keep` nothing of it.
 */
export const saveOnce = (
  { store, clock }: Edge,
  view: ViewOutput,
  {
    save,
    shown,
    keep = true,
  }: {
    readonly save: () => Result<
      Json,
      Refusal | { readonly kind: 'fields'; readonly faults: readonly FieldFault[] }
    >;
    /** The window that says what was saved. */
    readonly shown: (saved: unknown) => ModalView;
    readonly keep?: boolean;
  },
): WindowAnswer => {
  const work = (): Json => keptAnswer(save());
  const answer = kept.parse(
    keep ? store.answerOnce(pressOf(view), clock.now(), work).answer : work(),
  );
  switch (answer.kind) {
    case 'saved':
      return { response_action: 'update', view: shown(answer.value) };
    case 'errors':
      return { response_action: 'errors', errors: answer.errors };
    case 'refused':
      return { response_action: 'update', view: refusalView(answer.sentence) };
  }
};

const keptAnswer = (saved: ReturnType<Parameters<typeof saveOnce>[2]['save']>) => {
  if (saved.ok) return { kind: 'saved', value: saved.value } as const;
  if (saved.fault.kind !== 'fields') {
    return { kind: 'refused', sentence: refusalSentence(saved.fault) } as const;
  }
  const errors = saved.fault.faults.map(({ field, sentence }) => [field, sentence]);
  return { kind: 'errors', errors: Object.fromEntries(errors) } satisfies Kept;
};

/** Names this press with what its window held; a field corrected makes it another. */
const pressOf = (view: ViewOutput): string => {
  const held = createHash('sha256').update(JSON.stringify(view.state)).digest('hex');
  return `${view.callback_id}/${view.id}/${view.hash}/${held}`;
};
