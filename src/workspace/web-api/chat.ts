import type { Core } from '../core.ts';
import { type Json, textField } from '../json.ts';
import type { StoredMessage } from '../message-store.ts';
import { type Answer, accept, type Method, refuse, refuseArgument } from './answer.ts';
import { messageOutput, readContent } from './message-content.ts';
import { postTarget, visibleChannel } from './targets.ts';

/** chat.update takes less text than chat.postMessage, and counts it in bytes. */
const LONGEST_UPDATE_BYTES = 4000;

const postMessage: Method = (args, core) => {
  const target = postTarget(args, core);
  if (target.kind === 'refused') return target.answer;
  const read = readContent(args, core);
  if (read.kind === 'refused') return read.answer;
  const { channel } = target;
  const threadTs = textField(args, 'thread_ts');
  if (threadTs && !core.messages.find(channel.id, threadTs)) return refuse('thread_not_found');
  const user = core.identity.botUserId;
  const message = core.messages.post({ ...read.content, channel, user, threadTs });
  return accept({ channel: channel.id, ts: message.ts, message: messageOutput(message, core) });
};

const postEphemeral: Method = (args, core) => {
  const target = postTarget(args, core);
  if (target.kind === 'refused') return target.answer;
  const { channel } = target;
  const reader = textField(args, 'user') ?? '';
  if (!core.directory.people.has(reader)) return refuse('user_not_found');
  if (!channel.members.has(reader)) return refuse('user_not_in_channel');
  const read = readContent(args, core);
  if (read.kind === 'refused') return read.answer;
  const message = core.messages.post({
    ...read.content,
    channel,
    user: core.identity.botUserId,
    threadTs: textField(args, 'thread_ts'),
    ephemeralTo: reader,
  });
  return accept({ message_ts: message.ts });
};

const update: Method = (args, core) => {
  if (Buffer.byteLength(textField(args, 'text') ?? '') > LONGEST_UPDATE_BYTES) {
    return refuse('msg_too_long');
  }
  return withOwnMessage(args, core, 'cant_update_message', (message) => {
    const read = readContent(args, core);
    if (read.kind === 'refused') return read.answer;
    const kept = message.metadata;
    const edited = core.messages.edit(message, { metadata: kept, ...defined(read.content) });
    const { channel, ts, text } = edited;
    return accept({ channel, ts, text, message: messageOutput(edited, core) });
  });
};

const remove: Method = (args, core) =>
  withOwnMessage(args, core, 'cant_delete_message', (message) => {
    core.messages.remove(message);
    return accept({ channel: message.channel, ts: message.ts });
  });

const getPermalink: Method = (args, core) => {
  const target = visibleChannel(args, core);
  if (target.kind === 'refused') return target.answer;
  const ts = textField(args, 'message_ts') ?? '';
  const message = core.messages.find(target.channel.id, ts);
  if (!message || message.ephemeralTo) return refuse('message_not_found');
  const site = `https://${core.identity.teamDomain}.slack.com`;
  const permalink = `${site}/archives/${message.channel}/p${ts.replace('.', '')}`;
  return accept({ channel: message.channel, permalink });
};

/** Finds a message the bot may change; ephemeral messages cannot be found at all. */
function withOwnMessage(
  args: Json,
  core: Core,
  foreign: string,
  change: (message: StoredMessage) => Answer,
): Answer {
  const ts = textField(args, 'ts');
  if (!ts) return refuseArgument('ts', 'missing required field: ts');
  const target = visibleChannel(args, core);
  if (target.kind === 'refused') return target.answer;
  if (target.channel.archived) return refuse('is_inactive');
  const message = core.messages.find(target.channel.id, ts);
  if (!message || message.ephemeralTo) return refuse('message_not_found');
  return message.user === core.identity.botUserId ? change(message) : refuse(foreign);
}

function defined<T extends object>(fields: T): T {
  const kept = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as T;
}

/** Methods that post, change and remove messages. */
export const CHAT_METHODS: Readonly<Record<string, Method>> = {
  'chat.postMessage': postMessage,
  'chat.postEphemeral': postEphemeral,
  'chat.update': update,
  'chat.delete': remove,
  'chat.getPermalink': getPermalink,
};
