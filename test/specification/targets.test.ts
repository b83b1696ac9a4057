import { describe, expect, test } from 'vitest';
import { verdict } from './support.ts';

const KNOWN = '{ value: 40, period: 2014/15 }';

describe('what was filed', () => {
  test.each([
    ['41', 'Ahead'],
    ['0', 'Off track'],
    ['no cases', 'No cases'],
    ['not started', 'Not started'],
    ['not available', 'Not yet available'],
    ['not due', 'Not due'],
    ['', 'Awaiting a figure'],
    ['0 of 0', 'No cases'],
    ['9 of 7', 'No verdict'],
  ])('“%s” against at least 40%% is: %s', (filed, word) => {
    expect(verdict({}, filed)).toBe(word);
  });
});

test('counts behind a rate are not held to it: only a share cannot be more than all', () => {
  expect(verdict({ unit: 'per 100 victims' }, '90 of 60')).toBe('Ahead');
});

describe('where higher is better', () => {
  test.each([
    // target                                figure  verdict
    ['{ at least: 40 }', '40.1', 'Ahead'],
    ['{ at least: 40 }', '40', 'On track'],
    ['{ at least: 40 }', '39.9', 'Marginal'],
    ['{ at least: 40 }', '36', 'Marginal'],
    ['{ at least: 40 }', '35.9', 'Off track'],
    ['{ above: 40 }', '40.1', 'Ahead'],
    ['{ above: 40 }', '40', 'Marginal'],
    ['{ above: 40 }', '36', 'Marginal'],
    ['{ above: 40 }', '35.9', 'Off track'],
    ['{ at least: 100 }', '100', 'On track'],
    ['{ at least: 100 }', '99.9', 'Marginal'],
    ['{ at least: 100 }', '89.9', 'Off track'],
    ['none', '40', 'No target'],
  ])('%s with %s%% is: %s', (target, figure, word) => {
    expect(verdict({ target }, figure)).toBe(word);
  });
});

describe('where lower is better', () => {
  const lower = { polarity: 'lower' };

  test.each([
    ['{ at most: 40 }', '39.9', 'Ahead'],
    ['{ at most: 40 }', '40', 'On track'],
    ['{ at most: 40 }', '40.1', 'Marginal'],
    ['{ at most: 40 }', '44', 'Marginal'],
    ['{ at most: 40 }', '44.1', 'Off track'],
    ['{ below: 40 }', '39.9', 'Ahead'],
    ['{ below: 40 }', '40', 'Marginal'],
    ['{ below: 40 }', '44.1', 'Off track'],
    ['{ at most: 0 }', '0', 'On track'],
    ['{ at most: 0 }', '0.1', 'Off track'],
  ])('%s with %s%% is: %s', (target, figure, word) => {
    expect(verdict({ ...lower, target }, figure)).toBe(word);
  });
});

describe('within a range', () => {
  const range = { polarity: 'range', target: '{ between: [40, 50] }' };

  test.each([
    ['35.9', 'Off track'],
    ['36', 'Marginal'],
    ['39.9', 'Marginal'],
    ['40', 'On track'],
    ['45', 'On track'],
    ['50', 'On track'],
    ['50.1', 'Marginal'],
    ['55', 'Marginal'],
    ['55.1', 'Off track'],
  ])('of 40%% to 50%%, %s%% is: %s', (figure, word) => {
    expect(verdict(range, figure)).toBe(word);
  });
});

describe('a target set against a baseline of 40%', () => {
  test.each([
    // polarity  target                figure  verdict
    ['higher', '{ change: 10% }', '44', 'On track'],
    ['higher', '{ change: 10% }', '43.9', 'Marginal'],
    ['lower', '{ change: -10% }', '36', 'On track'],
    ['lower', '{ change: -10% }', '36.1', 'Marginal'],
    ['higher', '{ points: 10 }', '50', 'On track'],
    ['lower', '{ points: -10 }', '30', 'On track'],
    ['higher', '{ maintain: true }', '40', 'On track'],
    ['higher', '{ maintain: true }', '40.1', 'Ahead'],
    ['higher', '{ maintain: true }', '39.9', 'Marginal'],
    ['lower', '{ maintain: true }', '40.1', 'Marginal'],
  ])('%s %s with %s%% is: %s', (polarity, target, figure, word) => {
    expect(verdict({ polarity, baseline: KNOWN, target }, figure)).toBe(word);
  });

  test('cannot be a range: around which of its ends it would change is not said', () => {
    const range = { polarity: 'range', baseline: KNOWN, target: '{ maintain: true }' };
    expect(() => verdict(range, '40')).toThrow('has a target "between", not "maintain".');
  });

  test.each(['{ change: 10% }', '{ points: 10 }', '{ maintain: true }'])(
    '%s is no verdict while the baseline is to be established',
    (target) => {
      expect(verdict({ baseline: 'to be established', target }, '44')).toBe(
        'Question about the definition',
      );
    },
  );
});

describe('a rate that was made a year’s before it was reported', () => {
  const rate = {
    unit: 'offences per person per year',
    polarity: 'lower',
    target: '{ at most: 1.71 }',
  };

  test.each([
    ['level', 'Q1 0.72', 'Ahead'],
    ['level', 'Q3 0.72', 'Ahead'],
    ['rolling', 'Q1 1.71', 'On track'],
    ['rolling', 'Q3 1.8', 'Marginal'],
  ])('as %s, %s is never multiplied again: %s', (kind, filed, word) => {
    expect(verdict({ ...rate, kind }, filed)).toBe(word);
  });
});
