import { setTimeout as sleep } from 'node:timers/promises';
import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import type { Chosen } from '../../application/hand-over-faults.ts';
import { type Edge, personOf } from '../edge.ts';

// Slack gives a window three seconds, and the answer has still to be written down.
const PATIENCE_MS = 1_500;
// Slack's own, which it does not call a bot.
const SLACKBOT = 'USLACKBOT';

/** Who was picked in a list of everybody, with what Slack says of their account at this moment. */
export const lookUpChosen = async (edge: Edge, client: WebClient, id: string): Promise<Chosen> => {
  const waiting = new AbortController();
  try {
    return await Promise.race([
      ask(edge, client, id),
      sleep(PATIENCE_MS, unknown(edge, id), { signal: waiting.signal }),
    ]);
  } finally {
    waiting.abort();
  }
};

const ask = async (edge: Edge, client: WebClient, id: string): Promise<Chosen> => {
  try {
    const [{ user }] = await Promise.all([client.users.info({ user: id }), edge.recognise(id)]);
    if (user === undefined) return unknown(edge, id);
    const name = user.profile?.real_name ?? user.real_name ?? user.name ?? null;
    return { person: { ...personOf(edge.store, id), name }, account: accountOf(id, user) };
  } catch (error) {
    if (isNobody(error)) return { ...unknown(edge, id), account: 'deactivated' };
    const reason = error instanceof WebAPIPlatformError ? error.data.error : String(error);
    edge.log.warn({ reason }, 'Slack did not say who was chosen to stand in');
    return unknown(edge, id);
  }
};

const unknown = ({ store }: Edge, id: string): Chosen => ({
  person: personOf(store, id),
  account: 'unknown',
});

const accountOf = (
  id: string,
  { deleted, is_bot }: { readonly deleted?: boolean; readonly is_bot?: boolean },
): Chosen['account'] => {
  if (deleted === true) return 'deactivated';
  return is_bot === true || id === SLACKBOT ? 'app' : 'active';
};

const isNobody = (error: unknown): boolean =>
  error instanceof WebAPIPlatformError &&
  ['user_not_found', 'user_not_visible'].includes(error.data.error);
