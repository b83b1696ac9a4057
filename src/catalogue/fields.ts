import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { printYear, type Quarter, type QuarterNumber } from '../domain/calendar/calendar.ts';
import { type Decimal, decimal } from '../domain/decimal.ts';
import type { Band } from '../domain/measure.ts';

// A schema's message says what was expected; the fault list adds what was found.

/** Words of a person, however many: their length is checked where the sentence can name them. */
export const prose = z
  .string({ error: 'text' })
  .transform((text) => text.trim())
  .refine((text) => text !== '', { error: 'text' });

const LONGEST_LABEL = 300;

/** A title, a unit, a name: a line or two of text. */
export const label = prose.refine((text) => [...text].length <= LONGEST_LABEL, {
  error: `no more than ${LONGEST_LABEL} characters`,
});

const NUMBER = /^[-+]?(?:\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(?:\.\d{1,15})?$/;
const A_NUMBER = 'a number such as 41, 0.72 or 1,234';

const exact = (text: string): Decimal => decimal(text.replace(/[,+]/g, ''));

export const exactNumber = z
  .string({ error: A_NUMBER })
  .trim()
  .regex(NUMBER, { error: A_NUMBER })
  .transform(exact);

const A_PERCENTAGE = 'a percentage such as -5%';

/** `-5%`; the sign is required, so that -5 is never taken for points or -0.05 for a share. */
export const percentage = z
  .string({ error: A_PERCENTAGE })
  .transform((text) => /^(.+?)\s*%$/.exec(text.trim())?.[1] ?? '')
  .refine((text) => NUMBER.test(text), { error: A_PERCENTAGE })
  .transform(exact);

const A_BAND = 'a width such as 10% or 2 points';

/** `10%` of the level needed, or `2 points` in the measure's own unit. */
export const band = z
  .string({ error: A_BAND })
  .transform((text) => /^(\d[\d.]*)\s*(%|points?)$/.exec(text.trim()))
  .refine((match) => match !== null && NUMBER.test(match[1] ?? ''), { error: A_BAND })
  .transform(
    (match): Band => ({
      in: match?.[2] === '%' ? 'percent' : 'points',
      size: exact(match?.[1] ?? '0'),
    }),
  );

/** A count written in digits, within bounds that a real catalogue never leaves. */
export const wholeNumber = (bounds: { readonly from: number; readonly to: number }) => {
  const error = `a whole number from ${bounds.from} to ${bounds.to.toLocaleString('en-GB')}`;
  return z
    .string({ error })
    .trim()
    .regex(/^\d{1,9}$/, { error })
    .transform(Number)
    .refine((count) => count >= bounds.from && count <= bounds.to, { error });
};

const LONGEST_LAG = 8;
const A_LAG = `a number of quarters from "0 quarters" to "${LONGEST_LAG} quarters"`;

export const dataLag = z
  .string({ error: A_LAG })
  .transform((text) => /^(\d) quarters?$/.exec(text.trim())?.[1])
  .refine((digits) => digits !== undefined && Number(digits) <= LONGEST_LAG, { error: A_LAG })
  .transform(Number);

const A_REFERENCE = 'a reference such as 2.4 or 4.2a';

export const reference = z
  .string({ error: A_REFERENCE })
  .trim()
  .regex(/^\d{1,3}\.\d{1,3}[a-z]?$/, { error: A_REFERENCE });

const A_PERSON = 'an e-mail address or a Slack user id such as U0123ABCD';

export const person = z
  .string({ error: A_PERSON })
  .trim()
  .regex(/^(?:[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+|[UW][A-Z0-9]{2,20})$/, { error: A_PERSON });

/** One person, or a list of them. */
export const people = z.preprocess(
  (value) => (typeof value === 'string' ? [value] : value),
  z.array(person, { error: 'a list of e-mail addresses or Slack user ids' }),
);

export const channel = label.transform((name) => name.replace(/^#/, ''));

/** `2015/16` as the April it starts in, or null where the two years do not follow each other. */
const startOf = (text: string): number | null => {
  const year = Number(/^(\d{4})\/\d{2}$/.exec(text)?.[1]);
  return printYear(year) === text ? year : null;
};

const A_YEAR = 'a financial year such as 2015/16';

export const financialYear = z
  .string({ error: A_YEAR })
  .transform((text) => startOf(text.trim()))
  .refine((year) => year !== null, { error: A_YEAR });

const quarterIn = (text: string): Quarter | null => {
  const [, number, years = ''] = /^Q([1-4]) (\S+)$/.exec(text) ?? [];
  const year = startOf(years);
  return number === undefined || year === null
    ? null
    : { year, number: Number(number) as QuarterNumber };
};

const A_QUARTER = 'a quarter such as Q1 2015/16';

export const quarter = z
  .string({ error: A_QUARTER })
  .transform((text) => quarterIn(text.trim()))
  .refine((read) => read !== null, { error: A_QUARTER });

const dayIn = (text: string): Temporal.PlainDate | null => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};

const A_DAY = 'a day such as 2015-07-14';

export const day = z
  .string({ error: A_DAY })
  .transform((text) => dayIn(text.trim()))
  .refine((read) => read !== null, { error: A_DAY });

export const yes = z.boolean({ error: 'true or false' });

/** A key that is only ever `true`, such as `maintain: true`. */
export const chosen = z.literal(true, { error: 'true' });
