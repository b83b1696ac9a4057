import type { PersonRecord } from './directory.ts';
import { slashCommand } from './interactions.ts';
import { field, isRecord } from './json.ts';
import {
  channelOf,
  isReadOnly,
  type MoveResult,
  type Moves,
  outcomeOf,
  postedThrough,
  settle,
} from './moves.ts';
import type { Applied, ResponseUrl } from './response-urls.ts';
import { escapeTyped } from './wording.ts';

/** What the person saw after typing a command. */
export type CommandResult = MoveResult;

/** Types a slash command in a channel, or in the conversation with the bot; threads take none. */
export async function typeCommand(
  moves: Moves,
  person: PersonRecord,
  typed: string,
  channelName?: string,
  threadTs?: string,
): Promise<CommandResult> {
  const { core, deliverer, responseBase } = moves;
  const channel = channelOf(moves, person, channelName);
  if (threadTs !== undefined) return failed('not_supported_in_threads');
  const [command = '', ...words] = typed.trim().split(/(?<=^\S+)\s+/);
  const installed = core.botScopes.includes('commands') && core.slashCommands.includes(command);
  if (!installed) return failed('not_a_command');
  if (person.external) return failed('restricted_action');
  if (channel.archived) return failed('is_archived');
  if (isReadOnly(core, channel)) return failed('messages_tab_read_only');
  const url = core.responseUrls.issue({ channel, personId: person.id });
  const payload = slashCommand(core, {
    person,
    channel,
    command,
    text: escapeTyped(words.join(' '), core.directory, 'with names'),
    responseUrl: `${responseBase}${url.id}`,
  });
  const delivery = await deliverer.deliver('slash_commands', payload);
  const outcome = outcomeOf(delivery);
  const applied = outcome.ack === 'ok' ? showAck(moves, url, delivery.ackBody) : undefined;
  core.inspector.ring();
  await settle(moves);
  const refusal = applied?.kind === 'refused' ? applied : undefined;
  return {
    ...outcome,
    ...(refusal && { ack: 'failed', error: refusal.error }),
    faults: refusal?.faults ?? [],
    messages: postedThrough(moves, url),
    delivery,
  };
}

/** Shows the message in an acknowledgement; one without text or blocks shows nothing. */
function showAck(moves: Moves, url: ResponseUrl, body: unknown): Applied {
  if (body === undefined) return { kind: 'applied' };
  const silent = isRecord(body) && !field(body, 'text') && field(body, 'blocks') === undefined;
  return silent ? { kind: 'applied' } : moves.core.responseUrls.apply(url, body);
}

function failed(error: string): CommandResult {
  return { ack: 'failed', error, faults: [], messages: [] };
}
