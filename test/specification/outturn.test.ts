import { describe, expect, test } from 'vitest';
import { headline } from '../../src/domain/wording/headline.ts';
import { outlookLine, positionLine } from '../../src/domain/wording/status-lines.ts';
import { whyParagraphs } from '../../src/domain/wording/why.ts';
import { COUNT, judging, type Lines, verdict } from './support.ts';

// What is said once the year is over, which the committee reads as final.

const LOW: Lines = { ...COUNT, polarity: 'lower', target: '{ at most: 60 }' };
const RANGE: Lines = { ...COUNT, polarity: 'range', target: '{ between: [40, 60] }' };
const STRICT: Lines = { ...COUNT, polarity: 'lower', target: '{ below: 60 }' };
const WIDE = '{ on track: 5%, marginal: 10% }';

describe('the word for the year', () => {
  test.each([
    // measure                             to date  word
    [COUNT, '66', 'Target exceeded'],
    [LOW, '50', 'Target bettered'],
    [COUNT, '60', 'Target met'],
    [{ ...COUNT, tolerance: WIDE }, '59', 'Target met within tolerance'],
    [{ ...LOW, tolerance: WIDE }, '61', 'Target met within tolerance'],
    [RANGE, '50', 'Target met'],
    [COUNT, '55', 'Target narrowly missed'],
    [LOW, '65', 'Target narrowly missed'],
    [RANGE, '65', 'Target narrowly missed'],
    [COUNT, '50', 'Target not met'],
  ] as const)('of %o, %s: %s', (lines, to, word) => {
    expect(verdict(lines, `Q4 ${to} to date`)).toBe(word);
  });

  test('of a miss that the tolerance allows says so in the headline too', () => {
    expect(headline(judging({ ...COUNT, tolerance: WIDE }, 'Q4 59 to date'))).toBe(
      '1.1 has met its target within tolerance: 59 victims against 60 needed (A measure).',
    );
  });

  test('before that is the same with and without a miss that the tolerance allows', () => {
    expect(verdict({ ...COUNT, tolerance: WIDE }, 'Q3 44 to date')).toBe('On track');
  });
});

describe('a strict bound reached exactly', () => {
  test('is over it where less is better, and the working says why that is not enough', () => {
    const why = whyParagraphs(judging({ ...STRICT, tolerance: WIDE }, 'Q4 60 to date'));
    expect(why[0]).toContain('is exactly at that bound, which has to be bettered. Up to 3 over');
    expect(why).toContain('Gap: none, but the level itself has to be bettered.');
  });

  test('where nothing at all is allowed beyond it', () => {
    const words = (lines: Lines, filed: string): string | undefined =>
      whyParagraphs(judging({ ...lines, tolerance: '0%' }, filed))[0];
    expect(words(LOW, 'Q4 61 to date')).toContain('Nothing over it is allowed for');
    expect(words(COUNT, 'Q4 59 to date')).toContain('No shortfall at all is allowed for');
  });
});

describe('the year of a target that still runs', () => {
  const lines: Lines = { target: '{ at least: 60, milestones: { 2015/16: 50, 2016/17: 60 } }' };

  test('is over at Q4 all the same', () => {
    const assessment = judging(lines, 'Q4 50');
    expect(positionLine(assessment)).toBe('On track, exactly the level needed');
    expect(outlookLine(assessment)).toBe('On track: the year is over');
    expect(whyParagraphs(assessment)).toContain(
      'Outlook: the year is over, and the target still runs: on track for this year.',
    );
  });
});

test('no cases of what is counted leave nothing to count', () => {
  expect(whyParagraphs(judging(COUNT, 'Q1 no cases'))[0]).toContain('there is nothing to count');
  expect(whyParagraphs(judging({}, 'Q1 no cases'))[0]).toContain(
    'there is nothing to take a share of',
  );
});
