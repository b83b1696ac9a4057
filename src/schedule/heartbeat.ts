import { schedule } from 'node-cron';

/** Where the pulse says that it skipped a beat; left to itself it writes to the terminal. */
interface Log {
  warn(words: string): void;
  error(words: string): void;
}

/**
 * Calls `tick` once a minute. It is no more than a pulse: what is due is decided from the record, so a
 * missed or repeated minute changes nothing. It runs in UTC because an hour of London's clock is
 * missing each March and comes twice each October.
 */
export const startHeartbeat = (tick: () => void, log: Log): { stop(): void } => {
  const task = schedule('* * * * *', () => tick(), {
    timezone: 'Etc/UTC',
    noOverlap: true,
    logger: {
      debug: () => undefined,
      info: () => undefined,
      warn: (words) => log.warn(`the heartbeat: ${words}`),
      error: (words) => log.error(`the heartbeat: ${words}`),
    },
  });
  return { stop: () => void task.destroy() };
};
