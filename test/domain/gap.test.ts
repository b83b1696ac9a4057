import { expect, test } from 'vitest';
import { decimal } from '../../src/domain/decimal.ts';
import type { Need } from '../../src/domain/judging/assessment.ts';
import { gapOf } from '../../src/domain/judging/tolerance.ts';

const at = (kind: 'at_least' | 'at_most' | 'above' | 'below'): Need => ({
  kind,
  value: decimal(40),
});
const range: Need = { kind: 'between', low: decimal(40), high: decimal(60) };

test.each([
  // figure, needed, gap, from, short
  [41, at('at_least'), '1', '40', false],
  [40, at('at_least'), '0', '40', false],
  [39, at('at_least'), '-1', '40', true],
  [41, at('at_most'), '1', '40', true],
  [40, at('at_most'), '0', '40', false],
  [39, at('at_most'), '-1', '40', false],
  [41, at('above'), '1', '40', false],
  [40, at('above'), '0', '40', true],
  [39, at('below'), '-1', '40', false],
  [40, at('below'), '0', '40', true],
  [39, range, '-1', '40', true],
  [40, range, '0', '60', false],
  [50, range, '0', '60', false],
  [60, range, '0', '60', false],
  [62, range, '2', '60', true],
] as const)('%i against %o is %s from %s, short: %s', (figure, needed, value, from, short) => {
  const gap = gapOf(decimal(figure), needed);
  expect([gap.value.toFixed(), gap.of.toFixed(), gap.short]).toEqual([value, from, short]);
});
