import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { wordsIn } from '../support.ts';
import { drawBlocks, input, on, plain } from './hands.ts';

const text = (more: object = {}) => ({ type: 'plain_text_input', ...more });
const enter = (more: object = {}) => ({ key: 'Enter', preventDefault: () => undefined, ...more });

describe('a field to type in', () => {
  test('starts with what it holds and takes no more than it may', () => {
    const { html } = drawBlocks([
      input(
        text({ initial_value: '34', min_length: 2, max_length: 100, placeholder: plain('17') }),
      ),
    ]);
    expect(html).toMatch(/<input type="text"[^>]* value="34" maxlength="100" minlength="2"/);
    expect(html).toContain('placeholder="17"');
  });

  test('takes 3,000 characters where the app sets no limit', () => {
    expect(drawBlocks([input(text())]).html).toContain('maxlength="3000"');
  });

  test('of several lines starts with what it holds', () => {
    const { html } = drawBlocks([input(text({ multiline: true, initial_value: 'Two\nlines' }))]);
    expect(html).toMatch(/<textarea[^>]*>Two\nlines<\/textarea>/);
  });

  test.each([
    [{ max_length: 100, initial_value: 'x'.repeat(49) }, null],
    [{ max_length: 100, initial_value: 'x'.repeat(60) }, '40'],
    [{ max_length: 1000, initial_value: 'x'.repeat(899) }, null],
    [{ max_length: 1000, initial_value: 'x'.repeat(900) }, '100'],
    [{ initial_value: 'x'.repeat(3000) }, '0'],
  ])('counts the characters left once few are: %#', (element, left) => {
    const { html } = drawBlocks([input(text(element))]);
    const counted = html.match(/characters-left" aria-hidden="true">(\d+)</)?.[1] ?? null;
    expect(counted).toBe(left);
  });

  test('says how many are left only now and then, so that typing can be heard', () => {
    const said = (typed: number) =>
      wordsIn(
        drawBlocks([input(text({ max_length: 50, initial_value: 'x'.repeat(typed) }))]).html,
      ).includes('characters left');
    expect([39, 40, 41].map(said)).toEqual([false, true, false]);
  });

  test.each([
    ['number_input', { is_decimal_allowed: true }, 'inputmode="decimal"'],
    ['number_input', { is_decimal_allowed: false }, 'inputmode="numeric"'],
    ['email_text_input', {}, 'type="email"'],
    ['url_text_input', {}, 'type="url"'],
    ['rich_text_input', {}, '<textarea'],
  ])('%s %o brings up its own keyboard', (type, more, expected) => {
    expect(drawBlocks([input({ type, ...more })]).html).toContain(expected);
  });

  test('of rich text starts with the words of what it holds', () => {
    const section = (words: string) => ({
      type: 'rich_text_section',
      elements: [{ type: 'text', text: words }],
    });
    const initial_value = {
      type: 'rich_text',
      elements: [
        { type: 'rich_text_section', elements: [{ type: 'text', text: 'See "2.4"\n' }] },
        { type: 'rich_text_list', style: 'bullet', elements: [section('one'), section('two')] },
      ],
    };
    const { html } = drawBlocks([input({ type: 'rich_text_input', initial_value })]);
    expect(wordsIn(html)).toContain('See "2.4"\n\none\ntwo');
  });

  test('is where a modal begins if its app says so; a message never takes the cursor', () => {
    const block = input(text({ focus_on_load: true }));
    expect(drawBlocks([block], { surface: 'modal' }).html).toContain('autofocus');
    expect(drawBlocks([block], { surface: 'message' }).html).not.toContain('autofocus');
  });

  test('keeps words that look like markup as words', () => {
    const initial_value = '"><script>alert(1)</script>';
    for (const multiline of [false, true]) {
      const { html } = drawBlocks([
        input(text({ initial_value, multiline, placeholder: plain('<b>') })),
      ]);
      expect(html).not.toMatch(/<(script|b)>/);
    }
  });
});

describe('what is typed', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('is told once, after a pause', () => {
    const { act, told } = drawBlocks([input(text())]);
    for (const words of ['3', '34', '34 victims']) {
      act('input', {}, 'onInput', on(words));
      vi.advanceTimersByTime(200);
    }
    expect(told).toEqual([]);
    vi.runAllTimers();
    expect(told).toEqual([['type', 'field', 'input', '34 victims']]);
  });

  test('is told at once when the field is left, and not again', () => {
    const { act, told } = drawBlocks([input(text({ multiline: true }))]);
    act('textarea', {}, 'onInput', on('34'));
    act('textarea', {}, 'onBlur');
    expect(told).toEqual([['type', 'field', 'input', '34']]);
    vi.runAllTimers();
    act('textarea', {}, 'onBlur');
    expect(told).toEqual([['type', 'field', 'input', '34']]);
  });

  test('is not told when it is what was there already', () => {
    const { act, told } = drawBlocks([input(text({ initial_value: '34' }))]);
    act('input', {}, 'onInput', on('3'));
    act('input', {}, 'onInput', on('34'));
    vi.runAllTimers();
    expect(told).toEqual([]);
  });

  test.each([
    [true, '1.5', '1.5'],
    [true, '1.5.', ''],
    [false, '1.5', ''],
    [false, '-15', '-15'],
    [true, 'lots', ''],
  ])('in a number field (decimals: %o) is a number: %s', (is_decimal_allowed, typed, kept) => {
    const { act } = drawBlocks([input({ type: 'number_input', is_decimal_allowed })]);
    const event = on(typed);
    act('input', {}, 'onInput', event);
    expect(event.currentTarget.value).toBe(kept);
  });

  test('sends a modal with Ctrl and Enter from a long field', () => {
    const sent: string[] = [];
    const { act } = drawBlocks([input(text({ multiline: true }))]);
    const currentTarget = { tagName: 'TEXTAREA', form: { requestSubmit: () => sent.push('sent') } };
    act('textarea', {}, 'onKeyDown', enter({ currentTarget }));
    expect(sent).toEqual([]);
    act('textarea', {}, 'onKeyDown', enter({ currentTarget, ctrlKey: true }));
    expect(sent).toEqual(['sent']);
  });

  describe('where the app asked to hear of it', () => {
    const heard = (element: object = {}) => input(text(element), { dispatch_action: true });

    const letters = { dispatch_action_config: { trigger_actions_on: ['on_character_entered'] } };

    test('is told with Enter, at once and only once, and the field says so', () => {
      const { act, told, html } = drawBlocks([heard()]);
      expect(wordsIn(html)).toContain('Press Enter to submit');
      act('input', {}, 'onInput', on('34'));
      act('input', {}, 'onKeyDown', enter({ currentTarget: {} }));
      vi.runAllTimers();
      act('input', {}, 'onBlur');
      expect(told).toEqual([['enter', 'field', 'input', '34']]);
    });

    test('is told with every Enter, though nothing was typed in between', () => {
      const { act, told } = drawBlocks([heard({ initial_value: '34' })]);
      act('input', {}, 'onKeyDown', enter({ currentTarget: {} }));
      act('input', {}, 'onKeyDown', enter({ currentTarget: {} }));
      expect(told).toEqual([
        ['enter', 'field', 'input', '34'],
        ['enter', 'field', 'input', '34'],
      ]);
    });

    test('letter by letter is told after each pause, and how it ended as the field is left', () => {
      const { act, told, html } = drawBlocks([heard(letters)]);
      expect(wordsIn(html)).not.toContain('Press Enter');
      act('input', {}, 'onInput', on('3'));
      vi.runAllTimers();
      act('input', {}, 'onInput', on('34'));
      act('input', {}, 'onInput', on('341'));
      act('input', {}, 'onBlur');
      expect(told).toEqual([
        ['type', 'field', 'input', '3'],
        ['type', 'field', 'input', '341'],
      ]);
    });

    test('letter by letter is not told by Enter, which is left to the form', () => {
      const { act, told } = drawBlocks([heard(letters)]);
      act('input', {}, 'onKeyDown', enter({ currentTarget: {} }));
      expect(told).toEqual([]);
    });
  });

  test('elsewhere is not pressed on Enter, which is left to the form', () => {
    const { act, told, html } = drawBlocks([input(text())]);
    act('input', {}, 'onKeyDown', enter({ currentTarget: {} }));
    expect(told).toEqual([]);
    expect(wordsIn(html)).not.toContain('Press Enter');
  });
});
