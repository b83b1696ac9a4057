import { z } from 'zod';

const pressed = z.union([
  z.object({ value: z.string() }).transform(({ value }) => value),
  z
    .object({ selected_option: z.object({ value: z.string() }) })
    .transform(({ selected_option }) => selected_option.value),
]);

/** The value of a pressed button or a chosen option; empty where there is none. Untrusted. */
export const pressedValue = (action: unknown): string => pressed.safeParse(action).data ?? '';

const inMessage = z.object({
  container: z.object({ channel_id: z.string(), message_ts: z.string() }),
});

/** The message a button stood in, as a key; null for a button of a modal or Home. */
export const pressedMessage = (body: unknown): string | null => {
  const read = inMessage.safeParse(body);
  return read.success
    ? `${read.data.container.channel_id}/${read.data.container.message_ts}`
    : null;
};

/** Said where a button's value cannot be read. */
export const OLD_BUTTON =
  'This button is from an older version of MOPAC. Ask again with `/mopac status`.';
