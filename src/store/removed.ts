import type { TextSource } from '../application/purge-record.ts';
import { dayIn } from '../domain/calendar/calendar.ts';
import { REMOVED_TEXT, removedOn } from '../domain/removed-text.ts';
import { instantCodec, readRow } from './codecs.ts';
import { and, type Db, eq, slots } from './db.ts';
import { purges } from './schema.ts';

/** The columns that hold what people wrote, by table: the name in the code, and in the database. */
export const TEXT_COLUMNS = {
  figures: {
    commentary: 'commentary',
    judgement: 'judgement',
    awaited: 'awaited',
    actionWhat: 'action_what',
    actionWho: 'action_who',
  },
  filings: {
    additionalInformation: 'additional_information',
    reason: 'reason',
    givenBy: 'given_by',
    attachment: 'attachment',
  },
  questions: { found: 'found', said: 'said' },
  reviews: { comment: 'comment' },
  corrections: { reason: 'reason', comment: 'comment' },
} as const satisfies Partial<Readonly<Record<TextSource, Readonly<Record<string, string>>>>>;

export type TextTable = keyof typeof TEXT_COLUMNS;
export const TEXT_TABLES = Object.keys(TEXT_COLUMNS) as readonly TextTable[];

// Asked of every row that is read, so nothing is made for it.
const COLUMNS: Readonly<Record<TextTable, ReadonlyArray<readonly [name: string, column: string]>>> =
  {
    figures: Object.entries(TEXT_COLUMNS.figures),
    filings: Object.entries(TEXT_COLUMNS.filings),
    questions: Object.entries(TEXT_COLUMNS.questions),
    reviews: Object.entries(TEXT_COLUMNS.reviews),
    corrections: Object.entries(TEXT_COLUMNS.corrections),
  };

/** Gives a row back with the day in place of each text that was taken out of it. */
export type DateRemoved = <Row extends { readonly id: number }>(table: TextTable, row: Row) => Row;

export const dateRemovedIn = ({ orm }: Db): DateRemoved => {
  const { source, rowId, part } = slots('source', 'rowId', 'part');
  const find = orm
    .select({ id: purges.id, at: purges.at })
    .from(purges)
    .where(and(eq(purges.source, source), eq(purges.rowId, rowId), eq(purges.part, part)))
    .prepare();
  return (table, row) => {
    let dated = row;
    for (const [name, column] of COLUMNS[table]) {
      if (row[name as keyof typeof row] !== REMOVED_TEXT) continue;
      // Whoever wrote these very words themselves has no act to date them by.
      const act = find.get({ source: table, rowId: row.id, part: column });
      if (act === undefined) continue;
      const at = readRow(instantCodec, { table: 'purges', id: act.id }, act.at);
      dated = { ...dated, [name]: removedOn(dayIn(at)) };
    }
    return dated;
  };
};
