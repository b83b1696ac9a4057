import { expect, test } from 'vitest';
import { createDirectory } from '../../src/workspace/directory.ts';
import { placedInputs } from '../../src/workspace/elements.ts';
import { BOT_USER_ID } from '../../src/workspace/identity.ts';
import { createIds } from '../../src/workspace/ids.ts';
import { stateOf, withValue } from '../../src/workspace/input-state.ts';
import type { Json } from '../../src/workspace/json.ts';
import { slackErrors } from '../../src/workspace/submit-checks.ts';
import { type TypedAnswer, valueFor } from '../../src/workspace/typing.ts';
import { PRIYA, words } from './support.ts';

const people = [
  { id: PRIYA, name: 'Priya Shah', email: 'priya@example.org' },
  { id: 'U0LEAVER01', name: 'Lee Verne', email: 'lee@example.org', deleted: true },
];
const directory = createDirectory(people, [], createIds());

const inputBlock = (element: Json, rest: Json = {}): Json => ({
  type: 'input',
  block_id: 'b',
  label: words('Figure'),
  element: { action_id: 'a', ...element },
  ...rest,
});

function answer(element: Json, typed: TypedAnswer): unknown {
  const [placed] = placedInputs([inputBlock(element)]);
  if (!placed) throw new Error('no input');
  return valueFor(placed, typed, directory);
}

const option = (text: string, value: string) => ({ text: words(text), value });
const options = [option('Reported', 'reported'), option('Not yet', 'not-yet')];

test.each<[string, Json, TypedAnswer, unknown]>([
  ['words', { type: 'plain_text_input' }, 'On track', 'On track'],
  ['nothing typed', { type: 'plain_text_input' }, '', null],
  ['a number stays text', { type: 'number_input', is_decimal_allowed: true }, '17.50', '17.50'],
  ['a date', { type: 'datepicker' }, '2015-07-31', '2015-07-31'],
  ['an option by its words', { type: 'static_select', options }, 'Not yet', options[1]],
  ['an option by its value', { type: 'radio_buttons', options }, 'reported', options[0]],
  [
    'a grouped option',
    { type: 'static_select', option_groups: [{ options }] },
    'Not yet',
    options[1],
  ],
  ['a tick', { type: 'checkboxes', options: [options[0]] }, true, [options[0]]],
  ['no tick', { type: 'checkboxes', options }, false, []],
  ['several choices', { type: 'multi_static_select', options }, ['reported', 'Not yet'], options],
  ['a leap day', { type: 'datepicker' }, '2016-02-29', '2016-02-29'],
  ['a time', { type: 'timepicker' }, '23:59', '23:59'],
  ['a person', { type: 'users_select' }, 'Priya Shah', PRIYA],
  ['the app', { type: 'users_select' }, BOT_USER_ID, BOT_USER_ID],
])('%s is what the app receives', (_what, element, typed, expected) => {
  expect(answer(element, typed)).toEqual(expected);
});

test.each<[string, Json, TypedAnswer, string]>([
  ['letters in a number', { type: 'number_input' }, 'lots', 'only digits'],
  ['a fraction in a whole number', { type: 'number_input' }, '1.5', 'only digits'],
  ['two lines in one', { type: 'plain_text_input' }, 'a\nb', 'one line'],
  [
    'an option that is not offered',
    { type: 'static_select', options },
    'Late',
    'it offers Reported',
  ],
  [
    'more choices than allowed',
    { type: 'checkboxes', options, max_selected_items: 1 },
    true,
    'at most 1',
  ],
  ['a date that is not one', { type: 'datepicker' }, 'soon', 'is a datepicker'],
  ['a day no calendar has', { type: 'datepicker' }, '2015-02-29', 'is not in it'],
  ['a month no calendar has', { type: 'datepicker' }, '2015-13-01', 'is not in it'],
  ['a time no clock has', { type: 'timepicker' }, '24:00', 'is not in it'],
  ['a stranger', { type: 'users_select' }, 'Nobody', 'lists nobody'],
  ['somebody who left', { type: 'users_select' }, 'Lee Verne', 'lists nobody'],
  ['words for a file', { type: 'file_input' }, 'report.pdf', 'takes files'],
])('nobody can give %s', (_what, element, typed, problem) => {
  expect(() => answer(element, typed)).toThrow(problem);
});

test.each<[string, Json, Json, TypedAnswer, string | undefined]>([
  [
    'an empty required field',
    { type: 'plain_text_input' },
    {},
    null,
    'Please complete this required field.',
  ],
  ['an empty optional field', { type: 'plain_text_input' }, { optional: true }, null, undefined],
  ['too few characters', { type: 'plain_text_input', min_length: 5 }, {}, 'abc', 'at least 5'],
  ['a number too small', { type: 'number_input', min_value: '0' }, {}, '-1', '0 or more'],
  ['a number too large', { type: 'number_input', max_value: '100' }, {}, '101', '100 or less'],
  ['a lone minus', { type: 'number_input' }, {}, '-', 'valid number'],
  ['a number in range', { type: 'number_input', max_value: '100' }, {}, '100', undefined],
  ['no e-mail address', { type: 'email_text_input' }, {}, 'me', 'valid email'],
])('Slack checks %s itself', (_what, element, rest, typed, problem) => {
  const blocks = [inputBlock(element, rest)];
  const [placed] = placedInputs(blocks);
  if (!placed) throw new Error('no input');
  const state = withValue(stateOf(blocks), placed, valueFor(placed, typed, directory));
  const { b: said } = slackErrors(blocks, state);
  if (problem === undefined) expect(said).toBeUndefined();
  else expect(said).toContain(problem);
});

test.each<[Json, Json]>([
  [{ type: 'plain_text_input', initial_value: 'x' }, { value: 'x' }],
  [{ type: 'email_text_input', initial_value: 'a@b.org' }, { value: 'a@b.org' }],
  [{ type: 'url_text_input', initial_value: 'https://b.org' }, { value: 'https://b.org' }],
  [{ type: 'number_input', initial_value: '17' }, { value: '17' }],
  [{ type: 'rich_text_input' }, { rich_text_value: null }],
  [{ type: 'static_select', initial_option: options[0] }, { selected_option: options[0] }],
  [{ type: 'radio_buttons', initial_option: options[0] }, { selected_option: options[0] }],
  [{ type: 'checkboxes', initial_options: options }, { selected_options: options }],
  [{ type: 'users_select', initial_user: PRIYA }, { selected_user: PRIYA }],
  [{ type: 'multi_users_select', initial_users: [PRIYA] }, { selected_users: [PRIYA] }],
  [{ type: 'channels_select', initial_channel: 'C1' }, { selected_channel: 'C1' }],
  [{ type: 'conversations_select', initial_conversation: 'C1' }, { selected_conversation: 'C1' }],
  [{ type: 'datepicker', initial_date: '2015-06-30' }, { selected_date: '2015-06-30' }],
  [{ type: 'timepicker', initial_time: '17:00' }, { selected_time: '17:00' }],
  [{ type: 'datetimepicker', initial_date_time: 1435680000 }, { selected_date_time: 1435680000 }],
  [{ type: 'file_input' }, { files: [] }],
])('an untouched input is in the state with what it began with: %o', (element, held) => {
  const { type } = element as { readonly type: string };
  expect(stateOf([inputBlock(element)])).toEqual({ b: { a: { type, ...held } } });
});

test('typed input is kept while ids and type stay, and starts afresh under a new block id', () => {
  const text = { type: 'plain_text_input', initial_value: 'first' };
  const before = [inputBlock(text)];
  const [placed] = placedInputs(before);
  if (!placed) throw new Error('no input');
  const typed = withValue(stateOf(before), placed, 'typed');
  expect(stateOf(before, typed)).toMatchObject({ b: { a: { value: 'typed' } } });
  expect(stateOf([inputBlock(text, { block_id: 'c' })], typed)).toEqual({
    c: { a: { type: 'plain_text_input', value: 'first' } },
  });
  expect(stateOf([inputBlock({ type: 'datepicker' })], typed)).toEqual({
    b: { a: { type: 'datepicker', selected_date: null } },
  });
});

test('an element called like a part of every object is only an unknown element', () => {
  const block = { type: 'actions', elements: [{ type: 'constructor', action_id: 'a' }] };
  expect(stateOf([{ ...block, block_id: 'b' }])).toMatchObject({ b: { a: { value: null } } });
});
