import type { Clock } from '../application/ports.ts';
import { dayIn, printDay, ZONE } from '../domain/calendar/calendar.ts';

const INDENT = '    ';

/** Prints the demo's story: a dated heading, then what somebody sees, set in. */
export interface Stage {
  heading(text: string): void;
  line(text: string): void;
  /** What somebody sees in Slack. */
  seen(who: string, text: string): void;
}

export const createStage = (clock: () => Clock, write: (text: string) => void): Stage => ({
  heading: (text) => {
    const now = clock().now();
    const time = now.toZonedDateTimeISO(ZONE).toPlainTime().toString().slice(0, 5);
    write(`\n── ${printDay(dayIn(now))}, ${time}: ${text}\n`);
  },
  line: (text) => write(`${text}\n`),
  seen: (who, text) => {
    write(`\n  ${who} sees:\n`);
    for (const line of text.split('\n')) write(line === '' ? '\n' : `${INDENT}${line}\n`);
  },
});
