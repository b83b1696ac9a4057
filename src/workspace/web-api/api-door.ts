import type { Core } from '../core.ts';
import { field, isRecord, type Json, textField } from '../json.ts';
import { REQUIREMENTS, type Requirement } from '../scopes.ts';
import { type Answer, accept, refuse } from './answer.ts';
import { METHODS } from './methods.ts';
import type { ReadCall } from './read-call.ts';

/** What goes back over HTTP; `lost` means the work was done and nobody hears of it. */
export interface ApiReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Json;
  readonly lost: boolean;
}

/** Opens a socket address for `apps.connections.open`. */
export type SocketOpener = () => string;

/**
 * Answers one Web API call in Slack's order: faults on the way, then the method's existence, the
 * body, the token, the scope, the rate, and only then the method itself.
 */
export async function answerCall(
  method: string,
  call: ReadCall,
  core: Core,
  openSocket: SocketOpener,
): Promise<ApiReply> {
  const started = performance.now();
  const { inspector, faults } = core;
  const done = inspector.begin();
  await delay(faults.delayFor(method));
  const reply = replyTo(method, call, core, openSocket);
  done();
  inspector.record({
    kind: 'api',
    at: core.now(),
    method,
    args: call.args,
    status: reply.lost ? 0 : reply.status,
    response: reply.body,
    ms: performance.now() - started,
  });
  return reply;
}

function replyTo(method: string, call: ReadCall, core: Core, openSocket: SocketOpener): ApiReply {
  const { faults, rateLimits } = core;
  if (faults.take500(method)) return reply(500, refuse('internal_error'));
  const tooMany = faults.take429(method);
  if (tooMany) return tooManyCalls(tooMany.retryAfter);
  // A method may be called "constructor".
  const requirement = Object.hasOwn(REQUIREMENTS, method) ? REQUIREMENTS[method] : undefined;
  if (!requirement) return reply(200, refuse('unknown_method', { req_method: method }));
  if (call.refused !== undefined) return reply(200, refuse(call.refused));
  const barred = refuseCaller(requirement, call.token, core);
  if (barred) return reply(200, barred);
  const waitSeconds = rateLimits.admit(method, textField(call.args, 'channel'));
  if (waitSeconds !== undefined) return tooManyCalls(waitSeconds);
  const answer =
    method === 'apps.connections.open'
      ? accept({ url: openSocket() })
      : (METHODS[method]?.(call.args, core) ?? refuse('unknown_method'));
  const headers = {
    'x-oauth-scopes': core.botScopes.join(','),
    'x-accepted-oauth-scopes': requirement.anyOf.join(','),
  };
  const body = withWarning(answer, call.warning);
  return { status: 200, headers, body, lost: faults.takeLostAnswer(method) };
}

/** The answer with what Slack disliked in the request, which it carried out all the same. */
function withWarning(answer: Answer, warning: string | undefined): Json {
  if (warning === undefined) return answer;
  const metadata = field(answer, 'response_metadata');
  const response_metadata = { ...(isRecord(metadata) && metadata), warnings: [warning] };
  return { ...answer, warning, response_metadata };
}

function refuseCaller(
  requirement: Requirement,
  token: string | undefined,
  core: Core,
): Answer | undefined {
  const { identity, faults, botScopes } = core;
  if (requirement.token === 'none') return undefined;
  if (token === undefined) return refuse('not_authed');
  if (requirement.token === 'app') {
    if (token === identity.appToken) return undefined;
    return refuse(token === identity.botToken ? 'not_allowed_token_type' : 'invalid_auth');
  }
  if (token !== identity.botToken) {
    return refuse(token === identity.appToken ? 'not_allowed_token_type' : 'invalid_auth');
  }
  if (faults.flags.tokenRevoked) return refuse('token_revoked');
  const { anyOf } = requirement;
  if (anyOf.length === 0 || anyOf.some((scope) => botScopes.includes(scope))) return undefined;
  return refuse('missing_scope', { needed: anyOf[0], provided: botScopes.join(',') });
}

function reply(status: number, body: Json): ApiReply {
  return { status, headers: {}, body, lost: false };
}

function tooManyCalls(retryAfter: number | null): ApiReply {
  const headers: Record<string, string> = {};
  if (retryAfter !== null) headers['retry-after'] = String(retryAfter);
  return { status: 429, headers, body: refuse('ratelimited'), lost: false };
}

function delay(ms: number): Promise<void> {
  return ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : Promise.resolve();
}
