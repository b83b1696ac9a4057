import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { isRemoved, removedOn, unlessRemoved } from '../../../src/domain/removed-text.ts';
import { filed, number } from '../judge-fixtures.ts';
import { askedOn, codesOf, entrants } from './support.ts';

const DAY = Temporal.PlainDate.from('2015-08-03');
const GONE = removedOn(DAY);

test('what stands in place of a text says that it was removed, and on which day', () => {
  expect(GONE).toBe('[Removed by the coordinator on 3 August 2015]');
  expect(isRemoved(GONE)).toBe(true);
  expect(unlessRemoved(GONE)).toBeNull();
});

test.each([null, undefined, '', 'Removed by the coordinator', `${GONE} And more.`, 'All well.'])(
  '%j is what somebody said, or nothing',
  (text) => {
    expect(isRemoved(text)).toBe(false);
  },
);

const Q1 = { year: 2015, number: 1 } as const;
const Q2 = { year: 2015, number: 2 } as const;

test('nothing is asked about it: neither its date, nor that it stands there again, nor that nothing is said', () => {
  const words = { commentary: GONE, judgement: GONE };
  const questions = askedOn(
    entrants(),
    filed(number(95), { quarter: Q1, ...words }),
    filed(number(101), { quarter: Q2, ...words }),
  );
  expect(codesOf(questions)).toEqual([]);
});

test('a figure off track about which nothing was ever said is asked about as before', () => {
  expect(
    codesOf(askedOn(entrants(), filed(number(95), { quarter: Q1, commentary: null }))),
  ).toEqual(['no_commentary']);
});
