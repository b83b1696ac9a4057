import { describe, expect, test } from 'vitest';
import type { Quarter } from '../../src/domain/calendar/calendar.ts';
import { judgeOutcome } from '../../src/domain/judging/outcome.ts';
import { outcomeVerdict } from '../../src/domain/wording/outcome-words.ts';
import { judging } from './support.ts';

/**
 * 4.2 through its parts, each `41` against at least 40% or `60 (no target)`; nothing filed is `-`.
 */
const outcome = (parts: readonly string[], number: Quarter['number']) => {
  const judged = parts.map((part, index) => {
    const dataOnly = part.endsWith(' (no target)');
    const figure = part === '-' ? '' : `Q${number} ${part.replace(' (no target)', '')}`;
    const assessment = judging(dataOnly ? { target: 'none' } : {}, figure, `Q${number}`);
    const letter = 'abcde'[index] ?? 'f';
    const measure = {
      ...assessment.measure,
      ref: `4.2${letter}`,
      partOf: { ref: '4.2', title: 'Victims are satisfied' },
    };
    return { ...assessment, measure };
  });
  const whole = judgeOutcome(judged);
  if (whole === null) throw new Error('These are no parts.');
  return whole;
};

describe('an outcome is judged through its parts', () => {
  test.each([
    // parts                                                in Q3                          in Q4
    [['41', '40', '60'], 'is where it needs to be', 'has met its target'],
    [['41', '39', '60'], 'is partly where it needs to be', 'has partly met its target'],
    [['39', '30', '20'], 'is not where it needs to be', 'has not met its target'],
    [
      ['39', '60 (no target)', '60 (no target)'],
      'is not where it needs to be',
      'has not met its target',
    ],
    [['41', '60 (no target)'], 'is where it needs to be', 'has met its target'],
    [['41', 'no cases'], 'is where it needs to be', 'has met its target'],
    [['41', '-'], 'is partly judged', 'is partly judged'],
    [['30', '-'], 'is partly judged', 'is partly judged'],
    [['41', '30', '-'], 'is partly where it needs to be', 'has partly met its target'],
    [['41', 'not started'], 'is partly judged', 'is partly judged'],
    [['-', '-'], 'cannot be judged yet', 'cannot be judged yet'],
    [['no cases', 'no cases'], 'cannot be judged yet', 'cannot be judged yet'],
    [
      ['60 (no target)', '60 (no target)'],
      'has no target to be judged against',
      'has no target to be judged against',
    ],
  ] as const)('%o: it %s; at the end of the year it %s', (parts, inQ3, inQ4) => {
    expect([outcomeVerdict(outcome(parts, 3)), outcomeVerdict(outcome(parts, 4))]).toEqual([
      inQ3,
      inQ4,
    ]);
  });

  test('and says how many of them there are, were judged, and are where they need to be', () => {
    expect(outcome(['41', '39', '60 (no target)'], 1)).toMatchObject({
      ref: '4.2',
      position: 'partly_met',
      parts: 3,
      judged: 2,
      met: 1,
      settled: false,
    });
  });

  test('is not settled by the year’s end where none of them was judged', () => {
    expect(outcome(['no cases', '-'], 4)).toMatchObject({ judged: 0, settled: false });
  });

  test('a measure of its own is no outcome', () => {
    expect(judgeOutcome([judging({}, '41')])).toBeNull();
  });
});
