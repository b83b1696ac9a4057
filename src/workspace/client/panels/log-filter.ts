import type { LogLine } from '../../page/protocol.ts';
import { wentWrong } from './log-line.ts';

/** Which lines of the log to show. */
export type Filter = 'all' | 'to the app' | 'to Slack' | 'wrong';

/** The filters in the words of their menu. */
export const FILTERS: readonly { readonly filter: Filter; readonly label: string }[] = [
  { filter: 'all', label: 'everything' },
  { filter: 'to the app', label: 'what Slack sent to the app' },
  { filter: 'to Slack', label: 'what the app asked of Slack' },
  { filter: 'wrong', label: 'only what went wrong' },
];

/** The lines that a filter, some words and a beginning let through. */
export function linesShown(
  lines: readonly LogLine[],
  {
    filter,
    words,
    from,
  }: { readonly filter: Filter; readonly words: string; readonly from: number },
): readonly LogLine[] {
  const wanted = words.trim().toLowerCase();
  return lines.filter((line) => {
    const told = [line.title, line.outcome, ...line.faults].join(' ').toLowerCase();
    const isKind =
      filter === 'all' || line.direction === filter || (filter === 'wrong' && wentWrong(line));
    return line.index >= from && isKind && told.includes(wanted);
  });
}
