import { createHmac } from 'node:crypto';
import { request } from 'node:http';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { startTown, type Town } from '../support/town.ts';

const CHANNEL = 'safer-communities';

const body = (town: Town): string =>
  new URLSearchParams({
    command: '/mopac',
    text: 'status 2.4',
    user_id: town.person('manager@example.org').id,
    team_id: town.workspace.teamId,
    channel_id: 'C0DEMO001',
    trigger_id: '1.2.3',
    response_url: `${town.workspace.apiUrl}none`,
  }).toString();

const post = (town: Town, payload: string, headers: Record<string, string>): Promise<Response> =>
  fetch(`http://127.0.0.1:${town.bot().port()}/slack/events`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: payload,
  });

const signed = (town: Town, payload: string, secondsFromNow = 0): Record<string, string> => {
  const seconds = Math.floor(Date.now() / 1000) + secondsFromNow;
  const digest = createHmac('sha256', town.workspace.signingSecret)
    .update(`v0:${seconds}:${payload}`)
    .digest('hex');
  return { 'x-slack-request-timestamp': String(seconds), 'x-slack-signature': `v0=${digest}` };
};

/** Sends the head of a request and part of its body, and hangs up. */
const givenUp = (town: Town, headers: Record<string, string>): Promise<void> =>
  new Promise((resolve) => {
    const sent = request({
      host: '127.0.0.1',
      port: town.bot().port(),
      path: '/slack/events',
      method: 'POST',
      headers: { ...headers, 'content-length': '1000', expect: '100-continue' },
    });
    sent.on('continue', () => sent.write('command=', () => sent.destroy()));
    sent.on('error', () => undefined);
    sent.on('close', resolve);
    sent.flushHeaders();
  });

// `MOPAC_FORGERIES=10000` before a release.
const { MOPAC_FORGERIES = '300' } = process.env;
const FORGERIES = Number(MOPAC_FORGERIES);

interface Sent {
  readonly headers: Record<string, string>;
  readonly text: string;
}

const without = (name: string, headers: Sent['headers']): Sent['headers'] =>
  Object.fromEntries(Object.entries(headers).filter(([each]) => each !== name));

const TIMESTAMP = 'x-slack-request-timestamp';
const SIGNATURE = 'x-slack-signature';

/** Another digit or letter in this place. */
const otherAt = (text: string, place: number): string => {
  const at = place % text.length;
  const other = text[at] === '7' ? '8' : '7';
  return text.slice(0, at) + other + text.slice(at + 1);
};

/** One alteration of a signed request: of its words, its time, its signature, or one of them missing. */
const forgery = fc.oneof(
  fc.nat(100_000).map(
    (place) =>
      (sent: Sent): Sent => ({
        ...sent,
        text: otherAt(sent.text, place),
      }),
  ),
  fc.string({ minLength: 1, maxLength: 8 }).map(
    (more) =>
      (sent: Sent): Sent => ({
        ...sent,
        text: sent.text + more,
      }),
  ),
  fc.integer({ min: 1, max: 100 }).map(
    (less) =>
      (sent: Sent): Sent => ({
        ...sent,
        text: sent.text.slice(0, -less),
      }),
  ),
  fc.nat(100).map((place) => ({ headers, text }: Sent): Sent => {
    // The `v0=` in front is no part of the signature itself.
    const signature = headers[SIGNATURE]?.slice(3) ?? '';
    return { headers: { ...headers, [SIGNATURE]: `v0=${otherAt(signature, place)}` }, text };
  }),
  fc
    .constantFrom('', 'v0=', 'v1=00', 'v0=zz', 'v0')
    .map((signature) => ({ headers, text }: Sent) => ({
      headers: { ...headers, [SIGNATURE]: signature },
      text,
    })),
  fc
    .integer({ min: -100_000, max: 100_000 })
    .filter((by) => by !== 0)
    .map(
      (by) =>
        ({ headers, text }: Sent): Sent => ({
          headers: { ...headers, [TIMESTAMP]: String(Number(headers[TIMESTAMP]) + by) },
          text,
        }),
    ),
  fc.constantFrom('', 'now', '0x10', '1e99', '-1').map(
    (time) =>
      ({ headers, text }: Sent): Sent => ({
        headers: { ...headers, [TIMESTAMP]: time },
        text,
      }),
  ),
  fc.constantFrom(TIMESTAMP, SIGNATURE).map(
    (name) =>
      ({ headers, text }: Sent): Sent => ({
        headers: without(name, headers),
        text,
      }),
  ),
);

describe('HTTP mode takes requests from Slack only', () => {
  test('a command is answered as over Socket Mode', async () => {
    const town = await startTown({ mode: 'http', filed: 'all', now: '2015-07-21T09:00' });
    const answer = await town.person('manager@example.org').command('/mopac status 2.4', CHANNEL);
    expect(answer.messages[0]?.text).toMatch(/^2\.4 is off track/);
  });

  test('a request with a wrong, missing, old or future signature is refused', async () => {
    const town = await startTown({ mode: 'http', filed: 'all', now: '2015-07-21T09:00' });
    const payload = body(town);
    const good = signed(town, payload);
    const refused = [
      {},
      { ...good, 'x-slack-signature': `v0=${'0'.repeat(64)}` },
      { 'x-slack-signature': good['x-slack-signature'] ?? '' },
      signed(town, payload, -301),
      // A minute and the second that may pass on the way.
      signed(town, payload, 65),
      signed(town, payload, 86_400),
      signed(town, `${payload}&text=help`),
    ];
    const statuses = await Promise.all(
      refused.map(async (headers) => (await post(town, payload, headers)).status),
    );
    expect(statuses).toEqual(refused.map(() => 401));
    expect(
      (await post(town, payload, good)).status,
      'the control: the same request, well signed',
    ).toBe(200);
  });

  test('the very same signed request sent again has no second effect', async () => {
    const town = await startTown({ mode: 'http', filed: 'all', now: '2015-07-21T09:00' });
    const payload = body(town);
    const headers = signed(town, payload);
    const copies = await Promise.all(Array.from({ length: 5 }, () => post(town, payload, headers)));
    const answers = await Promise.all(copies.map((copy) => copy.text()));
    expect(copies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(answers.filter((text) => text !== '')).toHaveLength(1);
  });

  test('nor has a copy whose headers were written otherwise', async () => {
    const town = await startTown({ mode: 'http', filed: 'all', now: '2015-07-21T09:00' });
    const payload = body(town);
    const headers = signed(town, payload);
    expect(await (await post(town, payload, headers)).text()).toMatch(/off track/);
    for (const other of [
      { [SIGNATURE]: `${headers[SIGNATURE]}=1` },
      { [SIGNATURE]: `${headers[SIGNATURE]}=` },
      { [TIMESTAMP]: `0${headers[TIMESTAMP]}` },
      { [TIMESTAMP]: `${headers[TIMESTAMP]}.0` },
    ]) {
      const copy = await post(town, payload, { ...headers, ...other });
      expect(await copy.text(), JSON.stringify(other)).toBe('');
    }
  });

  test('a refused signature can still be used by whoever can make it', async () => {
    const town = await startTown({ mode: 'http', filed: 'all', now: '2015-07-21T09:00' });
    const payload = body(town);
    const headers = signed(town, payload);
    expect((await post(town, `${payload}x`, headers)).status).toBe(401);
    expect(await (await post(town, payload, headers)).text()).toMatch(/off track/);
  });

  test('nor is one used up by an unsigned ssl_check, or by a request that is given up half way', async () => {
    const town = await startTown({ mode: 'http', filed: 'all', now: '2015-07-21T09:00' });
    const payload = body(town);
    const headers = signed(town, payload);
    expect((await post(town, 'ssl_check=1', headers)).status).toBe(200);
    await givenUp(town, headers);
    expect(await (await post(town, payload, headers)).text()).toMatch(/off track/);
    expect(await (await post(town, payload, headers)).text(), 'now it is used').toBe('');
  });

  test(`${FORGERIES} requests altered anywhere are refused, and nobody is answered`, async () => {
    const town = await startTown({ mode: 'http', filed: 'all', now: '2015-07-21T09:00' });
    const payload = body(town);
    const good = signed(town, payload);
    await fc.assert(
      fc.asyncProperty(forgery, async (forge) => {
        const { headers, text } = forge({ headers: good, text: payload });
        const answer = await post(town, text, headers);
        expect(answer.status).toBe(401);
        expect(await answer.text()).toBe('');
      }),
      { numRuns: FORGERIES },
    );
    expect(await (await post(town, payload, good)).text(), 'the control').toMatch(/off track/);
  });

  test('a request far too large is refused, and stops nobody', async () => {
    const town = await startTown({ mode: 'http', filed: 'all', now: '2015-07-21T09:00' });
    const large = `${body(town)}&filler=${'x'.repeat(5 * 1024 * 1024)}`;
    const { status } = await post(town, large, signed(town, large)).catch(() => ({ status: 413 }));
    expect(status).toBeGreaterThanOrEqual(400);
    const answer = await town.person('manager@example.org').command('/mopac status 2.4', CHANNEL);
    expect(answer.ack).toBe('ok');
  });

  test('ssl_check and an address nobody serves carry nothing past the signature', async () => {
    const town = await startTown({ mode: 'http', filed: 'all', now: '2015-07-21T09:00' });
    const smuggled = `${body(town)}&ssl_check=1`;
    const said = await (await post(town, smuggled, {})).text();
    expect(said).not.toMatch(/off track/);
    const elsewhere = await fetch(`http://127.0.0.1:${town.bot().port()}/healthz`);
    expect(elsewhere.status).toBe(404);
  });
});
