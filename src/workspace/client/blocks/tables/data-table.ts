import { html } from 'htm/preact';
import { useState } from 'preact/hooks';
import { numberField } from '../../../json.ts';
import type { BlockParts } from '../block-parts.ts';
import { neededText } from '../needed.ts';
import { Pager } from './pager.ts';
import { isNumeric, nextSorting, type Sorting, sortRows } from './sort-rows.ts';
import { Cell, rowsOf, wordsOf } from './table-cells.ts';

const ROWS_A_PAGE = 5;

/** A table to sort and to page through. */
export function DataTableBlock({ block, context }: BlockParts) {
  const [sorting, setSorting] = useState<Sorting>(null);
  const [asked, setPage] = useState(0);
  const [header, ...rows] = rowsOf(block);
  const caption = neededText(block, 'caption');
  const size = Math.max(1, Math.trunc(numberField(block, 'page_size') ?? ROWS_A_PAGE));
  const rowHeader = numberField(block, 'row_header_column_index') ?? 0;
  // The app may have sent a shorter table since the page was turned.
  const page = Math.min(asked, Math.max(0, Math.ceil(rows.length / size) - 1));
  const from = page * size;
  const shown = sortRows(rows, sorting).slice(from, from + size);
  const align = header.map((_, column) => (isNumeric(rows, column) ? 'align-right' : null));
  const sortBy = (column: number) => {
    setSorting(nextSorting(sorting, column));
    setPage(0);
  };
  return html`<div class="block data-table">
    <div class="table-scroll" role="region" aria-label=${caption} tabindex="0">
      <table class="table">
        <caption>${caption}</caption>
        <thead>
          <tr>
            ${header.map(
              (cell, column) => html`<th
                key=${column}
                scope="col"
                class=${align[column]}
                aria-sort=${sortWord(sorting, column)}
              >
                <button type="button" class="sort" onClick=${() => sortBy(column)}>
                  ${wordsOf(cell)}<span class="sort-sign" aria-hidden="true">${sortSign(sorting, column)}</span>
                </button>
              </th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${shown.map(
            (row, index) => html`<tr key=${from + index}>
              ${row.map((cell, column) => {
                const words = html`<${Cell} cell=${cell} context=${context} />`;
                return column === rowHeader
                  ? html`<th key=${column} scope="row" class=${align[column]}>${words}</th>`
                  : html`<td key=${column} class=${align[column]}>${words}</td>`;
              })}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${
      rows.length > size &&
      html`<${Pager} page=${page} size=${size} count=${rows.length} of=${caption} onPage=${setPage} />`
    }
  </div>`;
}

const sortWord = (sorting: Sorting, column: number): string => {
  if (sorting?.column !== column) return 'none';
  return sorting.descending ? 'descending' : 'ascending';
};

const sortSign = (sorting: Sorting, column: number): string => {
  if (sorting?.column !== column) return ' ↕';
  return sorting.descending ? ' ↓' : ' ↑';
};
