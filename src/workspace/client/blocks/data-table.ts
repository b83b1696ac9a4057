import { html } from 'htm/preact';
import { useState } from 'preact/hooks';
import { type Json, numberField, textField } from '../../json.ts';
import type { BlockContext } from './block-context.ts';
import { nextSorting, type Sorting, sortRows } from './sort-rows.ts';
import { Cell, rowsOf, wordsOf } from './table-cells.ts';

interface DataTableParts {
  readonly block: Json;
  readonly context: BlockContext;
}

const ROWS_A_PAGE = 5;

/** A table to sort and to page through. */
export function DataTableBlock({ block, context }: DataTableParts) {
  const [sorting, setSorting] = useState<Sorting>(null);
  const [page, setPage] = useState(0);
  const [header = [], ...rows] = rowsOf(block);
  const caption = textField(block, 'caption') ?? '';
  const size = numberField(block, 'page_size') ?? ROWS_A_PAGE;
  const rowHeader = numberField(block, 'row_header_column_index') ?? 0;
  const from = page * size;
  const shown = sortRows(rows, sorting).slice(from, from + size);
  const sortBy = (column: number) => {
    setSorting(nextSorting(sorting, column));
    setPage(0);
  };
  return html`<div class="block data-table">
    <div class="table-scroll" role="region" aria-label=${caption} tabindex="0">
      <table class="table">
        <caption>
          ${caption}
        </caption>
        <thead>
          <tr>
            ${header.map(
              (
                cell,
                column,
              ) => html`<th key=${column} scope="col" aria-sort=${sortWord(sorting, column)}>
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
                const kind = textField(cell, 'type') === 'raw_number' ? 'align-right' : '';
                return column === rowHeader
                  ? html`<th key=${column} scope="row" class=${kind}>${words}</th>`
                  : html`<td key=${column} class=${kind}>${words}</td>`;
              })}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${
      rows.length > size &&
      html`<${Pager} from=${from} size=${size} count=${rows.length} onPage=${setPage} />`
    }
  </div>`;
}

interface PagerParts {
  readonly from: number;
  readonly size: number;
  readonly count: number;
  readonly onPage: (page: number) => void;
}

function Pager({ from, size, count, onPage }: PagerParts) {
  const page = from / size;
  const to = Math.min(count, from + size);
  return html`<p class="pager">
    <button type="button" disabled=${page === 0} onClick=${() => onPage(page - 1)}>Previous</button>
    <span role="status">${from + 1}–${to} of ${count}</span>
    <button type="button" disabled=${to >= count} onClick=${() => onPage(page + 1)}>Next</button>
  </p>`;
}

const sortWord = (sorting: Sorting, column: number): string => {
  if (sorting?.column !== column) return 'none';
  return sorting.descending ? 'descending' : 'ascending';
};

const sortSign = (sorting: Sorting, column: number): string => {
  if (sorting?.column !== column) return ' ↕';
  return sorting.descending ? ' ↓' : ' ↑';
};
