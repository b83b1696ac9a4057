import {
  type ChannelRecord,
  createDirectory,
  type Directory,
  type PersonRecord,
  type UsergroupRecord,
} from './directory.ts';
import { createFaultState, type FaultState } from './faults.ts';
import { createFileStore, type FileStore } from './file-store.ts';
import { createIdentity, type Identity } from './identity.ts';
import { createIds, type Ids } from './ids.ts';
import { createInspector, type Inspector } from './inspector.ts';
import { createMessageStore, type MessageStore } from './message-store.ts';
import { createRateLimits, type RateLimits } from './rate-limits.ts';
import { createResponseUrls, type ResponseUrls } from './response-urls.ts';
import { createSchedule, keptUpToDate, type Schedule } from './schedule.ts';
import { DEFAULT_BOT_SCOPES } from './scopes.ts';
import { createTriggers, type Triggers } from './triggers.ts';
import { createViewStore, type ViewStore } from './view-store.ts';

/** How long the workspace waits for things, in real milliseconds. */
interface Timing {
  /** The time an app has to acknowledge. */
  readonly ackMs: number;
  /** The waits before each repeat of an event that was not acknowledged. */
  readonly eventRetryMs: readonly number[];
  /** How often the server pings a socket. */
  readonly pingMs: number;
  /** How long a socket lives on after it was told to disconnect. */
  readonly closeAfterMs: number;
  /** After a move, the silence that counts as "the app has finished". */
  readonly quietMs: number;
}

const SLACK_TIMING: Timing = {
  ackMs: 3000,
  eventRetryMs: [0, 60_000, 300_000],
  pingMs: 10_000,
  closeAfterMs: 10_000,
  quietMs: 15,
};

/** What a workspace is made of. */
export interface CoreOptions {
  readonly people: readonly PersonRecord[];
  readonly channels: readonly ChannelRecord[];
  readonly usergroups?: readonly UsergroupRecord[];
  /** The scopes the bot token was given; a method without its scope answers `missing_scope`. */
  readonly botScopes?: readonly string[];
  /** The workspace clock in milliseconds: timestamps, triggers and response URLs follow it. */
  readonly now?: () => number;
  readonly slashCommands?: readonly string[];
  /** The events the app subscribed to; it hears of no others. */
  readonly events?: readonly string[];
  readonly rateLimits?: boolean;
  /** What the app is called; `mopac` where nobody says. */
  readonly botName?: string;
  /** Whether people may write in the conversation with the app, as its manifest has it. */
  readonly messagesTab?: 'open' | 'read only';
  readonly timing?: Partial<Timing>;
}

/** The whole state of a workspace and its rules, without any transport. */
export interface Core {
  readonly identity: Identity;
  readonly ids: Ids;
  readonly now: () => number;
  readonly timing: Timing;
  readonly botScopes: readonly string[];
  readonly slashCommands: readonly string[];
  readonly events: readonly string[];
  /** People cannot write in the conversation with the app. */
  readonly messagesTabReadOnly: boolean;
  readonly directory: Directory;
  readonly messages: MessageStore;
  readonly schedule: Schedule;
  readonly files: FileStore;
  /** Where the workspace's own server listens, `http://127.0.0.1:PORT`; known once it does. */
  readonly address: { base: string };
  readonly views: ViewStore;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly rateLimits: RateLimits;
  readonly faults: FaultState;
  readonly inspector: Inspector;
}

/** A workspace in which nothing has happened yet. */
export function createCore(options: CoreOptions): Core {
  const { people, channels, now = Date.now, timing } = options;
  const ids = createIds();
  const identity = createIdentity(options.botName ?? 'mopac');
  const faults = createFaultState();
  const posted = createMessageStore(ids, now);
  const schedule = createSchedule({ ids, identity, messages: posted, now });
  const messages = keptUpToDate(posted, schedule);
  return {
    identity,
    ids,
    now,
    faults,
    messages,
    schedule,
    files: createFileStore(ids, now),
    address: { base: '' },
    timing: { ...SLACK_TIMING, ...timing },
    botScopes: options.botScopes ?? DEFAULT_BOT_SCOPES,
    slashCommands: options.slashCommands ?? ['/mopac'],
    events: options.events ?? ['app_home_opened', 'app_mention'],
    messagesTabReadOnly: options.messagesTab === 'read only',
    directory: createDirectory(people, channels, ids, options.usergroups),
    views: createViewStore(ids, now),
    triggers: createTriggers(ids, now, () => faults.flags.expireTriggers),
    responseUrls: createResponseUrls({ ids, identity, messages, faults, now }),
    rateLimits: createRateLimits(options.rateLimits ?? true),
    inspector: createInspector(),
  };
}
