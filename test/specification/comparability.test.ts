import { describe, expect, test } from 'vitest';
import { baselineLine } from '../../src/domain/wording/status-lines.ts';
import { whyParagraphs } from '../../src/domain/wording/why.ts';
import { COUNT, judging, type Lines, verdict } from './support.ts';

// From a quarter on, figures are made in another way than before.

describe('counts made in different ways', () => {
  const since = (quarter: string): Lines => ({
    ...COUNT,
    'comparable from': `{ quarter: ${quarter} 2015/16, reason: A new system }`,
  });

  test.each([
    // since  filed                                       verdict
    ['Q3', 'Q1 20, Q2 10', 'On track'],
    ['Q3', 'Q1 20, Q2 10, Q3 10', 'No verdict'],
    ['Q3', 'Q1 20, Q2 10, Q3 10, Q4 20', 'No verdict'],
    ['Q3', 'Q1 20, Q2 10, Q3 45 to date', 'On track'],
    ['Q3', 'Q1 20, Q2 10, Q3 45 to date, Q4 15', 'Target met'],
    ['Q3', 'Q1 not started, Q2 no cases, Q3 45', 'On track'],
    ['Q1', 'Q1 20, Q2 10', 'On track'],
  ])('are never added up: since %s, %s is %s', (quarter, filed, word) => {
    expect(verdict(since(quarter), filed)).toBe(word);
  });

  test('that would have to be say so, and what to do', () => {
    const assessment = judging(since('Q3'), 'Q1 20, Q2 10, Q3 10');
    const [plainly, ...working] = whyParagraphs(assessment);
    expect(plainly).toBe(
      '1.1 has no verdict because figures from before Q3 2015/16 (A new system) cannot be added to later ones. It can be judged once the year to date is filed as figures are made now.',
    );
    expect(working).toContain('Rule: figures made in different ways are never added up.');
    expect([assessment.gap, assessment.outlook, assessment.remaining]).toEqual([null, null, null]);
  });
});

describe('a baseline from before a new survey', () => {
  const from = (period: string, more: Lines = {}): Lines => ({
    'comparable from': '{ quarter: Q2 2015/16, reason: A new survey. }',
    baseline: `{ value: 50, period: ${period} }`,
    ...more,
  });
  const NOT = 'not comparable, like all figures from before Q2 2015/16 (A new survey)';
  const WORSE = 'now 5 points below it, which is worse';

  test.each([
    // period                 filed    compared
    ['2014/15', 'Q1 45', WORSE],
    ['2014/15', 'Q2 45', NOT],
    ['2012/13 to 2014/15', 'Q2 45', NOT],
    ['2015/16', 'Q2 45', WORSE],
    ['2014/15 to 2015/16', 'Q2 45', WORSE],
    ['the pilot', 'Q2 45', WORSE],
  ])('of %s, %s: %s', (period, filed, words) => {
    expect(baselineLine(judging(from(period), filed))).toBe(`50% (${period}): ${words}`);
  });

  test('is not said to be better than the figure, and the break is marked', () => {
    const { qualifiers, onBaseline } = judging(from('2014/15'), 'Q2 45, Q3 45');
    expect([qualifiers, onBaseline]).toEqual([['comparability_break'], null]);
  });

  test('is not marked where there is no figure to compare with it', () => {
    expect(judging(from('2014/15'), 'Q2 no cases').qualifiers).toEqual([]);
  });

  test('makes no doubt of a target below it', () => {
    expect(judging(from('2014/15'), 'Q1 45').doubts).toHaveLength(1);
    expect(judging(from('2014/15'), 'Q2 45').doubts).toEqual([]);
  });

  test.each([
    // target                                                           before it    since
    ['{ at least: 55 }', 'Off track', 'Off track'],
    ['{ points: 5 }', 'Off track', 'Question about the definition'],
    ['{ change: 10% }', 'Off track', 'Question about the definition'],
    ['{ maintain: true }', 'Marginal', 'Question about the definition'],
    [
      '{ at least: 60, years: 3, from: 2015/16, straight line: true }',
      'Off track',
      'Question about the definition',
    ],
  ])('under a target %s: 45%% is %s before, and %s since', (target, before, since) => {
    const lines = from('2014/15', { target });
    expect([verdict(lines, 'Q1 45'), verdict(lines, 'Q2 45')]).toEqual([before, since]);
  });

  test('is no measure of an improvement either', () => {
    const lines = from('2014/15', { target: '{ at least: 60 }', scheme: 'improvement share' });
    expect([verdict(lines, 'Q1 58'), verdict(lines, 'Q2 58')]).toEqual([
      'On track',
      'Question about the definition',
    ]);
  });

  test('is asked about where the target rests on it', () => {
    const why = whyParagraphs(judging(from('2014/15', { target: '{ maintain: true }' }), 'Q2 45'));
    expect(why[0]).toBe(
      '1.1 has no verdict because its target is set against a baseline that cannot be compared, like all figures from before Q2 2015/16 (A new survey). Choosing an answer for the council would be a guess, so the question stands until it is settled.',
    );
    expect(why).toContain(
      'Question: The target is set against the baseline of 50% (2014/15), and figures are made in another way since Q2 2015/16: what is the baseline as they are made now?',
    );
  });
});
