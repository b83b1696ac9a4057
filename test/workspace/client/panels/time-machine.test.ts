import { html } from 'htm/preact';
import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { TimeMachine } from '../../../../src/workspace/client/panels/time-machine.ts';
import { wordsIn } from '../support.ts';

const clock = {
  words: 'Wednesday 1 July 2015, 09:00',
  local: '2015-07-01T09:00',
  jumps: [
    { id: 'due', label: 'Due date for Q1 2015/16: 21 July 2015, 17:00' },
    { id: 'quarter-end', label: 'Quarter end: 30 September 2015, the last day of Q2 2015/16' },
  ],
};
const drawn = render(
  html`<${TimeMachine} clock=${clock} act=${() => undefined} onClose=${() => undefined} />`,
);

test('the time machine says what day it is and offers every jump of the clock', () => {
  expect(drawn).toContain('<p class="big-date" role="status">Wednesday 1 July 2015, 09:00</p>');
  for (const { id, label } of clock.jumps) {
    expect(drawn).toMatch(new RegExp(`<button[^>]* data-jump="${id}"[^>]*>\\s*${label}`));
  }
});

test('any later moment can be asked for, and what is wrong with it is said by the workspace', () => {
  expect(drawn).toMatch(/<input[^>]* type="datetime-local"[^>]* value="2015-07-01T09:00"/);
  expect(drawn).toContain('<form novalidate');
});

test('one press does not throw away what was done: starting again asks first', () => {
  expect(wordsIn(drawn)).toContain('Start again from the beginning…');
  expect(drawn).not.toContain('button-danger');
});
