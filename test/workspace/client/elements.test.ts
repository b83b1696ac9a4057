import { describe, expect, test } from 'vitest';
import { drawBlocks, wordsIn } from './support.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const option = (value: string, words = value) => ({ value, text: plain(words) });
const input = (element: object, more: object = {}) => ({
  type: 'input',
  block_id: 'field',
  label: plain('4.1 Victims supported'),
  element: { action_id: 'input', ...element },
  ...more,
});

describe('a field', () => {
  test('has its label, its hint and the sentence on what is wrong tied to it', () => {
    const drawn = drawBlocks(
      [input({ type: 'plain_text_input' }, { hint: plain('A number'), optional: true })],
      {
        errors: { field: 'Enter a number, for example 34.' },
      },
    );
    expect(wordsIn(drawn)).toContain('4.1 Victims supported (optional)');
    expect(drawn).toContain('aria-labelledby="m1-field-label"');
    expect(drawn).toContain('aria-describedby="m1-field-hint m1-field-fault"');
    expect(drawn).toContain('aria-invalid="true"');
    expect(wordsIn(drawn)).toContain('Enter a number, for example 34.');
  });

  test('starts with what it holds, and takes no more than it may', () => {
    const drawn = drawBlocks([
      input({ type: 'plain_text_input', initial_value: '34', max_length: 100 }),
    ]);
    expect(drawn).toContain('value="34"');
    expect(drawn).toMatch(/maxlength="100"/i);
  });

  test.each([
    ['number_input', 'inputmode="decimal"'],
    ['email_text_input', 'type="email"'],
    ['url_text_input', 'type="url"'],
    ['rich_text_input', '<textarea'],
    ['datepicker', 'type="date"'],
    ['timepicker', 'type="time"'],
    ['datetimepicker', 'type="datetime-local"'],
  ])('%s is the browser’s own kind of field', (type, expected) => {
    expect(drawBlocks([input({ type })])).toContain(expected);
  });
});

describe('a choice', () => {
  test('among a menu’s options and their groups shows the one that holds', () => {
    const drawn = drawBlocks([
      input({
        type: 'static_select',
        initial_option: option('none', 'No cases'),
        option_groups: [
          { label: plain('Reasons'), options: [option('none', 'No cases'), option('later')] },
        ],
      }),
    ]);
    expect(drawn).toContain('<optgroup label="Reasons">');
    expect(drawn).toMatch(/<option [^>]*selected[^>]*>\s*No cases/);
  });

  test.each(['checkboxes', 'radio_buttons'])('by %s has each option’s words beside it', (type) => {
    const options = [option('a', 'This figure is provisional'), option('b', 'Final')];
    const drawn = drawBlocks([
      input({ type, options, initial_options: [options[0]], initial_option: options[0] }),
    ]);
    expect(drawn.match(/checked/g)).toHaveLength(1);
    expect(wordsIn(drawn)).toContain('This figure is provisional');
  });

  test('of people and channels offers those of the workspace', () => {
    expect(drawBlocks([input({ type: 'users_select' })])).toContain('Priya Shah');
    expect(drawBlocks([input({ type: 'conversations_select' })])).toContain('#safer-communities');
  });
});

describe('a button', () => {
  const actions = (element: object) => ({
    type: 'actions',
    block_id: 'row',
    elements: [{ action_id: 'go', ...element }],
  });

  test('is cut at 30 characters as Slack shows it, and has all its words at hand', () => {
    const words = 'Enter the figures for every project you answer for';
    const drawn = drawBlocks([actions({ type: 'button', text: plain(words) })]);
    expect(wordsIn(drawn).trim()).toBe('Enter the figures for every p…');
    expect(drawn).toContain(`title="${words}"`);
  });

  test('is held while a move is under way', () => {
    expect(
      drawBlocks([actions({ type: 'button', text: plain('File') })], { busy: true }),
    ).toContain('disabled');
  });

  test('carries the ids that stories and tests find it by', () => {
    const drawn = drawBlocks([actions({ type: 'button', text: plain('File') })]);
    expect(drawn).toContain('data-block-id="row" data-action-id="go"');
  });
});

test('an element this page does not know shows what it holds', () => {
  const block = { type: 'actions', block_id: 'row', elements: [{ type: 'lever', action_id: 'x' }] };
  expect(wordsIn(drawBlocks([block]))).toContain('"type":"lever"');
});

test('hostile words in labels and options stay words', () => {
  const drawn = drawBlocks([
    input(
      { type: 'static_select', options: [option('a', '<img src=x onerror=alert(1)>')] },
      { label: plain('<script>') },
    ),
  ]);
  expect(drawn).not.toMatch(/<(img|script)/);
});
