import { expect, test } from 'vitest';
import { at } from '../../src/demo/instants.ts';
import { clockShown, stopCalled } from '../../src/demo/time-travel.ts';

const labels = (now: string) => clockShown(at(now), 2015).jumps.map(({ label }) => label);

test('on the first day of a quarter the next stops are its predecessor’s due date and its own end', () => {
  expect(labels('2015-07-01T09:00')).toEqual([
    'Due date for Q1 2015/16: 21 July 2015, 17:00',
    'Overdue for Q1 2015/16: 22 July 2015, 09:00',
    'Quarter end: 30 September 2015, the last day of Q2 2015/16',
    'Next quarter: 1 October 2015, when Q2 2015/16 is asked for',
  ]);
});

test('a stop that has gone by is followed by the next of its kind, each ahead of today', () => {
  expect(labels('2015-07-22T10:00')).toEqual([
    'Quarter end: 30 September 2015, the last day of Q2 2015/16',
    'Next quarter: 1 October 2015, when Q2 2015/16 is asked for',
    'Due date for Q2 2015/16: 21 October 2015, 17:00',
    'Overdue for Q2 2015/16: 22 October 2015, 09:00',
  ]);
});

test('the stops keep to working days: Q3 opens after the new year’s holiday', () => {
  expect(stopCalled('next-quarter', at('2015-12-31T12:00'), 2015)?.toString()).toBe(
    '2016-01-04T09:00:00Z',
  );
});

test('the date is said as people say it', () => {
  expect(clockShown(at('2015-07-01T09:00'), 2015)).toMatchObject({
    words: 'Wednesday 1 July 2015, 09:00',
    local: '2015-07-01T09:00',
  });
});

test('there is no way to a stop that does not exist', () => {
  expect(stopCalled('yesterday', at('2015-07-01T09:00'), 2015)).toBeNull();
});

test('after the programme’s last year nothing is due, and the clock says that nothing is asked for', () => {
  expect(labels('2016-04-22T10:00')).toEqual([
    'Quarter end: 30 June 2016, the last day of Q1 2016/17',
    'Next quarter: 1 July 2016, when Q1 2016/17 has ended; no figures are asked for',
  ]);
});
