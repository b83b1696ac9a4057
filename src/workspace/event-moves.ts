import type { Core } from './core.ts';
import type { Deliverer, Delivery } from './delivery.ts';
import type { PersonRecord } from './directory.ts';
import { eventCallback, globalShortcut } from './interactions.ts';
import type { Json } from './json.ts';
import type { StoredMessage } from './message-store.ts';
import { channelOf, type MoveResult, type Moves, outcomeOf, settle } from './moves.ts';
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
 * Writes a message that mentions the bot, and returns the bot's answers there. The app hears of it
 * only in channels the bot is in, and only with the scope for mentions.
 */
export async function mentionBot(
  moves: Moves,
  person: PersonRecord,
  channelName: string,
  words: string,
): Promise<StoredMessage[]> {
  const { core, deliverer } = moves;
  const { identity, directory, botScopes } = core;
  const channel = channelOf(moves, person, channelName);
  const text = `<@${identity.botUserId}> ${escapeTyped(words, directory, 'ids only')}`;
  const mention = core.messages.post({ channel, user: person.id, text });
  core.inspector.ring();
  const heard = channel.members.has(identity.botUserId) && botScopes.includes('app_mentions:read');
  if (!heard) return [];
  await sendEvent(core, deliverer, {
    type: 'app_mention',
    user: person.id,
    ts: mention.ts,
    client_msg_id: core.ids.next('c'),
    text,
    team: identity.teamId,
    channel: channel.id,
    event_ts: mention.ts,
  });
  await settle(moves);
  return core.messages
    .inChannel(channel.id)
    .filter((message) => Number(message.ts) > Number(mention.ts))
    .filter((message) => message.user === identity.botUserId && isFor(message, person));
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

/** True for messages everyone sees and for ephemeral ones to this person. */
export function isFor(message: StoredMessage, person: PersonRecord): boolean {
  return message.ephemeralTo === undefined || message.ephemeralTo === person.id;
}
