import { setTimeout as sleep } from 'node:timers/promises';
import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { isNamedIn } from '../application/policy.ts';
import type { Account, Clock, Store } from '../application/ports.ts';
import { type Edge, personOf } from './edge.ts';

// A guest who becomes a member, or a member who leaves, is known as such within the hour.
const TRUSTED_MS = 60 * 60 * 1000;
// Slack gives a command three seconds, and the answer has still to be found and sent.
const PATIENCE_MS = 1_500;

/** The workspace the app is installed in, and the organisation around it where there is one. */
interface Home {
  readonly team: string | undefined;
  readonly enterprise: string | undefined;
}

interface SlackUser {
  readonly team_id?: string;
  readonly deleted?: boolean;
  readonly is_restricted?: boolean;
  readonly is_ultra_restricted?: boolean;
  readonly is_stranger?: boolean;
  readonly enterprise_user?: { readonly enterprise_id?: string };
}

/**
 * What a user of `users.info` is to us. Slack calls only those a stranger who share no channel with
 * the app, so somebody from outside is told by their team; an organisation's other workspaces are ours.
 */
const accountOf = (user: SlackUser, home: Home): Account => {
  const isOurs =
    isSame(user.team_id, home.team) || isSame(user.enterprise_user?.enterprise_id, home.enterprise);
  if (!isOurs || user.is_stranger === true || user.deleted === true) return 'outsider';
  return user.is_restricted === true || user.is_ultra_restricted === true ? 'guest' : 'member';
};

/** Two ids that are both missing, or both empty, are not the same. */
const isSame = (theirs: string | undefined, ours: string | undefined): boolean =>
  ours !== undefined && ours !== '' && theirs === ours;

/**
 * Asks Slack about people no programme names, since only they are told apart by their accounts. The
 * answer is kept in memory: nobody needs a table of everybody who ever asked. Where Slack does not
 * answer in time, what it last said stands; at first that is nothing.
 */
export const createAskers = (edge: {
  readonly store: Store;
  readonly clock: Clock;
  readonly client: WebClient;
  readonly log: Logger;
}): Edge['asker'] => {
  const { store, clock, client, log } = edge;
  const known = new Map<string, { readonly account: Account; readonly at: number }>();
  const underWay = new Map<string, Promise<void>>();
  let home: Promise<Home> | null = null;

  const homeOf = (): Promise<Home> => {
    home ??= client.auth
      .test()
      .then(({ team_id, enterprise_id }) => ({ team: team_id, enterprise: enterprise_id }))
      .catch((error: unknown) => {
        home = null;
        throw error;
      });
    return home;
  };

  const lookUp = async (id: string): Promise<Account> => {
    try {
      const [{ user }, ours] = await Promise.all([client.users.info({ user: id }), homeOf()]);
      return accountOf(user ?? {}, ours);
    } catch (error) {
      if (isNotSeen(error)) return 'outsider';
      throw error;
    }
  };

  const ask = (id: string): Promise<void> => {
    const asking =
      underWay.get(id) ??
      lookUp(id)
        .then((account) => {
          known.set(id, { account, at: clock.now().epochMilliseconds });
        })
        .catch((error: unknown) => {
          const reason = error instanceof WebAPIPlatformError ? error.data.error : String(error);
          log.warn({ reason }, 'Slack did not say what somebody is to the workspace');
        })
        .finally(() => underWay.delete(id));
    underWay.set(id, asking);
    return asking;
  };

  return async (slackId) => {
    const person = personOf(store, slackId);
    const at = known.get(slackId)?.at ?? Number.NEGATIVE_INFINITY;
    if (clock.now().epochMilliseconds - at >= TRUSTED_MS) {
      const isNamedEverywhere = store
        .programmes()
        .every(({ programme }) => isNamedIn(programme, person));
      if (isNamedEverywhere) return person;
      await forAWhile(ask(slackId));
    }
    const account = known.get(slackId)?.account;
    return account === undefined ? person : { ...person, account };
  };
};

/** Somebody the app cannot see is nobody of this workspace. */
const isNotSeen = (error: unknown): boolean =>
  error instanceof WebAPIPlatformError &&
  ['user_not_found', 'user_not_visible'].includes(error.data.error);

const forAWhile = async (work: Promise<void>): Promise<void> => {
  const waiting = new AbortController();
  try {
    await Promise.race([work, sleep(PATIENCE_MS, undefined, { signal: waiting.signal })]);
  } finally {
    waiting.abort();
  }
};
