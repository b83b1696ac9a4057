import { numberField, textField } from '../../../json.ts';
import { type Row, wordsOf } from './table-cells.ts';

/** Which column a table is sorted by, and which way; null while it is in the app's own order. */
export type Sorting = { readonly column: number; readonly descending: boolean } | null;

/** True where every cell of a column is a number, which is when Slack sorts it as numbers. */
export const isNumeric = (rows: readonly Row[], column: number): boolean =>
  rows.length > 0 && rows.every((row) => textField(row[column], 'type') === 'raw_number');

/** The rows in order of a column, by number or by words. Rows that are alike stay as they were. */
export function sortRows(rows: readonly Row[], sorting: Sorting): readonly Row[] {
  if (sorting === null) return rows;
  const { column, descending } = sorting;
  const words = (row: Row) => (row[column] ? wordsOf(row[column]) : '');
  const amount = (row: Row) => numberField(row[column], 'value') ?? 0;
  const order = isNumeric(rows, column)
    ? (one: Row, other: Row) => amount(one) - amount(other)
    : (one: Row, other: Row) => words(one).localeCompare(words(other), 'en-GB');
  return rows.toSorted((one, other) => (descending ? order(other, one) : order(one, other)));
}

/** What pressing a column's heading asks for next: up, down, then the app's own order again. */
export function nextSorting(sorting: Sorting, column: number): Sorting {
  if (sorting?.column !== column) return { column, descending: false };
  return sorting.descending ? null : { column, descending: true };
}
