import { describe, expect, test } from 'vitest';
import type { FaultCode } from '../../src/blockkit/fault.ts';
import { validateView, validateViewErrors } from '../../src/blockkit/validate.ts';
import { chart, inHome, inModal, input, plain, table } from './payloads.ts';

type Refused = [name: string, payload: unknown, pointer: string, code: FaultCode];

const press = (more: object = {}) => ({ type: 'button', text: plain('Go'), ...more });
const number = (more: object) =>
  inModal(input({ type: 'number_input', is_decimal_allowed: true, ...more }));
const option = { text: plain('One'), value: '1' };

const VIEWS: readonly Refused[] = [
  ['of no kind', { blocks: [] }, '/type', 'unknown_type'],
  ['without a title', { ...inModal({ type: 'divider' }), title: undefined }, '/title', 'missing'],
  ['without blocks', { ...inModal(), blocks: undefined }, '/blocks', 'missing'],
  [
    'with an input and no submit',
    { ...inModal(input({ type: 'plain_text_input' })), submit: undefined },
    '/submit',
    'missing',
  ],
  [
    'with markup for a title',
    { ...inModal({ type: 'divider' }), title: { type: 'mrkdwn', text: 't' } },
    '/title/type',
    'not_one_of',
  ],
  [
    'sent back with what Slack added',
    { ...inModal({ type: 'divider' }), hash: '1.a' },
    '/hash',
    'unknown_key',
  ],
  ['with a table in a modal', inModal(table(2, 2)), '/blocks/0/type', 'not_allowed_here'],
  ['with a chart in a modal', inModal(chart()), '/blocks/0/type', 'not_allowed_here'],
  ['with a chart on App Home', inHome(chart()), '/blocks/0/type', 'not_allowed_here'],
  [
    'with markdown on App Home',
    inHome({ type: 'markdown', text: 'm' }),
    '/blocks/0/type',
    'not_allowed_here',
  ],
  [
    'with a title on App Home',
    { ...inHome({ type: 'divider' }), title: plain('t') },
    '/title',
    'unknown_key',
  ],
  [
    'with a number field that says nothing of decimals',
    inModal(input({ type: 'number_input' })),
    '/blocks/0/element/is_decimal_allowed',
    'missing',
  ],
  [
    'with a number that is not a string',
    number({ initial_value: 17 }),
    '/blocks/0/element/initial_value',
    'wrong_type',
  ],
  [
    'with a number that has a unit',
    number({ min_value: '17%' }),
    '/blocks/0/element/min_value',
    'malformed',
  ],
  [
    'with a least above the most',
    number({ min_value: '10', max_value: '9' }),
    '/blocks/0/element/min_value',
    'out_of_range',
  ],
  [
    'with a decimal where only whole numbers go',
    number({ is_decimal_allowed: false, initial_value: '1.5' }),
    '/blocks/0/element/initial_value',
    'mismatch',
  ],
  [
    'with a text longer than its own limit',
    inModal(input({ type: 'plain_text_input', max_length: 2, initial_value: 'abc' })),
    '/blocks/0/element/initial_value',
    'too_long',
  ],
  [
    'with a minimum length over the maximum',
    inModal(input({ type: 'plain_text_input', min_length: 3, max_length: 2 })),
    '/blocks/0/element/min_length',
    'out_of_range',
  ],
  [
    'with an empty initial text',
    inModal(input({ type: 'plain_text_input', initial_value: '' })),
    '/blocks/0/element/initial_value',
    'empty',
  ],
  [
    'with a menu of no options',
    inModal(input({ type: 'static_select' })),
    '/blocks/0/element',
    'missing',
  ],
  [
    'with options and groups at once',
    inModal(
      input({
        type: 'static_select',
        options: [option],
        option_groups: [{ label: plain('g'), options: [option] }],
      }),
    ),
    '/blocks/0/element',
    'conflict',
  ],
  [
    'with a first choice not on offer',
    inModal(
      input({
        type: 'radio_buttons',
        options: [option],
        initial_option: { ...option, value: '2' },
      }),
    ),
    '/blocks/0/element/initial_option',
    'mismatch',
  ],
  [
    'with first ticks not on offer',
    inModal(
      input({
        type: 'checkboxes',
        options: [option],
        initial_options: [option, { ...option, value: '2' }],
      }),
    ),
    '/blocks/0/element/initial_options/1',
    'mismatch',
  ],
  [
    'with a link on a menu option',
    inModal(input({ type: 'static_select', options: [{ ...option, url: 'u' }] })),
    '/blocks/0/element/options/0/url',
    'unknown_key',
  ],
  [
    'with a date the wrong way round',
    inModal(input({ type: 'datepicker', initial_date: '31-01-2027' })),
    '/blocks/0/element/initial_date',
    'malformed',
  ],
  ['with a button for an input', inModal(input(press())), '/blocks/0/element/type', 'unknown_type'],
  [
    'with focus asked for twice',
    inModal(
      input({ type: 'plain_text_input', focus_on_load: true }),
      input({ type: 'plain_text_input', focus_on_load: true }),
    ),
    '/blocks/1/element/focus_on_load',
    'conflict',
  ],
];

describe('a view is refused', () => {
  test.each(VIEWS)('%s', (_, payload, pointer, code) => {
    expect(validateView(payload)).toContainEqual(expect.objectContaining({ pointer, code }));
  });
});

describe('field errors', () => {
  const view = inModal(
    { type: 'section', block_id: 'intro', text: plain('t') },
    { ...input({ type: 'plain_text_input' }), block_id: '2.4/figure' },
  );

  test('may name an input of the view', () => {
    expect(validateViewErrors(view, { '2.4/figure': 'Enter a number' })).toEqual([]);
  });

  test.each(['intro', 'nowhere'])('may not name %s, which takes no input', (key) => {
    const [fault] = validateViewErrors(view, { [key]: 'Enter a number' });
    expect(fault).toMatchObject({ pointer: `/errors/${key}`, code: 'mismatch' });
  });

  test('may not be empty, say nothing or be a list', () => {
    expect(validateViewErrors(view, {})).toMatchObject([{ code: 'too_few' }]);
    expect(validateViewErrors(view, [])).toMatchObject([{ code: 'wrong_type' }]);
    expect(validateViewErrors(view, { '2.4/figure': '' })).toMatchObject([
      { pointer: '/errors/2.4~1figure', code: 'empty' },
    ]);
  });
});

test('numbers are compared as numbers, not as words', () => {
  expect(validateView(number({ min_value: '9', max_value: '10' }))).toEqual([]);
});
