import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { namedKeys } from '../application/policy.ts';
import type { Clock, Person, Store } from '../application/ports.ts';

const CHANNEL_ID = /^[CDG][A-Z0-9]{2,}$/;
const SLACK_ID = /^[UW][A-Z0-9]{2,}$/;
// Somebody the workspace does not know may join it; asking every minute would only spend its limits.
const ASK_AGAIN_AFTER_MS = 60 * 60 * 1000;

/** No channel that the bot can see has this name. */
export class UnknownChannel extends Error {
  override readonly name = 'UnknownChannel';
}

/** Who the catalogue's people are in Slack: an address becomes a user id, an id gets its name. */
export interface Directory {
  /** Looks up everyone a programme names whom we have not seen yet. Failures are logged, never thrown. */
  refresh(): Promise<void>;
  /** The Slack user behind a catalogue's key. Throws the Web API's error where there is none. */
  find(key: string): Promise<Person>;
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
  const asked = new Map<string, number>();

  const known = (key: string): Person | null =>
    SLACK_ID.test(key) ? store.person(key) : store.personByEmail(key.toLowerCase());

  const find = async (key: string): Promise<Person> => {
    const seen = known(key);
    if (seen !== null) return seen;
    const { user } = SLACK_ID.test(key)
      ? await client.users.info({ user: key })
      : await client.users.lookupByEmail({ email: key });
    const person: Person = {
      id: user?.id ?? key,
      email: SLACK_ID.test(key) ? (user?.profile?.email ?? null) : key.toLowerCase(),
      name: user?.profile?.real_name ?? user?.real_name ?? user?.name ?? null,
    };
    store.savePerson(person, clock.now());
    return person;
  };

  const refresh = async (): Promise<void> => {
    for (const key of namedIn(store)) {
      const now = performance.now();
      if (
        known(key) !== null ||
        now - (asked.get(key) ?? Number.NEGATIVE_INFINITY) < ASK_AGAIN_AFTER_MS
      )
        continue;
      asked.set(key, now);
      try {
        await find(key);
      } catch (error) {
        const reason = error instanceof WebAPIPlatformError ? error.data.error : String(error);
        log.warn({ reason }, 'somebody named in a programme could not be found in Slack');
      }
    }
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
  return { find, refresh, channelId };
};

const namedIn = (store: Store): ReadonlySet<string> =>
  new Set(store.programmes().flatMap(({ programme }) => namedKeys(programme)));
