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

test('what was answered a week ago is forgotten, and what is younger is kept', () => {
  const store = storeAt();
  const answer = (key: string, said: string): unknown =>
    store.answerOnce(key, key === 'old' ? NOON : NOON.add({ hours: 1 }), () => said).answer;
  answer('old', 'first');
  answer('young', 'first');
  store.forgetAnswers(NOON.add({ hours: 1 }));
  expect(answer('young', 'second')).toBe('first');
  expect(answer('old', 'second')).toBe('second');
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

test('a person is who Slack last said they are, and when that was', () => {
  const store = storeAt();
  const later = instant('2015-07-22T12:00:00.5Z');
  expect(store.person('U1')).toBeNull();
  store.savePerson({ id: 'U1', email: null, name: 'Priya' }, NOON);
  store.savePerson({ id: 'U1', email: 'Lead@Example.org', name: 'Priya Shah' }, later);
  const priya = { id: 'U1', email: 'Lead@Example.org', name: 'Priya Shah' };
  expect(store.person('U1')).toMatchObject(priya);
  expect(store.personByEmail('lead@example.ORG')).toMatchObject(priya);
  expect(String(store.person('U1')?.seenAt)).toBe('2015-07-22T12:00:00.5Z');
  expect(store.personByEmail('nobody@example.org')).toBeNull();
});

test('an address that another account has now is no longer the first one’s', () => {
  const store = storeAt();
  store.savePerson({ id: 'U1', email: 'lead@example.org', name: 'Priya Shah' }, NOON);
  store.savePerson({ id: 'U3', email: 'other@example.org', name: null }, NOON);
  store.savePerson({ id: 'U2', email: 'Lead@example.org', name: null }, NOON);
  expect(store.personByEmail('lead@example.org')?.id).toBe('U2');
  expect(store.person('U1')).toMatchObject({ email: null, name: 'Priya Shah' });
  expect(store.person('U3')?.email).toBe('other@example.org');
});
