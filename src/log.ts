import { type Logger, pino } from 'pino';

// Without a word boundary in front: behind a line end the JSON reads `\nxoxb-…`.
const TOKENS = /(?:xox[a-z]-|xapp-|xwfp-)[\w.%-]+/g;
const CREDENTIALS = /(:\/\/)[^\s/@"]+@/g;

/**
 * Structured log lines on standard error. Whatever a library puts into a message, nothing that looks
 * like a Slack token or a password in an address leaves the process, nor do the secrets given here.
 */
export const createLog = (
  level: string,
  secrets: readonly string[],
  write: (line: string) => void,
): Logger => {
  const told = secrets.filter((secret) => secret !== '');
  const withoutSecrets = (line: string): string =>
    told
      .reduce((text, secret) => text.replaceAll(secret, '[secret]'), line)
      .replace(TOKENS, '[secret]')
      .replace(CREDENTIALS, '$1[secret]@');
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    { write: (line) => write(withoutSecrets(line)) },
  );
};
