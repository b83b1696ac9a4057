import { readFileSync } from 'node:fs';
import type { Store } from './application/ports.ts';
import type { Bot } from './bot.ts';
import { movableClock, systemClock } from './clock.ts';
import { type Config, missingVariables, readConfig, unknownVariables } from './config.ts';
import { LAST_PUBLISHED_YEAR } from './domain/calendar/bank-holidays.ts';
import { ZONE } from './domain/calendar/calendar.ts';
import { EXIT_CONFIGURATION, endingFor, reasonOf } from './endings.ts';
import { createLog } from './log.ts';
import { claimRecord } from './store/claim.ts';
import { openStore, StoreRefused } from './store/open.ts';
import { verifyRecord } from './store/verify-record.ts';

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
      verifyRecord: () => verifyRecord(config.database),
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
  if (
    clockOf(config).now().toZonedDateTimeISO(ZONE).add({ months: 6 }).year > LAST_PUBLISHED_YEAR
  ) {
    log.warn(
      { lastYear: LAST_PUBLISHED_YEAR },
      'bank holidays proclaimed since are not known, so a due date may fall on one; update MOPAC',
    );
  }
  // Before the record is opened, which may migrate it: not under a bot that is running.
  const claim = claimRecord(config.database);
  const store = openStore(config.database);
  let stop: (code: number) => void = () => undefined;
  const stopped = new Promise<number>((resolve) => {
    stop = resolve;
  });
  // Listened to before anything is started, so that an early signal still closes the database.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop(0));
  const endOn = (error: unknown, stage: 'starting' | 'running'): number => {
    const ports = {
      PORT: connection.kind === 'http' ? connection.port : null,
      MOPAC_HEALTH_PORT: config.healthPort,
    };
    const { code, line, isFault } = endingFor(error, stage, ports);
    log.fatal(isFault ? { err: error } : { reason: reasonOf(error) }, line);
    return code;
  };
  for (const event of ['unhandledRejection', 'uncaughtException'] as const) {
    process.on(event, (error: unknown) => stop(endOn(error, 'running')));
  }
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
    return endOn(error, 'starting');
  } finally {
    await (bot as Bot | null)?.stop();
    store.close();
    claim.release();
  }
};
