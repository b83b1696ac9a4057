import { describe, expect, test } from 'vitest';
import { nextSorting, sortRows } from '../../../../src/workspace/client/blocks/tables/sort-rows.ts';
import { wordsOf } from '../../../../src/workspace/client/blocks/tables/table-cells.ts';
import { drawBlocks, wordsIn } from '../support.ts';

const raw = (text: string) => ({ type: 'raw_text', text });
const number = (value: number, text = String(value)) => ({ type: 'raw_number', value, text });
const rich = (text: string) => ({
  type: 'rich_text',
  elements: [
    { type: 'rich_text_section', elements: [{ type: 'text', text, style: { bold: true } }] },
  ],
});

describe('a table', () => {
  const rows = [
    [raw('Ref'), raw('Actual'), raw('Note')],
    [raw('2.4'), number(17, '17%'), rich('Late')],
  ];

  test('heads its columns with its first row', () => {
    const drawn = drawBlocks([{ type: 'table', rows }]);
    expect(drawn.match(/<th scope="col"/g)).toHaveLength(3);
    expect(drawn.match(/<td/g)).toHaveLength(3);
    expect(wordsIn(drawn)).toBe('RefActualNote2.417%Late');
    expect(drawn).toContain('<strong>Late</strong>');
  });

  test('aligns and wraps its columns as the app asks; otherwise left, and on one line', () => {
    const column_settings = [{ align: 'right', is_wrapped: true }, null];
    const drawn = drawBlocks([{ type: 'table', rows, column_settings }]);
    expect(drawn.match(/class="align-right wraps"/g)).toHaveLength(2);
    expect(drawn.match(/class="align-left one-line"/g)).toHaveLength(4);
  });

  test('scrolls in a place of its own that the keyboard reaches, named by what is in it', () => {
    expect(drawBlocks([{ type: 'table', rows }])).toMatch(
      /<div [^>]*role="region" aria-label="Table: Ref, Actual, Note" tabindex="0"/,
    );
    expect(drawBlocks([{ type: 'table', rows, caption: 'All measures' }])).toMatch(
      /aria-label="All measures".*<caption>All measures<\/caption>/,
    );
  });
});

describe('rows in order', () => {
  const rows = [
    [raw('b'), number(10), rich('x')],
    [raw('a'), number(9), rich('z')],
    [raw('c'), number(100), rich('y')],
  ];
  const firsts = (
    column: number,
    descending: boolean,
    of = rows as Parameters<typeof sortRows>[0],
  ) => sortRows(of, { column, descending }).map(([first = {}]) => wordsOf(first));

  test('of number stand so where the whole column is numbers', () => {
    expect(firsts(1, false)).toEqual(['a', 'b', 'c']);
    expect(firsts(1, true)).toEqual(['c', 'b', 'a']);
  });

  test('of words stand so where anything else is in the column', () => {
    expect(firsts(0, true)).toEqual(['c', 'b', 'a']);
    expect(firsts(2, false)).toEqual(['b', 'c', 'a']);
    const mixed = [
      [raw('y'), raw('9')],
      [raw('x'), number(10)],
    ];
    expect(firsts(1, false, mixed)).toEqual(['x', 'y']);
  });

  test('that are alike stay as they were', () => {
    const alike = [
      [raw('b'), number(1)],
      [raw('a'), number(1)],
    ];
    expect(firsts(1, false, alike)).toEqual(['b', 'a']);
    expect(firsts(1, true, alike)).toEqual(['b', 'a']);
  });

  test('go up, down and back to the app’s own order', () => {
    const up = nextSorting(null, 1);
    const down = nextSorting(up, 1);
    expect([up, down, nextSorting(down, 1)]).toEqual([
      { column: 1, descending: false },
      { column: 1, descending: true },
      null,
    ]);
    expect(nextSorting(down, 0)).toEqual({ column: 0, descending: false });
  });
});

describe('a data table', () => {
  const many = Array.from({ length: 21 }, (_, index) => [raw(`row ${index + 1}`), number(index)]);
  const table = (more: object = {}, rows = many) =>
    drawBlocks([
      { type: 'data_table', caption: 'All', rows: [[raw('Ref'), raw('N')], ...rows], ...more },
    ]);

  test('has its caption, and headings that sort', () => {
    const drawn = table();
    expect(drawn).toContain('<caption>All</caption>');
    expect(drawn.match(/<th scope="col"[^>]* aria-sort="none"><button/g)).toHaveLength(2);
  });

  test('shows a page of five rows at first, and how many there are', () => {
    const words = wordsIn(table());
    expect(words).toContain('row 5');
    expect(words).not.toContain('row 6');
    expect(words).toContain('1–5 of 21');
    expect(table()).toMatch(
      /aria-disabled="true"[^>]*>\s*Previous.*aria-disabled="false"[^>]*>\s*Next/s,
    );
  });

  test('shows as many rows a page as the app asks, and no pages where all fit', () => {
    expect(wordsIn(table({ page_size: 7 }))).toContain('1–7 of 21');
    expect(table({ page_size: 21 })).not.toContain('Next');
    expect(wordsIn(table({ page_size: 0 }))).toContain('1–1 of 21');
  });

  test('heads its rows with the first cell, or the one the app names', () => {
    expect(table()).toMatch(/<th scope="row"[^>]*><span [^>]*>row 1</);
    expect(table({ row_header_column_index: 1 })).toMatch(/<th scope="row"[^>]*><span [^>]*>0</);
  });

  test('has numbers on the right, with their heading', () => {
    expect(table().match(/align-right/g)).toHaveLength(1 + 5);
  });
});
