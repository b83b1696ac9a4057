import { expect, test } from 'vitest';
import { beat } from '../../src/application/beat.ts';
import { edgeWith } from '../slack/fixtures.ts';

test('a press is answered alike for a week, and its answer is no longer kept after that', () => {
  const edge = edgeWith(undefined, '2015-07-01');
  const press = (said: string): unknown =>
    edge.store.answerOnce('file/V1', edge.clock.now(), () => said).answer;
  press('first');
  for (let day = 2; day <= 8; day += 1) {
    edge.moveTo(`2015-07-0${day}`);
    beat(edge);
    expect(press('second')).toBe('first');
  }
  edge.moveTo('2015-07-09');
  beat(edge);
  expect(press('second')).toBe('second');
});
