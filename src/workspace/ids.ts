/** Makes ids that are unique in the workspace. */
export interface Ids {
  /** A Slack-like id: the prefix and nine capitals or digits. */
  next(prefix: string): string;
  /** A timestamp id for an instant, later than every one before it even when the clock stands still. */
  timestamp(nowMs: number): string;
}

const MICROSECONDS = 1_000_000;

/** Ids that count upwards, so that a failing test shows the same ids every time. */
export function createIds(): Ids {
  let count = 0;
  let lastMicroseconds = 0;
  return {
    next(prefix) {
      count += 1;
      return `${prefix}${count.toString(36).toUpperCase().padStart(9, '0')}`;
    },
    timestamp(nowMs) {
      lastMicroseconds = Math.max(Math.floor(nowMs) * 1000, lastMicroseconds + 1);
      const seconds = Math.floor(lastMicroseconds / MICROSECONDS);
      const rest = lastMicroseconds % MICROSECONDS;
      return `${seconds}.${String(rest).padStart(6, '0')}`;
    },
  };
}
