import Big from 'big.js';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type Actor, type Json, StoreFailed } from '../application/ports.ts';
import type { Quarter } from '../domain/calendar/calendar.ts';
import { type Decimal, decimal } from '../domain/decimal.ts';

// A codec reads a stored value into the domain's own type and writes it back; a value that does not
// fit is refused, with the table and row, before anybody computes with it.

const DECIMAL_TEXT = /^-?\d+(\.\d+)?$/;

/** Exact decimals as plain text: `0.72`, never a float and never an exponent. */
export const decimalCodec = z.codec(
  z.string().regex(DECIMAL_TEXT),
  z.custom<Decimal>((value) => value instanceof Big),
  {
    decode: (text) => decimal(text),
    // Nought has no sign in the record.
    encode: (value) => (value.eq(0) ? '0' : value.toFixed()),
  },
);

/** Nine decimals always, so that instants sort as text. */
export const instantCodec = z.codec(z.iso.datetime(), z.instanceof(Temporal.Instant), {
  decode: (text) => Temporal.Instant.from(text),
  encode: (instant) => instant.toString({ fractionalSecondDigits: 9 }),
});

export const dayCodec = z.codec(z.iso.date(), z.instanceof(Temporal.PlainDate), {
  decode: (text) => Temporal.PlainDate.from(text),
  encode: (day) => day.toString(),
});

export const jsonSchema: z.ZodType<Json, Json> = z.json() as z.ZodType<Json, Json>;

/** Any JSON value as its text. */
export const jsonCodec = textOf(jsonSchema);

export const actorCodec = textOf(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('person'), key: z.string(), name: z.string().nullable() }),
    z.object({ kind: z.literal('operator'), name: z.string() }),
  ]) satisfies z.ZodType<Actor>,
);

export const quarterSchema = z.object({
  year: z.number().int(),
  number: z.literal([1, 2, 3, 4]),
}) satisfies z.ZodType<Quarter>;

/** JSON text read through `schema`. */
export function textOf<Schema extends z.ZodType>(schema: Schema) {
  const text = z.codec(z.string(), z.unknown(), {
    decode: (stored, context): unknown => {
      try {
        return JSON.parse(stored);
      } catch {
        context.issues.push({ code: 'custom', input: stored, message: 'is not JSON' });
        return z.NEVER;
      }
    },
    encode: (value) => JSON.stringify(value),
  });
  return text.pipe(schema);
}

/** Reads one stored row, or says which row of which table is damaged. */
export const readRow = <Schema extends z.ZodType>(
  schema: Schema,
  where: { readonly table: string; readonly id: number | string },
  row: unknown,
): z.output<Schema> => {
  const read = schema.safeParse(row);
  if (read.success) return read.data;
  throw new StoreFailed(
    `The database is damaged: ${where.table} row ${where.id} cannot be read (${z.prettifyError(read.error)}).`,
    { cause: read.error },
  );
};

/** JSON with its keys in one order, so that equal values have equal text (and equal hashes). */
export const canonicalJson = (value: Json): string => JSON.stringify(sorted(value));

const sorted = (value: Json): Json => {
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.map(sorted);
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
};

// Array.isArray does not narrow a readonly array away from the object case.
const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
