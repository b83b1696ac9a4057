import { z } from 'zod';
import { BASES, type Figure, type FiledFigure } from '../domain/figure.ts';
import { dayCodec, decimalCodec, quarterSchema, readRow } from './codecs.ts';

/** The columns of a figure that hold what was answered. */
export interface FigureColumns {
  readonly kind: string;
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly basis: string | null;
  readonly expected: string | null;
  readonly provisional: boolean;
  readonly awaited: string | null;
  readonly finalBy: string | null;
  readonly actionWhat: string | null;
  readonly actionWho: string | null;
  readonly actionBy: string | null;
  readonly commentary: string | null;
  readonly smallSample: boolean;
  readonly judgement: string | null;
}

export interface FigureRow extends FigureColumns {
  readonly id: number;
  readonly ref: string;
  readonly year: number;
  readonly quarter: number;
  readonly revision: number;
  readonly late: boolean;
}

const answerCodec = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('number'),
    value: decimalCodec,
    share: z.object({ numerator: decimalCodec, denominator: decimalCodec }).nullable(),
    basis: z.literal(BASES).nullable(),
  }),
  z.object({ kind: z.literal('no_cases') }),
  z.object({ kind: z.literal('not_started') }),
  z.object({ kind: z.literal('not_available'), expected: dayCodec.nullable() }),
  z.object({ kind: z.literal('not_due') }),
]) satisfies z.ZodType<Figure['answer']>;

const NOT_A_NUMBER = {
  value: null,
  numerator: null,
  denominator: null,
  basis: null,
  expected: null,
} as const;

export const figureColumns = (figure: Figure): FigureColumns => {
  const { provisional, awaited, action, commentary, smallSample, judgement } = figure;
  return {
    ...answerColumns(figure),
    provisional,
    awaited: awaited?.what ?? null,
    finalBy: awaited === null ? null : z.encode(dayCodec, awaited.finalBy),
    actionWhat: action?.what ?? null,
    actionWho: action?.who ?? null,
    actionBy: action === null ? null : z.encode(dayCodec, action.by),
    commentary,
    smallSample,
    judgement,
  };
};

const answerColumns = ({ answer }: Figure) => {
  const stored = z.encode(answerCodec, answer);
  if (stored.kind === 'not_available') return { ...NOT_A_NUMBER, ...stored };
  if (stored.kind !== 'number') return { ...NOT_A_NUMBER, kind: stored.kind };
  const { kind, value, share, basis } = stored;
  const numerator = share?.numerator ?? null;
  const denominator = share?.denominator ?? null;
  return { ...NOT_A_NUMBER, kind, value, numerator, denominator, basis };
};

const rowCodec = z.object({
  answer: answerCodec,
  quarter: quarterSchema,
  provisional: z.boolean(),
  awaited: z.object({ what: z.string(), finalBy: dayCodec }).nullable(),
  action: z.object({ what: z.string(), who: z.string(), by: dayCodec }).nullable(),
  commentary: z.string().nullable(),
  smallSample: z.boolean(),
  judgement: z.string().nullable(),
  ref: z.string(),
  revision: z.number().int().positive(),
  late: z.boolean(),
}) satisfies z.ZodType<FiledFigure>;

export const readFigure = (row: FigureRow): FiledFigure => {
  const { kind, value, numerator, denominator, basis, expected, year, quarter, ...others } = row;
  const { awaited: what, finalBy, actionWhat, actionWho, actionBy, ...rest } = others;
  const share = numerator === null && denominator === null ? null : { numerator, denominator };
  const answer = { kind, value, share, basis, expected };
  const stored = {
    ...rest,
    answer,
    quarter: { year, number: quarter },
    awaited: what === null ? null : { what, finalBy },
    action: actionWhat === null ? null : { what: actionWhat, who: actionWho, by: actionBy },
  };
  return readRow(rowCodec, { table: 'figures', id: row.id }, stored);
};
