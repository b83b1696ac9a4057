import { html } from 'htm/preact';
import { useEffect, useRef } from 'preact/hooks';
import type { MessageShown } from '../../page/protocol.ts';
import { printSentDay } from './dates.ts';

interface MessageListParts {
  readonly label: string;
  readonly messages: readonly MessageShown[];
  /** The newest timestamp read before this list was opened: a line is drawn after it. */
  readonly readTo: string;
  readonly row: (message: MessageShown) => unknown;
  /** What is said where there is no message yet. */
  readonly empty: string;
}

/** Messages in order, with a line for each day and one where the new ones begin; follows the newest. */
export function MessageList({ label, messages, readTo, row, empty }: MessageListParts) {
  const list = useRef<HTMLDivElement>(null);
  const newest = messages.at(-1)?.ts ?? '';
  // A new message is what it scrolls for.
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    // A tall answer is read from its top; short ones sit at the bottom as in Slack.
    const last = element.querySelector('.message-place:last-child > article');
    const tall = last !== null && last.clientHeight > element.clientHeight;
    element.scrollTop = element.scrollHeight;
    if (tall) last.scrollIntoView({ block: 'start' });
  }, [newest, label]);
  return html`<div
    class="message-list"
    ref=${list}
    role="log"
    aria-label=${label}
    tabindex="0"
  >
    ${messages.length === 0 && html`<p class="empty">${empty}</p>`}
    ${messages.map((message, index) => {
      const before = messages[index - 1];
      const day = printSentDay(message.ts);
      const newDay = !before || printSentDay(before.ts) !== day;
      const isNew = isAfter(message.ts, readTo) && (!before || !isAfter(before.ts, readTo));
      return html`<div key=${message.ts} class="message-place">
        ${newDay && html`<h3 class="day"><span>${day}</span></h3>`}
        ${isNew && before && html`<p class="new-line"><span>New</span></p>`}
        ${row(message)}
      </div>`;
    })}
  </div>`;
}

const isAfter = (ts: string, other: string): boolean => Number(ts) > Number(other);
