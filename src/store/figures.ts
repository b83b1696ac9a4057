import { z } from 'zod';
import type { ProvisionalFigure, Store } from '../application/ports.ts';
import type { Quarter } from '../domain/calendar/calendar.ts';
import type { Figure, FiledFigure } from '../domain/figure.ts';
import { dayCodec, quarterSchema, readRow } from './codecs.ts';
import {
  alias,
  and,
  asc,
  type Db,
  eq,
  getTableColumns,
  gt,
  isNotNull,
  notExists,
  slots,
  sql,
} from './db.ts';
import { type FigureRow, figureColumns, readFigure } from './figure-codec.ts';
import { dateRemovedIn } from './removed.ts';
import { figures } from './schema.ts';

/** A figure on its way into the record. */
interface NewFigure {
  readonly filingId: number;
  readonly programmeId: number;
  readonly quarter: Quarter;
  readonly late: boolean;
  readonly ref: string;
  readonly figure: Figure;
}

export interface Figures extends Pick<Store, 'figures' | 'allFigures' | 'provisionalFigures'> {
  /** Adds the next revision of this measure's figure for this quarter. */
  append(figure: NewFigure): void;
}

export const figuresIn = (db: Db): Figures => {
  const statements = prepareStatements(db);
  const dateRemoved = dateRemovedIn(db);
  const read = (row: FigureRow): FiledFigure => readFigure(dateRemoved('figures', row));
  return {
    figures: (programmeId, ref, from, to) =>
      statements.ofMeasure.all({ programmeId, ref, ...bounds(from, to) }).map(read),
    allFigures: (programmeId, from, to) => {
      const byRef = new Map<string, FiledFigure[]>();
      for (const row of statements.ofProgramme.all({ programmeId, ...bounds(from, to) })) {
        const figure = read(row);
        const known = byRef.get(figure.ref);
        if (known === undefined) byRef.set(figure.ref, [figure]);
        else known.push(figure);
      }
      return byRef;
    },
    provisionalFigures: (programmeId, year) =>
      statements.provisionalOf.all({ programmeId, year }).map(readProvisional),
    append: ({ filingId, programmeId, quarter, late, ref, figure }) => {
      statements.append.run({
        filingId,
        programmeId,
        ref,
        late,
        year: quarter.year,
        quarter: quarter.number,
        ...figureColumns(figure),
      });
    },
  };
};

const provisionalCodec = z.object({
  ref: z.string(),
  quarter: quarterSchema,
  finalBy: dayCodec,
}) satisfies z.ZodType<ProvisionalFigure>;

const readProvisional = ({
  id,
  ref,
  year,
  quarter,
  finalBy,
}: Pick<FigureRow, 'id' | 'ref' | 'year' | 'quarter' | 'finalBy'>): ProvisionalFigure => {
  const stored = { ref, quarter: { year, number: quarter }, finalBy };
  return readRow(provisionalCodec, { table: 'figures', id }, stored);
};

const bounds = (from: Quarter, to: Quarter) => ({
  fromYear: from.year,
  fromQuarter: from.number,
  toYear: to.year,
  toQuarter: to.number,
});

const prepareStatements = ({ orm }: Db) => {
  const { programmeId, ref, year, quarter } = slots('programmeId', 'ref', 'year', 'quarter');
  const from = slots('fromYear', 'fromQuarter');
  const to = slots('toYear', 'toQuarter');
  const inRange = sql`(${figures.year}, ${figures.quarter}) between (${from.fromYear}, ${from.fromQuarter}) and (${to.toYear}, ${to.toQuarter})`;
  // SQLite takes every other column from the row that has the maximum, here the current revision.
  const current = { ...getTableColumns(figures), revision: sql<number>`max(${figures.revision})` };
  const nextRevision = sql`(select coalesce(max(revision), 0) + 1 from ${figures} where programme_id = ${programmeId} and ref = ${ref} and year = ${year} and quarter = ${quarter})`;
  const later = alias(figures, 'later');
  const isSuperseded = orm
    .select({ id: later.id })
    .from(later)
    .where(
      and(
        eq(later.programmeId, figures.programmeId),
        eq(later.ref, figures.ref),
        eq(later.year, figures.year),
        eq(later.quarter, figures.quarter),
        gt(later.revision, figures.revision),
      ),
    );
  return {
    provisionalOf: orm
      .select({
        id: figures.id,
        ref: figures.ref,
        year: figures.year,
        quarter: figures.quarter,
        finalBy: figures.finalBy,
      })
      .from(figures)
      .where(
        and(
          eq(figures.programmeId, programmeId),
          eq(figures.year, year),
          eq(figures.provisional, true),
          isNotNull(figures.finalBy),
          notExists(isSuperseded),
        ),
      )
      .prepare(),
    ofMeasure: orm
      .select(current)
      .from(figures)
      .where(and(eq(figures.programmeId, programmeId), eq(figures.ref, ref), inRange))
      .groupBy(figures.year, figures.quarter)
      .orderBy(asc(figures.year), asc(figures.quarter))
      .prepare(),
    ofProgramme: orm
      .select(current)
      .from(figures)
      .where(and(eq(figures.programmeId, programmeId), inRange))
      .groupBy(figures.year, figures.quarter, figures.ref)
      .orderBy(asc(figures.year), asc(figures.quarter), asc(figures.ref))
      .prepare(),
    append: orm
      .insert(figures)
      .values({
        ...slots('filingId', 'programmeId', 'ref', 'year', 'quarter', 'late'),
        ...slots('kind', 'value', 'numerator', 'denominator', 'basis', 'expected'),
        ...slots('provisional', 'commentary', 'smallSample', 'judgement', 'awaited', 'finalBy'),
        ...slots('actionWhat', 'actionWho', 'actionBy'),
        revision: nextRevision,
      })
      .prepare(),
  };
};
