import { createHmac } from 'node:crypto';
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

  test('a refused signature can still be used by whoever can make it', async () => {
    const town = await startTown({ mode: 'http', filed: 'all', now: '2015-07-21T09:00' });
    const payload = body(town);
    const headers = signed(town, payload);
    expect((await post(town, `${payload}x`, headers)).status).toBe(401);
    expect(await (await post(town, payload, headers)).text()).toMatch(/off track/);
  });
});
