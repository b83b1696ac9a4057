import { withEmoji } from './emoji.ts';
import { type Markup, type Reference, textOf, unescaped } from './markup.ts';
import { isSafeUrl } from './safe-link.ts';

const REFERENCE = /<([^<>\n]+)>/g;
const PERSON = /^@([A-Z][A-Z0-9]*)$/;
const CHANNEL = /^#([A-Z][A-Z0-9]*)$/;
const GROUP = /^!subteam\^([A-Z0-9]+)$/;
const EVERYBODY = /^!(here|channel|everyone)$/;
const COMMAND = /^![a-z]/;

/**
 * What stands between two angle brackets, or null where Slack has no such thing, which then stays as
 * it was typed. Addresses lead to the web or to a mailbox, and nowhere else.
 */
export function readReference(inside: string): Markup | null {
  const bar = inside.indexOf('|');
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? null : withEmoji(unescaped(inside.slice(bar + 1)));
  const [, person] = PERSON.exec(target) ?? [];
  if (person !== undefined) return { kind: 'person', id: person, label };
  const [, channel] = CHANNEL.exec(target) ?? [];
  if (channel !== undefined) return { kind: 'channel', id: channel, label };
  const [, group] = GROUP.exec(target) ?? [];
  if (group !== undefined) return { kind: 'group', name: label?.replace(/^@/, '') || group };
  const [, everybody] = EVERYBODY.exec(target) ?? [];
  if (everybody !== undefined) return { kind: 'group', name: everybody };
  if (target.startsWith('!date^')) return readDate(target, label);
  // A command Slack does not know is shown without its brackets.
  if (COMMAND.test(target)) return textOf(label || unescaped(target));
  const url = unescaped(target);
  return isSafeUrl(url) ? { kind: 'link', url, label: label || withoutScheme(url) } : null;
}

/** Slack asks for a fallback; a date without one is no date. */
function readDate(target: string, fallback: string | null): Reference | null {
  const [, unixSeconds = '', format = '', url = null] = target.split('^').map(unescaped);
  return fallback === null ? null : { kind: 'date', unixSeconds, format, url, fallback };
}

/** Slack shows a bare mail address without its "mailto:". */
const withoutScheme = (url: string): string => url.replace(/^mailto:/i, '');

/** Text in which nothing is marked up but what stands between angle brackets, as in code. */
export function readReferences(source: string): readonly Markup[] {
  return source.split(REFERENCE).flatMap((part, index) => {
    if (index % 2 === 0) return part === '' ? [] : [textOf(unescaped(part))];
    return [readReference(part) ?? textOf(unescaped(`<${part}>`))];
  });
}
