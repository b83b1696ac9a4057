import type { Core } from './core.ts';
import type { Channel, PersonRecord } from './directory.ts';
import { isPressed, type Placed } from './elements.ts';
import { teamOf } from './identity.ts';
import { type InputState, valueFieldOf, valueIn } from './input-state.ts';
import { field, type Json, textField } from './json.ts';
import type { StoredMessage } from './message-store.ts';
import { viewOutput } from './shown-view.ts';
import type { ViewRecord } from './view-store.ts';
import { messageOutput } from './web-api/message-content.ts';

/** Slack sends a long-deprecated token beside every payload; nothing should trust it. */
const DEPRECATED_TOKEN = 'verification-token-not-to-be-trusted';

/** The name by which Slack's payloads call a person. */
export function handleOf(person: PersonRecord): string {
  return person.name.toLowerCase().replaceAll(' ', '.');
}

/** A slash command as Slack sends it, every field text. */
export function slashCommand(
  core: Core,
  move: {
    person: PersonRecord;
    channel: Channel;
    command: string;
    text: string;
    responseUrl: string;
  },
): Json {
  const { identity, triggers } = core;
  return {
    token: DEPRECATED_TOKEN,
    team_id: identity.teamId,
    team_domain: identity.teamDomain,
    channel_id: move.channel.id,
    channel_name: payloadChannelName(move.channel),
    user_id: move.person.id,
    user_name: handleOf(move.person),
    command: move.command,
    text: move.text,
    api_app_id: identity.appId,
    is_enterprise_install: 'false',
    response_url: move.responseUrl,
    trigger_id: triggers.issue(move.person.id),
  };
}

/** Where an element stands: in a message of a channel, or in a view. */
export type Spot =
  | { readonly kind: 'message'; readonly message: StoredMessage; readonly channel: Channel }
  | { readonly kind: 'view'; readonly record: ViewRecord };

/** Where an action was taken; in a message, with its state and the right to answer it. */
export type Place =
  | (Extract<Spot, { kind: 'message' }> & {
      readonly state: InputState;
      readonly responseUrl: string;
    })
  | Extract<Spot, { kind: 'view' }>;

/** A pressed button or changed input as Slack's `block_actions`. */
export function blockActions(core: Core, person: PersonRecord, placed: Placed, place: Place): Json {
  const state = place.kind === 'message' ? place.state : place.record.values;
  return {
    type: 'block_actions',
    ...interactionBase(core, person),
    trigger_id: core.triggers.issue(person.id),
    ...spotFields(core, place),
    ...(place.kind === 'message' && {
      state: { values: place.state },
      response_url: place.responseUrl,
    }),
    actions: [actionOf(core, placed, state)],
  };
}

/** Words typed in a menu whose options the app supplies, as Slack's `block_suggestion`. */
export function blockSuggestion(
  core: Core,
  person: PersonRecord,
  { blockId, actionId }: Placed,
  spot: Spot,
  typed: string,
): Json {
  return {
    type: 'block_suggestion',
    ...interactionBase(core, person),
    ...spotFields(core, spot),
    block_id: blockId,
    action_id: actionId,
    value: typed,
  };
}

/** A submitted modal as Slack's `view_submission`. */
export function viewSubmission(core: Core, person: PersonRecord, record: ViewRecord): Json {
  return {
    type: 'view_submission',
    ...interactionBase(core, person),
    trigger_id: core.triggers.issue(person.id, 'submission'),
    view: viewOutput(record, core.identity),
    response_urls: [],
  };
}

/** A dismissed modal as Slack's `view_closed`. */
export function viewClosed(
  core: Core,
  person: PersonRecord,
  record: ViewRecord,
  isCleared: boolean,
): Json {
  return {
    type: 'view_closed',
    ...interactionBase(core, person),
    view: viewOutput(record, core.identity),
    is_cleared: isCleared,
  };
}

/** An event in the wrapping Slack gives it. */
export function eventCallback(core: Core, event: Json): Json {
  const { identity, ids, now } = core;
  const authorization = {
    enterprise_id: null,
    team_id: identity.teamId,
    user_id: identity.botUserId,
    is_bot: true,
    is_enterprise_install: false,
  };
  return {
    token: DEPRECATED_TOKEN,
    team_id: identity.teamId,
    context_team_id: identity.teamId,
    context_enterprise_id: null,
    api_app_id: identity.appId,
    event,
    type: 'event_callback',
    event_id: ids.next('Ev'),
    event_time: Math.floor(now() / 1000),
    authorizations: [authorization],
    is_ext_shared_channel: false,
    event_context: ids.next('4-'),
  };
}

/** What every interactive payload says of the person and the app. */
export function interactionBase({ identity }: Core, person: PersonRecord): Json {
  const handle = handleOf(person);
  return {
    user: { id: person.id, username: handle, name: handle, team_id: teamOf(person, identity) },
    api_app_id: identity.appId,
    token: DEPRECATED_TOKEN,
    team: { id: identity.teamId, domain: identity.teamDomain },
    enterprise: null,
    is_enterprise_install: false,
  };
}

function spotFields(core: Core, spot: Spot): Json {
  if (spot.kind === 'view') {
    const { record } = spot;
    return {
      container: { type: 'view', view_id: record.id },
      view: viewOutput(record, core.identity),
    };
  }
  const { message, channel } = spot;
  const hidden = message.ephemeralTo !== undefined;
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: hidden,
      ...(message.threadTs && { thread_ts: message.threadTs }),
    },
    channel: { id: channel.id, name: payloadChannelName(channel) },
    // An ephemeral message's content is not sent back: Slack does not keep it.
    ...(!hidden && { message: messageOutput(message, core) }),
  };
}

function actionOf(core: Core, placed: Placed, state: InputState): Json {
  const { element, blockId, actionId } = placed;
  const type = textField(element, 'type');
  const common = { type, block_id: blockId, action_id: actionId, action_ts: actionTimestamp(core) };
  if (!isPressed(element)) return { ...common, [valueFieldOf(element)]: valueIn(state, placed) };
  const value = field(element, 'value');
  const style = field(element, 'style');
  const icon = field(element, 'icon');
  return {
    ...common,
    text: { emoji: true, ...Object(field(element, 'text')) },
    ...(value !== undefined && { value }),
    ...(style !== undefined && { style }),
    ...(icon !== undefined && { icon }),
  };
}

/** The moment of a move, as payloads write it. */
export function actionTimestamp({ ids, now }: Core): string {
  return ids.timestamp(now());
}

/** The name by which payloads call a channel: private ones have none. */
export function payloadChannelName(channel: Channel): string {
  if (channel.kind === 'direct') return 'directmessage';
  return channel.kind === 'private' ? 'privategroup' : channel.name;
}
