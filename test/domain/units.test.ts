import { expect, test } from 'vitest';
import { decimal } from '../../src/domain/decimal.ts';
import { printAnswer } from '../../src/domain/wording/print-answer.ts';
import { printValue } from '../../src/domain/wording/print-value.ts';
import { share } from './judge-fixtures.ts';

test.each([
  ['victims', '1 victim'],
  ['children', '1 child'],
  ['women', '1 woman'],
  ['young people', '1 young person'],
  ['knives', '1 knife'],
  ['lives', '1 life'],
  ['victims and witnesses of crime', '1 victim and witness of crime'],
  ['burglaries/thefts', '1 burglary/theft'],
  ['offences per person per year', '1 offence per person per year'],
  ['per 100,000 young people', '1 per 100,000 young people'],
])('one of %s is %s', (unit, words) => {
  expect(printValue(decimal(1), unit)).toBe(words);
});

test.each([
  ['23500.5', '£23,500.50'],
  ['-0.5', '-£0.50'],
  ['94002', '£94,002'],
  ['0.05', '£0.05'],
])('%s pounds are %s', (value, words) => {
  expect(printValue(decimal(value), '£')).toBe(words);
});

test.each([
  [29_999, 30_000, '99.997% (29,999 of 30,000)'],
  [30_000, 30_000, '100% (30,000 of 30,000)'],
  [1, 30_000, '0.003% (1 of 30,000)'],
  [0, 30_000, '0% (0 of 30,000)'],
  [7, 9, '77.78% (7 of 9)'],
])('%i of %i cases are never printed as all of them, or none', (cases, all, words) => {
  expect(printAnswer(share(cases, all), '%')).toBe(words);
});
