import { html } from 'htm/preact';
import { field, isRecord, type Json, recordsField, textField } from '../../../json.ts';
import type { TextContext } from '../../text/text-object.ts';
import { RichTextBlock } from '../rich-text.ts';

/** The cells of a row, from left to right. */
export type Row = readonly Json[];

/** The rows of a table, the header first. Throws where there are none, or something is no cell. */
export function rowsOf(block: Json): readonly [header: Row, ...rows: readonly Row[]] {
  const rows = field(block, 'rows');
  if (!Array.isArray(rows) || !rows.every(isRow)) throw new Error('no rows');
  const [header, ...others] = rows;
  if (header === undefined || header.length === 0) throw new Error('no header');
  return [header, ...others];
}

const isRow = (row: unknown): row is Row => Array.isArray(row) && row.every(isCell);

const isCell = (cell: unknown): boolean =>
  isRecord(cell) && (textField(cell, 'type') === 'rich_text' || writtenIn(cell) !== undefined);

/** What one cell says: plain words, a number as the app printed it, or rich text. */
export function Cell({ cell, context }: { cell: Json; context: TextContext }) {
  return textField(cell, 'type') === 'rich_text'
    ? html`<${RichTextBlock} block=${cell} context=${context} />`
    : html`<span class="cell-words">${wordsOf(cell)}</span>`;
}

/** A cell's words, for sorting and for reading. */
export const wordsOf = (cell: Json): string => writtenIn(cell) ?? richWords(cell);

function writtenIn(cell: Json): string | undefined {
  const value = field(cell, 'value');
  return textField(cell, 'text') ?? (typeof value === 'number' ? String(value) : undefined);
}

/** The words of a rich text, in the order they are read. */
const richWords = (part: Json): string =>
  textField(part, 'text') ?? recordsField(part, 'elements').map(richWords).join('');
