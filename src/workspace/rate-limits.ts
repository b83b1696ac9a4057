/** Calls a minute for each method: the floor of Slack's published tier. */
const CALLS_A_MINUTE: Readonly<Record<string, number>> = {
  'api.test': 100,
  'auth.test': 300,
  'apps.connections.open': 50,
  'chat.postMessage': 300,
  'chat.update': 50,
  'chat.delete': 50,
  'chat.postEphemeral': 100,
  'chat.getPermalink': 300,
  'chat.scheduleMessage': 50,
  'chat.deleteScheduledMessage': 50,
  'chat.scheduledMessages.list': 50,
  'views.open': 100,
  'views.push': 100,
  'views.update': 100,
  'views.publish': 100,
  'conversations.open': 50,
  'conversations.info': 50,
  'conversations.history': 50,
  'conversations.list': 20,
  'conversations.replies': 50,
  'conversations.members': 100,
  'files.getUploadURLExternal': 100,
  'files.completeUploadExternal': 100,
  'files.info': 100,
  'files.delete': 50,
  'usergroups.list': 20,
  'usergroups.users.list': 20,
  'users.info': 100,
  'users.list': 20,
  'users.lookupByEmail': 50,
};

const MINUTE_MS = 60_000;
/** One message a second a channel, and one extra in a burst. */
const POST_EVERY_MS = 1000;
const POST_BURST = 2;

/** Says when a caller goes too fast. */
export interface RateLimits {
  /** Counts a call. Seconds to wait when it is one too many, undefined when it may go ahead. */
  admit(method: string, channel: string | undefined): number | undefined;
}

/**
 * Slack's limits per method and, for chat.postMessage, per channel. Windows run on real time
 * (`performance.now`), not on the workspace clock: a test may freeze or move that clock, and a
 * frozen clock would never let anyone post again.
 */
export function createRateLimits(enabled: boolean): RateLimits {
  const calls = new Map<string, number[]>();
  const channels = new Map<string, { tokens: number; at: number }>();
  return {
    admit(method, channel) {
      if (!enabled) return undefined;
      const now = performance.now();
      const recent = (calls.get(method) ?? []).filter((at) => now - at < MINUTE_MS);
      calls.set(method, recent);
      const oldest = recent[0];
      if (oldest !== undefined && recent.length >= (CALLS_A_MINUTE[method] ?? 50)) {
        return Math.ceil((oldest + MINUTE_MS - now) / 1000);
      }
      if (method === 'chat.postMessage' && channel !== undefined) {
        const bucket = channels.get(channel) ?? { tokens: POST_BURST, at: now };
        const tokens = Math.min(POST_BURST, bucket.tokens + (now - bucket.at) / POST_EVERY_MS);
        channels.set(channel, { tokens: tokens < 1 ? tokens : tokens - 1, at: now });
        if (tokens < 1) return 1;
      }
      recent.push(now);
      return undefined;
    },
  };
}
