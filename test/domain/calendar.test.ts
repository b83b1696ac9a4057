import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import {
  compareQuarters,
  nextQuarter,
  opensOn,
  previousQuarter,
  quarterOf,
} from '../../src/domain/calendar/calendar.ts';

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);

test('a quarter is followed by the one its next day lies in, for a hundred years', () => {
  let quarter = quarterOf(day('1980-04-01'));
  for (let count = 0; count < 400; count += 1) {
    const next = nextQuarter(quarter);
    expect(next).toEqual(quarterOf(opensOn(quarter)));
    expect(previousQuarter(next)).toEqual(quarter);
    expect(compareQuarters(next, quarter)).toBeGreaterThan(0);
    quarter = next;
  }
  expect(quarter).toEqual({ year: 2080, number: 1 });
});

test.each([
  ['2016-03-31', { year: 2015, number: 4 }],
  ['2016-04-01', { year: 2016, number: 1 }],
  ['2016-12-31', { year: 2016, number: 3 }],
])('%s lies in the quarter of its financial year', (text, quarter) => {
  expect(quarterOf(day(text))).toEqual(quarter);
});
