import { createHmac } from 'node:crypto';
import type { Core } from './core.ts';
import type { Envelope, Outcome, Transport } from './delivery.ts';
import { field, type Json, readJson } from './json.ts';

/** Delivery by signed HTTP requests. */
export interface HttpDelivery extends Transport {
  target(url: string): void;
  /** Slack's check of a request URL: true when the app returns the challenge. */
  verify(): Promise<boolean>;
}

/**
 * Posts payloads to the app's request URL. Signatures carry real time, not the workspace clock:
 * the app compares them with its own clock and refuses those more than five minutes old.
 */
export function createHttpDelivery(core: Core, requestUrl: string): HttpDelivery {
  let url = requestUrl;
  const post = (body: string, contentType: string, retry: Envelope['retry']) =>
    fetch(url, {
      method: 'POST',
      headers: {
        ...signatureHeaders(body, core.identity.signingSecret),
        'content-type': contentType,
        ...(retry && {
          'x-slack-retry-num': String(retry.number),
          'x-slack-retry-reason': retry.reason === 'timeout' ? 'http_timeout' : retry.reason,
        }),
      },
      body,
      signal: AbortSignal.timeout(core.timing.ackMs),
    });
  const attempt = async (envelope: Envelope): Promise<Outcome> => {
    const started = performance.now();
    const elapsed = () => performance.now() - started;
    const { body, contentType } = encode(envelope);
    try {
      const response = await post(body, contentType, envelope.retry);
      const text = await response.text();
      if (!response.ok) {
        const noRetry = response.headers.get('x-slack-no-retry') === '1';
        const reason = `http_error ${response.status}`;
        return { kind: 'unreachable', reason, ms: elapsed(), noRetry };
      }
      return { kind: 'acked', body: readAck(response, text), ms: elapsed() };
    } catch (error) {
      const timedOut = error instanceof Error && error.name === 'TimeoutError';
      if (timedOut) return { kind: 'timeout', ms: elapsed() };
      return { kind: 'unreachable', reason: 'connection_failed', ms: elapsed() };
    }
  };
  return {
    target(next) {
      url = next;
    },
    async send(envelope, copies) {
      const attempts = Array.from({ length: copies }, () => attempt(envelope));
      return Promise.race(attempts);
    },
    async verify() {
      const challenge = core.ids.next('challenge');
      const body = JSON.stringify({ token: 'local', challenge, type: 'url_verification' });
      try {
        const response = await post(body, 'application/json', null);
        const text = await response.text();
        return (
          response.ok && (text === challenge || field(readJson(text), 'challenge') === challenge)
        );
      } catch {
        return false;
      }
    },
  };
}

/** The two headers by which an app knows a request is Slack's. */
function signatureHeaders(body: string, signingSecret: string): Record<string, string> {
  const seconds = Math.floor(Date.now() / 1000);
  const digest = createHmac('sha256', signingSecret).update(`v0:${seconds}:${body}`).digest('hex');
  return {
    'x-slack-request-timestamp': String(seconds),
    'x-slack-signature': `v0=${digest}`,
  };
}

function encode({ type, payload }: Envelope): { body: string; contentType: string } {
  if (type === 'events_api') {
    return { body: JSON.stringify(payload), contentType: 'application/json' };
  }
  const form = type === 'slash_commands' ? payload : { payload: JSON.stringify(payload) };
  return {
    body: new URLSearchParams(asText(form)).toString(),
    contentType: 'application/x-www-form-urlencoded',
  };
}

function asText(form: Json): Record<string, string> {
  return Object.fromEntries(Object.entries(form).map(([key, value]) => [key, String(value)]));
}

/** An empty body says nothing, a JSON body is a value, and any other text is a message's text. */
function readAck(response: Response, text: string): unknown {
  if (text === '') return undefined;
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return isJson ? readJson(text) : { text };
}
