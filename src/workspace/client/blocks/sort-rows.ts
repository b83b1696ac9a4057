import { type Json, numberField, textField } from '../../json.ts';
import { wordsOf } from './table-cells.ts';

/** Which column a table is sorted by, and which way; null while it is in the app's own order. */
export type Sorting = { readonly column: number; readonly descending: boolean } | null;

type Row = readonly Json[];

/**
 * The rows in order of a column. As in Slack it is by number only where every cell of the column is a
 * number; else it is by words. Rows that are alike stay as they were.
 */
export function sortRows(rows: readonly Row[], sorting: Sorting): readonly Row[] {
  if (sorting === null) return rows;
  const { column, descending } = sorting;
  const cells = rows.map((row) => row[column]);
  const numeric = cells.every((cell) => textField(cell, 'type') === 'raw_number');
  const words = (row: Row) => (row[column] ? wordsOf(row[column]) : '');
  const amount = (row: Row) => numberField(row[column], 'value') ?? 0;
  const order = (one: Row, other: Row) =>
    numeric ? amount(one) - amount(other) : words(one).localeCompare(words(other), 'en-GB');
  return rows.toSorted((one, other) => (descending ? order(other, one) : order(one, other)));
}

/** What pressing a column's heading asks for next: up, down, then the app's own order again. */
export function nextSorting(sorting: Sorting, column: number): Sorting {
  if (sorting?.column !== column) return { column, descending: false };
  return sorting.descending ? null : { column, descending: true };
}
