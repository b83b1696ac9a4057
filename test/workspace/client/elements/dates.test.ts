import { describe, expect, test } from 'vitest';
import { wordsIn } from '../support.ts';
import { beside, drawBlocks, input, on, plain } from './hands.ts';

const day = { type: 'datepicker', initial_date: '2015-06-30' };

describe('a day or a time', () => {
  test.each([
    [day, 'type="date" value="2015-06-30"'],
    [{ type: 'timepicker', initial_time: '09:30' }, 'type="time" value="09:30"'],
  ])('starts with what it holds: %#', (element, expected) => {
    const { html } = drawBlocks([input(element)]);
    expect(html.replace(/class="[^"]*" /, '')).toContain(expected);
  });

  test('invites with its placeholder while nothing is picked', () => {
    const placeholder = plain('Pick the last day');
    const words = (element: object) => wordsIn(drawBlocks([input(element)]).html);
    expect(words({ type: 'datepicker', placeholder })).toContain('Pick the last day');
    expect(words({ ...day, placeholder })).not.toContain('Pick the last day');
  });

  test('picked from the calendar is told at once', () => {
    const { act, told } = drawBlocks([input(day)]);
    act('input', {}, 'onPointerDown');
    act('input', {}, 'onChange', on('2015-07-14'));
    expect(told).toEqual([['choose', 'field', 'input', '2015-07-14']]);
  });

  test('typed is told when the field is left, not for every date on the way', () => {
    const { act, told } = drawBlocks([input(day)]);
    for (const value of ['2015-07-30', '2015-07-01', '2015-07-14']) {
      act('input', {}, 'onKeyDown', { key: '1' });
      act('input', {}, 'onChange', on(value));
    }
    expect(told).toEqual([]);
    act('input', {}, 'onBlur', on('2015-07-14'));
    expect(told).toEqual([['choose', 'field', 'input', '2015-07-14']]);
  });

  test('typed is told on Enter', () => {
    const { act, told } = drawBlocks([input(day)]);
    act('input', {}, 'onKeyDown', { key: 'Enter', ...on('2015-07-14') });
    expect(told).toEqual([['choose', 'field', 'input', '2015-07-14']]);
  });

  test('half typed is not told', () => {
    const { act, told } = drawBlocks([input(day)]);
    act('input', {}, 'onBlur', on('', { validity: { badInput: true } }));
    act('input', {}, 'onBlur', on('0201-07-14'));
    expect(told).toEqual([]);
  });

  test('taken out again is told as nothing', () => {
    const { act, told } = drawBlocks([input(day, { optional: true })]);
    act('input', {}, 'onBlur', on(''));
    expect(told).toEqual([['choose', 'field', 'input', null]]);
  });

  test('at midnight is a time like any other', () => {
    const { act, told } = drawBlocks([input({ type: 'timepicker' })]);
    act('input', {}, 'onChange', on('00:15'));
    expect(told).toEqual([['choose', 'field', 'input', '00:15']]);
  });

  test('with a question before it is told only once that is answered', () => {
    const confirm = { title: plain('Sure?'), text: plain('Really?') };
    const { act, told } = drawBlocks([input({ ...day, confirm })]);
    act('input', {}, 'onChange', on('2015-07-14'));
    expect(told).toEqual([]);
  });

  test('beside a section is named by the section’s words', () => {
    expect(drawBlocks([beside('*Counted up to*', day)]).html).toContain(
      'aria-label="Counted up to"',
    );
  });
});

test('a moment travels as seconds and shows in the reader’s own zone', () => {
  const seconds = new Date(2015, 6, 21, 9, 5).getTime() / 1000;
  const { html, act, told } = drawBlocks([
    input({ type: 'datetimepicker', initial_date_time: seconds }),
  ]);
  expect(html).toMatch(/type="datetime-local" value="2015-07-21T09:05"/);
  act('input', {}, 'onChange', on('2015-07-21T10:05'));
  expect(told).toEqual([['choose', 'field', 'input', String(seconds + 3600)]]);
});
