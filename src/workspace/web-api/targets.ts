import type { Core } from '../core.ts';
import type { Channel } from '../directory.ts';
import { type Json, textField } from '../json.ts';
import { type Answer, refuse } from './answer.ts';

/** A channel found, or the refusal to answer with. */
export type Target =
  | { readonly kind: 'found'; readonly channel: Channel }
  | { readonly kind: 'refused'; readonly answer: Answer };

const refused = (error: string): Target => ({ kind: 'refused', answer: refuse(error) });

/** Where a new message may go: a channel by id or name, or a person's direct messages. */
export function postTarget(args: Json, core: Core): Target {
  const { directory, identity, botScopes } = core;
  const wanted = textField(args, 'channel') ?? '';
  const person = directory.people.get(wanted);
  const channel = person ? directory.directChannel(person.id) : directory.findChannel(wanted);
  if (!channel || person?.deleted) return refused('channel_not_found');
  if (channel.archived) return refused('is_archived');
  if (channel.members.has(identity.botUserId)) return { kind: 'found', channel };
  if (channel.kind === 'private') return refused('channel_not_found');
  const open = botScopes.includes('chat:write.public');
  return open ? { kind: 'found', channel } : refused('not_in_channel');
}

/** A channel named by id that the bot can see: any public one, and private ones it is in. */
export function visibleChannel(args: Json, core: Core): Target {
  const channel = core.directory.channels.get(textField(args, 'channel') ?? '');
  const hidden = channel?.kind === 'private' && !channel.members.has(core.identity.botUserId);
  return channel && !hidden ? { kind: 'found', channel } : refused('channel_not_found');
}
