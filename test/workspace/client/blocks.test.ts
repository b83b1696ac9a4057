import { describe, expect, test } from 'vitest';
import { chartOf } from '../../../src/workspace/client/blocks/chart-model.ts';
import { scaleFor } from '../../../src/workspace/client/blocks/chart-scale.ts';
import { nextSorting, sortRows } from '../../../src/workspace/client/blocks/sort-rows.ts';
import { wordsOf } from '../../../src/workspace/client/blocks/table-cells.ts';
import type { Json } from '../../../src/workspace/json.ts';
import { drawBlocks, wordsIn } from './support.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const raw = (text: string) => ({ type: 'raw_text', text });
const number = (value: number, text = String(value)) => ({ type: 'raw_number', value, text });

describe('every kind of block is drawn with its words', () => {
  const rich = {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: 'Bold', style: { bold: true } },
          { type: 'text', text: ' <!channel> ' },
          { type: 'user', user_id: 'U2' },
          { type: 'emoji', name: 'x', unicode: '1f534' },
        ],
      },
      {
        type: 'rich_text_list',
        style: 'ordered',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'First' }] }],
      },
    ],
  };
  test.each<[string, Json, readonly string[]]>([
    [
      'section',
      { type: 'section', text: { type: 'mrkdwn', text: '*Due*' }, fields: [plain('2.4')] },
      ['<strong>Due</strong>', '2.4'],
    ],
    ['header', { type: 'header', text: plain('Digest'), level: 2 }, ['<h5', 'Digest']],
    ['context', { type: 'context', elements: [plain('Small print')] }, ['Small print']],
    ['divider', { type: 'divider' }, ['<hr']],
    [
      'alert',
      { type: 'alert', level: 'warning', text: plain('17% is below 41%') },
      ['Warning: ', '17% is below 41%'],
    ],
    ['rich_text', rich, ['<strong>Bold</strong>', '&lt;!channel>', '@Priya Shah', '🔴', '<ol']],
    [
      'markdown',
      { type: 'markdown', text: '# Title\n\n**bold** <b>raw</b>\n\n|a|b|\n|-|-|\n|1|2|' },
      ['<strong>bold</strong>', '&lt;b>', '<th scope="col">a</th>'],
    ],
    [
      'table',
      { type: 'table', rows: [[raw('Ref')], [raw('2.4')]], column_settings: [{ align: 'right' }] },
      ['<th scope="col" class="align-right">Ref</th>', '2.4'],
    ],
    [
      'image',
      { type: 'image', alt_text: 'A map', image_url: 'https://elsewhere.example/a.png' },
      ['aria-label="A map"'],
    ],
    ['card', { type: 'card', title: plain('Card'), body: plain('Body') }, ['Card', 'Body']],
    [
      'container',
      { type: 'container', title: plain('Frame'), child_blocks: [{ type: 'divider' }] },
      ['Frame', '<hr'],
    ],
    ['video', { type: 'video', title: plain('Film'), video_url: 'https://x.example' }, ['Film']],
    [
      'plan',
      { type: 'plan', title: 'Plan', tasks: [{ title: 'Task', status: 'in_progress' }] },
      ['Plan', 'Task', 'in progress'],
    ],
  ])('%s', (_type, block, expected) => {
    const drawn = drawBlocks([block]);
    for (const words of expected) expect(drawn).toContain(words);
  });

  test('the page asks no other host for a picture', () => {
    const picture = {
      type: 'image',
      alt_text: 'A map',
      image_url: 'https://elsewhere.example/a.png',
    };
    expect(drawBlocks([picture])).not.toContain('<img');
  });
});

describe('a block this page cannot draw', () => {
  test('shows what it holds rather than nothing', () => {
    const drawn = wordsIn(drawBlocks([{ type: 'hologram', depth: 3 }]));
    expect(drawn).toContain('cannot draw a block of type “hologram”');
    expect(drawn).toContain('"depth": 3');
  });

  test.each(['toString', '__proto__', 'constructor'])(
    'is not mistaken for one by its name: %s',
    (type) => {
      expect(drawBlocks([{ type }])).toContain('This page cannot draw');
    },
  );
});

describe('a data table', () => {
  const rows = [
    [raw('b'), number(10)],
    [raw('a'), number(9)],
    [raw('c'), number(100)],
  ];
  const firsts = (column: number, descending: boolean) =>
    sortRows(rows, { column, descending }).map(([first = {}]) => wordsOf(first));

  test('is sorted by number where a whole column is numbers, else by words', () => {
    expect(firsts(1, false)).toEqual(['a', 'b', 'c']);
    expect(firsts(1, true)).toEqual(['c', 'b', 'a']);
    expect(firsts(0, true)).toEqual(['c', 'b', 'a']);
    const mixed = [
      [raw('x'), number(10)],
      [raw('y'), raw('9')],
    ];
    expect(
      sortRows(mixed, { column: 1, descending: false }).map(([first = {}]) => wordsOf(first)),
    ).toEqual(['x', 'y']);
  });

  test('goes up, down and back to the app’s own order', () => {
    const up = nextSorting(null, 1);
    const down = nextSorting(up, 1);
    expect([up, down, nextSorting(down, 1)]).toEqual([
      { column: 1, descending: false },
      { column: 1, descending: true },
      null,
    ]);
  });

  test('shows a page of five rows at first, and how many there are', () => {
    const many = Array.from({ length: 21 }, (_, index) => [raw(`row ${index + 1}`)]);
    const drawn = wordsIn(
      drawBlocks([{ type: 'data_table', caption: 'All', rows: [[raw('Ref')], ...many] }]),
    );
    expect(drawn).toContain('row 5');
    expect(drawn).not.toContain('row 6');
    expect(drawn).toContain('1–5 of 21');
  });
});

describe('a chart', () => {
  const chart = (type: string) => ({
    type: 'data_visualization',
    title: '2.4 engagement',
    chart: {
      type,
      series: [
        {
          name: 'Actual',
          data: [
            { label: 'Q2', value: 22 },
            { label: 'Q1', value: 17 },
          ],
        },
        {
          name: 'Target',
          data: [
            { label: 'Q1', value: 41 },
            { label: 'Q2', value: 41 },
          ],
        },
      ],
      axis_config: { categories: ['Q1', 'Q2'], y_label: '%' },
    },
  });

  test.each(['line', 'bar', 'area'])('of %ss can be read without seeing it', (type) => {
    const drawn = drawBlocks([chart(type)]);
    expect(drawn).toContain(
      `2.4 engagement, ${type} chart. Actual: Q1 17, Q2 22. Target: Q1 41, Q2 41.`,
    );
    expect(wordsIn(drawn)).toContain('The numbers');
  });

  test('puts each point under the category it names', () => {
    const model = chartOf(chart('line'));
    expect(model).toMatchObject({ series: [{ values: [17, 22] }, { values: [41, 41] }] });
  });

  test('of parts names each with its share', () => {
    const pie = {
      type: 'data_visualization',
      title: 'All',
      chart: {
        type: 'pie',
        segments: [
          { label: 'Ahead', value: 8 },
          { label: 'Behind', value: 24 },
        ],
      },
    };
    expect(wordsIn(drawBlocks([pie]))).toContain('Ahead: 8 (25%)');
  });

  test.each([
    [
      [17, 41],
      [0, 10, 20, 30, 40, 50],
    ],
    [
      [-3, 4],
      [-4, -2, 0, 2, 4],
    ],
    [[0], [0, 0.2, 0.4, 0.6, 0.8, 1]],
  ])('has round ticks that hold nought and every value: %j', (values, ticks) => {
    const scale = scaleFor(values);
    for (const value of values) expect(value >= scale.low && value <= scale.high).toBe(true);
    expect(scale.ticks.includes(0)).toBe(true);
    expect(scale.ticks.length).toBeLessThanOrEqual(ticks.length + 3);
  });
});
