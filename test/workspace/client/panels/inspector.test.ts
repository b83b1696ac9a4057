import { html } from 'htm/preact';
import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { LogEntry } from '../../../../src/workspace/client/panels/log-entry.ts';
import { linesShown } from '../../../../src/workspace/client/panels/log-filter.ts';
import { outcomeWords } from '../../../../src/workspace/client/panels/log-line.ts';
import type { LogLine } from '../../../../src/workspace/page/protocol.ts';
import { wordsIn } from '../support.ts';

const call: LogLine = {
  index: 7,
  since: 7,
  times: 1,
  at: 0,
  direction: 'to Slack',
  title: 'chat.postMessage',
  outcome: 'ok',
  ms: 12,
  wrong: false,
  faults: [],
};
const command: LogLine = {
  ...call,
  direction: 'to the app',
  title: 'slash_commands: /mopac status',
  outcome: 'acknowledged',
};
const waiting: LogLine = { ...command, outcome: 'on its way', ms: null, wrong: true };
const refused: LogLine = {
  ...call,
  outcome: 'invalid_blocks',
  wrong: true,
  faults: ['/blocks/1: unsupported type: table'],
};

test.each<[string, LogLine, string]>([
  ['a call says how long its answer took', call, 'ok, 12 ms'],
  ['an acknowledgement is told against Slack’s patience', command, 'acknowledged, 12 of 3,000 ms'],
  ['what went wrong is marked by a word and a sign', refused, '✗ wrong: invalid_blocks, 12 ms'],
  [
    'what was never acknowledged took no time that could be told',
    { ...waiting, outcome: 'not acknowledged in time' },
    '✗ wrong: not acknowledged in time',
  ],
  ['what can still be acknowledged has not gone wrong', waiting, 'on its way'],
])('%s', (_says, line, words) => {
  expect(outcomeWords(line)).toBe(words);
});

test('“only what went wrong” leaves out what is on its way', () => {
  const shown = linesShown([waiting, refused, call], { filter: 'wrong', words: '', from: 0 });
  expect(shown).toEqual([refused]);
});

test('a line that stands for several says for how many', () => {
  const words = (line: LogLine) =>
    wordsIn(render(html`<${LogEntry} line=${line} fetchEntry=${() => undefined} />`));
  expect(words({ ...command, times: 12 })).toContain('12 times');
  expect(words(command)).not.toContain('times');
});

test('the rules that were broken can be read without opening the line', () => {
  const drawn = render(html`<${LogEntry} line=${refused} fetchEntry=${() => undefined} />`);
  expect(wordsIn(drawn.replace(/<details.*<\/details>/s, ''))).toContain(
    '/blocks/1: unsupported type: table',
  );
});
