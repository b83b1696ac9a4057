import fc from 'fast-check';
import { expect, test } from 'vitest';
import { missingVariables, readConfig, unknownVariables } from '../src/config.ts';

const GOOD = {
  SLACK_BOT_TOKEN: 'xoxb-1-2-abc',
  SLACK_APP_TOKEN: 'xapp-1-2-abc',
} as const;

const configOf = (environment: Record<string, string | undefined>) => {
  const read = readConfig(environment);
  if (!read.ok) throw new Error(read.faults.join('\n'));
  return read.config;
};

const faultsOf = (environment: Record<string, string>): readonly string[] => {
  const read = readConfig(environment);
  return read.ok ? [] : read.faults;
};

test('an app token means Socket Mode, whatever else is set', () => {
  const config = configOf({ ...GOOD, SLACK_SIGNING_SECRET: '0123456789abcdef' });
  expect(config.connection).toEqual({ kind: 'socket', appToken: 'xapp-1-2-abc' });
});

test('a signing secret alone means signed HTTP requests, on port 3000 unless another is given', () => {
  const http = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: '0123456789abcdef' };
  expect(configOf(http).connection).toMatchObject({ kind: 'http', port: 3000 });
  expect(configOf({ ...http, PORT: '8080' }).connection).toMatchObject({ port: 8080 });
});

test('nothing set at all is readable: commands from the terminal need no tokens', () => {
  const config = configOf({});
  expect(config).toMatchObject({ botToken: null, connection: null, database: 'data/mopac.sqlite' });
  expect(missingVariables(config)).toContain('SLACK_BOT_TOKEN   starts with xoxb-');
  expect(missingVariables(config)).toContain('SLACK_APP_TOKEN   starts with xapp-');
});

test('what is missing is named, and only that', () => {
  const missing = missingVariables(configOf({ SLACK_BOT_TOKEN: 'xoxb-1' })) ?? '';
  expect(missing).not.toContain('SLACK_BOT_TOKEN');
  expect(missing).toContain('SLACK_APP_TOKEN');
  expect(missingVariables(configOf(GOOD))).toBeNull();
});

test('a variable that is set to nothing counts as not set', () => {
  expect(configOf({ SLACK_BOT_TOKEN: '', PORT: '', MOPAC_BLOCKS: '' })).toMatchObject({
    botToken: null,
    rung: 'rich',
  });
});

test('the line end that a file or a Windows editor leaves behind a value is not part of it', () => {
  const config = configOf({
    SLACK_BOT_TOKEN: 'xoxb-1-2-abc\n',
    SLACK_APP_TOKEN: ' xapp-1-2-abc\r\n',
    MOPAC_LOG_LEVEL: 'warn\r',
  });
  expect(config.botToken).toBe('xoxb-1-2-abc');
  expect(config.connection).toEqual({ kind: 'socket', appToken: 'xapp-1-2-abc' });
  expect(config.logLevel).toBe('warn');
});

const UNREADABLE: ReadonlyArray<readonly [string, string, string]> = [
  ['SLACK_BOT_TOKEN', 'xapp-1-swapped', 'expected a bot token, which starts with xoxb-.'],
  ['SLACK_BOT_TOKEN', 'xoxb-1 2', 'expected a bot token, which starts with xoxb-.'],
  ['SLACK_APP_TOKEN', 'xoxb-1-swapped', 'expected an app-level token, which starts with xapp-.'],
  ['SLACK_SIGNING_SECRET', 'short', 'expected the signing secret, 32 letters and digits.'],
  ['PORT', 'eighty', 'expected a port number, for example 3000.'],
  ['PORT', '-1', 'expected a port number, for example 3000.'],
  ['PORT', '70000', 'expected a port number up to 65535.'],
  ['SLACK_API_URL', 'slack', 'expected an address, for example http://127.0.0.1:3999/api/.'],
  ['MOPAC_CLOCK', 'yesterday', 'expected a date or time, for example 2015-07-01T09:00.'],
  ['MOPAC_BLOCKS', 'pretty', 'expected one of rich, standard, plain, text.'],
  ['MOPAC_HEALTH_PORT', '99999', 'expected a port number up to 65535.'],
  ['MOPAC_LOG_LEVEL', 'loud', 'expected a level such as info or warn.'],
  ['HTTPS_PROXY', 'proxy', 'expected the proxy’s address.'],
];

test.each(UNREADABLE)('%s=%s is named with what was expected', (name, value, expected) => {
  expect(faultsOf({ [name]: value })).toEqual([`${name}: ${expected}`]);
});

test('every setting that cannot be used is named at once', () => {
  expect(faultsOf({ PORT: 'x', MOPAC_BLOCKS: 'y', SLACK_BOT_TOKEN: 'z' })).toHaveLength(3);
});

test('no fault ever repeats the value, which may be a secret in the wrong place', () => {
  const names = [...new Set(UNREADABLE.map(([name]) => name))];
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.stringMatching(/^[A-Za-z0-9-]{8,40}$/),
      (name, word) => {
        const secret = `secret${word}`;
        for (const fault of faultsOf({ [name]: secret })) expect(fault).not.toContain(secret);
      },
    ),
  );
});

test.each([
  ['MOPAC_DATABSE', ' Did you mean MOPAC_DATABASE?'],
  ['MOPAC_LOGLEVEL', ' Did you mean MOPAC_LOG_LEVEL?'],
  ['MOPAC_HEALTH', ' Did you mean MOPAC_HEALTH_PORT?'],
  ['MOPAC_TELEMETRY_ENDPOINT_ADDRESS', ''],
])('%s is no setting, and the one that was meant is named', (name, suggestion) => {
  expect(unknownVariables({ ...GOOD, MOPAC_CLOCK: '2015-07-01', [name]: 'value' })).toEqual([
    `${name} is not a setting of MOPAC and changes nothing.${suggestion}`,
  ]);
});

test.each([
  ['SLACK_APPTOKEN', 'SLACK_APP_TOKEN'],
  ['SLACK_BOT_TOKN', 'SLACK_BOT_TOKEN'],
  ['SLACK_SIGNING_SECRETE', 'SLACK_SIGNING_SECRET'],
])('%s is named where %s is not set, and left alone where it is', (name, meant) => {
  expect(unknownVariables({ [name]: 'value' })).toEqual([
    `${name} is not a setting of MOPAC and changes nothing. Did you mean ${meant}?`,
  ]);
  expect(unknownVariables({ [name]: 'value', [meant]: 'set' })).toEqual([]);
});

test('a variable of some other program is none of ours', () => {
  const known = {
    ...GOOD,
    MOPAC_DATABASE: 'a',
    HOME: '/root',
    DATABASE: 'b',
    MOPACS: 'c',
    SLACK_WEBHOOK_ADDRESS: 'd',
  };
  expect(unknownVariables(known)).toEqual([]);
});

test('no sentence about an unknown variable repeats its value, or what a terminal would obey', () => {
  fc.assert(
    fc.property(fc.string(), fc.stringMatching(/^[A-Za-z0-9-]{8,40}$/), (name, word) => {
      const secret = `secret${word}`;
      for (const sentence of unknownVariables({ [`MOPAC_${name}`]: secret })) {
        expect(sentence).not.toContain(secret);
        expect(sentence).not.toMatch(/\p{Cc}/u);
      }
    }),
  );
});
