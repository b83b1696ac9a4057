import type { DataTableBlock, RawNumberElement, RawTextElement, TableBlock } from '@slack/types';
import { type Block, section } from './blocks.ts';
import {
  countCharacters,
  joinMrkdwn,
  type Mrkdwn,
  mrkdwn,
  oneLine,
  truncate,
  truncateEscaped,
} from './escape.ts';
import type { Rung } from './ladder.ts';
import { LIMITS } from './limits.ts';

/** What one cell says; a number sorts as one, and is shown by its text. */
export type Cell = string | { readonly number: number; readonly text: string };

/** A table before it is decided how to show it. `caption` says what the table is of. */
export interface Table {
  readonly caption: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Rows to a page where the table can be paged; Slack's own choice is 5. */
  readonly pageSize?: number;
}

/** Slack refuses an empty cell. Not "n/a", which in this programme is an answer people give. */
const EMPTY_CELL = '-';

const CAPTION_CHARACTERS = 150;

// Leaves the rest of the message about a third of what Slack will show.
const PLAIN_CHARACTERS = 9_000;

/**
 * The table as blocks: `data_table` at rich, `table` under its caption at standard, a paragraph a
 * row at plain, nothing at text. Short rows are filled up and a table without rows says so. The
 * two kinds of table are not cut to Slack's limits, so validate them: `chooseRung` does. Plain
 * always fits in a message of its own, and says how many rows it left out.
 */
export function tableAt(rung: Rung, table: Table): Block[] {
  if (rung === 'text') return [];
  const grid = squared(table);
  if (grid.header.length === 0 || grid.rows.length === 0) {
    return [section(mrkdwn`${captionOf(table)}\nNo rows.`)];
  }
  if (rung === 'rich') return [dataTable(grid, table)];
  if (rung === 'standard') return [section(captionOf(table)), standardTable(grid)];
  return plainRows(grid, captionOf(table));
}

interface Grid {
  readonly header: readonly string[];
  readonly rows: readonly (readonly (RawTextElement | RawNumberElement)[])[];
}

/** All rows as wide as the widest, no cell empty. */
function squared({ header, rows }: Table): Grid {
  const width = Math.max(header.length, ...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, index) => index);
  return {
    header: columns.map((index) => shown(header[index] ?? '')),
    rows: rows.map((row) => columns.map((index) => cellBlock(row[index] ?? ''))),
  };
}

function cellBlock(cell: Cell): RawTextElement | RawNumberElement {
  if (typeof cell === 'string') return { type: 'raw_text', text: shown(cell) };
  const text = shown(cell.text);
  return Number.isFinite(cell.number) && text !== EMPTY_CELL
    ? { type: 'raw_number', value: cell.number, text }
    : { type: 'raw_text', text };
}

function shown(text: string): string {
  return oneLine(text).trim() || EMPTY_CELL;
}

function captionText({ caption }: Table): string {
  return truncate(oneLine(caption).trim() || 'Table', CAPTION_CHARACTERS);
}

function captionOf(table: Table): Mrkdwn {
  return mrkdwn`*${captionText(table)}*`;
}

function headerCells(grid: Grid): RawTextElement[] {
  return grid.header.map((text) => ({ type: 'raw_text', text }));
}

function dataTable(grid: Grid, table: Table): DataTableBlock {
  return {
    type: 'data_table',
    caption: captionText(table),
    ...(table.pageSize !== undefined && { page_size: table.pageSize }),
    row_header_column_index: 0,
    rows: [headerCells(grid), ...grid.rows.map((row) => [...row])],
  };
}

function standardTable(grid: Grid): TableBlock {
  const isNumeric = (column: number) =>
    grid.rows.every(
      (row) => row[column]?.type === 'raw_number' || row[column]?.text === EMPTY_CELL,
    );
  return {
    type: 'table',
    column_settings: grid.header.map((_, column) => ({
      align: isNumeric(column) ? 'right' : 'left',
      is_wrapped: true,
    })),
    rows: [headerCells(grid), ...grid.rows.map((row) => [...row])],
  };
}

/** Rows as paragraphs, packed into as few sections as will hold them. */
function plainRows(grid: Grid, caption: Mrkdwn): Block[] {
  const sections: Mrkdwn[][] = [[caption]];
  let total = countCharacters(caption.text);
  let here = total;
  for (const [index, row] of grid.rows.entries()) {
    const words = rowWords(grid.header, row);
    const length = countCharacters(words.text) + 2;
    if (total + length > PLAIN_CHARACTERS) {
      sections.push([mrkdwn`${grid.rows.length - index} more rows are not shown here.`]);
      break;
    }
    if (here + length > LIMITS.section.text) {
      sections.push([]);
      here = 0;
    }
    sections.at(-1)?.push(words);
    total += length;
    here += length;
  }
  return sections.map((rows) => section(joinMrkdwn(rows, '\n\n')));
}

/** One row: its first cell as a heading, then "column: value" for the others. */
function rowWords(
  header: readonly string[],
  row: readonly (RawTextElement | RawNumberElement)[],
): Mrkdwn {
  const [first, ...others] = row;
  const lines = others.map(
    (cell, index) => mrkdwn`${header[index + 1] ?? EMPTY_CELL}: ${cell.text}`,
  );
  const whole = joinMrkdwn([mrkdwn`*${first?.text ?? EMPTY_CELL}*`, ...lines]);
  if (countCharacters(whole.text) <= LIMITS.section.text / 2) return whole;
  const words = row.map((cell) => cell.text).join(', ');
  return truncateEscaped(words, LIMITS.section.text / 2);
}
