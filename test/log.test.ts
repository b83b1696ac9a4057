import { expect, test } from 'vitest';
import { createLog } from '../src/log.ts';

const BOT = 'xoxb-1111-2222-AbCdEf';
const SIGNING = '0123456789abcdef0123456789abcdef';

const logged = (write: (log: ReturnType<typeof createLog>) => void): string => {
  const lines: string[] = [];
  write(createLog('debug', [BOT, SIGNING], (line) => void lines.push(line)));
  return lines.join('');
};

test('a line is one JSON object with the time and the words', () => {
  const line = JSON.parse(logged((log) => log.info({ mode: 'socket' }, 'connected')));
  expect(line).toMatchObject({ mode: 'socket', msg: 'connected' });
  expect(line.time).toMatch(/^\d{4}-\d\d-\d\dT/);
});

test('the secrets it was given never leave, wherever in a line they stand', () => {
  const line = logged((log) => {
    log.info({ headers: { authorization: `Bearer ${BOT}` }, list: [SIGNING] }, `x${SIGNING}x`);
    log.error({ err: new Error(`refused ${BOT}`, { cause: new Error(SIGNING) }) }, 'failed');
  });
  expect(line).not.toContain(BOT);
  expect(line).not.toContain(SIGNING);
  expect(line.match(/\[secret\]/g)?.length).toBeGreaterThanOrEqual(5);
});

const OTHER_TOKENS = [
  'xoxb-9999-8888-zzzz',
  'xoxp-9999-8888-zzzz',
  'xapp-1-A0000-9999-zzzz',
  'xoxe.xoxb-1-zzzz9999',
  'xoxe-1-zzzz9999',
  'xwfp-zzzz9999',
];

test.each(OTHER_TOKENS)('%s, which it was not told of, is taken out as well', (token) => {
  const around = [`${token}`, `Bearer ${token}`, `a\n${token}`, `token_${token}`, `"${token}"`];
  for (const words of around) {
    const line = logged((log) => log.warn({ err: new Error(words), header: words }, words));
    expect(line, words).not.toMatch(/zzzz/);
  }
});

test('the name and password of a proxy are taken out of its address', () => {
  const line = logged((log) =>
    log.error('connect http://council:hunter2@proxy.example:8080 failed'),
  );
  expect(line).not.toContain('hunter2');
  expect(line).toContain('proxy.example:8080');
});

test('a line is still JSON after its secrets were taken out', () => {
  const line = logged((log) => log.info({ token: BOT, text: `"${SIGNING}\\"` }, `\\${BOT}`));
  expect(() => JSON.parse(line)).not.toThrow();
});

test('an empty secret changes nothing', () => {
  const lines: string[] = [];
  createLog('info', [''], (line) => void lines.push(line)).info('as it was');
  expect(lines.join('')).toContain('as it was');
  expect(lines.join('')).not.toContain('[secret]');
});

test('lines below the level are not written', () => {
  const lines: string[] = [];
  const log = createLog('warn', [], (line) => void lines.push(line));
  log.info('quiet');
  log.warn('loud');
  expect(lines).toHaveLength(1);
});
