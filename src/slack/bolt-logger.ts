import { type Logger as BoltLogger, LogLevel } from '@slack/bolt';
import type { Logger } from 'pino';

/**
 * Bolt's log lines in ours. Its debug level prints whole payloads, commentary included, so those
 * lines are dropped whatever level is set.
 */
export const boltLogger = (log: Logger): BoltLogger => ({
  debug: () => undefined,
  info: (...words) => log.debug(words.map(String).join(' ')),
  warn: (...words) => log.warn(words.map(String).join(' ')),
  error: (...words) => log.error(words.map(String).join(' ')),
  setLevel: () => undefined,
  getLevel: () => LogLevel.INFO,
  setName: () => undefined,
});
