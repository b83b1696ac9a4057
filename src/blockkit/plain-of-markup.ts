import { field, textIn } from './check.ts';

/** The words of a text object as a reader sees them; anything else reads as nothing. */
export function plainOfTextObject(value: unknown): string {
  const text = textIn(value, 'text') ?? '';
  return field(value, 'type') === 'mrkdwn' ? plainOfMarkup(text) : text;
}

/** Slack markup as plain text: references by name, formatting marks gone, entities as characters. */
function plainOfMarkup(markup: string): string {
  return markup
    .replace(/<([^<>\n]+)>/g, (_, inside: string) => reference(inside))
    .replace(/(?<![\p{L}\p{N}])([*_~`])(\S(?:[^\n]{0,500}?\S)?)\1(?![\p{L}\p{N}])/gu, '$2')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** The inside of `<…>`: a mention, a date, a special mention or a link (Slack, "Formatting text"). */
function reference(inside: string): string {
  const bar = inside.indexOf('|');
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? undefined : inside.slice(bar + 1);
  if (target.startsWith('@')) return `@${label ?? target.slice(1)}`;
  if (target.startsWith('#')) return `#${label ?? target.slice(1)}`;
  if (target.startsWith('!date^')) return label ?? '';
  if (target.startsWith('!subteam^')) return label ?? `@${target.slice('!subteam^'.length)}`;
  if (target.startsWith('!')) return `@${target.slice(1)}`;
  return label === undefined ? target : `${label} (${target})`;
}
