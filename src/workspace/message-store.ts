import { textOfBlocks } from '../blockkit/fallback-text.ts';
import type { Channel } from './directory.ts';
import { withIds } from './elements.ts';
import type { StoredFile } from './file-store.ts';
import type { Ids } from './ids.ts';
import type { Json } from './json.ts';
import { notifiedBy } from './notifications.ts';

/** A message as the workspace keeps it; an edit makes a new value with the same `ts`. */
export interface StoredMessage {
  readonly channel: string;
  readonly ts: string;
  readonly threadTs?: string;
  readonly user: string;
  readonly text: string;
  readonly blocks?: readonly Json[];
  readonly edited?: { readonly user: string; readonly ts: string };
  /** The one person who sees it; absent for a message everyone in the channel sees. */
  readonly ephemeralTo?: string;
  readonly metadata?: Json;
  /** Files shared with it. */
  readonly files?: readonly StoredFile[];
  /** Whom it notifies: ids of people and groups, and `channel`, `here` or `everyone`. */
  readonly notifies: readonly string[];
  /** What a reader sees, as plain text: the blocks, or the text when there are none. */
  readonly rendered: string;
}

/** What a message says: the parts that an edit replaces. */
export interface Content {
  readonly text: string;
  readonly blocks?: readonly Json[] | undefined;
  readonly metadata?: Json | undefined;
}

/** Where a message goes and who wrote it. */
interface Posting extends Content {
  readonly channel: Channel;
  readonly user: string;
  readonly threadTs?: string | undefined;
  readonly ephemeralTo?: string | undefined;
  readonly files?: readonly StoredFile[];
  /** As of when, in milliseconds of the workspace clock; now, when it is left out. */
  readonly at?: number;
}

/** Every message of the workspace, by channel, in order. */
export interface MessageStore {
  post(posting: Posting): StoredMessage;
  /** Replaces what a message says; blocks and metadata left out are gone, as in Slack. */
  edit(message: StoredMessage, content: Content): StoredMessage;
  remove(message: StoredMessage): void;
  /** Takes a deleted file out of every message; one that was nothing but the file goes too. */
  dropFile(fileId: string): void;
  /** The current form of a message, or undefined when it was deleted or never was. */
  find(channelId: string, ts: string): StoredMessage | undefined;
  /** Everything in a channel, ephemeral messages of every person included. */
  inChannel(channelId: string): readonly StoredMessage[];
}

/** An empty store on the workspace's clock. */
export function createMessageStore(ids: Ids, now: () => number): MessageStore {
  const rooms = new Map<string, StoredMessage[]>();
  const room = (channelId: string): StoredMessage[] => {
    const found = rooms.get(channelId) ?? [];
    rooms.set(channelId, found);
    return found;
  };
  const indexOf = (channelId: string, ts: string) =>
    room(channelId).findLastIndex((message) => message.ts === ts);
  return {
    inChannel: room,
    find: (channelId, ts) => room(channelId)[indexOf(channelId, ts)],
    post({ channel, user, threadTs, ephemeralTo, files, at = now(), ...content }) {
      const message = makeMessage({
        channel: channel.id,
        ts: ids.timestamp(at),
        user,
        ...(threadTs && { threadTs }),
        ...(ephemeralTo && { ephemeralTo }),
        ...(files && { files }),
        ...contentFields(content, ids),
      });
      room(channel.id).push(message);
      return message;
    },
    edit(message, content) {
      const { channel, ts, user, threadTs, ephemeralTo, files } = message;
      const changed = makeMessage({
        channel,
        ts,
        user,
        ...(threadTs && { threadTs }),
        ...(ephemeralTo && { ephemeralTo }),
        ...(files && { files }),
        edited: { user, ts: ids.timestamp(now()) },
        ...contentFields(content, ids, message.blocks),
      });
      const index = indexOf(channel, ts);
      if (index >= 0) room(channel)[index] = changed;
      return changed;
    },
    dropFile(fileId) {
      for (const [channelId, messages] of rooms) {
        const left = messages.flatMap((message) => withoutFile(message, fileId));
        rooms.set(channelId, left);
      }
    },
    remove(message) {
      const index = indexOf(message.channel, message.ts);
      if (index >= 0) room(message.channel).splice(index, 1);
    },
  };
}

function contentFields(
  { text, blocks, metadata }: Content,
  ids: Ids,
  before: readonly Json[] = [],
) {
  return {
    text,
    ...(blocks && blocks.length > 0 && { blocks: withIds(blocks, ids, before) }),
    ...(metadata && { metadata }),
  };
}

function makeMessage(fields: Omit<StoredMessage, 'rendered' | 'notifies'>): StoredMessage {
  return {
    ...fields,
    get notifies() {
      return notifiedBy(fields.text, fields.blocks);
    },
    get rendered() {
      return fields.blocks ? textOfBlocks(fields.blocks) : fields.text;
    },
  };
}

function withoutFile(message: StoredMessage, fileId: string): readonly StoredMessage[] {
  if (!message.files?.some(({ id }) => id === fileId)) return [message];
  const left = message.files.filter(({ id }) => id !== fileId);
  if (left.length === 0 && message.text === '' && !message.blocks) return [];
  const { files: _before, notifies: _notified, rendered: _shown, ...fields } = message;
  return [makeMessage({ ...fields, ...(left.length > 0 && { files: left }) })];
}
