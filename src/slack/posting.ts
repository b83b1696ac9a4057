import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { OutboxMessage } from '../application/ports.ts';
import { chooseRung, type Message, type Rung } from '../blockkit/ladder.ts';
import { type Directory, UnknownChannel } from './directory.ts';

/** Where a message stands in Slack. */
export interface Posted {
  readonly channel: string;
  readonly ts: string;
}

const EVENT_TYPE = 'mopac_post';
const PAGE = 200;
// A thousand messages back: more than a channel says while a restart or an outage lasts.
const MOST_PAGES = 5;

interface Edge {
  readonly client: WebClient;
  readonly directory: Directory;
  readonly log: Logger;
}

/** Posts a message, or edits its parent where the message is an edit, at the richest rung that is valid. */
export const postMessage = async (
  { client, log }: Pick<Edge, 'client' | 'log'>,
  post: {
    readonly message: OutboxMessage;
    readonly parent: OutboxMessage | null;
    readonly channel: string;
    readonly rung: Rung;
    readonly threadTs: string | null;
    readonly build: (rung: Rung) => Message;
  },
): Promise<Posted> => {
  const { message, parent, channel } = post;
  const { message: body, faults } = chooseRung({ preferred: post.rung, build: post.build });
  if (faults.length > 0)
    log.warn({ kind: message.kind, faults }, 'a message was simplified before sending');
  const content = {
    channel,
    text: body.text,
    ...(body.blocks === undefined ? {} : { blocks: body.blocks }),
  };
  const metadata = {
    event_type: EVENT_TYPE,
    event_payload: { key: keyOf(parent !== null && message.kind === 'edit' ? parent : message) },
  };
  if (message.kind === 'edit' && parent?.posted != null) {
    await client.chat.update({
      ...content,
      blocks: body.blocks ?? [],
      ts: parent.posted.ts,
      metadata,
    });
    return parent.posted;
  }
  const answer = await client.chat.postMessage({
    ...content,
    metadata,
    unfurl_links: false,
    unfurl_media: false,
    ...(post.threadTs === null ? {} : { thread_ts: post.threadTs }),
  });
  if (answer.channel === undefined || answer.ts === undefined)
    throw new Error('chat.postMessage gave no ts.');
  return { channel: answer.channel, ts: answer.ts };
};

/**
 * Looks for a message whose outcome is unknown among the channel's latest. Null where it is not
 * there, and also where the bot may not read the channel: then one repeated message is better than
 * one that never arrived. A look that only failed this time throws.
 */
export const wasPosted = async (
  edge: Edge,
  sought: {
    readonly message: OutboxMessage;
    readonly channel: string;
    readonly threadTs: string | null;
  },
): Promise<Posted | null> => {
  const { message, threadTs } = sought;
  // Editing twice leaves one message with the same words.
  if (message.kind === 'edit') return null;
  try {
    const channel = await edge.directory.channelId(sought.channel);
    return await findPosted(edge, { key: keyOf(message), channel, threadTs });
  } catch (error) {
    if (!isBarred(error)) throw error;
    edge.log.warn(
      { err: error, kind: message.kind, key: message.key },
      'could not look for a post; it may appear twice',
    );
    return null;
  }
};

const findPosted = async (
  { client }: Edge,
  sought: { readonly key: string; readonly channel: string; readonly threadTs: string | null },
): Promise<Posted | null> => {
  const { key, channel, threadTs } = sought;
  let cursor: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const page = {
      channel,
      limit: PAGE,
      include_all_metadata: true,
      ...(cursor === undefined ? {} : { cursor }),
    } as const;
    const { messages = [], response_metadata } =
      threadTs === null
        ? await client.conversations.history(page)
        : await client.conversations.replies({ ...page, ts: threadTs });
    const found = messages.find(
      ({ metadata }) =>
        metadata?.event_type === EVENT_TYPE && payloadKey(metadata.event_payload) === key,
    );
    if (found?.ts !== undefined) return { channel, ts: found.ts };
    cursor = response_metadata?.next_cursor || undefined;
    if (cursor === undefined) break;
  }
  return null;
};

// What no later look would change by itself; Slack's word for it, or ours for a channel not listed.
const BARRED = new Set([
  'missing_scope',
  'not_in_channel',
  'channel_not_found',
  'is_archived',
  'thread_not_found',
]);

const isBarred = (error: unknown): boolean =>
  error instanceof WebAPIPlatformError
    ? BARRED.has(error.data.error)
    : error instanceof UnknownChannel;

const keyOf = ({ kind, key }: OutboxMessage): string => `${kind}/${key}`;

const payloadKey = (payload: unknown): unknown =>
  typeof payload === 'object' && payload !== null && 'key' in payload ? payload.key : undefined;
