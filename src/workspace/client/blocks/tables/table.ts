import { html } from 'htm/preact';
import { field, type Json, textField } from '../../../json.ts';
import type { BlockParts } from '../block-parts.ts';
import { Cell, rowsOf, wordsOf } from './table-cells.ts';

/** A table: its first row is the header; columns are aligned and wrapped as the app asked. */
export function TableBlock({ block, context }: BlockParts) {
  const [header, ...rows] = rowsOf(block);
  const caption = textField(block, 'caption');
  const label = caption ?? `Table: ${header.map(wordsOf).join(', ')}`;
  return html`<div class="block table-scroll" role="region" aria-label=${label} tabindex="0">
    <table class="table">
      ${caption && html`<caption>${caption}</caption>`}
      <thead>
        <tr>
          ${header.map(
            (
              cell,
              column,
            ) => html`<th key=${column} scope="col" class=${columnClass(block, column)}>
              <${Cell} cell=${cell} context=${context} />
            </th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row, index) => html`<tr key=${index}>
            ${row.map(
              (cell, column) => html`<td key=${column} class=${columnClass(block, column)}>
                <${Cell} cell=${cell} context=${context} />
              </td>`,
            )}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

const ALIGNMENTS = new Set(['left', 'center', 'right']);

function columnClass(block: Json, column: number): string {
  const settings = field(block, 'column_settings');
  const setting: unknown = Array.isArray(settings) ? settings[column] : undefined;
  const asked = textField(setting, 'align') ?? '';
  const align = ALIGNMENTS.has(asked) ? asked : 'left';
  return `align-${align} ${field(setting, 'is_wrapped') === true ? 'wraps' : 'one-line'}`;
}
