import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { CHANNEL, LEAD } from '../support/filing.ts';
import { relayTo } from './relay.ts';
import {
  barnetOnDisk,
  barnetWorkspace,
  npmStart,
  run,
  settingsFor,
  temporaryFolder,
} from './start.ts';

// A supervisor kills what is still there after thirty seconds.
const QUICKLY_MS = 10_000;
const CONNECTED = /MOPAC is connected/;
const noStack = expect.not.stringMatching(/\n\s+at .*\(?.*:\d+:\d+\)?/);

describe('npm start that cannot start says why and ends', () => {
  test('no tokens: it names the variables and exits 78', async () => {
    const { code, words } = await npmStart({}).ended;
    expect(code).toBe(78);
    expect(words).toMatch(/SLACK_BOT_TOKEN/);
    expect(words).toMatch(/SLACK_APP_TOKEN/);
    expect(words).toMatch(/SLACK_SIGNING_SECRET/);
  });

  test.each([
    ['SLACK_BOT_TOKEN', 'xoxb-nobody'],
    ['SLACK_APP_TOKEN', 'xapp-nobody'],
  ])('a %s that Slack does not know: one clear line and 78', async (name, token) => {
    const workspace = await barnetWorkspace();
    const settings = { ...settingsFor(workspace, barnetOnDisk()), [name]: token };
    const { code, words } = await npmStart(settings).ended;
    expect(code).toBe(78);
    expect(words).toMatch(/Slack refused the tokens; check SLACK_BOT_TOKEN and SLACK_APP_TOKEN/);
    expect(words).not.toContain(token);
  });

  test('a file that is no database: a sentence and 1', async () => {
    const workspace = await barnetWorkspace();
    const path = join(temporaryFolder(), 'mopac.sqlite');
    writeFileSync(path, 'Quarterly figures.\n'.repeat(500), { mode: 0o600 });
    const { code, words } = await npmStart(settingsFor(workspace, path)).ended;
    expect(code).toBe(1);
    expect(words).toMatch(/is not a MOPAC database/);
    expect(words).toEqual(noStack);
  });

  test('a damaged database: a sentence and 1', async () => {
    const workspace = await barnetWorkspace();
    const path = barnetOnDisk();
    const bytes = readFileSync(path);
    bytes.fill(0xff, 4096, 4096 * 8);
    writeFileSync(path, bytes);
    const { code, words } = await npmStart(settingsFor(workspace, path)).ended;
    expect(code).toBe(1);
    expect(words).toMatch(/is damaged [\s\S]*restore the latest backup/);
    expect(words).toEqual(noStack);
  });

  test('a folder that cannot be made: a sentence and 1', async () => {
    const workspace = await barnetWorkspace();
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    const { code, words } = await npmStart(settingsFor(workspace, join(file, 'mopac.sqlite')))
      .ended;
    expect(code).toBe(1);
    expect(words).toContain(file);
    expect(words).toEqual(noStack);
  });

  test('Slack cannot be reached: one clear line and 1', async () => {
    const workspace = await barnetWorkspace();
    const settings = {
      ...settingsFor(workspace, barnetOnDisk()),
      SLACK_API_URL: 'http://127.0.0.1:2/api/',
    };
    const { code, words } = await npmStart(settings).ended;
    expect(code).toBe(1);
    expect(words).toMatch(/Slack could not be reached/);
  });
});

describe('one bot a database', () => {
  test('a second one says so and ends with 1, and the first goes on', async () => {
    const workspace = await barnetWorkspace();
    const settings = settingsFor(workspace, barnetOnDisk());
    const first = npmStart(settings);
    await first.says(CONNECTED);
    const second = await npmStart(settings).ended;
    expect(second.code).toBe(1);
    expect(second.words).toMatch(/Another MOPAC is running on the database/);
    expect(second.words).toEqual(noStack);
    const { ack } = await workspace.asPerson(LEAD).command('/mopac help', CHANNEL);
    expect(ack).toBe('ok');
    first.kill('SIGKILL');
    await first.ended;
    await npmStart(settings).says(CONNECTED);
  });
});

test.each([
  ['2027-06-30T09:00', false],
  ['2027-07-02T09:00', true],
])('half a year before the list of bank holidays ends it is said: at %s, %s', async (now, said) => {
  const workspace = await barnetWorkspace();
  const settings = { ...settingsFor(workspace, barnetOnDisk()), MOPAC_CLOCK: now };
  const { words } = await npmStart({ ...settings, SLACK_BOT_TOKEN: 'xoxb-nobody' }).ended;
  expect(/bank holidays proclaimed since are not known/.test(words)).toBe(said);
});

test('a port that another program has: its setting is named, and 1', async () => {
  const workspace = await barnetWorkspace();
  const { port } = new URL(workspace.apiUrl);
  const settings = { ...settingsFor(workspace, barnetOnDisk()), MOPAC_HEALTH_PORT: port };
  const { code, words } = await npmStart(settings).ended;
  expect(code).toBe(1);
  expect(words).toMatch(/The port of MOPAC_HEALTH_PORT cannot be listened on/);
  expect(words).toEqual(noStack);
});

test('a record that another program is writing to at the start: a sentence and 1', async () => {
  const workspace = await barnetWorkspace();
  const database = barnetOnDisk();
  const other = new Database(database);
  onTestFinished(() => void other.close());
  other.exec('begin immediate');
  const { code, words } = await npmStart(settingsFor(workspace, database)).ended;
  expect(code).toBe(1);
  expect(words).toMatch(/Another process is writing to the database/);
  expect(words).toEqual(noStack);
});

describe('SIGTERM', () => {
  test.each(['socket', 'http'] as const)(
    'ends the bot over %s with 0, quickly, and the database is closed',
    async (mode) => {
      const workspace = await barnetWorkspace(mode === 'http');
      const database = barnetOnDisk();
      const { SLACK_APP_TOKEN = '', ...rest } = settingsFor(workspace, database);
      const bot = npmStart({
        ...rest,
        ...(mode === 'socket'
          ? { SLACK_APP_TOKEN }
          : { SLACK_SIGNING_SECRET: workspace.signingSecret, PORT: '0' }),
      });
      await bot.says(CONNECTED);
      const asked = performance.now();
      bot.kill('SIGTERM');
      expect((await bot.ended).code).toBe(0);
      expect(performance.now() - asked).toBeLessThan(QUICKLY_MS);
      expect(existsSync(`${database}-wal`)).toBe(false);
    },
  );

  test('ends a bot that is still trying to connect', async () => {
    const workspace = await barnetWorkspace();
    workspace.faults.answer500(1_000, ['apps.connections.open']);
    const database = barnetOnDisk();
    const bot = npmStart(settingsFor(workspace, database));
    await workspace.until(() =>
      workspace.log.some((entry) => entry.kind === 'api' && entry.status === 500),
    );
    const asked = performance.now();
    bot.kill('SIGTERM');
    expect((await bot.ended).code).toBe(0);
    expect(performance.now() - asked).toBeLessThan(QUICKLY_MS);
    expect(existsSync(`${database}-wal`)).toBe(false);
  });
});

describe('a setting that MOPAC does not have', () => {
  const TYPO = { MOPAC_HELTH_PORT: '8090', MOPAC_LOG_LEVEL: 'warn' };
  const NAMED = /MOPAC_HELTH_PORT is not a setting of MOPAC .* Did you mean MOPAC_HEALTH_PORT\?/g;

  test('is named in one warning when the bot starts, and never its value', async () => {
    const workspace = await barnetWorkspace();
    const bot = npmStart({ ...settingsFor(workspace, barnetOnDisk()), ...TYPO });
    await workspace.until(() =>
      workspace.log.some(({ kind }) => kind === 'delivery' || kind === 'api'),
    );
    bot.kill('SIGTERM');
    const { code, words } = await bot.ended;
    expect(code).toBe(0);
    expect(words.match(NAMED)).toHaveLength(1);
    expect(words).toMatch(/"level":40[^\n]*MOPAC_HELTH_PORT/);
    expect(words).not.toContain('8090');
  });

  test('is named by a command too, which goes on', async () => {
    const { code, words } = await run('src/launch.js', ['help'], TYPO).ended;
    expect(code).toBe(0);
    expect(words.match(NAMED)).toHaveLength(1);
    expect(words).not.toContain('8090');
  });
});

test('an app-level token that dies is noticed when a connection is renewed: 78 and a clear line', async () => {
  const workspace = await barnetWorkspace();
  const relay = await relayTo(workspace);
  const bot = npmStart({
    ...settingsFor(workspace, barnetOnDisk()),
    SLACK_API_URL: relay.apiUrl,
  });
  await bot.says(CONNECTED);
  relay.answer('apps.connections.open', { ok: false, error: 'invalid_auth' });
  workspace.faults.dropSockets();
  const { code, words } = await bot.ended;
  expect(code).toBe(78);
  expect(words).toMatch(/"reason":"invalid_auth","msg":"Slack no longer accepts the tokens; check/);
  expect(words).toMatch(/MOPAC has stopped/);
});

test('a token revoked while the bot runs ends it with 78 and a clear line', async () => {
  const workspace = await barnetWorkspace();
  workspace.faults.slow(300, ['chat.postMessage']);
  const bot = npmStart(settingsFor(workspace, barnetOnDisk()));
  await workspace.until(() =>
    workspace.log.some((entry) => entry.kind === 'api' && entry.method === 'conversations.open'),
  );
  workspace.faults.revokeToken();
  const { code, words } = await bot.ended;
  expect(code).toBe(78);
  expect(words).toMatch(/Slack no longer accepts the bot token/);
});
