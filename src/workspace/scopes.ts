import type { Channel } from './directory.ts';

/** The scopes of the app's manifest, with those that let it find people by e-mail and open DMs. */
export const DEFAULT_BOT_SCOPES: readonly string[] = [
  'commands',
  'chat:write',
  'app_mentions:read',
  'users:read',
  'users:read.email',
  'im:write',
];

/** What a method asks of its caller. */
export interface Requirement {
  readonly token: 'none' | 'bot' | 'app';
  /** Any one of these will do; empty when the token is enough. */
  readonly anyOf: readonly string[];
}

const READ = ['channels:read', 'groups:read', 'im:read', 'mpim:read'];
const HISTORY = ['channels:history', 'groups:history', 'im:history', 'mpim:history'];
const bot = (...anyOf: string[]): Requirement => ({ token: 'bot', anyOf });

/** The requirement of every method the workspace knows. */
export const REQUIREMENTS: Readonly<Record<string, Requirement>> = {
  'api.test': { token: 'none', anyOf: [] },
  'auth.test': bot(),
  'apps.connections.open': { token: 'app', anyOf: ['connections:write'] },
  'chat.postMessage': bot('chat:write'),
  'chat.update': bot('chat:write'),
  'chat.delete': bot('chat:write'),
  'chat.postEphemeral': bot('chat:write'),
  'chat.getPermalink': bot(),
  'chat.scheduleMessage': bot('chat:write'),
  'chat.deleteScheduledMessage': bot('chat:write'),
  'chat.scheduledMessages.list': bot(),
  'views.open': bot(),
  'views.push': bot(),
  'views.update': bot(),
  'views.publish': bot(),
  'conversations.open': bot('im:write', 'channels:manage', 'groups:write', 'mpim:write'),
  'conversations.info': bot(...READ),
  'conversations.list': bot(...READ),
  'conversations.members': bot(...READ),
  'conversations.history': bot(...HISTORY),
  'conversations.replies': bot(...HISTORY),
  'files.getUploadURLExternal': bot('files:write'),
  'files.completeUploadExternal': bot('files:write'),
  'files.info': bot('files:read'),
  'files.delete': bot('files:write'),
  'usergroups.list': bot('usergroups:read'),
  'usergroups.users.list': bot('usergroups:read'),
  'users.info': bot('users:read'),
  'users.list': bot('users:read'),
  'users.lookupByEmail': bot('users:read.email'),
};

const FAMILY = { public: 'channels', private: 'groups', direct: 'im' } as const;

/** The scope that reading a channel of this kind takes: `channels:read`, `im:history` and so on. */
export function channelScope(kind: Channel['kind'], use: 'read' | 'history'): string {
  return `${FAMILY[kind]}:${use}`;
}
