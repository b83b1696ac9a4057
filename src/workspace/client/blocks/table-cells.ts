import { html } from 'htm/preact';
import { field, isRecord, type Json, textField } from '../../json.ts';
import type { TextContext } from '../text/text-object.ts';
import { RichTextBlock } from './rich-text.ts';

/** The rows of a table as the app gave them; anything that is no row or no cell is left out. */
export function rowsOf(block: Json): readonly (readonly Json[])[] {
  const rows = field(block, 'rows');
  return Array.isArray(rows) ? rows.filter(Array.isArray).map((row) => row.filter(isRecord)) : [];
}

/** What one cell says: plain words, a number as the app printed it, or rich text. */
export function Cell({ cell, context }: { cell: Json; context: TextContext }) {
  return textField(cell, 'type') === 'rich_text'
    ? html`<${RichTextBlock} block=${cell} context=${context} />`
    : wordsOf(cell);
}

/** A cell's words, for sorting and for reading. */
export const wordsOf = (cell: Json): string => {
  const text = field(cell, 'text');
  if (typeof text === 'string') return text;
  const value = field(cell, 'value');
  return typeof value === 'number' ? String(value) : '';
};
