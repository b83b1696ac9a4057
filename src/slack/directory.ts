import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { namedKeys } from '../application/policy.ts';
import type { Clock, SeenPerson, Store } from '../application/ports.ts';
import { readPostFault } from './post-faults.ts';

const CHANNEL_ID = /^[CDG][A-Z0-9]{2,}$/;
const SLACK_ID = /^[UW][A-Z0-9]{2,}$/;
// Somebody the workspace does not know may join it; asking every minute would only spend its limits.
const ASK_AGAIN_HOURS = 1;
// Accounts come and go, and addresses move from one to another.
const LOOK_AGAIN_HOURS = 24;
// Slack takes fifty look-ups a minute; the others have their turn in the next.
const MOST_LOOKUPS = 40;

/** No channel that the bot can see has this name. */
export class UnknownChannel extends Error {
  override readonly name = 'UnknownChannel';
}

/** Who the catalogue's people are in Slack: an address becomes a user id, an id gets its name. */
export interface Directory {
  /**
   * A minute's look-ups of whom the programmes name: the unknown ones, and each known one once a
   * day. Failures are logged, never thrown.
   */
  refresh(): Promise<void>;
  /**
   * Asks Slack who is behind a catalogue's key and keeps the answer. Throws the Web API's error where
   * there is nobody.
   */
  lookUp(key: string): Promise<void>;
  /** The user id behind a catalogue's key; ids stay as they are. Throws the Web API's error where there is none. */
  userId(key: string): Promise<string>;
  /** A channel's id from its name; ids stay as they are. Throws where no such channel can be seen. */
  channelId(nameOrId: string): Promise<string>;
}

export const createDirectory = (edge: {
  readonly store: Store;
  readonly clock: Clock;
  readonly client: WebClient;
  readonly log: Logger;
}): Directory => {
  const { store, clock, client, log } = edge;
  const asked = new Map<string, Temporal.Instant>();

  const known = (key: string): SeenPerson | null =>
    SLACK_ID.test(key) ? store.person(key) : store.personByEmail(key);

  const lookUp = async (key: string): Promise<void> => {
    const { user } = SLACK_ID.test(key)
      ? await client.users.info({ user: key })
      : await lookUpAddress(key);
    const id = user?.id ?? key;
    // What stands in a profile is its owner's word; an address is theirs where Slack finds them by it.
    const email = SLACK_ID.test(key) ? (store.person(id)?.email ?? null) : key.toLowerCase();
    const name = user?.profile?.real_name ?? user?.real_name ?? user?.name ?? null;
    store.savePerson({ id, email, name }, clock.now());
  };

  const lookUpAddress = async (email: string) => {
    try {
      return await client.users.lookupByEmail({ email });
    } catch (error) {
      const holder = store.personByEmail(email);
      if (holder !== null && error instanceof WebAPIPlatformError && isNobody(error)) {
        store.savePerson({ ...holder, email: null }, clock.now());
      }
      throw error;
    }
  };

  const isDue = (key: string): boolean =>
    hasPassed(LOOK_AGAIN_HOURS, known(key)?.seenAt) && hasPassed(ASK_AGAIN_HOURS, asked.get(key));

  const hasPassed = (hours: number, since: Temporal.Instant | undefined): boolean =>
    since === undefined || Temporal.Instant.compare(since.add({ hours }), clock.now()) <= 0;

  const refresh = async (): Promise<void> => {
    const unknownFirst = [...namedIn(store)].sort(
      (a, b) => Number(known(a) !== null) - Number(known(b) !== null),
    );
    let lookups = 0;
    for (const key of unknownFirst) {
      // Asked here and not before: two minutes' work may overlap.
      if (lookups === MOST_LOOKUPS || !isDue(key)) continue;
      lookups += 1;
      asked.set(key, clock.now());
      try {
        await lookUp(key);
      } catch (error) {
        const { kind, reason } = readPostFault(error);
        if (kind === 'wait') {
          // The next minute takes up this one and the rest.
          asked.delete(key);
          return;
        }
        log.warn({ reason }, 'somebody named in a programme could not be found in Slack');
      }
    }
  };

  const userId = async (key: string): Promise<string> => {
    if (SLACK_ID.test(key)) return key;
    if (known(key) === null) await lookUp(key);
    return known(key)?.id ?? key;
  };

  const channelId = async (nameOrId: string): Promise<string> => {
    if (CHANNEL_ID.test(nameOrId)) return nameOrId;
    const name = nameOrId.replace(/^#/, '');
    let cursor: string | undefined;
    do {
      const page = await client.conversations.list({
        types: 'public_channel',
        exclude_archived: true,
        limit: 200,
        ...(cursor === undefined ? {} : { cursor }),
      });
      const id = page.channels?.find((channel) => channel.name === name)?.id;
      if (id !== undefined) return id;
      cursor = page.response_metadata?.next_cursor || undefined;
    } while (cursor !== undefined);
    throw new UnknownChannel(`No public channel is called ${name}.`);
  };
  return { refresh, lookUp, userId, channelId };
};

const isNobody = ({ data }: WebAPIPlatformError): boolean => data.error === 'users_not_found';

/** Everyone a programme names, by address or Slack user id as its file gives them. */
export const namedIn = (store: Store): ReadonlySet<string> =>
  new Set(store.programmes().flatMap(({ programme }) => namedKeys(programme)));
