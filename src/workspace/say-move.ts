import type { Core } from './core.ts';
import type { Channel, PersonRecord } from './directory.ts';
import { isFor, sendEvent } from './event-moves.ts';
import { teamOf } from './identity.ts';
import { Impossible } from './impossible.ts';
import type { Json } from './json.ts';
import type { StoredMessage } from './message-store.ts';
import { channelOf, isReadOnly, type Moves, settle } from './moves.ts';
import { channelScope } from './scopes.ts';
import { escapeTyped } from './wording.ts';

/**
 * Writes a message, in a thread where its first message is named. The app hears of it only where it
 * is a member, and only of what it subscribed to and has the scope for: as a rule, of its mentions.
 */
export async function say(
  moves: Moves,
  person: PersonRecord,
  channelName: string,
  words: string,
  threadTs?: string,
): Promise<StoredMessage> {
  const { core, deliverer } = moves;
  const channel = channelOf(moves, person, channelName);
  if (channel.archived) throw new Impossible(`#${channel.name} is archived`);
  if (isReadOnly(core, channel)) throw new Impossible('sending messages to this app is turned off');
  const text = withBotMention(escapeTyped(words, core.directory, 'ids only'), core);
  const thread = threadTs === undefined ? undefined : rootOf(core, channel, threadTs);
  const message = core.messages.post({ channel, user: person.id, text, threadTs: thread });
  core.inspector.ring();
  const events = eventsOf(core, person, channel, message);
  for (const event of events) await sendEvent(core, deliverer, event);
  if (events.length > 0) await settle(moves);
  return message;
}

/** Writes a message that mentions the bot, and returns the bot's answers there. */
export async function mentionBot(
  moves: Moves,
  person: PersonRecord,
  channelName: string,
  words: string,
): Promise<StoredMessage[]> {
  const { core } = moves;
  const { botName, botUserId } = core.identity;
  const mention = await say(moves, person, channelName, `@${botName} ${words}`);
  return core.messages
    .inChannel(mention.channel)
    .filter((message) => Number(message.ts) > Number(mention.ts))
    .filter((message) => message.user === botUserId && isFor(message, person));
}

/** "@mopac", typed anywhere, is a mention of the app. */
const withBotMention = (text: string, { identity: { botName, botUserId } }: Core): string =>
  text.replaceAll(new RegExp(`@${RegExp.escape(botName)}\\b`, 'gi'), `<@${botUserId}>`);

/** The message a thread hangs from, whichever of its messages was named. */
function rootOf(core: Core, channel: Channel, ts: string): string {
  const message = core.messages.find(channel.id, ts);
  if (!message || message.ephemeralTo !== undefined) {
    throw new Impossible('there is no such message to reply to');
  }
  return message.threadTs ?? message.ts;
}

const MESSAGE_EVENTS = {
  public: { type: 'message.channels', channelType: 'channel' },
  private: { type: 'message.groups', channelType: 'group' },
  direct: { type: 'message.im', channelType: 'im' },
} as const;

/** What the app is told of a message; nobody's mention reaches it in a direct conversation. */
function eventsOf(
  core: Core,
  person: PersonRecord,
  channel: Channel,
  message: StoredMessage,
): readonly Json[] {
  const { identity, botScopes } = core;
  const hears = (type: string, scope: string) =>
    channel.members.has(identity.botUserId) &&
    core.events.includes(type) &&
    botScopes.includes(scope);
  const { type, channelType } = MESSAGE_EVENTS[channel.kind];
  const mentioned = message.text.includes(`<@${identity.botUserId}>`) && channel.kind !== 'direct';
  const said = {
    user: person.id,
    ts: message.ts,
    client_msg_id: core.ids.next('c'),
    text: message.text,
    team: teamOf(person, identity),
    ...(message.threadTs && { thread_ts: message.threadTs }),
    channel: channel.id,
    event_ts: message.ts,
  };
  return [
    ...(mentioned && hears('app_mention', 'app_mentions:read')
      ? [{ type: 'app_mention', ...said }]
      : []),
    ...(hears(type, channelScope(channel.kind, 'history'))
      ? [{ type: 'message', ...said, channel_type: channelType }]
      : []),
  ];
}
