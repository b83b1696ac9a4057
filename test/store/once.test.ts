import { expect, test, vi } from 'vitest';
import type { Json } from '../../src/application/ports.ts';
import { instant, message, NOON, storeAt, temporaryPath } from './support.ts';

test('a delivery is answered once; a repeat gets the first answer and nothing runs', () => {
  const store = storeAt();
  const work = vi.fn((): Json => ({ filed: 1, faults: [], note: null }));
  const first = store.answerOnce('view/V1/hash', NOON, work);
  expect(first).toEqual({ repeated: false, answer: { filed: 1, faults: [], note: null } });
  const repeat = store.answerOnce('view/V1/hash', NOON, work);
  expect(repeat).toEqual({ repeated: true, answer: first.answer });
  expect(work).toHaveBeenCalledTimes(1);
});

test('the first answer outlives the process', () => {
  const path = temporaryPath();
  const store = storeAt(path);
  store.answerOnce('view/V1/hash', NOON, () => 'first');
  store.close();
  expect(storeAt(path).answerOnce('view/V1/hash', NOON, () => 'second')).toEqual({
    repeated: true,
    answer: 'first',
  });
});

test('a delivery whose work failed is handled when it comes again', () => {
  const store = storeAt();
  const failing = () => {
    store.enqueue(message());
    throw new Error('the work failed');
  };
  expect(() => store.answerOnce('event/E1', NOON, failing)).toThrow('the work failed');
  expect(store.outboxCounts().pending).toBe(0);
  expect(store.answerOnce('event/E1', NOON, () => null)).toEqual({ repeated: false, answer: null });
});

test('a scheduled occurrence is recorded once', () => {
  const store = storeAt();
  const job = {
    kind: 'opening',
    key: '1/2015/1',
    at: NOON,
    outcome: 'done',
    reason: null,
  } as const;
  expect(store.jobDone(job.kind, job.key)).toBe(false);
  expect(store.recordJob(job)).toBe(true);
  expect(store.recordJob({ ...job, outcome: 'skipped', reason: 'too late' })).toBe(false);
  expect(store.jobDone(job.kind, job.key)).toBe(true);
  expect(store.jobDone('digest', job.key)).toBe(false);
});

test('a person is who Slack last said they are', () => {
  const store = storeAt();
  expect(store.person('U1')).toBeNull();
  store.savePerson({ id: 'U1', email: null, name: 'Priya' }, NOON);
  store.savePerson({ id: 'U1', email: 'Lead@Example.org', name: 'Priya Shah' }, NOON);
  const priya = { id: 'U1', email: 'Lead@Example.org', name: 'Priya Shah' };
  expect(store.person('U1')).toEqual(priya);
  expect(store.personByEmail('lead@example.ORG')).toEqual(priya);
  expect(store.personByEmail('nobody@example.org')).toBeNull();
});

test('of two accounts with one address, the one seen last answers', () => {
  const store = storeAt();
  const email = 'lead@example.org';
  store.savePerson({ id: 'U2', email, name: null }, instant('2015-07-21T12:00:00.5Z'));
  store.savePerson({ id: 'U1', email, name: null }, NOON);
  expect(store.personByEmail(email)?.id).toBe('U2');
});
