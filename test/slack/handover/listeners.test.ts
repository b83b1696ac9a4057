import { WebClient } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { lookUpChosen } from '../../../src/slack/handover/chosen.ts';
import { registerHandover } from '../../../src/slack/handover/register.ts';
import { ACTION, VIEW } from '../../../src/slack/ids.ts';
import { registerRemind } from '../../../src/slack/remind/register.ts';
import { botWith, press } from '../bot.ts';
import { edgeWith, filedBy, LEAD, type TestEdge } from '../fixtures.ts';

const JOAN = { id: 'U0JOAN0001', email: 'coordinator@example.org', name: 'Joan Carter' };
const STRANGER = { id: 'U0STRANGE1', email: 'who@example.org', name: 'Who' };
const ABOUT = '1|2015|1|all';

const town = () => {
  const edge = edgeWith(filedBy(), '2015-07-02');
  for (const person of [LEAD, JOAN, STRANGER]) edge.store.savePerson(person, edge.clock.now());
  return { edge, bot: botWith(edge, registerHandover, registerRemind) };
};

const recorded = ({ store }: TestEdge) => store.handovers(1).length;

interface Change {
  readonly user?: string;
  readonly metadata?: string;
  readonly view?: string;
}

/** A window as it comes back from somebody's client, with whatever they like in it. */
const submitted = (
  callbackId: string,
  values: Record<string, object>,
  change: Change = {},
): object => ({
  type: 'view_submission',
  team: { id: 'T0TOWN' },
  user: { id: change.user ?? LEAD.id },
  trigger_id: 'trigger-1',
  view: {
    id: 'V0AWAY',
    hash: 'h1',
    type: 'modal',
    callback_id: callbackId,
    private_metadata: change.metadata ?? ABOUT,
    blocks: [],
    state: {
      values: Object.fromEntries(
        Object.entries(values).map(([field, state]) => [field, { input: state }]),
      ),
    },
  },
});

const answered = z.object({
  response_action: z.string(),
  errors: z.record(z.string(), z.string()).optional(),
  view: z.unknown().optional(),
});
const AWAY = { until: { selected_date: '2015-07-31' }, substitute: { selected_user: null } };

describe('what comes back from a client is read as untrusted', () => {
  test.each([
    ['somebody else', { user: STRANGER.id }],
    ['the coordinator', { user: JOAN.id }],
    ['another programme’s reference', { metadata: '9|2015|1|all', view: VIEW.handoverNotMe }],
    ['a reference that is none', { metadata: '<!channel>' }],
    ['no reference', { metadata: '' }],
  ] as ReadonlyArray<readonly [string, Change]>)('%s hands nothing over', async (_, change) => {
    const { edge, bot } = town();
    const [answer] = await bot.deliver(submitted(change.view ?? VIEW.handoverAway, AWAY, change));
    expect(answered.parse(answer)).toMatchObject({
      response_action: 'update',
      view: { title: { text: 'Not possible now' } },
    });
    expect(recorded(edge)).toBe(0);
  });

  test.each([
    { selected_date: '2015-02-31' },
    { selected_date: '31.7.2015' },
    { selected_date: 20150731 },
    {},
    { value: '2015-07-31' },
  ])('%j is no last day', async (until) => {
    const { edge, bot } = town();
    const [answer] = await bot.deliver(submitted(VIEW.handoverAway, { ...AWAY, until }));
    expect(answered.parse(answer).errors).toEqual({ until: 'Choose the last day you are away.' });
    expect(recorded(edge)).toBe(0);
  });

  test.each(['<!channel>', 'u0guest001', 'C0SAFER001', `U${'A'.repeat(3_000)}`, ''])(
    'nobody stands in who is called %j',
    async (chosen) => {
      const { edge, bot } = town();
      await bot.deliver(
        submitted(VIEW.handoverAway, { ...AWAY, substitute: { selected_user: chosen } }),
      );
      expect(recorded(edge)).toBe(0);
      expect(bot.calls, 'Slack is not asked who that is').toEqual([]);
    },
  );

  test('an Undo with another value, or pressed by the lead, undoes nothing', async () => {
    const { edge, bot } = town();
    await bot.deliver(submitted(VIEW.handoverAway, AWAY));
    for (const [value, user] of [
      ['1', LEAD.id],
      ['1', STRANGER.id],
      ['1; drop table handovers', JOAN.id],
      ['99', JOAN.id],
      ['', JOAN.id],
    ] as const) {
      const trigger = { trigger_id: `trigger-${value}-${user}` };
      await bot.deliver({ ...press(ACTION.handoverUndo, value, { user }), ...trigger });
    }
    expect(recorded(edge)).toBe(1);
    await bot.deliver(press(ACTION.handoverUndo, '1', { user: JOAN.id }));
    expect(recorded(edge)).toBe(0);
  });

  test('a button of ours with a value that is not ours says so, and opens nothing', async () => {
    for (const action of [ACTION.handoverAway, ACTION.handoverNotMe, ACTION.remindOn]) {
      const { bot } = town();
      await bot.deliver(press(action, '1|2|2015|1'));
      expect(bot.calls).toMatchObject([
        { method: 'respond', body: { text: expect.stringContaining('older version') } },
      ]);
    }
  });
});

describe('however often Slack delivers it, it happens once', () => {
  test('the same window three times is one hand-over and one answer', async () => {
    const { edge, bot } = town();
    const answers = [];
    for (let times = 0; times < 3; times += 1) {
      answers.push(...(await bot.deliver(submitted(VIEW.handoverAway, AWAY))));
    }
    expect(edge.store.handovers(1).map(({ id }) => id)).toEqual([1]);
    expect(edge.store.handover(2)).toBeNull();
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
  });

  test('the same Undo and the same I’m back say what they did, and not that it was done before', async () => {
    const { bot } = town();
    await bot.deliver(submitted(VIEW.handoverAway, AWAY));
    const back = press(ACTION.handoverBack, '');
    for (let times = 0; times < 3; times += 1) await bot.deliver(back);
    expect(bot.calls).toMatchObject([{ body: { text: expect.stringMatching(/^You are back/) } }]);
    await bot.deliver({ ...back, trigger_id: 'trigger-2' });
    expect(bot.calls[1]).toMatchObject({
      body: { text: expect.stringMatching(/not marked as away/) },
    });
  });

  test('the same day three times is one reminder', async () => {
    const { edge, bot } = town();
    const day = { day: { selected_date: '2015-07-10' } };
    for (let times = 0; times < 3; times += 1) {
      await bot.deliver(submitted(VIEW.remindOn, day));
    }
    const key = `1/2015-Q1/${LEAD.id.toLowerCase()}`;
    expect(edge.store.outboxMessage('reminder', `${key}/1`)?.state).toBe('pending');
    expect(edge.store.outboxMessage('reminder', `${key}/2`)).toBeNull();
  });
});

describe('who was chosen is asked of Slack', () => {
  const asked = async (id: string, answer: object) => {
    const { edge } = town();
    const client = new WebClient('xoxb-test', {
      retryConfig: { retries: 0 },
      fetch: async () => Response.json(answer),
    });
    return lookUpChosen(edge, client, id);
  };
  const user = (more: object) => ({
    ok: true,
    user: { profile: { real_name: 'Gil Guest' }, ...more },
  });

  test.each([
    ['U0GUEST001', user({}), 'active', 'Gil Guest'],
    ['U0GUEST001', user({ is_stranger: true, is_restricted: true }), 'active', 'Gil Guest'],
    ['U0GUEST001', user({ deleted: true }), 'deactivated', 'Gil Guest'],
    ['U0GUEST001', user({ is_bot: true }), 'app', 'Gil Guest'],
    ['USLACKBOT', user({}), 'app', 'Gil Guest'],
    ['U0GUEST001', { ok: false, error: 'user_not_found' }, 'deactivated', null],
    ['U0GUEST001', { ok: false, error: 'internal_error' }, 'unknown', null],
    ['U0GUEST001', { ok: true }, 'unknown', null],
  ] as const)('%s, of whom it says %j, is %s', async (id, answer, account, name) => {
    expect(await asked(id, answer)).toMatchObject({ account, person: { id, name } });
  });
});
