import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import { expect, test } from 'vitest';
import { StoreBusy, StoreFailed } from '../src/application/ports.ts';
import { endingFor } from '../src/endings.ts';

const PORTS = { PORT: 3000, MOPAC_HEALTH_PORT: 9464 };

const refused = (error: string) => new WebAPIPlatformError({ ok: false, error });
const listening = (port: number) =>
  Object.assign(new Error('listen EADDRINUSE'), { syscall: 'listen', code: 'EADDRINUSE', port });
const withoutRetryAfter = new Error(
  'Retry header did not contain a valid timeout (url: x, retry-after header: null)',
);

test.each([
  [refused('invalid_auth'), 78, /^Slack refused the tokens; check SLACK_BOT_TOKEN and/],
  [refused('not_allowed_token_type'), 78, /^Slack refused the tokens/],
  [refused('missing_scope'), 78, /SLACK_APP_TOKEN needs the scope connections:write/],
  [refused('internal_error'), 1, /^Slack could not be reached/],
  [new WebAPIRequestError(new Error('connect ECONNREFUSED')), 1, /^Slack could not be reached/],
  [new WebAPIHTTPError(502, 'Bad Gateway', {}), 1, /^Slack could not be reached/],
  [new WebAPIRateLimitedError(30), 1, /^Slack could not be reached/],
  [withoutRetryAfter, 1, /^Slack could not be reached/],
  [new StoreBusy('Another process is writing.'), 1, /^Another process is writing\. Stop what else/],
  [new StoreFailed('The disk is full.'), 1, /^The disk is full\. Stop what else/],
  [listening(3000), 1, /^The port of PORT cannot be listened on; .* set PORT to another$/],
  [listening(9464), 1, /^The port of MOPAC_HEALTH_PORT cannot/],
])('a start that fails with %s ends in a sentence that says what to do', (error, code, line) => {
  expect(endingFor(error, 'starting', PORTS)).toEqual({
    code,
    line: expect.stringMatching(line),
    isFault: false,
  });
});

test('a token that dies later is not to be started again; a connection that fails is', () => {
  expect(endingFor(refused('token_revoked'), 'running', PORTS)).toMatchObject({
    code: 78,
    line: expect.stringMatching(/^Slack no longer accepts the tokens/),
  });
  expect(endingFor(new WebAPIHTTPError(500, 'x', {}), 'running', PORTS)).toMatchObject({
    code: 1,
    line: expect.stringMatching(/^a connection failed beyond repair/),
  });
});

test('what nobody foresaw is a fault of ours, and is logged with its stack', () => {
  for (const fault of [new TypeError('x is undefined'), 'thrown text', undefined]) {
    expect(endingFor(fault, 'running', PORTS)).toMatchObject({ code: 1, isFault: true });
  }
});
