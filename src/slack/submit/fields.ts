import { z } from 'zod';
import { reasonKey } from '../../application/check-entries.ts';
import { ADDITIONAL_INFORMATION, ENTRY_FIELDS } from '../../application/entry-fields.ts';
import { PARTICULAR_FIELDS } from '../../application/filing-particulars.ts';
import type { DraftValues, Json } from '../../application/ports.ts';
import { ACTION } from '../ids.ts';

/** One input's state as Slack sends it; an input nobody touched has none of these. */
const inputState = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
  selected_date: z.string().nullish(),
});

const viewState = z.object({
  values: z.record(z.string(), z.record(z.string(), inputState)),
});

/** The one action id of every input; the field is told by its block's id. */
export const INPUT = ACTION.submitInput;
// Windows that were open when this version of MOPAC was started still have it.
const FORMER_INPUT = 'input';
export const PROVISIONAL = 'provisional';

/**
 * What was typed and chosen, by field: text as typed, an option's value, a tick as true or false, and
 * null for an input that was emptied. Blocks that are not ours are left out.
 */
export const readFields = (state: unknown): DraftValues => {
  const read = viewState.safeParse(state);
  if (!read.success) return {};
  const fields: Record<string, Json> = {};
  for (const [field, inputs] of Object.entries(read.data.values)) {
    const input = inputs[INPUT] ?? inputs[FORMER_INPUT];
    if (input !== undefined && isField(field)) fields[field] = fieldValue(field, input);
  }
  return fields;
};

const drawnInput = z.object({
  block_id: z.string(),
  element: z.object({
    initial_value: z.string().optional(),
    initial_option: z.object({ value: z.string() }).optional(),
    initial_options: z.array(z.object({ value: z.string() })).optional(),
    initial_date: z.string().optional(),
  }),
});

/** What a window's inputs held when it was drawn, in the same terms: Slack gives its blocks back with each delivery. */
export const readDrawn = (blocks: readonly unknown[]): DraftValues =>
  Object.fromEntries(
    blocks.flatMap((block) => {
      const read = drawnInput.safeParse(block);
      if (!read.success || !isField(read.data.block_id)) return [];
      const {
        initial_value: value,
        initial_option: option,
        initial_options: options,
        initial_date: date,
      } = read.data.element;
      const input = {
        value,
        selected_option: option,
        selected_options: options,
        selected_date: date,
      };
      return [[read.data.block_id, fieldValue(read.data.block_id, input)]];
    }),
  );

const isField = (id: string): boolean =>
  id === ADDITIONAL_INFORMATION ||
  PARTICULAR_FIELDS.some((field) => id === field) ||
  id.startsWith(reasonKey('')) ||
  ENTRY_FIELDS.some((field) => id.startsWith(`${field}:`));

const fieldValue = (field: string, input: z.infer<typeof inputState>): Json => {
  if (field.startsWith('provisional:')) {
    return (input.selected_options ?? []).some(({ value }) => value === PROVISIONAL);
  }
  return input.selected_option?.value ?? input.selected_date ?? input.value ?? null;
};
