import { describe, expect, test } from 'vitest';
import type { FaultCode } from '../../src/blockkit/fault.ts';
import { LIMITS } from '../../src/blockkit/limits.ts';
import { validateMessage } from '../../src/blockkit/validate.ts';
import { card, chart, inMessage, plain, table, times } from './payloads.ts';

type Limited = [name: string, limit: number, build: (size: number) => object];

/** 😀 is two code units and one character: a count of units would fail at half the limit. */
const long = (size: number) => '😀'.repeat(size);
const options = (count: number) => times(count, (n) => ({ text: plain(`o${n}`), value: `v${n}` }));
const press = (more: object) => ({ type: 'button', text: plain('Go'), ...more });
const confirm = (more: object) =>
  inMessage({
    type: 'actions',
    elements: [press({ confirm: { text: plain('Sure?'), ...more } })],
  });

const MESSAGES: readonly Limited[] = [
  [
    'blocks',
    LIMITS.message.blocks,
    (n) => ({ text: 't', blocks: times(n, () => ({ type: 'divider' })) }),
  ],
  ['text in bytes', LIMITS.message.textBytes, (n) => ({ text: 'x'.repeat(n) })],
  ['tables', LIMITS.message.tables, (n) => inMessage(...times(n, () => table(2, 2)))],
  ['charts', LIMITS.message.charts, (n) => inMessage(...times(n, () => chart()))],
  [
    'section text',
    LIMITS.section.text,
    (n) => inMessage({ type: 'section', text: plain(long(n)) }),
  ],
  [
    'fields',
    LIMITS.section.fields,
    (n) => inMessage({ type: 'section', fields: times(n, () => plain('f')) }),
  ],
  [
    'a field',
    LIMITS.section.field,
    (n) => inMessage({ type: 'section', fields: [plain(long(n))] }),
  ],
  ['a header', LIMITS.header.text, (n) => inMessage({ type: 'header', text: plain(long(n)) })],
  [
    'header level',
    LIMITS.header.level,
    (n) => inMessage({ type: 'header', text: plain('h'), level: n }),
  ],
  [
    'context elements',
    LIMITS.context.elements,
    (n) => inMessage({ type: 'context', elements: times(n, () => plain('c')) }),
  ],
  [
    'actions',
    LIMITS.actions.elements,
    (n) => inMessage({ type: 'actions', elements: times(n, () => press({})) }),
  ],
  ['block_id', LIMITS.id, (n) => inMessage({ type: 'divider', block_id: long(n) })],
  [
    'action_id',
    LIMITS.id,
    (n) => inMessage({ type: 'actions', elements: [press({ action_id: long(n) })] }),
  ],
  [
    'button text',
    LIMITS.button.text,
    (n) => inMessage({ type: 'actions', elements: [press({ text: plain(long(n)) })] }),
  ],
  [
    'button value',
    LIMITS.button.value,
    (n) => inMessage({ type: 'actions', elements: [press({ value: long(n) })] }),
  ],
  [
    'button url',
    LIMITS.button.url,
    (n) => inMessage({ type: 'actions', elements: [press({ url: long(n) })] }),
  ],
  [
    'button label',
    LIMITS.button.accessibilityLabel,
    (n) => inMessage({ type: 'actions', elements: [press({ accessibility_label: long(n) })] }),
  ],
  [
    'overflow options',
    LIMITS.overflow.options,
    (n) => inMessage({ type: 'actions', elements: [{ type: 'overflow', options: options(n) }] }),
  ],
  ['confirm title', LIMITS.confirm.title, (n) => confirm({ title: plain(long(n)) })],
  ['confirm text', LIMITS.confirm.text, (n) => confirm({ text: plain(long(n)) })],
  ['confirm yes', LIMITS.confirm.confirm, (n) => confirm({ confirm: plain(long(n)) })],
  ['confirm no', LIMITS.confirm.deny, (n) => confirm({ deny: plain(long(n)) })],
  [
    'image alt text',
    LIMITS.image.altText,
    (n) => inMessage({ type: 'image', image_url: 'https://x.example/i.png', alt_text: long(n) }),
  ],
  [
    'image title',
    LIMITS.image.title,
    (n) => inMessage({ type: 'image', image_url: 'u', alt_text: 'a', title: plain(long(n)) }),
  ],
  [
    'image url',
    LIMITS.image.url,
    (n) => inMessage({ type: 'image', image_url: long(n), alt_text: 'a' }),
  ],
  ['markdown', LIMITS.markdown.text, (n) => inMessage({ type: 'markdown', text: long(n) })],
  [
    'markdown in all',
    LIMITS.message.markdownCharacters,
    (n) => inMessage({ type: 'markdown', text: long(n - 1) }, { type: 'markdown', text: 'x' }),
  ],
  [
    'shown characters',
    LIMITS.message.shownCharacters,
    (n) =>
      inMessage(...times(4, () => ({ type: 'section', text: plain(long(3_000)) })), {
        type: 'section',
        text: plain(long(n - 12_000)),
      }),
  ],
  ['table rows', LIMITS.table.rows, (n) => inMessage(table(n, 2))],
  ['table columns', LIMITS.table.columns, (n) => inMessage(table(2, n))],
  [
    'table characters',
    LIMITS.table.characters,
    (n) => inMessage({ type: 'table', rows: [[{ type: 'raw_text', text: long(n) }]] }),
  ],
  [
    'data table rows',
    LIMITS.dataTable.rows,
    (n) => inMessage({ ...table(n, 2), type: 'data_table', caption: 'c' }),
  ],
  [
    'data table columns',
    LIMITS.dataTable.columns,
    (n) => inMessage({ ...table(2, n), type: 'data_table', caption: 'c' }),
  ],
  [
    'data table page',
    LIMITS.dataTable.pageSize,
    (n) => inMessage({ ...table(2, 2), type: 'data_table', caption: 'c', page_size: n }),
  ],
  [
    'data table characters',
    LIMITS.dataTable.characters,
    (n) =>
      inMessage({
        type: 'data_table',
        caption: 'c',
        rows: [[{ type: 'raw_text', text: long(n - 1) }], [{ type: 'raw_text', text: 'x' }]],
      }),
  ],
  ['chart title', LIMITS.chart.title, (n) => inMessage(chart({ title: long(n) }))],
  ['chart series', LIMITS.chart.series, (n) => inMessage(chart({ series: n }))],
  ['chart points', LIMITS.chart.points, (n) => inMessage(chart({ points: n }))],
  [
    'pie segments',
    LIMITS.chart.segments,
    (n) =>
      inMessage({
        type: 'data_visualization',
        title: 't',
        chart: { type: 'pie', segments: times(n, (i) => ({ label: `${i}`, value: 1 })) },
      }),
  ],
  [
    'segment label',
    LIMITS.chart.label,
    (n) =>
      inMessage({
        type: 'data_visualization',
        title: 't',
        chart: { type: 'pie', segments: [{ label: long(n), value: 1 }] },
      }),
  ],
  ['axis label', LIMITS.chart.axisLabel, (n) => inMessage(chart({ yLabel: long(n) }))],
  ['card title', LIMITS.card.title, (n) => inMessage(card({ title: plain(long(n)) }))],
  ['card subtitle', LIMITS.card.subtitle, (n) => inMessage(card({ subtitle: plain(long(n)) }))],
  ['card body', LIMITS.card.body, (n) => inMessage(card({ body: plain(long(n)) }))],
  ['card subtext', LIMITS.card.subtext, (n) => inMessage(card({ subtext: plain(long(n)) }))],
  [
    'card buttons',
    LIMITS.card.actions,
    (n) => inMessage(card({ actions: times(n, () => press({})) })),
  ],
  [
    'carousel cards',
    LIMITS.carousel.cards,
    (n) => inMessage({ type: 'carousel', elements: times(n, () => card({})) }),
  ],
  [
    'container blocks',
    LIMITS.container.blocks,
    (n) =>
      inMessage({
        type: 'container',
        title: plain('t'),
        child_blocks: times(n, () => ({ type: 'divider' })),
      }),
  ],
  [
    'container title',
    LIMITS.container.title,
    (n) =>
      inMessage({ type: 'container', title: plain(long(n)), child_blocks: [{ type: 'divider' }] }),
  ],
  [
    'container subtitle',
    LIMITS.container.subtitle,
    (n) =>
      inMessage({
        type: 'container',
        title: plain('t'),
        subtitle: plain(long(n)),
        child_blocks: [{ type: 'divider' }],
      }),
  ],
  [
    'context actions',
    LIMITS.contextActions.elements,
    (n) =>
      inMessage({
        type: 'context_actions',
        elements: times(n, () => ({ type: 'icon_button', icon: 'trash', text: plain('Delete') })),
      }),
  ],
  [
    'plan tasks',
    LIMITS.plan.tasks,
    (n) => inMessage({ type: 'plan', title: 'p', tasks: times(n, task) }),
  ],
];

const task = () => ({ task_id: '1', title: 't', status: 'pending' });

const OVER: readonly FaultCode[] = ['too_long', 'too_many', 'out_of_range'];

describe('a message', () => {
  test.each(MESSAGES)('%s: %i pass and one more is refused', (_, limit, build) => {
    expect(validateMessage(build(limit))).toEqual([]);
    const codes = validateMessage(build(limit + 1)).map(({ code }) => code);
    expect(codes.length).toBeGreaterThan(0);
    expect(OVER).toEqual(expect.arrayContaining(codes));
  });
});
