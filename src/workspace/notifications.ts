import { field, isRecord, type Json, textField } from './json.ts';

/** A live mention in Slack's markup: a person, a user group, or everyone. */
const MENTION =
  /<(?:@([UW][A-Z0-9]+)|!subteam\^(S[A-Z0-9]+)|!(channel|here|everyone))(?:\|[^>]*)?>/g;

/**
 * Whom a message notifies: ids of people and groups, and `channel`, `here` or `everyone`, each once.
 * Escaped markup and plain text notify nobody.
 */
export function notifiedBy(text: string, blocks: readonly Json[] = []): string[] {
  return [...new Set([...mentionsIn(text), ...blocks.flatMap(mentionsInBlock)])];
}

function mentionsIn(text: string): string[] {
  return [...text.matchAll(MENTION)].map(
    ([, person, group, everyone]) => person ?? group ?? everyone ?? '',
  );
}

function mentionsInBlock(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(mentionsInBlock);
  if (!isRecord(value)) return [];
  const type = textField(value, 'type');
  const text = textField(value, 'text');
  if (type === 'plain_text' || type === 'text') return [];
  if (type === 'mrkdwn' || type === 'markdown') return mentionsIn(text ?? '');
  const rich = ['user_id', 'usergroup_id', 'range'].map((key) => textField(value, key));
  const direct = type === 'user' || type === 'usergroup' || type === 'broadcast' ? rich : [];
  const nested = Object.keys(value).flatMap((key) => mentionsInBlock(field(value, key)));
  return [...direct.filter((id) => id !== undefined), ...nested];
}
