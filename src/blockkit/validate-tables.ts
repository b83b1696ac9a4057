import {
  byType,
  type Check,
  field,
  finiteNumber,
  flag,
  integer,
  isFields,
  list,
  listIn,
  oneOf,
  type Rule,
  shape,
  text,
  typed,
} from './check.ts';
import { countCharacters } from './escape.ts';
import { type BlockFault, fault, under } from './fault.ts';
import { LIMITS } from './limits.ts';
import { richTextBlock } from './validate-rich-text.ts';
import { identifier } from './validate-text.ts';

const rawText = typed('raw_text', { required: { text: text() } });
const rawNumber = typed('raw_number', { required: { value: finiteNumber, text: text() } });
const cell = byType(
  { raw_text: rawText, raw_number: rawNumber, rich_text: richTextBlock },
  'a table cell',
);

/** Every row must be as long as the header, or Slack refuses the table. */
const rectangular: Rule = (fields, at) => {
  const rows = listIn(fields, 'rows');
  const width = Array.isArray(rows[0]) ? rows[0].length : 0;
  return rows.flatMap((row, index) => {
    if (!Array.isArray(row) || row.length === width) return [];
    const message = `has ${row.length} cells where the header has ${width}`;
    return fault(under(under(at, 'rows'), index), 'mismatch', message);
  });
};

const columnSettings: Check = (value, at) =>
  value === null
    ? []
    : shape({ optional: { align: oneOf('left', 'center', 'right'), is_wrapped: flag } })(value, at);

/** A `table` block: up to 100 rows of 20 cells, the first row its header (Slack, "Table block"). */
export const tableBlock: Check = typed('table', {
  required: { rows: list(list(cell, { max: LIMITS.table.columns }), { max: LIMITS.table.rows }) },
  optional: {
    block_id: identifier,
    column_settings: list(columnSettings, { max: LIMITS.table.columns }),
  },
  rule: rectangular,
});

const dataTableRule: Rule = (fields, at) => {
  const header = listIn(fields, 'rows')[0];
  const cells: readonly unknown[] = Array.isArray(header) ? header : [];
  const rowHeader = Number(field(fields, 'row_header_column_index') ?? 0);
  return [
    ...rectangular(fields, at),
    ...cells.flatMap((each, index) => {
      if (field(each, 'type') !== 'rich_text') return [];
      const place = under(under(under(at, 'rows'), 0), index);
      return fault(place, 'not_allowed_here', 'a header cell cannot be rich_text');
    }),
    ...(cells.length > 0 && rowHeader >= cells.length
      ? fault(under(at, 'row_header_column_index'), 'out_of_range', 'names no column')
      : []),
  ];
};

/** A `data_table` block, which pages and sorts (Slack, "Data table block"); its caption is required. */
export const dataTableBlock: Check = typed('data_table', {
  required: {
    caption: text(),
    rows: list(list(cell, { max: LIMITS.dataTable.columns }), {
      min: LIMITS.dataTable.rowsAtLeast,
      max: LIMITS.dataTable.rows,
    }),
  },
  optional: {
    block_id: identifier,
    page_size: integer({ min: 1, max: LIMITS.dataTable.pageSize }),
    row_header_column_index: integer({ min: 0, max: LIMITS.dataTable.columns - 1 }),
  },
  rule: dataTableRule,
});

/** Slack counts cell text over all the tables of a payload together; the fault is put on the last. */
export function tableSums(
  blocks: readonly { block: unknown; at: string }[],
): readonly BlockFault[] {
  return [
    ...sumOf('table', LIMITS.table.characters, blocks),
    ...sumOf('data_table', LIMITS.dataTable.characters, blocks),
  ];
}

function sumOf(
  type: string,
  max: number,
  blocks: readonly { block: unknown; at: string }[],
): readonly BlockFault[] {
  const tables = blocks.filter(({ block }) => field(block, 'type') === type);
  const total = tables.reduce((sum, { block }) => sum + shownCharacters(field(block, 'rows')), 0);
  const last = tables.at(-1);
  if (total <= max || !last) return [];
  const message = `its tables hold ${total} characters; Slack allows ${max} in all`;
  return fault(under(last.at, 'rows'), 'too_long', message);
}

/** The characters of every `text` string within, choices not yet opened aside. */
export function shownCharacters(value: unknown): number {
  if (Array.isArray(value))
    return value.reduce((sum: number, each) => sum + shownCharacters(each), 0);
  if (!isFields(value)) return 0;
  return Object.entries(value).reduce((sum, [key, each]) => {
    if (key === 'options' || key === 'option_groups' || key === 'confirm') return sum;
    if (key === 'text' && typeof each === 'string') return sum + countCharacters(each);
    return sum + shownCharacters(each);
  }, 0);
}
