import type { Channel } from './directory.ts';
import type { Identity } from './identity.ts';
import type { Ids } from './ids.ts';
import type { Content, MessageStore } from './message-store.ts';

/** A message that is to be posted later. */
export interface ScheduledMessage {
  readonly id: string;
  readonly channel: Channel;
  /** In Unix seconds of the workspace clock, as is `createdAt`. */
  readonly postAt: number;
  readonly createdAt: number;
  readonly content: Content;
  readonly threadTs: string | undefined;
}

/** Messages waiting for their time. */
export interface Schedule {
  add(message: Omit<ScheduledMessage, 'id' | 'createdAt'>): ScheduledMessage;
  /** Those still waiting, the next one first. */
  waiting(): readonly ScheduledMessage[];
  remove(id: string): void;
  /** Posts what has come due; true when anything had. */
  postDue(): boolean;
}

/** What posting takes. */
export interface ScheduleParts {
  readonly ids: Ids;
  readonly identity: Identity;
  readonly messages: MessageStore;
  readonly now: () => number;
}

/**
 * Nothing scheduled yet. Nobody waits for the clock, which may be moved: what is due is posted, as of
 * its own time, before anybody looks. A message with metadata is never posted: Slack loses those.
 */
export function createSchedule({ ids, identity, messages, now }: ScheduleParts): Schedule {
  const scheduled = new Map<string, ScheduledMessage>();
  const waiting = () => [...scheduled.values()].sort((one, other) => one.postAt - other.postAt);
  const user = identity.botUserId;
  return {
    waiting,
    add(message) {
      const id = ids.next('Q');
      const waits = { ...message, id, createdAt: Math.floor(now() / 1000) };
      scheduled.set(id, waits);
      return waits;
    },
    remove: (id) => scheduled.delete(id),
    postDue() {
      const due = waiting().filter(({ postAt }) => postAt * 1000 <= now());
      for (const { id, channel, content, threadTs, postAt } of due) {
        scheduled.delete(id);
        const mayPost = channel.members.has(user) && !channel.archived;
        if (!mayPost || content.metadata) continue;
        messages.post({ ...content, channel, user, threadTs, at: postAt * 1000 });
      }
      return due.length > 0;
    },
  };
}

/** The store with whatever is due posted before anybody reads it or writes in it. */
export function keptUpToDate(messages: MessageStore, schedule: Schedule): MessageStore {
  const caughtUp = () => {
    schedule.postDue();
    return messages;
  };
  return {
    ...messages,
    inChannel: (channelId) => caughtUp().inChannel(channelId),
    find: (channelId, ts) => caughtUp().find(channelId, ts),
    post: (posting) => caughtUp().post(posting),
  };
}
