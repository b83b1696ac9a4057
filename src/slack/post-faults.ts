import { WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import { isBlockRefusal } from '../blockkit/ladder.ts';

/** What to do about a post that Slack did not confirm. */
export type PostFault =
  | { readonly kind: 'blocks_refused'; readonly reason: string }
  | { readonly kind: 'wait'; readonly seconds: number; readonly reason: string }
  /** Somebody must do something (invite the bot, grant a scope); worth trying again later. */
  | { readonly kind: 'later'; readonly reason: string }
  /** The token is dead; nothing can be sent by anyone until it is replaced. */
  | { readonly kind: 'revoked'; readonly reason: string }
  | { readonly kind: 'never'; readonly reason: string }
  /** The answer was lost: Slack may have posted it. */
  | { readonly kind: 'unknown'; readonly reason: string };

const LATER = new Set([
  'not_in_channel',
  'channel_not_found',
  'is_archived',
  'users_not_found',
  'missing_scope',
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
]);
const REVOKED = new Set([
  'invalid_auth',
  'not_authed',
  'token_revoked',
  'token_expired',
  'account_inactive',
]);

export const readPostFault = (error: unknown): PostFault => {
  if (error instanceof WebAPIRateLimitedError) {
    return { kind: 'wait', seconds: error.retryAfter, reason: 'ratelimited' };
  }
  if (error instanceof WebAPIPlatformError) {
    const reason = error.data.error;
    const detail = error.data.response_metadata?.messages?.join('; ');
    const full = detail === undefined ? reason : `${reason}: ${detail}`;
    if (isBlockRefusal(reason)) return { kind: 'blocks_refused', reason: full };
    if (reason === 'ratelimited') return { kind: 'wait', seconds: 30, reason };
    if (REVOKED.has(reason)) return { kind: 'revoked', reason };
    return { kind: LATER.has(reason) ? 'later' : 'never', reason: full };
  }
  const reason = error instanceof Error ? error.message : String(error);
  // The client has no class for a 429 that does not say how long to wait; it is known by its words.
  if (reason.includes('Retry header did not contain a valid timeout')) {
    return { kind: 'wait', seconds: 30, reason: 'ratelimited without a time' };
  }
  return { kind: 'unknown', reason };
};
