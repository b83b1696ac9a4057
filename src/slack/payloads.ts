import { z } from 'zod';
import type { Json } from '../application/ports.ts';
import type { Quarter } from '../domain/calendar/calendar.ts';
import type { Edge } from './edge.ts';

/** A quarter as the payload of a queued message holds it. */
const quarterSchema: z.ZodType<Quarter> = z.object({
  year: z.int(),
  number: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
});

/** A quarter of a stored programme: what most queued messages are about. */
export const aboutQuarter = z.object({ programmeId: z.int(), quarter: quarterSchema });

/**
 * A queued message's payload, or null where it is not one of ours. It is read from the database, so
 * a fault is ours and is logged; the message is left out, for no later try would cure it.
 */
export const readPayload = <Payload>(
  { log }: Pick<Edge, 'log'>,
  schema: z.ZodType<Payload>,
  payload: Json,
): Payload | null => {
  const read = schema.safeParse(payload);
  if (read.success) return read.data;
  log.error({ err: read.error }, 'the payload of a queued message could not be read');
  return null;
};
