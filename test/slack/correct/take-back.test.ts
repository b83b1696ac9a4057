import { expect, test } from 'vitest';
import { takeBackCorrection } from '../../../src/application/take-back-correction.ts';
import { registerTakeBack } from '../../../src/slack/correct/take-back.ts';
import { ACTION } from '../../../src/slack/ids.ts';
import { botWith, press } from '../bot.ts';
import { edgeWith, filedBy, LEAD, Q1 } from '../fixtures.ts';

const JOAN = { id: 'U0JOAN0001', email: 'coordinator@example.org', name: 'Joan Carter' };
const OTHER_LEAD = { id: 'U0OTHER001', email: 'probation.lead@example.org', name: 'Olu' };
const STRANGER = { id: 'U0STRANGE1', email: 'who@example.org', name: 'Who' };

const town = () => {
  const edge = edgeWith(filedBy(2), '2015-07-22');
  for (const person of [LEAD, JOAN, OTHER_LEAD, STRANGER]) {
    edge.store.savePerson(person, edge.clock.now());
  }
  const id = edge.store.askCorrection({
    filingId: edge.store.submission(1, 2, Q1)?.filing?.id ?? 0,
    content: {},
    reason: 'Why',
    askedBy: { kind: 'person', key: LEAD.id, name: LEAD.name },
    askedAt: edge.clock.now(),
  });
  return { edge, id, bot: botWith(edge, registerTakeBack) };
};

test.each([
  ['the coordinator', JOAN.id, '1', /^Only Public Health's leads can/],
  ['another project’s lead', OTHER_LEAD.id, '1', /^Only Public Health's leads can/],
  ['a stranger', STRANGER.id, '1', /^Only Public Health's leads can/],
  ['its lead with a correction that is none', LEAD.id, '99', /^I cannot find this correction/],
  ['its lead with another value', LEAD.id, '1; drop table corrections', /older version/],
  ['its lead with no value', LEAD.id, '', /older version/],
])('pressed by %s it takes nothing back, and says why', async (_, user, value, sentence) => {
  const { edge, bot } = town();
  await bot.deliver(press(ACTION.correctionTakeBack, value, { user }));
  expect(edge.store.waitingCorrections(1)).toHaveLength(1);
  expect(edge.store.reviews(1, 2, Q1)).toEqual([]);
  expect(bot.calls).toMatchObject([{ body: { text: expect.stringMatching(sentence) } }]);
});

test('delivered three times it is taken back once and said once; pressed again it says who did it', async () => {
  const { edge, bot } = town();
  const pressed = press(ACTION.correctionTakeBack, '1');
  for (let times = 0; times < 3; times += 1) await bot.deliver(pressed);
  expect(edge.store.reviews(1, 2, Q1).map(({ kind }) => kind)).toEqual(['correction_withdrawn']);
  expect(bot.calls).toMatchObject([{ body: { text: expect.stringMatching(/^Taken back:/) } }]);
  await bot.deliver({ ...pressed, trigger_id: 'trigger-2' });
  expect(bot.calls.at(-1)).toMatchObject({
    body: {
      text: 'This correction was taken back by Priya Shah on 22 July 2015. Nothing more was changed.',
    },
  });
});

test('the use-case asks again who it is, whatever called it', () => {
  const { edge, id } = town();
  for (const person of [JOAN, OTHER_LEAD, STRANGER]) {
    expect(takeBackCorrection({ ...edge, person }, id)).toMatchObject({
      ok: false,
      fault: { kind: 'not_a_lead', projectNumber: 2 },
    });
  }
  expect(edge.store.correction(id)?.decided).toBeNull();
  expect(takeBackCorrection({ ...edge, person: LEAD }, id).ok).toBe(true);
  expect(edge.store.correction(id)?.decided).toMatchObject({
    decision: 'withdrawn',
    by: { key: LEAD.id },
    comment: null,
  });
});
