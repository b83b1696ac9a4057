import { schedule } from 'node-cron';

/**
 * Calls `tick` once a minute. It is no more than a pulse: what is due is decided from the record, so a
 * missed or repeated minute changes nothing. It runs in UTC because an hour of London's clock is
 * missing each March and comes twice each October.
 */
export const startHeartbeat = (tick: () => void): { stop(): void } => {
  const task = schedule('* * * * *', () => tick(), { timezone: 'Etc/UTC', noOverlap: true });
  return { stop: () => void task.destroy() };
};
