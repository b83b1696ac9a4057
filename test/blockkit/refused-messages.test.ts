import { describe, expect, test } from 'vitest';
import type { FaultCode } from '../../src/blockkit/fault.ts';
import { validateMessage } from '../../src/blockkit/validate.ts';
import { inMessage, plain, table } from './payloads.ts';

type Refused = [name: string, payload: unknown, pointer: string, code: FaultCode];

const press = (more: object = {}) => ({ type: 'button', text: plain('Go'), ...more });
const cell = (text: string) => ({ type: 'raw_text', text });
const dataTable = (more: object) => ({ ...table(2, 2), type: 'data_table', caption: 'c', ...more });

const option = (value: string) => ({ text: plain('One'), value });
const video = {
  type: 'video',
  video_url: 'https://x.example/v',
  thumbnail_url: 'https://x.example/t.png',
  alt_text: 'How to file',
  title: plain('How to file'),
};

const MESSAGES: readonly Refused[] = [
  ['that is not an object', 'hello', '', 'wrong_type'],
  ['without text', { blocks: [] }, '/text', 'missing'],
  ['with blank text', { text: ' \n' }, '/text', 'empty'],
  ['with half a surrogate pair', { text: 'a\uD83D' }, '/text', 'malformed'],
  ['whose text is too many bytes to edit', { text: '😀'.repeat(1_001) }, '/text', 'too_long'],
  ['whose blocks are no list', { text: 't', blocks: {} }, '/blocks', 'wrong_type'],
  ['with a block of no kind', inMessage({}), '/blocks/0/type', 'missing'],
  [
    'with a block of an unknown kind',
    inMessage({ type: 'sectoin' }),
    '/blocks/0/type',
    'unknown_type',
  ],
  ['with an empty section', inMessage({ type: 'section' }), '/blocks/0', 'missing'],
  [
    'with no fields in its list',
    inMessage({ type: 'section', fields: [] }),
    '/blocks/0/fields',
    'too_few',
  ],
  [
    'with an empty string',
    inMessage({ type: 'header', text: plain('') }),
    '/blocks/0/text/text',
    'empty',
  ],
  [
    'with markup in a header',
    inMessage({ type: 'header', text: { type: 'mrkdwn', text: 'h' } }),
    '/blocks/0/text/type',
    'not_one_of',
  ],
  [
    'with a misspelt key',
    inMessage({ type: 'divider', blockId: 'x' }),
    '/blocks/0/blockId',
    'unknown_key',
  ],
  [
    'with emoji set on markup',
    inMessage({ type: 'section', text: { type: 'mrkdwn', text: 'a', emoji: true } }),
    '/blocks/0/text/emoji',
    'unknown_key',
  ],
  [
    'with a block_id used twice',
    inMessage({ type: 'divider', block_id: 'a' }, { type: 'divider', block_id: 'a' }),
    '/blocks/1/block_id',
    'duplicate',
  ],
  [
    'with a block_id used again inside a container',
    inMessage(
      { type: 'divider', block_id: 'a' },
      { type: 'container', title: plain('t'), child_blocks: [{ type: 'divider', block_id: 'a' }] },
    ),
    '/blocks/1/child_blocks/0/block_id',
    'duplicate',
  ],
  [
    'with an action_id used twice in a block',
    inMessage({
      type: 'actions',
      elements: [press({ action_id: 'a' }), press({ action_id: 'a' })],
    }),
    '/blocks/0/elements/1/action_id',
    'duplicate',
  ],
  [
    'with a button of no known style',
    inMessage({ type: 'actions', elements: [press({ style: 'default' })] }),
    '/blocks/0/elements/0/style',
    'not_one_of',
  ],
  [
    'with a text field among its actions',
    inMessage({ type: 'actions', elements: [{ type: 'plain_text_input' }] }),
    '/blocks/0/elements/0/type',
    'unknown_type',
  ],
  [
    'with an image that has no alternative text',
    inMessage({ type: 'image', image_url: 'u' }),
    '/blocks/0/alt_text',
    'missing',
  ],
  [
    'with an image from two places',
    inMessage({ type: 'image', alt_text: 'a', image_url: 'u', slack_file: { id: 'F1' } }),
    '/blocks/0',
    'conflict',
  ],
  [
    'with an alert',
    inMessage({ type: 'alert', text: plain('a') }),
    '/blocks/0/type',
    'not_allowed_here',
  ],
  [
    'with an empty cell',
    inMessage({ type: 'table', rows: [[cell('')]] }),
    '/blocks/0/rows/0/0/text',
    'empty',
  ],
  [
    'with a number cell that is no number',
    inMessage({ type: 'table', rows: [[{ type: 'raw_number', value: Number.NaN, text: '–' }]] }),
    '/blocks/0/rows/0/0/value',
    'wrong_type',
  ],
  [
    'with a ragged table',
    inMessage({ type: 'table', rows: [[cell('a'), cell('b')], [cell('c')]] }),
    '/blocks/0/rows/1',
    'mismatch',
  ],
  [
    'with a data table of a header alone',
    inMessage(dataTable({ rows: [[cell('a')]] })),
    '/blocks/0/rows',
    'too_few',
  ],
  [
    'with a data table that has no caption',
    inMessage(dataTable({ caption: undefined })),
    '/blocks/0/caption',
    'missing',
  ],
  [
    'with a row header column beyond the table',
    inMessage(dataTable({ row_header_column_index: 2 })),
    '/blocks/0/row_header_column_index',
    'out_of_range',
  ],
  [
    'with rich text in a data table header',
    inMessage(
      dataTable({
        rows: [
          [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [] }] }],
          [cell('a')],
        ],
      }),
    ),
    '/blocks/0/rows/0/0',
    'not_allowed_here',
  ],
  [
    'with a data table in a container',
    inMessage({ type: 'container', title: plain('t'), child_blocks: [dataTable({})] }),
    '/blocks/0/child_blocks/0/type',
    'unknown_type',
  ],
  [
    'with a gap in a chart',
    inMessage(withChart({ series: [{ name: 'a', data: [{ label: 'Q1', value: 1 }] }] })),
    '/blocks/0/chart/series/0/data',
    'mismatch',
  ],
  [
    'with one chart point given twice',
    inMessage(
      withChart({
        series: [
          {
            name: 'a',
            data: [
              { label: 'Q1', value: 1 },
              { label: 'Q1', value: 1 },
            ],
          },
        ],
      }),
    ),
    '/blocks/0/chart/series/0/data',
    'mismatch',
  ],
  [
    'with two series of one name',
    inMessage(withChart({ series: [series('a'), series('a')] })),
    '/blocks/0/chart/series/1/name',
    'duplicate',
  ],
  [
    'with a slice of nothing',
    inMessage({
      type: 'data_visualization',
      title: 't',
      chart: { type: 'pie', segments: [{ label: 'a', value: 0 }] },
    }),
    '/blocks/0/chart/segments/0/value',
    'out_of_range',
  ],
  [
    'with a card that shows nothing',
    inMessage({ type: 'card', subtitle: plain('s') }),
    '/blocks/0',
    'missing',
  ],
  [
    'with a container that has no title',
    inMessage({ type: 'container', child_blocks: [{ type: 'divider' }] }),
    '/blocks/0',
    'missing',
  ],
  [
    'with a task card still pending',
    inMessage({ type: 'task_card', task_id: '1', title: 't', status: 'pending' }),
    '/blocks/0/status',
    'not_one_of',
  ],
  [
    'with a plan whose task has no title',
    inMessage({ type: 'plan', title: 'p', tasks: [{ task_id: '1', status: 'pending' }] }),
    '/blocks/0/tasks/0/title',
    'missing',
  ],
  [
    'with a file kept here',
    inMessage({ type: 'file', source: 'local', external_id: 'x' }),
    '/blocks/0/source',
    'not_one_of',
  ],
  [
    'with a video by an address that is not https',
    inMessage({ ...video, video_url: 'http://x.example/v' }),
    '/blocks/0/video_url',
    'malformed',
  ],
  [
    'with a video whose title has 200 characters',
    inMessage({ ...video, title: plain('x'.repeat(200)) }),
    '/blocks/0/title/text',
    'too_long',
  ],
  [
    'with two options of the same value',
    inMessage({
      type: 'actions',
      elements: [{ type: 'static_select', options: [option('1'), option('1')] }],
    }),
    '/blocks/0/elements/0/options/1/value',
    'duplicate',
  ],
  [
    'with options of the same value in two groups',
    inMessage({
      type: 'actions',
      elements: [
        {
          type: 'static_select',
          option_groups: [
            { label: plain('a'), options: [option('1')] },
            { label: plain('b'), options: [option('1')] },
          ],
        },
      ],
    }),
    '/blocks/0/elements/0/option_groups/1/options/0/value',
    'duplicate',
  ],
  [
    'with 31 February in its calendar',
    inMessage({
      type: 'actions',
      elements: [{ type: 'datepicker', initial_date: '2015-02-31' }],
    }),
    '/blocks/0/elements/0/initial_date',
    'malformed',
  ],
];

describe('a message is refused', () => {
  test.each(MESSAGES)('%s', (_, payload, pointer, code) => {
    expect(validateMessage(payload)).toContainEqual(expect.objectContaining({ pointer, code }));
  });
});

test('a field set to undefined is absent, as it will be in the JSON', () => {
  expect(validateMessage(inMessage({ type: 'divider', block_id: undefined }))).toEqual([]);
});

test('the same action_id may serve in two blocks', () => {
  const row = () => ({ type: 'actions', elements: [press({ action_id: 'open' })] });
  expect(validateMessage(inMessage(row(), row()))).toEqual([]);
});

function series(name: string): object {
  return {
    name,
    data: [
      { label: 'Q1', value: 1 },
      { label: 'Q2', value: 2 },
    ],
  };
}

function withChart(parts: object): object {
  return {
    type: 'data_visualization',
    title: 't',
    chart: { type: 'bar', axis_config: { categories: ['Q1', 'Q2'] }, ...parts },
  };
}
