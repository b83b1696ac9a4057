import { describe, expect, test } from 'vitest';
import { headline } from '../../src/domain/wording/headline.ts';
import { remainingLine } from '../../src/domain/wording/remaining-words.ts';
import { outlookLine } from '../../src/domain/wording/status-lines.ts';
import { whyParagraphs } from '../../src/domain/wording/why.ts';
import { COUNT, judging, type Lines, needed, verdict } from './support.ts';

const PROFILED: Lines = { ...COUNT, profile: '[5, 20, 40, 60]' };
const MOST: Lines = { ...COUNT, polarity: 'lower', target: '{ at most: 60 }' };

const actual = (lines: Lines, filed: string): string =>
  judging(lines, filed).actual?.toFixed() ?? 'not known';

describe('what quarters add up to', () => {
  test.each([
    // filed                                            year to date
    ['Q1 10', '10'],
    ['Q1 10, Q2 12', '22'],
    ['Q1 10, Q2 22 to date', '22'],
    ['Q1 10, Q2 22 to date, Q3 8', '30'],
    ['Q1 10, Q2 22 to date, Q3 8, Q4 45 to date', '45'],
    ['Q1 10 to date, Q2 12', '22'],
    ['Q1 0, Q2 12', '12'],
    ['Q1 no cases, Q2 12', '12'],
    ['Q1 not started, Q2 12', '12'],
    ['Q1 not available, Q2 12', 'not known'],
    ['Q1 not due, Q2 12', 'not known'],
    ['Q2 12', 'not known'],
    ['Q1 10, Q3 8', 'not known'],
    ['Q1 10, Q3 30 to date', '30'],
    ['Q1 not available, Q2 22 to date', '22'],
    ['Q4 2014/15 40, Q1 10', '10'],
  ])('%s is %s', (filed, sum) => {
    expect(actual(COUNT, filed)).toBe(sum);
  });

  test('a year to date with a hole in it gets no verdict, and says what it lacks', () => {
    const holed = judging(COUNT, 'Q1 10, Q3 8');
    expect(holed.position).toBe('query');
    expect(headline(holed)).toBe(
      '1.1 (A measure) cannot be judged yet: its year to date has no figure for Q2 2015/16.',
    );
  });
});

describe('what is needed by now of 60', () => {
  test.each([
    // quarter  even quarters  the profile 5, 20, 40, 60
    ['Q1', 'at least 15', 'at least 5'],
    ['Q2', 'at least 30', 'at least 20'],
    ['Q3', 'at least 45', 'at least 40'],
    ['Q4', 'at least 60', 'at least 60'],
  ])('in %s: %s, and by a profile %s', (quarter, even, profiled) => {
    const filed = `${quarter} 30 to date`;
    expect([needed(COUNT, filed), needed(PROFILED, filed)]).toEqual([even, profiled]);
  });
});

describe('where the year lands if it goes on like this', () => {
  test.each([
    // lines                 filed                outlook
    ['even', 'Q1 10', 'Off track if nothing changes: 40 victims a year at this rate'],
    ['even', 'Q2 33 to date', 'Ahead if nothing changes: 66 victims a year at this rate'],
    ['even', 'Q4 66 to date', 'Target exceeded: the year is over'],
    [
      'profile',
      'Q1 10',
      'Ahead if nothing changes: 120 victims by the end of the year, going by the agreed profile',
    ],
  ])('by %s quarters, %s: %s', (by, filed, outlook) => {
    expect(outlookLine(judging(by === 'even' ? COUNT : PROFILED, filed))).toBe(outlook);
  });
});

describe('what the rest of the year has to bring', () => {
  const strict: Lines = { ...MOST, target: '{ below: 60 }' };
  const range: Lines = { ...COUNT, polarity: 'range', target: '{ between: [40, 60] }' };

  test.each([
    // target           filed                in words
    [COUNT, 'Q1 10', '50 victims still needed, 16.7 a quarter'],
    [COUNT, 'Q2 10 to date', '50 victims still needed, 25 a quarter'],
    [COUNT, 'Q3 59 to date', '1 victim still needed in the last quarter'],
    [COUNT, 'Q3 60 to date', 'Nothing more is needed for the year'],
    [COUNT, 'Q4 10 to date', ''],
    [MOST, 'Q1 10', '50 victims still allowed, 16.7 a quarter'],
    [MOST, 'Q2 60 to date', '0 victims still allowed, 0 a quarter'],
    [MOST, 'Q2 61 to date', 'Out of reach: already 1 victim more than the whole year allows'],
    [strict, 'Q2 59 to date', 'less than 1 victim still allowed, 0.5 a quarter'],
    [strict, 'Q2 60 to date', 'Out of reach: already all of what the whole year allows is used'],
    [
      { ...COUNT, target: '{ above: 60 }' },
      'Q2 60 to date',
      'more than 0 victims still needed, 0 a quarter',
    ],
    [range, 'Q2 10 to date', '30 victims still needed, 15 a quarter'],
    [range, 'Q2 45 to date', '15 victims still allowed, 7.5 a quarter'],
    [range, 'Q2 61 to date', 'Out of reach: already 1 victim more than the whole year allows'],
    [{ ...COUNT, unit: '£' }, 'Q1 10', '£50 still needed, £17 a quarter'],
    [{}, 'Q1 10', ''],
  ] as const)('%o, %s: “%s”', (lines, filed, words) => {
    expect(remainingLine(judging(lines, filed))).toBe(words);
  });

  test('is an average where quarters are not meant to be alike', () => {
    const seasonal = { ...COUNT, profile: '[10, 15, 45, 60]' };
    expect(remainingLine(judging(seasonal, 'Q1 10'))).toBe(
      '50 victims still needed, 16.7 a quarter on average',
    );
    expect(whyParagraphs(judging(seasonal, 'Q1 10'))).toContain(
      'Rest of the year: 60 less 10 is 50, still needed in 3 quarters: 16.7 a quarter on average.',
    );
  });

  test('is part of the working', () => {
    expect(whyParagraphs(judging(COUNT, 'Q1 10'))).toContain(
      'Rest of the year: 60 less 10 is 50, still needed in 3 quarters: 16.7 a quarter.',
    );
    expect(whyParagraphs(judging(MOST, 'Q2 61 to date'))).toContain(
      'Rest of the year: 61 is past the 60 that the whole year allows, which no later quarter can undo.',
    );
  });
});

describe('percentages of different quarters', () => {
  const spent: Lines = { kind: 'flow', target: '{ at least: 100 }', profile: '[10, 40, 70, 100]' };

  test.each([
    // filed                            verdict
    ['Q1 10', 'On track'],
    ['Q1 10, Q2 45 to date', 'Ahead'],
    ['Q1 10, Q2 35', 'No verdict'],
  ])('are never added up: %s is %s', (filed, word) => {
    expect(verdict(spent, filed)).toBe(word);
  });

  test('that would have to be say so', () => {
    const [plainly, ...working] = whyParagraphs(judging(spent, 'Q1 10, Q2 35'));
    expect(plainly).toBe(
      '1.1 has no verdict because percentages of different quarters cannot be added up. It can be judged once the year to date is filed.',
    );
    expect(working).toContain('Rule: percentages that would have to be added up give no verdict.');
  });
});
