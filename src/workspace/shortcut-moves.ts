import type { Core } from './core.ts';
import type { Channel, PersonRecord } from './directory.ts';
import { Impossible } from './impossible.ts';
import { actionTimestamp, interactionBase, payloadChannelName } from './interactions.ts';
import type { Json } from './json.ts';
import type { StoredMessage } from './message-store.ts';
import { type MoveResult, type Moves, outcomeOf, postedThrough, settle } from './moves.ts';
import { messageOutput } from './web-api/message-content.ts';

/** Picks a global shortcut from Slack's menu, which is in no channel: the app cannot answer there. */
export async function pickShortcut(
  moves: Moves,
  person: PersonRecord,
  callbackId: string,
): Promise<MoveResult> {
  const { core, deliverer } = moves;
  mayHaveShortcuts(core);
  const payload = { type: 'shortcut', ...shortcutFields(core, person, callbackId) };
  const delivery = await deliverer.deliver('interactive', payload);
  await settle(moves);
  return { ...outcomeOf(delivery), faults: [], messages: [], delivery };
}

/**
 * Picks a shortcut from a message's own menu; the app may answer through a response URL, whether it is
 * in the channel or not. A message that only one person sees has no such menu.
 */
export async function pickMessageShortcut(
  moves: Moves,
  person: PersonRecord,
  callbackId: string,
  wanted: StoredMessage,
): Promise<MoveResult> {
  const { core, deliverer, responseBase } = moves;
  mayHaveShortcuts(core);
  const message = core.messages.find(wanted.channel, wanted.ts);
  const channel = core.directory.channels.get(wanted.channel);
  if (!message || !channel?.members.has(person.id)) {
    throw new Impossible('that message is not there any more');
  }
  if (message.ephemeralTo !== undefined) {
    throw new Impossible('a message that only one person sees has no shortcuts');
  }
  const url = core.responseUrls.issue({ channel, personId: person.id });
  const payload = {
    type: 'message_action',
    ...shortcutFields(core, person, callbackId),
    ...aboutMessage(core, message, channel),
    response_url: `${responseBase}${url.id}`,
  };
  const delivery = await deliverer.deliver('interactive', payload);
  await settle(moves);
  return { ...outcomeOf(delivery), faults: [], messages: postedThrough(moves, url), delivery };
}

function shortcutFields(core: Core, person: PersonRecord, callbackId: string): Json {
  return {
    ...interactionBase(core, person),
    callback_id: callbackId,
    trigger_id: core.triggers.issue(person.id),
    action_ts: actionTimestamp(core),
  };
}

function aboutMessage(core: Core, message: StoredMessage, channel: Channel): Json {
  return {
    message_ts: message.ts,
    message: messageOutput(message, core),
    channel: { id: channel.id, name: payloadChannelName(channel) },
  };
}

function mayHaveShortcuts({ botScopes }: Core): void {
  if (!botScopes.includes('commands')) throw new Impossible('the app has no shortcuts');
}
