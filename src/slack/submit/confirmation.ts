import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { AskedQuestion } from '../../application/check-entries.ts';
import type { Confirmation } from '../../application/ready-to-file.ts';
import { INPUT } from './fields.ts';

/** The tick below the questions: its option's value names the questions it stands under. */
export const CONFIRM = 'confirm';

const FINGERPRINT_LENGTH = 16;

/**
 * A name for exactly these questions, so that a tick never confirms what was not in front of whoever
 * ticked it. A missing sentence is left out: it is answered on the same page, and is then gone.
 */
export const fingerprintOf = (asked: readonly AskedQuestion[]): string =>
  createHash('sha256')
    .update(
      JSON.stringify(
        asked
          .filter(({ question }) => question.code !== 'no_commentary')
          .map(({ ref, question: { code, found, ask } }) => [ref, code, found, ask]),
      ),
    )
    .digest('hex')
    .slice(0, FINGERPRINT_LENGTH);

const options = z.array(z.object({ value: z.string() }));
const confirmBlock = z.object({
  block_id: z.literal(CONFIRM),
  element: z.object({ options }),
});
const confirmState = z.object({
  values: z.object({ [CONFIRM]: z.object({ [INPUT]: z.object({ selected_options: options }) }) }),
});

/** What a submitted review says: under which questions its tick stood, if it had one, and whether it was set. */
export const readConfirmation = (view: {
  readonly blocks: readonly unknown[];
  readonly state: unknown;
}): Omit<Confirmation, 'seen'> => {
  const shown = view.blocks
    .flatMap((block) => confirmBlock.safeParse(block).data ?? [])
    .flatMap(({ element }) => element.options.map(({ value }) => value))[0];
  const ticked = confirmState.safeParse(view.state).data?.values[CONFIRM][INPUT].selected_options;
  return {
    saw: (asked) => fingerprintOf(asked) === shown,
    ticked: ticked !== undefined && ticked.length > 0,
  };
};
