import type { Core } from './core.ts';
import type { Deliverer, Delivery } from './delivery.ts';
import type { PersonRecord } from './directory.ts';
import { teamOf } from './identity.ts';
import { Impossible } from './impossible.ts';
import { eventCallback, globalShortcut, messageShortcut } from './interactions.ts';
import type { Json } from './json.ts';
import type { StoredMessage } from './message-store.ts';
import {
  channelOf,
  type MoveResult,
  type Moves,
  outcomeOf,
  postedThrough,
  settle,
} from './moves.ts';
import { type HomeView, showHome, viewOutput } from './shown-view.ts';
import { escapeTyped } from './wording.ts';

/** Hands an event to the app in Slack's wrapping. */
export function sendEvent(core: Core, deliverer: Deliverer, event: Json): Promise<Delivery> {
  return deliverer.deliver('events_api', eventCallback(core, event));
}

/** Opens the app's Home tab and returns what the app published there, if anything. */
export async function openHome(moves: Moves, person: PersonRecord): Promise<HomeView | null> {
  const { core, deliverer } = moves;
  const home = core.views.home(person.id);
  await sendEvent(core, deliverer, {
    type: 'app_home_opened',
    user: person.id,
    channel: core.directory.directChannel(person.id).id,
    tab: 'home',
    ...(home && { view: viewOutput(home, core.identity) }),
    event_ts: core.ids.timestamp(core.now()),
  });
  await settle(moves);
  return shownHome(moves, person);
}

/** The Home tab as it stands. */
export function shownHome({ core }: Moves, person: PersonRecord): HomeView | null {
  const home = core.views.home(person.id);
  return home ? showHome(home) : null;
}

/**
 * Writes a message, in a thread where one is named. The app hears of it only when it is mentioned, in
 * a channel it is in, and has the scope for mentions: it listens to no other messages.
 */
export async function say(
  moves: Moves,
  person: PersonRecord,
  channelName: string,
  words: string,
  threadTs?: string,
): Promise<StoredMessage> {
  const { core, deliverer } = moves;
  const { identity, directory, botScopes } = core;
  const channel = channelOf(moves, person, channelName);
  if (channel.archived) throw new Impossible(`#${channel.name} is archived`);
  const text = withBotMention(escapeTyped(words, directory, 'ids only'), identity);
  const message = core.messages.post({ channel, user: person.id, text, threadTs });
  core.inspector.ring();
  const mentions = text.includes(`<@${identity.botUserId}>`);
  const hears = channel.members.has(identity.botUserId) && botScopes.includes('app_mentions:read');
  if (!mentions || !hears || channel.kind === 'direct') return message;
  await sendEvent(core, deliverer, {
    type: 'app_mention',
    user: person.id,
    ts: message.ts,
    client_msg_id: core.ids.next('c'),
    text,
    team: teamOf(person, identity),
    ...(threadTs && { thread_ts: threadTs }),
    channel: channel.id,
    event_ts: message.ts,
  });
  await settle(moves);
  return message;
}

/** "@mopac", typed anywhere, is a mention of the app. */
const withBotMention = (text: string, { botName, botUserId }: Moves['core']['identity']): string =>
  text.replaceAll(new RegExp(`@${RegExp.escape(botName)}\\b`, 'gi'), `<@${botUserId}>`);

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

/** Picks a global shortcut from Slack's menu. */
export async function pickShortcut(
  moves: Moves,
  person: PersonRecord,
  callbackId: string,
): Promise<MoveResult> {
  const payload = globalShortcut(moves.core, person, callbackId);
  const delivery = await moves.deliverer.deliver('interactive', payload);
  await settle(moves);
  return { ...outcomeOf(delivery), faults: [], messages: [], delivery };
}

/** Picks a shortcut from a message's own menu; the app may answer through a response URL. */
export async function pickMessageShortcut(
  moves: Moves,
  person: PersonRecord,
  callbackId: string,
  wanted: StoredMessage,
): Promise<MoveResult> {
  const { core, deliverer, responseBase } = moves;
  const message = core.messages.find(wanted.channel, wanted.ts);
  const channel = core.directory.channels.get(wanted.channel);
  if (!message || !channel || !isFor(message, person)) {
    throw new Impossible('that message is not there any more');
  }
  const url = core.responseUrls.issue({ channel, personId: person.id });
  const responseUrl = `${responseBase}${url.id}`;
  const payload = messageShortcut(core, person, callbackId, { message, channel, responseUrl });
  const delivery = await deliverer.deliver('interactive', payload);
  await settle(moves);
  return { ...outcomeOf(delivery), faults: [], messages: postedThrough(moves, url), delivery };
}

/** True for messages everyone sees and for ephemeral ones to this person. */
export function isFor(message: StoredMessage, person: PersonRecord): boolean {
  return message.ephemeralTo === undefined || message.ephemeralTo === person.id;
}
