import type { KnownBlock } from '@slack/types';
import { expect, test } from 'vitest';
import { validateMessage, validateView } from '../../src/blockkit/validate.ts';
import { chart, inHome, inMessage, inModal, input, plain, table } from './payloads.ts';

const mark = (text: string) => ({ type: 'mrkdwn', text, verbatim: true });
const option = (value: string) => ({ text: plain(`Option ${value}`), value });
const options = [option('1'), option('2')];
const groups = [{ label: plain('Project 2'), options }];
const placeholder = plain('Choose');
const common = { action_id: 'a', placeholder, focus_on_load: false };
const image = { type: 'image', image_url: 'https://x.example/i.png', alt_text: 'A chart' };
const confirm = {
  title: plain('Sure?'),
  text: mark('Really'),
  confirm: plain('Yes'),
  deny: plain('No'),
  style: 'danger',
};
const button = {
  type: 'button',
  text: plain('Submit'),
  action_id: 'b',
  value: 'v',
  style: 'primary',
  confirm,
  accessibility_label: 'Submit 2.4',
};
const richText = {
  type: 'rich_text',
  elements: [
    {
      type: 'rich_text_section',
      elements: [
        { type: 'text', text: 'Said ', style: { bold: true } },
        { type: 'user', user_id: 'U1' },
        { type: 'channel', channel_id: 'C1' },
        { type: 'usergroup', usergroup_id: 'S1' },
        { type: 'broadcast', range: 'here' },
        { type: 'emoji', name: 'tada', unicode: '1f389' },
        { type: 'link', url: 'https://x.example', text: 'here' },
        { type: 'date', timestamp: 1_700_000_000, format: '{date_long}', fallback: 'then' },
        { type: 'color', value: '#fff' },
      ],
    },
    {
      type: 'rich_text_list',
      style: 'ordered',
      indent: 1,
      border: 0,
      elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'one' }] }],
    },
    { type: 'rich_text_quote', elements: [{ type: 'text', text: 'q' }] },
    { type: 'rich_text_preformatted', border: 1, elements: [{ type: 'text', text: 'p' }] },
  ],
};

const INPUTS = [
  {
    type: 'plain_text_input',
    action_id: 'a',
    multiline: true,
    min_length: 0,
    max_length: 3_000,
    initial_value: 'x',
    placeholder,
    dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
  },
  {
    type: 'number_input',
    is_decimal_allowed: true,
    min_value: '-1.5',
    max_value: '100',
    initial_value: '17.5',
  },
  { type: 'static_select', ...common, options, initial_option: option('2') },
  { type: 'static_select', ...common, option_groups: groups, initial_option: option('1') },
  {
    type: 'multi_static_select',
    ...common,
    options,
    initial_options: [option('1')],
    max_selected_items: 2,
  },
  { type: 'external_select', ...common, min_query_length: 0, initial_option: option('9') },
  { type: 'multi_external_select', ...common, min_query_length: 3 },
  { type: 'users_select', ...common, initial_user: 'U1' },
  { type: 'multi_users_select', ...common, initial_users: ['U1'] },
  {
    type: 'conversations_select',
    ...common,
    default_to_current_conversation: true,
    response_url_enabled: true,
    filter: { include: ['public'], exclude_bot_users: true },
  },
  { type: 'multi_conversations_select', ...common, initial_conversations: ['C1'] },
  { type: 'channels_select', ...common, initial_channel: 'C1', response_url_enabled: true },
  { type: 'multi_channels_select', ...common, initial_channels: ['C1'] },
  {
    type: 'checkboxes',
    action_id: 'a',
    options: [{ text: mark('*One*'), value: '1', description: plain('d') }],
  },
  { type: 'radio_buttons', action_id: 'a', options, initial_option: option('1') },
  { type: 'datepicker', action_id: 'a', initial_date: '2027-01-31', placeholder },
  {
    type: 'timepicker',
    action_id: 'a',
    initial_time: '23:59',
    timezone: 'Europe/London',
    placeholder,
  },
  { type: 'datetimepicker', action_id: 'a', initial_date_time: 1_700_000_000 },
  { type: 'email_text_input', ...common, initial_value: 'a@b.example' },
  { type: 'url_text_input', ...common },
  { type: 'rich_text_input', ...common, initial_value: richText, min_lines: 1, max_lines: 10 },
  { type: 'file_input', action_id: 'a', filetypes: ['csv'], max_files: 1 },
];

const ANYWHERE = [
  {
    type: 'section',
    block_id: 's',
    text: mark('*Findings*'),
    fields: [mark('a'), plain('b')],
    accessory: button,
    expand: true,
  },
  {
    type: 'section',
    text: mark('x'),
    accessory: {
      type: 'overflow',
      action_id: 'o',
      options: [{ ...option('1'), url: 'https://x.example' }],
    },
  },
  { type: 'section', text: mark('x'), accessory: image },
  { type: 'context', elements: [mark('a'), plain('b'), image] },
  { type: 'divider' },
  { type: 'header', text: { ...plain('Q1'), emoji: true }, level: 2 },
  {
    type: 'actions',
    elements: [
      button,
      { type: 'static_select', options },
      { type: 'datepicker' },
      { type: 'workflow_button', text: plain('w'), workflow: { trigger: { url: 'u' } } },
    ],
  },
  { ...image, title: plain('t'), block_id: 'i' },
  { type: 'image', slack_file: { id: 'F1' }, alt_text: 'a' },
  {
    type: 'video',
    video_url: 'https://x.example/v',
    thumbnail_url: 't',
    alt_text: 'a',
    title: plain('t'),
    author_name: 'x',
  },
  {
    type: 'card',
    hero_image: image,
    icon: image,
    title: mark('t'),
    subtitle: mark('s'),
    body: mark('b'),
    actions: [button],
  },
  richText,
];

const RICH = [
  { ...table(2, 2), column_settings: [{ align: 'right', is_wrapped: true }, null] },
  {
    type: 'data_table',
    caption: 'Project 2',
    page_size: 10,
    row_header_column_index: 0,
    rows: [
      [
        { type: 'raw_text', text: 'Outcome' },
        { type: 'raw_text', text: 'Actual' },
      ],
      [richText, { type: 'raw_number', value: 17, text: '17%' }],
    ],
  },
  { type: 'carousel', elements: [{ type: 'card', body: mark('b') }] },
  {
    type: 'container',
    title: plain('t'),
    subtitle: mark('s'),
    width: 'full',
    is_collapsible: true,
    default_collapsed: true,
    child_blocks: [{ type: 'divider' }, table(1, 1)],
  },
];

const MESSAGE_ONLY = [
  chart(),
  {
    type: 'data_visualization',
    title: 't',
    chart: { type: 'pie', segments: [{ label: 'a', value: 0.5 }] },
  },
  { type: 'markdown', text: '**m**' },
  {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: 'f',
        positive_button: { text: plain('Good'), value: '1' },
        negative_button: { text: plain('Bad'), value: '0' },
      },
      { type: 'icon_button', icon: 'trash', text: plain('Delete'), visible_to_user_ids: ['U1'] },
    ],
  },
  { type: 'file', source: 'remote', external_id: 'x' },
  { type: 'task_card', task_id: '1', title: 't', status: 'complete', details: richText },
  { type: 'plan', title: 'p', tasks: [] },
];

const named = (blocks: readonly { type?: unknown }[]) =>
  blocks.map((block): [string, object] => [String(block.type), block]);

test.each(named(INPUTS))('a modal takes a %s', (_, element) => {
  expect(
    validateView(
      inModal({ ...input(element), hint: plain('h'), optional: true, dispatch_action: true }),
    ),
  ).toEqual([]);
});

test.each(named(ANYWHERE))('every surface takes a %s', (_, block) => {
  expect(validateMessage(inMessage(block))).toEqual([]);
  expect(validateView(inModal(block))).toEqual([]);
  expect(validateView(inHome(block))).toEqual([]);
});

test.each(named(RICH))('messages and App Home take a %s', (_, block) => {
  expect(validateMessage(inMessage(block))).toEqual([]);
  expect(validateView(inHome(block))).toEqual([]);
});

test.each(named(MESSAGE_ONLY))('a message takes a %s', (_, block) => {
  expect(validateMessage(inMessage(block))).toEqual([]);
});

test('a modal takes an alert and every setting of a view', () => {
  const alert = { type: 'alert', level: 'warning', text: plain('17% is below the 41% target.') };
  const settings = {
    close: plain('Cancel'),
    callback_id: 'submit.v1',
    private_metadata: '',
    external_id: 'x',
    clear_on_close: true,
    notify_on_close: true,
  };
  expect(validateView({ ...inModal(alert), ...settings })).toEqual([]);
});

test('a message may carry other fields and no blocks', () => {
  expect(validateMessage({ channel: 'C1', text: 'Off track', blocks: [] })).toEqual([]);
});

test("a block typed by Slack's own types passes", () => {
  const block: KnownBlock = { type: 'section', text: { type: 'mrkdwn', text: 'x' } };
  expect(validateMessage(inMessage(block))).toEqual([]);
});
