import { expect, test } from 'vitest';
import { textOfBlocks } from '../../../src/blockkit/fallback-text.ts';
import { registerMention, renderMention } from '../../../src/slack/mention/mention.ts';
import { botWith } from '../bot.ts';
import { edgeWith } from '../fixtures.ts';

const mention = (event: object = {}): object => ({
  type: 'event_callback',
  event_id: 'Ev1',
  event: {
    type: 'app_mention',
    user: 'U0PRIYA001',
    text: '<@U0BOT> status 2.4',
    ts: '1437730000.000100',
    channel: 'C0SAFER001',
    ...event,
  },
});

test('a mention is queued for its thread and the sender is woken', async () => {
  const edge = edgeWith();
  await botWith(edge, registerMention).deliver(mention());
  expect(edge.store.outboxMessage('mention_reply', 'Ev1')).toMatchObject({
    target: { kind: 'channel', channel: 'C0SAFER001' },
    payload: {
      text: '<@U0BOT> status 2.4',
      threadTs: '1437730000.000100',
      user: 'U0PRIYA001',
      account: 'member',
    },
  });
  expect(edge.woken()).toBe(1);
});

test('a redelivered mention is answered once', async () => {
  const edge = edgeWith();
  const bot = botWith(edge, registerMention);
  await bot.deliver(mention());
  await bot.deliver(mention());
  expect(edge.store.outboxCounts().pending).toBe(1);
});

test('of a thousand mentions, each delivered four times in any order, each is queued once', async () => {
  const edge = edgeWith();
  const bot = botWith(edge, registerMention);
  const events = Array.from({ length: 1_000 }, (_, index) => `Ev${index}`);
  const deliveries = [0, 1, 2, 3].flatMap((turn) =>
    events.map((_, index) => events[(index * 7 + turn * 251) % events.length]),
  );
  await Promise.all(deliveries.map((event_id) => bot.deliver({ ...mention(), event_id })));
  expect(edge.store.outboxCounts().pending).toBe(events.length);
  for (const event_id of events) {
    expect(edge.store.outboxMessage('mention_reply', event_id)).not.toBeNull();
  }
});

test('a mention inside a thread is answered in that thread', async () => {
  const edge = edgeWith();
  await botWith(edge, registerMention).deliver(mention({ thread_ts: '1437000000.000001' }));
  expect(edge.store.outboxMessage('mention_reply', 'Ev1')?.payload).toMatchObject({
    threadTs: '1437000000.000001',
  });
});

test('bots that mention us are left alone', async () => {
  const edge = edgeWith();
  await botWith(edge, registerMention).deliver(mention({ bot_id: 'B0OTHER' }));
  expect(edge.store.outboxCounts().pending).toBe(0);
});

test('of an endless mention only the beginning is kept', async () => {
  const edge = edgeWith();
  await botWith(edge, registerMention).deliver(mention({ text: 'x'.repeat(40_000) }));
  const { payload } = edge.store.outboxMessage('mention_reply', 'Ev1') ?? {};
  expect(JSON.stringify(payload).length).toBeLessThan(700);
});

test('the reply is the answer, with nothing to share it with', () => {
  const payload = { text: '<@U0BOT> 2.4', threadTs: '1', user: 'U0PRIYA001', account: 'member' };
  const message = renderMention(edgeWith())(payload, 'rich');
  expect(message?.text).toBe('2.4 is off track: 17% against 41% needed (Engagement after prison).');
  expect(textOfBlocks(message?.blocks ?? [])).not.toContain('Share to channel');
});

test.each([
  ['a guest', { account: 'guest' }, 'MOPAC answers people of Community Leadership Committee'],
  ['somebody from outside', { account: 'outsider' }, 'MOPAC answers people of'],
  ['somebody Slack said nothing of', { account: null }, 'Slack has not said yet'],
  ['a mention that was queued before accounts were known', {}, 'Slack has not said yet'],
])('the reply to %s says why there is no answer', (_, account, words) => {
  const payload = { text: '<@U0BOT> 2.4', threadTs: '1', user: 'U0NOBODY01', ...account };
  const message = renderMention(edgeWith())(payload, 'rich');
  expect(message?.text).toContain(words);
  expect(message?.text).not.toContain('17%');
});

test('a payload that is not ours is left out', () => {
  expect(renderMention(edgeWith())({ text: 1 }, 'rich')).toBeNull();
});
