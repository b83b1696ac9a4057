import type { Core } from '../core.ts';
import type { Channel } from '../directory.ts';
import { field, type Json, textField } from '../json.ts';
import { channelScope } from '../scopes.ts';
import { type Answer, accept, type Method, refuse } from './answer.ts';
import { messageOutput } from './message-content.ts';
import { pageOf } from './paging.ts';
import { visibleChannel } from './targets.ts';
import { isYes } from './yes.ts';

const open: Method = (args, core) => {
  const ids = (textField(args, 'users') ?? '').split(',').filter((id) => id !== '');
  const [personId] = ids;
  if (personId === undefined) return refuse('users_list_not_supplied');
  const person = core.directory.people.get(personId);
  if (!person) return refuse('user_not_found');
  if (person.deleted) return refuse('user_disabled');
  if (ids.length > 1) return refuse('missing_scope', { needed: 'mpim:write', provided: '' });
  const channel = core.directory.directChannel(personId);
  return accept({ no_op: true, already_open: true, channel: { id: channel.id } });
};

const info: Method = (args, core) =>
  withChannel(args, core, 'read', (channel) => accept({ channel: channelOutput(channel, core) }));

/** Channels of the kinds asked for that the token may read; a private one only where the bot is in it. */
const list: Method = (args, core) => {
  const types = (textField(args, 'types') ?? 'public_channel')
    .split(',')
    .map((type) => type.trim());
  const kinds = (['public', 'private'] as const).filter((kind) =>
    types.includes(`${kind}_channel`),
  );
  const missing = kinds
    .map((kind) => channelScope(kind, 'read'))
    .find((scope) => !core.botScopes.includes(scope));
  if (missing !== undefined)
    return refuse('missing_scope', { needed: missing, provided: core.botScopes.join(',') });
  const withoutArchived = isYes(args, 'exclude_archived');
  const found = [...core.directory.channels.values()]
    .filter((channel) => kinds.some((kind) => kind === channel.kind))
    .filter((channel) => channel.kind === 'public' || channel.members.has(core.identity.botUserId))
    .filter((channel) => !(withoutArchived && channel.archived))
    .map((channel) => channelOutput(channel, core));
  const { items, response_metadata } = pageOf(found, args, 100);
  return accept({ channels: items, response_metadata });
};

const members: Method = (args, core) =>
  withChannel(args, core, 'read', (channel) => {
    const { items, response_metadata } = pageOf([...channel.members], args, 100);
    return accept({ members: items, response_metadata });
  });

const history: Method = (args, core) =>
  withChannel(args, core, 'history', (channel) => {
    if (!channel.members.has(core.identity.botUserId)) return refuse('not_in_channel');
    const oldest = Number(field(args, 'oldest') ?? 0);
    const latest = Number(field(args, 'latest') ?? Number.POSITIVE_INFINITY);
    const found = core.messages
      .inChannel(channel.id)
      .filter((message) => !message.ephemeralTo && !message.threadTs)
      .filter((message) => Number(message.ts) > oldest && Number(message.ts) < latest)
      .map((message) => withMetadataAsked(messageOutput(message, core), args))
      .reverse();
    const { items, response_metadata } = pageOf(found, args, 100);
    const more = response_metadata.next_cursor !== '';
    return accept({ messages: items, has_more: more, response_metadata });
  });

const replies: Method = (args, core) =>
  withChannel(args, core, 'history', (channel) => {
    if (!channel.members.has(core.identity.botUserId)) return refuse('not_in_channel');
    const ts = textField(args, 'ts') ?? '';
    if (!core.messages.find(channel.id, ts)) return refuse('thread_not_found');
    const found = core.messages
      .inChannel(channel.id)
      .filter((message) => !message.ephemeralTo)
      .filter((message) => message.ts === ts || message.threadTs === ts)
      .map((message) => withMetadataAsked(messageOutput(message, core), args));
    const { items, response_metadata } = pageOf(found, args, 1000);
    const more = response_metadata.next_cursor !== '';
    return accept({ messages: items, has_more: more, response_metadata });
  });

/** Does something with a channel the bot can see and has the scope for. */
function withChannel(
  args: Json,
  core: Core,
  use: 'read' | 'history',
  act: (channel: Channel) => Answer,
): Answer {
  const target = visibleChannel(args, core);
  if (target.kind === 'refused') return target.answer;
  const needed = channelScope(target.channel.kind, use);
  if (core.botScopes.includes(needed)) return act(target.channel);
  return refuse('missing_scope', { needed, provided: core.botScopes.join(',') });
}

/** Metadata is left out of history unless it is asked for. */
function withMetadataAsked(message: Json, args: Json): Json {
  if (isYes(args, 'include_all_metadata')) return message;
  const { metadata: _left, ...rest } = message;
  return rest;
}

function channelOutput(channel: Channel, core: Core): Json {
  const direct = channel.kind === 'direct';
  return {
    id: channel.id,
    ...(direct ? { user: [...channel.members][0] } : { name: channel.name }),
    is_channel: channel.kind === 'public',
    is_group: false,
    is_im: direct,
    is_private: channel.kind !== 'public',
    is_archived: channel.archived,
    is_member: channel.members.has(core.identity.botUserId),
    num_members: channel.members.size,
  };
}

/** Methods that read channels and open direct conversations. */
export const CONVERSATION_METHODS: Readonly<Record<string, Method>> = {
  'conversations.open': open,
  'conversations.info': info,
  'conversations.list': list,
  'conversations.members': members,
  'conversations.history': history,
  'conversations.replies': replies,
};
