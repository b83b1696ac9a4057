import type { Directory } from './directory.ts';
import { handleOf } from './interactions.ts';

/**
 * What a person typed, as Slack passes it on: `&`, `<` and `>` as entities, and links, people and
 * channels in angle brackets. Commands carry names beside the ids (`should_escape`), messages do not.
 */
export function escapeTyped(
  text: string,
  directory: Directory,
  withNames: 'with names' | 'ids only',
): string {
  const named = withNames === 'with names';
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const linked = escaped.replaceAll(/https?:\/\/[^\s|]+/g, (url) => `<${url}>`);
  const references = [
    ...[...directory.people.values()].flatMap((person) =>
      [person.name, handleOf(person)].map((name) => ({
        typed: `@${name}`,
        sent: named ? `<@${person.id}|${handleOf(person)}>` : `<@${person.id}>`,
      })),
    ),
    ...[...directory.channels.values()]
      .filter((channel) => channel.kind !== 'direct')
      .map((channel) => ({ typed: `#${channel.name}`, sent: `<#${channel.id}|${channel.name}>` })),
  ].sort((one, other) => other.typed.length - one.typed.length);
  if (references.length === 0) return linked;
  const pattern = references.map(({ typed }) => RegExp.escape(typed)).join('|');
  const sent = new Map(references.map((each) => [each.typed.toLowerCase(), each.sent]));
  return linked.replaceAll(
    new RegExp(pattern, 'gi'),
    (typed) => sent.get(typed.toLowerCase()) ?? typed,
  );
}
