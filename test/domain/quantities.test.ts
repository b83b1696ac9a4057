import { expect, test } from 'vitest';
import { type Decimal, decimal } from '../../src/domain/decimal.ts';
import type { BaselineComparison, Gap, Remaining } from '../../src/domain/judging/assessment.ts';
import {
  type Difference,
  differenceOf,
  type Percent,
  percentOf,
} from '../../src/domain/quantities.ts';
import { printDifference, printPercent } from '../../src/domain/wording/print-value.ts';

const points = differenceOf(decimal(17), decimal(41));
const percent = percentOf(points, decimal(41));

test('17% is 24 points below 41%, which is 58.5 percent of it', () => {
  expect([printDifference(points, '%'), percent && printPercent(percent)]).toEqual([
    '-24 points',
    '-58.5%',
  ]);
});

test('nothing is a percentage of nought', () => {
  expect(percentOf(points, decimal(0))).toBeNull();
});

// The compiler is the test here: each of these must be an error, or the directive above it is one.
const mixedUp = (figure: Decimal, apart: Difference, part: Percent): readonly unknown[] => [
  // @ts-expect-error a figure is no difference, though both may be counted in points
  printDifference(figure, '%'),
  // @ts-expect-error percent of a level are not points
  printDifference(part, '%'),
  // @ts-expect-error points are not percent of a level
  printPercent(apart),
  // @ts-expect-error a figure in % is not percent of anything
  printPercent(figure),
  // @ts-expect-error a percentage is taken of a difference, not of a figure
  percentOf(figure, figure),
  // @ts-expect-error a gap in percent does not stand for one in the unit
  { value: part, of: figure, short: true } satisfies Gap,
  // @ts-expect-error nor for a change on the baseline
  { value: figure, difference: part, of: figure } satisfies BaselineComparison,
  // @ts-expect-error nor is what is left to do a figure
  { kind: 'to_do', left: figure, quarters: 3 } satisfies Remaining,
];

test('units that cannot be mixed are still numbers', () => {
  if (percent === null) throw new Error('41 is not nought.');
  expect(mixedUp(decimal(1), points, percent)).toHaveLength(8);
});
