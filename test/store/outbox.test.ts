import { expect, test } from 'vitest';
import type { Store } from '../../src/application/ports.ts';
import { instant, message, NOON, storeAt, temporaryPath } from './support.ts';

const LATER = instant('2015-07-21T12:00:00.001Z');

const dueKeys = (store: Store, now = NOON, limit = 10) =>
  store.outboxDue(now, limit).map(({ key }) => key);

const enqueued = (store: Store, ...change: Parameters<typeof message>): number => {
  const id = store.enqueue(message(...change));
  if (id === null) throw new Error('The message was there already');
  return id;
};

test('a message is queued once, whatever else a second one of its kind and key says', () => {
  const store = storeAt();
  const id = enqueued(store);
  expect(store.enqueue(message({ payload: { revision: 2 } }))).toBeNull();
  expect(store.outboxMessage('receipt', 'filing/1')).toEqual({
    ...message(),
    id,
    state: 'pending',
    attempts: 0,
    posted: null,
    lastError: null,
  });
  expect(store.outboxMessageById(id)).toEqual(store.outboxMessage('receipt', 'filing/1'));
  expect(store.outboxMessage('receipt', 'filing/2')).toBeNull();
  expect(store.outboxMessageById(99)).toBeNull();
});

test('messages are due oldest first, not before their time, and only as many as asked for', () => {
  const store = storeAt();
  enqueued(store, { key: 'second' });
  enqueued(store, { key: 'first', dueAt: instant('2015-07-21T11:59:59.5Z') });
  enqueued(store, { key: 'third', target: { kind: 'channel', channel: 'safer-communities' } });
  enqueued(store, { key: 'not yet', dueAt: LATER });
  expect(dueKeys(store)).toEqual(['first', 'second', 'third']);
  expect(dueKeys(store, NOON, 2)).toEqual(['first', 'second']);
  expect(dueKeys(store, LATER)).toEqual(['first', 'second', 'third', 'not yet']);
});

test('a message in a thread waits until the one it belongs to is sent', () => {
  const store = storeAt();
  const parentId = enqueued(store, { key: 'digest' });
  enqueued(store, { key: 'page', parentId });
  expect(dueKeys(store)).toEqual(['digest']);
  store.markSending(parentId);
  expect(dueKeys(store)).toEqual([]);
  store.markSent(parentId, { channel: 'C1', ts: '1437480000.000100' });
  expect(dueKeys(store)).toEqual(['page']);
});

test('what is being sent, sent or dead is not due again', () => {
  const store = storeAt();
  const [sending, sent, dead] = ['sending', 'sent', 'dead'].map((key) => enqueued(store, { key }));
  store.markSending(Number(sending));
  store.markSent(Number(sent), { channel: 'C1', ts: '1437480000.000100' });
  store.markDead(Number(dead), 'channel_not_found');
  expect(dueKeys(store)).toEqual([]);
  expect(store.outboxCounts()).toEqual({ pending: 0, sending: 1, sent: 1, unknown: 0, dead: 1 });
  expect(store.outboxMessage('receipt', 'sent')?.posted).toEqual({
    channel: 'C1',
    ts: '1437480000.000100',
  });
  expect(store.outboxMessage('receipt', 'dead')).toMatchObject({
    state: 'dead',
    lastError: 'channel_not_found',
  });
});

test('a postponed message and one whose outcome is unknown come back at their time', () => {
  const store = storeAt();
  const postponed = enqueued(store, { key: 'postponed' });
  const unknown = enqueued(store, { key: 'unknown' });
  for (const id of [postponed, unknown]) store.markSending(id);
  store.postpone(postponed, LATER, 'ratelimited');
  store.markUnknown(unknown, LATER, 'timeout');
  expect(dueKeys(store)).toEqual([]);
  expect(store.outboxDue(LATER, 10)).toMatchObject([
    { key: 'postponed', state: 'pending', attempts: 1, lastError: 'ratelimited' },
    { key: 'unknown', state: 'unknown', attempts: 1, lastError: 'timeout' },
  ]);
});

test('what was being sent when the process died has an unknown outcome after a start', () => {
  const path = temporaryPath();
  const store = storeAt(path);
  store.markSending(enqueued(store));
  store.close();
  const again = storeAt(path);
  expect(again.outboxRecover()).toBe(1);
  expect(again.outboxDue(NOON, 10)).toMatchObject([{ state: 'unknown', attempts: 1 }]);
  expect(again.outboxRecover()).toBe(0);
});

test('marking a message that is not there is a bug, not silence', () => {
  expect(() => storeAt().markSending(7)).toThrow('The outbox has no message 7');
});
