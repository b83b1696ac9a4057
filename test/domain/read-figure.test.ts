import { describe, expect, test } from 'vitest';
import { exampleOf } from '../../src/domain/reading/figure-sentences.ts';
import { NOTHING_REASONS } from '../../src/domain/reading/nothing-reasons.ts';
import { readFigure } from '../../src/domain/reading/read-figure.ts';

const ENGAGEMENT = { unit: '%', title: 'Increased engagement rate of offenders in treatment' };
const VICTIMS = { unit: 'victims', title: 'Victims and witnesses of ASB supported' };
const OFFENDING = { unit: 'offences per person per year', title: 'A reduction in re-offending' };
const ENTRANTS = { unit: 'per 100,000 young people', title: 'First time entrants' };
const GRANT = { unit: '£', title: 'Grant spent' };

type Asked = Parameters<typeof readFigure>[1];

const numberIn = (text: string, measure: Asked): string => {
  const read = readFigure(text, measure);
  return read.kind === 'answer' ? read.answer.value.toFixed() : read.kind;
};

const sentenceFor = (text: string, measure: Asked): string => {
  const read = readFigure(text, measure);
  return read.kind === 'ask' ? read.sentence : `not asked about: ${read.kind}`;
};

describe('a percentage is read', () => {
  test.each([
    '77%',
    '77',
    '77 %',
    '77\u00a0%',
    '77.0',
    '７７％',
    '٧٧٪',
    '77 per cent',
    '77% engagement rate',
  ])('from “%s”', (text) => {
    expect(numberIn(text, ENGAGEMENT)).toBe('77');
  });
});

describe('a share is read with the numbers behind it', () => {
  test.each(['7/41', '7 of 41', '7 out of 41', '7 / 41', '7 of the 41 offenders'])(
    'from “%s”',
    (text) => {
      const read = readFigure(text, ENGAGEMENT);
      expect(read).toMatchObject({ kind: 'answer', notes: [] });
      if (read.kind !== 'answer') return;
      expect(read.answer.value.toFixed(10)).toBe('17.0731707317');
      expect(read.answer.share?.numerator.toFixed()).toBe('7');
      expect(read.answer.share?.denominator.toFixed()).toBe('41');
    },
  );

  test('5,983 of 6,000 is not 100%', () => {
    expect(numberIn('5,983 of 6,000', ENGAGEMENT)).toMatch(/^99\.71666/);
  });
});

describe('a number is read', () => {
  test.each([
    ['1,234', '1234', VICTIMS],
    ['1 234', '1234', VICTIMS],
    ['40 victims', '40', VICTIMS],
    ['1 victim', '1', VICTIMS],
    ['-0', '0', VICTIMS],
    ['0', '0', VICTIMS],
    ['+5', '5', VICTIMS],
    ['0.72', '0.72', OFFENDING],
    ['.72', '0.72', OFFENDING],
    ['0.72 offences per person per year', '0.72', OFFENDING],
    ['95 per 100k', '95', ENTRANTS],
    ['95 per 100,000 young people', '95', ENTRANTS],
    ['£236,674', '236674', GRANT],
    ['0.72%', '0.72', ENGAGEMENT],
  ])('“%s” is %s', (text, value, measure) => {
    expect(numberIn(text, measure)).toBe(value);
  });

  test.each(['approx 40', 'approx. 40', 'c. 40', 'c40', '~40', 'about 40 victims', '40ish'])(
    '“%s” is 40, with a note that it may change',
    (text) => {
      expect(numberIn(text, VICTIMS)).toBe('40');
      expect(readFigure(text, VICTIMS)).toMatchObject({
        notes: ['read as 40; mark it provisional if it may change'],
      });
    },
  );
});

test.each(['', '   ', '\u00a0', '\u200b\n'])('nothing typed (%j) is empty, not nought', (text) => {
  expect(readFigure(text, VICTIMS)).toEqual({ kind: 'empty' });
});

describe('a word is never a number: the matching choice is suggested', () => {
  test.each([
    ['tbc', 'Not available yet'],
    ['NYA', 'Not available yet'],
    ['awaiting data', 'Not available yet'],
    ['no cases', 'No cases this quarter'],
    ['not started', 'Not started yet'],
    ['not due', 'Not due this quarter'],
    ['n/a', 'No cases this quarter'],
    ['N/A.', 'Not due this quarter'],
  ])('“%s”: choose “%s”', (text, label) => {
    expect(sentenceFor(text, VICTIMS)).toContain(`“${label}`);
  });

  test.each(['none', 'None.', 'nil', '-', '—'])('“%s” could be nought or no cases', (text) => {
    expect(sentenceFor(text, VICTIMS)).toContain('enter 0; if no cases could arise');
  });

  test('the reasons offered are the answers that are not numbers', () => {
    expect(NOTHING_REASONS.map((reason) => reason.kind)).toEqual([
      'no_cases',
      'not_started',
      'not_available',
      'not_due',
    ]);
  });
});

test('what is no figure at all is answered with what to enter', () => {
  expect(sentenceFor('lots', VICTIMS)).toBe(
    "“lots” can't be read as a figure. Enter the number of victims, for example 34. If there were none, enter 0; if no cases could arise, choose a reason below.",
  );
});

describe('what could mean two things is asked about', () => {
  test.each([
    ['0,72', OFFENDING, 'Did you mean 0.72?'],
    ['1.234,56', GRANT, 'Did you mean 1,234.56?'],
    ['0.72', ENGAGEMENT, '72% or 0.72%'],
    ['40-50', VICTIMS, 'is a range'],
    ['<5', VICTIMS, 'is a limit'],
    ['40+', VICTIMS, 'is a limit'],
    ['59% reduction', ENGAGEMENT, 'is a change and not the figure'],
  ])('“%s”', (text, measure, words) => {
    expect(sentenceFor(text, measure)).toContain(words);
  });
});

describe('what is impossible for the unit is refused, with the reason', () => {
  test.each([
    ['280', ENGAGEMENT, "can't be more than 100"],
    ['-23.81%', ENGAGEMENT, "can't be less than 0"],
    ['−5', VICTIMS, "can't be less than 0"],
    ['— 5', VICTIMS, "can't be less than 0"],
    ['-0.5', OFFENDING, "can't be less than 0"],
    ['41/7', ENGAGEMENT, 'the first number is larger'],
    ['0/0', ENGAGEMENT, '“No cases this quarter'],
    ['7/0', ENGAGEMENT, '“No cases this quarter'],
    ['7.5/41', ENGAGEMENT, 'whole numbers'],
    ['7/41', VICTIMS, 'is two numbers'],
    ['77%', VICTIMS, 'not a percentage'],
    ['£40', VICTIMS, 'not in pounds'],
    ['1234567890123456', VICTIMS, 'more than 15 digits'],
  ])('“%s”', (text, measure, words) => {
    expect(sentenceFor(text, measure)).toContain(words);
  });
});

test.each([
  '1e309',
  '1e5',
  'NaN',
  'Infinity',
  '--5',
  '5-',
  '½',
  '5²',
  '14/07/2015',
  '34 thousand',
  '£5k',
  '40 offences',
  '40?',
  '7 41',
  '=1+1',
  'x'.repeat(4_000),
])('“%s” is no figure', (text) => {
  expect(sentenceFor(text, VICTIMS)).toMatch(/can't be read as a figure|two numbers/);
});

test('a figure below nought is taken where the unit is a change', () => {
  expect(numberIn('-5', { unit: 'change in points', title: 'Confidence' })).toBe('-5');
});

test.for([ENGAGEMENT, VICTIMS, OFFENDING, ENTRANTS, GRANT])(
  'what a form suggests for a figure in $unit is read as one',
  (measure) => {
    for (const example of exampleOf(measure.unit).split(' or ')) {
      expect(readFigure(example, measure), example).toMatchObject({ kind: 'answer' });
    }
  },
);
