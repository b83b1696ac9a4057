import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { Temporal } from 'temporal-polyfill';
import { type Clock, type Store, StoreBusy, StoreFailed } from '../application/ports.ts';
import { type Directory, namedIn } from './directory.ts';

/** Slack did not say in time who somebody is. */
export class NotRecognised extends Error {
  override readonly name = 'NotRecognised';
}

// The person waits, and their trigger lives three seconds in all.
const PATIENCE_MS = 1_500;
const PROFILE_HOURS = 1;

/** The address in somebody's profile, and when it was read. Kept in memory only: they may be nobody to us. */
interface Profile {
  readonly email: string | null;
  readonly readAt: Temporal.Instant;
}

/**
 * Finds out at the moment somebody acts whether a programme names them, where the record does not
 * know their address yet: they may have been named a second ago. Throws `NotRecognised` where Slack
 * could not be asked; who is named nowhere, or is known, is left as they are.
 */
export const createRecogniser = (edge: {
  readonly store: Store;
  readonly clock: Clock;
  readonly client: WebClient;
  readonly directory: Pick<Directory, 'lookUp'>;
}): ((slackId: string) => Promise<void>) => {
  const { store, clock, client, directory } = edge;
  const profiles = new Map<string, Profile>();

  const addressOf = async (user: string): Promise<string | null> => {
    const known = profiles.get(user);
    const now = clock.now();
    if (known !== undefined && isFresh(known, now)) return known.email;
    const email = (await client.users.info({ user })).user?.profile?.email ?? null;
    profiles.set(user, { email, readAt: now });
    return email;
  };

  const learn = async (user: string): Promise<void> => {
    const email = (await addressOf(user))?.toLowerCase();
    if (email === undefined || !isNamed(store, email)) return;
    // A profile says what its owner likes, so Slack is asked whom it finds by that address.
    await directory.lookUp(email);
    if (store.person(user)?.email !== email) {
      profiles.set(user, { email: null, readAt: clock.now() });
    }
  };

  return async (slackId) => {
    const seen = store.person(slackId);
    const isKnown = seen !== null && seen.email !== null;
    if (isKnown || namedIn(store).has(slackId)) return;
    try {
      await within(PATIENCE_MS, learn(slackId));
    } catch (error) {
      if (isNobody(error)) return;
      if (error instanceof StoreBusy || error instanceof StoreFailed) throw error;
      throw new NotRecognised('Slack could not be asked who somebody is', { cause: error });
    }
  };
};

const isFresh = ({ readAt }: Profile, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(readAt.add({ hours: PROFILE_HOURS }), now) > 0;

const isNamed = (store: Store, email: string): boolean =>
  [...namedIn(store)].some((key) => key.toLowerCase() === email);

// Slack's answers, not failures to answer: there is nothing to be learnt of this person.
const NOBODY = new Set(['user_not_found', 'user_not_visible', 'users_not_found', 'missing_scope']);

const isNobody = (error: unknown): boolean =>
  error instanceof WebAPIPlatformError && NOBODY.has(error.data.error);

/** The work's result, or a rejection once this time is over; the work itself goes on. */
const within = async (milliseconds: number, work: Promise<void>): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), milliseconds);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};
