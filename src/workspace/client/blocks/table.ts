import { html } from 'htm/preact';
import { field, isRecord, type Json, textField } from '../../json.ts';
import type { BlockContext } from './block-context.ts';
import { Cell, rowsOf } from './table-cells.ts';

interface TableParts {
  readonly block: Json;
  readonly context: BlockContext;
}

/** A table: its first row is the header; columns are aligned and wrapped as the app asked. */
export function TableBlock({ block, context }: TableParts) {
  const [header = [], ...rows] = rowsOf(block);
  const caption = textField(block, 'caption');
  const label = caption ?? 'Table';
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

function columnClass(block: Json, column: number): string {
  const settings = field(block, 'column_settings');
  const setting = Array.isArray(settings) ? settings[column] : undefined;
  const align = textField(setting, 'align') ?? 'left';
  const wraps = isRecord(setting) && field(setting, 'is_wrapped') === true;
  return `align-${align}${wraps ? ' wraps' : ''}`;
}
