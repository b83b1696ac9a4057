import type { LogLine } from '../../page/protocol.ts';

/** How long Slack waits for an acknowledgement, in milliseconds. */
const PATIENCE_MS = '3,000';

/** The app can still acknowledge it: nothing has gone wrong so far. */
export const isOnItsWay = ({ direction, outcome }: LogLine): boolean =>
  direction === 'to the app' && outcome === 'on its way';

/** Something went wrong on this line. */
export const wentWrong = (line: LogLine): boolean => line.wrong && !isOnItsWay(line);

/** What came of a line and how long it took, an acknowledgement against Slack's patience. */
export function outcomeWords(line: LogLine): string {
  const { direction, outcome, ms } = line;
  const time = direction === 'to the app' ? `${ms} of ${PATIENCE_MS} ms` : `${ms} ms`;
  const came = ms === null ? outcome : `${outcome}, ${time}`;
  return wentWrong(line) ? `✗ wrong: ${came}` : came;
}
