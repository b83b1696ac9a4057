import { type Logger, pino } from 'pino';

const SECRETS = /\b(?:xox[a-z]-|xapp-|xwfp-)[A-Za-z0-9-]+/g;

/**
 * Structured log lines on standard error. Whatever a library puts into a message, nothing that looks
 * like a Slack token leaves the process, nor do the secrets given here.
 */
export const createLog = (
  level: string,
  secrets: readonly string[],
  write: (line: string) => void,
): Logger =>
  pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    {
      write: (line) =>
        write(
          secrets.reduce(
            (text, secret) => text.replaceAll(secret, '[secret]'),
            line.replace(SECRETS, '[secret]'),
          ),
        ),
    },
  );
