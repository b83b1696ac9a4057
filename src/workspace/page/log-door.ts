import { isTyped } from '../dispatching.ts';
import type { Inspector, LogEntry } from '../inspector.ts';
import { field, recordsField, textField } from '../json.ts';
import type { LogLine } from './protocol.ts';

const LINES = 400;

/**
 * The newest lines of the log, newest first. What one field told the app as somebody typed in it is
 * one line, up to the next thing the app was sent, so that typing does not push all else out of
 * sight; what was not acknowledged keeps a line of its own.
 */
export function logLines({ entries }: Inspector): readonly LogLine[] {
  const lines: LogLine[] = [];
  let run: { readonly field: string; readonly place: number } | null = null;
  for (let index = entries.length - 1; index >= 0; index -= 1) {
    const entry = entries[index];
    if (!entry) continue;
    const line = { index, since: index, times: 1, at: entry.at, ...lineOf(entry) };
    const field = line.wrong ? null : fieldTypedIn(entry);
    const newer = run !== null && run.field === field ? lines[run.place] : undefined;
    if (run && newer) {
      lines[run.place] = { ...newer, since: index, at: entry.at, times: newer.times + 1 };
      continue;
    }
    if (lines.length === LINES) break;
    // What the app asks of Slack meanwhile does not end the typing.
    if (entry.kind === 'delivery') run = field === null ? null : { field, place: lines.length };
    lines.push(line);
  }
  return lines;
}

/** The field a payload was sent for as somebody typed in it; null for any other entry. */
function fieldTypedIn(entry: LogEntry): string | null {
  if (entry.kind !== 'delivery') return null;
  const { payload } = entry;
  const [action] = recordsField(payload, 'actions');
  if (!action || !isTyped({ element: action })) return null;
  const person = textField(field(payload, 'user'), 'id');
  const ids = [textField(action, 'block_id'), textField(action, 'action_id')];
  return JSON.stringify([person, field(payload, 'container'), ...ids]);
}

/** One entry whole, as it can be copied. */
export function logEntry({ entries }: Inspector, index: number): unknown {
  const entry = entries[index];
  if (!entry) return null;
  if (entry.kind !== 'delivery') return entry;
  const { settled: _settled, ...plain } = entry;
  return plain;
}

type Line = Omit<LogLine, 'index' | 'since' | 'times' | 'at'>;

function lineOf(entry: LogEntry): Line {
  switch (entry.kind) {
    case 'api':
      return {
        direction: 'to Slack',
        title: entry.method,
        outcome: entry.status === 0 ? 'answer lost' : apiOutcome(entry.status, entry.response),
        ms: Math.round(entry.ms),
        wrong: entry.status !== 200 || field(entry.response, 'ok') !== true,
        faults: messagesIn(entry.response),
      };
    case 'response':
      return {
        direction: 'to Slack',
        title: 'response_url',
        outcome: entry.status === 200 ? 'ok' : String(entry.status),
        ms: null,
        wrong: entry.status !== 200,
        faults: messagesIn(entry.response),
      };
    case 'delivery':
      return {
        direction: 'to the app',
        title: `${entry.type}: ${subjectOf(entry.payload)}`,
        outcome: deliveryOutcome(entry),
        ms: entry.ackMs === null ? null : Math.round(entry.ackMs),
        wrong: !entry.acked && entry.attempts.length > 0,
        faults: [],
      };
  }
}

const apiOutcome = (status: number, response: unknown): string => {
  if (status !== 200) return String(status);
  return field(response, 'ok') === true ? 'ok' : (textField(response, 'error') ?? 'not ok');
};

function deliveryOutcome({ acked, attempts }: Extract<LogEntry, { kind: 'delivery' }>): string {
  const times = attempts.length > 1 ? ` at attempt ${attempts.length}` : '';
  if (acked) return `acknowledged${times}`;
  const last = attempts.at(-1);
  if (!last) return 'on its way';
  return last.kind === 'timeout' ? `not acknowledged in time${times}` : `unreachable${times}`;
}

/** What a payload is about: the command typed, the action pressed, the view sent, the event. */
function subjectOf(payload: unknown): string {
  const command = textField(payload, 'command');
  if (command !== undefined) return `${command} ${textField(payload, 'text') ?? ''}`.trim();
  const event = textField(field(payload, 'event'), 'type');
  if (event !== undefined) return event;
  const [action] = recordsField(payload, 'actions');
  const about =
    textField(action, 'action_id') ??
    textField(field(payload, 'view'), 'callback_id') ??
    textField(payload, 'callback_id');
  return [textField(payload, 'type'), about].filter(Boolean).join(' ');
}

function messagesIn(response: unknown): readonly string[] {
  const messages = field(field(response, 'response_metadata'), 'messages');
  return Array.isArray(messages) ? messages.map(String) : [];
}
