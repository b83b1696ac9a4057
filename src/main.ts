import { readFileSync } from 'node:fs';
import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRequestError } from '@slack/web-api';
import type { Store } from './application/ports.ts';
import type { Bot } from './bot.ts';
import { movableClock, systemClock } from './clock.ts';
import { type Config, missingVariables, readConfig, unknownVariables } from './config.ts';
import { createLog } from './log.ts';
import { verifyAudit } from './store/audit.ts';
import { openStore, StoreRefused } from './store/open.ts';

// sysexits.h: a configuration error, which starting again will not cure. A supervisor can leave it be.
const EXIT_CONFIGURATION = 78;

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const complain = (text: string): void => void process.stderr.write(`${text}\n`);

/** Runs `npm start` (no command, or `start`) or one command from the terminal; sets the exit code. */
export const main = async (
  command: string | undefined,
  words: readonly string[],
): Promise<void> => {
  const read = readConfig(process.env);
  if (!read.ok) {
    complain(
      ['Some settings cannot be used:', ...read.faults.map((fault) => `  ${fault}`)].join('\n'),
    );
    process.exitCode = EXIT_CONFIGURATION;
    return;
  }
  try {
    const unknown = unknownVariables(process.env);
    // A connection that is still being dialled would keep the process alive after everything is closed.
    if (command === 'start') process.exit(await serve(read.config, unknown));
    for (const sentence of unknown) complain(sentence);
    process.exitCode = await runOnce(read.config, command, words);
  } catch (error) {
    if (!(error instanceof StoreRefused)) throw error;
    complain(error.message);
    process.exitCode = 1;
  }
};

const clockOf = (config: Config) =>
  config.clockStart === null ? systemClock : movableClock(config.clockStart);

const runOnce = async (
  config: Config,
  command: string | undefined,
  words: readonly string[],
): Promise<number> => {
  let store: Store | null = null;
  try {
    // Loaded only by the command that needs them: a bot starts without a YAML reader, and a command
    // without Slack.
    const { readCatalogue, readToLint } = await import('./catalogue/read-catalogue.ts');
    const { runCommand } = await import('./cli/run-command.ts');
    return runCommand(command === undefined ? words : [command, ...words], {
      openStore: () => {
        store ??= openStore(config.database);
        return store;
      },
      clock: clockOf(config),
      readFile: (path) => readFileSync(path),
      readCatalogue,
      readToLint,
      verifyAudit: () => verifyAudit(config.database),
      write: say,
      writeError: complain,
    });
  } finally {
    (store as Store | null)?.close();
  }
};

const serve = async (config: Config, unknown: readonly string[]): Promise<number> => {
  const missing = missingVariables(config);
  if (missing !== null || config.botToken === null || config.connection === null) {
    complain([...unknown, missing ?? ''].join('\n'));
    return EXIT_CONFIGURATION;
  }
  const { botToken, connection } = config;
  const secrets = [
    botToken,
    connection.kind === 'socket' ? connection.appToken : connection.signingSecret,
  ];
  const log = createLog(config.logLevel, secrets, (line) => void process.stderr.write(line));
  for (const sentence of unknown) log.warn(sentence);
  if (config.clockStart !== null) {
    log.warn(
      { clock: config.clockStart.toString() },
      'MOPAC_CLOCK is set: the bot does NOT run on today’s date',
    );
  }
  const store = openStore(config.database);
  let stop: (code: number) => void = () => undefined;
  const stopped = new Promise<number>((resolve) => {
    stop = resolve;
  });
  // Listened to before anything is started, so that an early signal still closes the database.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop(0));
  process.on('unhandledRejection', (error) => {
    log.fatal(
      { err: error },
      'a connection failed beyond repair; stopping so that a supervisor can start MOPAC again',
    );
    stop(tokenRefused(error) ? EXIT_CONFIGURATION : 1);
  });
  const onRevoked = (reason: string): void => {
    log.fatal(
      { reason },
      'Slack no longer accepts the bot token; install the app again and set SLACK_BOT_TOKEN',
    );
    stop(EXIT_CONFIGURATION);
  };
  let bot: Bot | null = null;
  const serving = async (): Promise<number> => {
    const { startBot } = await import('./bot.ts');
    bot = await startBot({
      store,
      clock: clockOf(config),
      log,
      botToken,
      connection,
      config,
      onRevoked,
    });
    return stopped;
  };
  try {
    // While Slack cannot be reached the sockets go on trying; a signal ends that too.
    return await Promise.race([serving(), stopped]);
  } catch (error) {
    const [code, line] = whyNotStarted(error);
    log.fatal({ reason: reasonOf(error) }, line);
    return code;
  } finally {
    await (bot as Bot | null)?.stop();
    store.close();
  }
};

/** What a failed start means for whoever runs MOPAC; a bug throws on. */
const whyNotStarted = (error: unknown): readonly [code: number, line: string] => {
  if (tokenRefused(error)) {
    return [
      EXIT_CONFIGURATION,
      'Slack refused the tokens; check SLACK_BOT_TOKEN and SLACK_APP_TOKEN',
    ];
  }
  if (error instanceof WebAPIRequestError || error instanceof WebAPIHTTPError) {
    return [
      1,
      'Slack could not be reached; check the network and HTTPS_PROXY, then start MOPAC again',
    ];
  }
  throw error;
};

const reasonOf = (error: unknown): string => {
  if (error instanceof WebAPIPlatformError) return error.data.error;
  return error instanceof Error ? error.message : String(error);
};

const REFUSED = [
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'not_allowed_token_type',
];

const tokenRefused = (error: unknown): error is WebAPIPlatformError =>
  error instanceof WebAPIPlatformError && REFUSED.includes(error.data.error);
