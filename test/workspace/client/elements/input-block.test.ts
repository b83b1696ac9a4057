import { describe, expect, test } from 'vitest';
import { wordsIn } from '../support.ts';
import { drawBlocks, input, inRow, option, plain } from './hands.ts';

describe('a field in a form', () => {
  const field = input({ type: 'plain_text_input' }, { hint: plain('A whole number') });

  test('says what it is for and that it may stay empty, as Slack does', () => {
    expect(wordsIn(drawBlocks([field]).html)).not.toContain('optional');
    const { html } = drawBlocks([{ ...field, optional: true }]);
    expect(wordsIn(html)).toContain('4.1 Victims supported (optional)');
  });

  test('is needed unless it is optional', () => {
    expect(drawBlocks([field]).html).toMatch(/<input[^>]* required/);
    expect(drawBlocks([{ ...field, optional: true }]).html).not.toContain('required');
  });

  test.each([
    { type: 'plain_text_input' },
    { type: 'static_select', options: [option('a')] },
    { type: 'multi_static_select', options: [option('a')] },
    { type: 'datepicker' },
  ])('of type $type is led to by its label', (element) => {
    const { html } = drawBlocks([input(element)]);
    const [, id = ''] = html.match(/<label class="input-label" id="[^"]*" for="([^"]*)"/) ?? [];
    expect(html).toMatch(new RegExp(`<(input|select|button)[^>]* id="${id}"`));
  });

  test('of several boxes is a group that its label names', () => {
    const { html } = drawBlocks([input({ type: 'checkboxes', options: [option('a')] })]);
    const [, id = ''] = html.match(/<p class="input-label" id="([^"]*)"/) ?? [];
    expect(html).toContain(`role="group" aria-labelledby="${id}"`);
  });

  test('that is right says nothing of faults', () => {
    const { html } = drawBlocks([field], { errors: { another: 'Wrong.' } });
    expect(html).not.toContain('aria-invalid');
    expect(html).not.toContain('Wrong.');
  });

  test('in fault has the sentence beside it, and is described by it and then by its hint', () => {
    const { html } = drawBlocks([field], { errors: { field: 'Enter a number, such as 34.' } });
    const [, fault = '', hint = ''] = html.match(/aria-describedby="(\S+) (\S+)"/) ?? [];
    const said = (id: string) => wordsIn(html.split(`id="${id}"`)[1]?.split('</p>')[0] ?? '');
    expect(said(fault)).toContain('Enter a number, such as 34.');
    expect(said(hint)).toContain('A whole number');
    expect(html).toMatch(/<input[^>]* aria-invalid="true"/);
  });

  test.each(['radio_buttons', 'checkboxes', 'multi_static_select', 'static_select', 'datepicker'])(
    'of type %s says that it is in fault',
    (type) => {
      const { html } = drawBlocks([input({ type, options: [option('a')] })], {
        errors: { field: 'Please complete this required field.' },
      });
      expect(html).toContain('aria-invalid="true"');
      expect(html).toContain('input-faulty');
      expect(html).toContain('aria-describedby=');
    },
  );

  test('keeps a hostile label, hint and fault as words', () => {
    const { html } = drawBlocks(
      [{ ...field, label: plain('<script>1'), hint: plain('<img src=x>') }],
      { errors: { field: '<svg onload=alert(1)>' } },
    );
    expect(html).not.toMatch(/<(script|img|svg)/);
  });
});

test.each([
  ['button', { text: plain('Go') }],
  ['overflow', { options: [option('a')] }],
  ['static_select', { options: [option('a')] }],
  ['multi_static_select', { options: [option('a')] }],
  ['external_select', {}],
  ['checkboxes', { options: [option('a')] }],
  ['radio_buttons', { options: [option('a')] }],
  ['datepicker', {}],
  ['plain_text_input', {}],
  ['icon_button', { icon: 'trash', text: plain('Delete') }],
  ['feedback_buttons', { positive_button: {}, negative_button: {} }],
  ['lever', {}],
])('%s carries the ids that stories and tests find it by, once', (type, more) => {
  const { html } = drawBlocks([inRow({ type, ...more })]);
  expect(html.match(/data-block-id="row"/g)).toHaveLength(1);
  expect(html.match(/data-action-id="go"/g)).toHaveLength(1);
});

test('a field for files says that nobody can give any here', () => {
  const { html } = drawBlocks([input({ type: 'file_input' })]);
  expect(html).toMatch(/<input[^>]* type="file" disabled/);
  expect(wordsIn(html)).toContain('Files are not taken here');
});

test('an element this page does not know shows what it holds', () => {
  const { html } = drawBlocks([inRow({ type: 'lever', words: '<b>' })]);
  expect(wordsIn(html)).toContain('"type":"lever"');
  expect(html).not.toContain('<b>');
});

test('an element whose type is a name of the language’s own is one this page does not know', () => {
  expect(wordsIn(drawBlocks([inRow({ type: 'constructor' })], { values: {} }).html)).toContain(
    '"constructor"',
  );
});
