import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCommand } from '../../src/application/command.ts';

const status = (ref: string) => ({
  kind: 'status',
  request: { scope: { kind: 'measure', ref }, quarter: null },
});

describe('help', () => {
  test.each(['', '  ', 'help', 'HELP', 'help!', '?', '😀', '<@U123>', '<@U123> help'])(
    '“%s”',
    (text) => {
      expect(readCommand(text)).toEqual({ kind: 'help' });
    },
  );
});

describe('the status of one measure', () => {
  test.each([
    'status 2.4',
    'Status  2.4',
    'STATUS: 2.4',
    '“status” 2.4',
    '`status 2.4`',
    '/mopac status 2.4',
    '2.4',
    '2.4?',
    '<@U012AB3CD> 2.4',
    '<@U012AB3CD|mopac>: how is 2.4 doing?',
    '<@U1> <@U2> what about 2.4 please',
    'status <http://2.4|2.4>',
    'how\u00a0is 2,4\u200b doing',
  ])('“%s”', (text) => {
    expect(readCommand(text)).toEqual(status('2.4'));
  });
});

test('status alone is the whole programme', () => {
  expect(readCommand('status')).toEqual({
    kind: 'status',
    request: { scope: { kind: 'programme' }, quarter: null },
  });
});

test('a status keeps its quarter', () => {
  expect(readCommand('status 2 Q1 2015–16')).toEqual({
    kind: 'status',
    request: {
      scope: { kind: 'project', number: 2 },
      quarter: { kind: 'named', number: 1, year: 2015 },
    },
  });
});

test('a status of something unknown stays a status, so that the answer can name what exists', () => {
  expect(readCommand('status banana')).toMatchObject({
    kind: 'status',
    request: { scope: { kind: 'unreadable', asked: 'banana' } },
  });
});

test.each(['42a', '2a', '24b'])('“%s” is a measure mistyped, not a command', (asked) => {
  expect(readCommand(asked)).toEqual({
    kind: 'status',
    request: { scope: { kind: 'unreadable', asked }, quarter: null },
  });
});

describe('an unknown command is said back with what it may have meant', () => {
  test.each([
    ['stauts', ['status']],
    ['stat', ['status']],
    ['hlep', ['help']],
    ['banana', []],
    ['2.4 and 2.5', []],
  ])('“%s”', (text, didYouMean) => {
    expect(readCommand(text)).toEqual({ kind: 'unknown', asked: text, didYouMean });
  });
});

test('what Slack escaped is said back as it was typed, and what Slack linked by its label', () => {
  expect(readCommand('R&amp;D &lt;x&gt; in <#C1|safer-communities>')).toMatchObject({
    asked: 'R&D <x> in #safer-communities',
  });
});

test('a very long text is said back at no more than 500 characters', () => {
  const words = readCommand('blah '.repeat(10_000));
  expect(words.kind === 'unknown' && words.asked.length).toBe(500);
});

test('no text, however strange, is an error', () => {
  const pieces = ['status', 'help', ' ', '2.4', 'Q1', '2015/16', 'last', '<@U1>', '<', '>', '|'];
  const strange = [
    '&lt;',
    '&',
    '\ud83d',
    '\u202e',
    '`',
    '"',
    '<!channel>',
    '.',
    ',',
    '/',
    '9',
    '-',
  ];
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 600 }),
    fc
      .array(fc.constantFrom(...pieces, ...strange), { maxLength: 20 })
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, (typed) => {
      const command = readCommand(typed);
      expect(JSON.stringify(command).isWellFormed()).toBe(true);
      if (command.kind === 'unknown') expect([...command.asked].length).toBeLessThanOrEqual(500);
    }),
    { numRuns: 3_000 },
  );
});

test('a text made to be slow is read at once', () => {
  const started = performance.now();
  for (const text of [
    '<@'.repeat(20_000),
    ' '.repeat(40_000),
    'q1 '.repeat(20_000),
    '1,'.repeat(20_000),
  ]) {
    readCommand(text);
  }
  expect(performance.now() - started).toBeLessThan(1_000);
});
