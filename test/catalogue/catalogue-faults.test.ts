import { describe, expect, test } from 'vitest';
import { faultsOf, SOUND, spoilt } from './support.ts';

const FIRST = 'projects[0].measures[0]';
const SECOND = 'projects[0].measures[1]';

describe('a fault names its line, its key and what was expected', () => {
  test('an unknown value comes with the values there are', () => {
    expect(faultsOf(spoilt(['polarity: higher', 'polarity: hihger']))).toEqual([
      `barnet.yaml line 15, ${FIRST}.polarity: expected higher, lower or range, but found "hihger". Did you mean "higher"?`,
    ]);
  });

  test('an unknown key comes with the key that was probably meant', () => {
    expect(faultsOf(spoilt(['at least: 41', 'at_least: 41']))).toEqual([
      `barnet.yaml line 18, ${FIRST}.target.at_least: I don't know the key "at_least". Did you mean "at least"?`,
    ]);
  });

  test('a missing key is said to be missing, at the thing it is missing from', () => {
    expect(faultsOf(spoilt(['        polarity: higher\n', '']))).toEqual([
      `barnet.yaml line 12, ${FIRST}.polarity: expected higher, lower or range, but it is missing.`,
    ]);
  });

  test('every fault in a file is told at once, in the order of its lines', () => {
    const text = spoilt(
      ['year: 2015/16', 'year: 2015'],
      ['kind: level', 'kind: levle'],
      ['{ value: 24, period: 2013/14 }', 'TBC'],
      ['{ value: 17 }', '{ value: seventeen }'],
      ['quarter: Q1 2015/16', 'quarter: Quarter One'],
    );
    const lines = faultsOf(text).map((fault) => Number(/line (\d+)/.exec(fault)?.[1]));
    expect(lines).toEqual([3, 16, 17, 28]);
  });

  test('a key written twice is a fault, as one of the two would be lost', () => {
    expect(faultsOf(spoilt(['"2.5": { value: 34', '"2.4": { value: 34']))).toContain(
      'barnet.yaml line 33, submissions[0].figures["2.4"]: the key "2.4" is written twice.',
    );
  });

  test('text that is no YAML is refused with the line', () => {
    expect(faultsOf('programme: [a, b\nyear: 2015/16\n')[0]).toMatch(
      /^barnet\.yaml line \d+: this is not YAML that can be read: /,
    );
  });

  test.each([
    [
      'year: 2015/16',
      'year: 2015/17',
      'year: expected a financial year such as 2015/16, but found "2015/17".',
    ],
    ['quarter: Q1 2015/16', 'quarter: Q5 2015/16', 'expected a quarter such as Q1 2015/16'],
    [
      'quarter: Q1 2015/16',
      'quarter: Q1 2016/17',
      "Q1 2016/17 is after the programme's year, 2015/16.",
    ],
    ['filed: 2015-07-14', 'filed: 2015-06-31', 'expected a day such as 2015-07-14'],
    [
      'filed: 2015-07-14',
      'filed: 2015-06-30',
      'could not be filed before it ended, on 30 June 2015',
    ],
    ['leads: [lead@example.org]', 'leads: []', 'a project needs at least one lead'],
    [
      'leads: [lead@example.org]',
      'leads: [Priya]',
      'expected an e-mail address or a Slack user id',
    ],
    ['coordinators: [coordinator@example.org]', 'coordinators: []', 'at least one coordinator'],
    ['project: 2', 'project: 3', "I don't know a project 3. The projects of this file are: 2."],
    ['"2.5": {', '"9.9": {', "I don't know a measure 9.9. Did you mean"],
    ['ref: "2.5"', 'ref: "2.4"', 'measure 2.4 is in this file twice.'],
    ['ref: "2.5"', 'ref: two', 'expected a reference such as 2.4 or 4.2a, but found "two".'],
    [
      'year: 2015/16',
      'year: 2015/16\ntolerance: 10',
      'expected a width such as 10% or 2 points, but found "10".',
    ],
    [
      'year: 2015/16',
      'year: 2015/16\ntolerance: { on track: 10%, marginal: 5% }',
      'the "on track" band is wider',
    ],
    [
      'title: Victims supported',
      'title: *a',
      'anchors and aliases are not read here: write the value out.',
    ],
  ])('%s changed to %s', (from, to, expected) => {
    expect(faultsOf(spoilt([from, to])).join('\n')).toContain(expected);
  });

  test('two projects of one number are a fault', () => {
    const second = SOUND.slice(
      SOUND.indexOf('  - number: 2'),
      SOUND.indexOf('submissions:'),
    ).replaceAll('"2.', '"3.');
    const text = spoilt(['submissions:', `${second}submissions:`]);
    expect(faultsOf(text)).toEqual([
      'barnet.yaml line 26, projects[1].number: project 2 is in this file twice.',
    ]);
  });

  test('two submissions of one project for one quarter are a fault', () => {
    const text = `${SOUND}  - project: 2\n    quarter: Q1 2015/16\n    additional information: Again\n`;
    expect(faultsOf(text)).toEqual([
      "barnet.yaml line 34, submissions[1]: project 2's submission for Q1 2015/16 is in this file twice.",
    ]);
  });

  test("a figure for another project's measure is refused", () => {
    const other = `  - number: 3
    title: Another
    agency: Probation
    leads: [other@example.org]
    measures:
      - { ref: "3.1", title: M, unit: "%", polarity: higher, kind: level, baseline: not applicable, target: none }
`;
    const text = spoilt(['submissions:', `${other}submissions:`], ['project: 2', 'project: 3']);
    expect(faultsOf(text)[0]).toContain('2.4 is a measure of project 2, not of project 3.');
  });
});

describe('a definition that cannot be', () => {
  const LEVEL = '{ at least: 41, text: "41%" }';
  const FLOW = 'target: { at least: 60 }';

  test.each([
    [LEVEL, '{ at least: 41, at most: 50 }', 'but found at least and at most.'],
    [LEVEL, '{ text: "41%" }', 'but found none of them.'],
    [LEVEL, 'improve', 'expected one of at least, at most'],
    [
      LEVEL,
      '{ at most: 41 }',
      'a measure with polarity higher has a target "at least" or "above", not "at most".',
    ],
    [LEVEL, '{ between: [3, 4] }', 'not "between"'],
    [LEVEL, '{ at least: 141 }', 'a percentage lies between 0 and 100, but found 141.'],
    [LEVEL, '{ change: -5 }', 'expected a percentage such as -5%, but found "-5".'],
    [LEVEL, `${LEVEL}\n        profile: [10, 20, 30, 41]`, 'a level measure has no profile'],
    [
      FLOW,
      `${FLOW}\n        profile: [30, 20, 45, 60]`,
      'each quarter must be at least the one before',
    ],
    [
      FLOW,
      `${FLOW}\n        profile: [15, 30, 45, 50]`,
      'the profile must end at the target, 60, not 50.',
    ],
    [FLOW, `${FLOW}\n        profile: [15, 30, 60]`, 'the level needed by the end of each quarter'],
    [FLOW, 'target: none\n        profile: [1, 2, 3, 4]', 'leads to one target value'],
    [FLOW, `${FLOW}\n        data lag: 2`, 'expected a number of quarters'],
    [FLOW, `${FLOW}\n        parts: {}`, 'expected the parts a, b, c'],
  ])('%s changed to %s', (from, to, expected) => {
    expect(faultsOf(spoilt([from, to])).join('\n')).toContain(expected);
  });

  test('a relative target on a baseline of nought', () => {
    const text = spoilt(['{ value: 24, period', '{ value: 0, period'], [LEVEL, '{ change: 5% }']);
    expect(faultsOf(text)).toEqual([
      `barnet.yaml line 18, ${FIRST}.target: a percentage change from a baseline of 0 is always 0: give the target as a number.`,
    ]);
  });

  test('a relative target where there will never be a baseline', () => {
    const text = spoilt(['to be established', 'not applicable'], [FLOW, 'target: { change: 5% }']);
    expect(faultsOf(text)[0]).toContain(`${SECOND}.target: "change" is measured from the baseline`);
  });
});

describe('a figure that cannot be', () => {
  test.each([
    [
      '{ value: 34, basis: this quarter }',
      '{ value: 34 }',
      'say what this figure covers: "basis: this quarter" or "basis: year to date"',
    ],
    [
      '{ value: 34, basis: this quarter }',
      '{ value: -3, basis: this quarter }',
      'cannot be negative',
    ],
    [
      '{ value: 34, basis: this quarter }',
      '{ numerator: 1, denominator: 2, basis: this quarter }',
      '2.5 is counted in victims',
    ],
    [
      '{ value: 17 }',
      '{ value: 17, basis: this quarter }',
      'each figure stands alone and has no basis',
    ],
    ['{ value: 17 }', '{ value: 117 }', 'a percentage lies between 0 and 100, but found 117.'],
    [
      '{ value: 17 }',
      '{ numerator: 42, denominator: 41 }',
      'more cases were counted than there were: 42 of 41.',
    ],
    ['{ value: 17 }', '{ numerator: 7 }', 'a numerator needs its denominator'],
    ['{ value: 17 }', '{ denominator: 7 }', 'a denominator needs its numerator'],
    [
      '{ value: 17 }',
      '{ numerator: 0, denominator: 0 }',
      'with no cases, write "nothing: no cases"',
    ],
    [
      '{ value: 17 }',
      '{ value: 20, numerator: 7, denominator: 41 }',
      '7 of 41 is 17.07%, not 20%.',
    ],
    [
      '{ value: 17 }',
      '{ value: 0, nothing: no cases }',
      'give a value or "nothing: no cases", not both.',
    ],
    [
      '{ value: 17 }',
      '{ commentary: None }',
      'expected a value, a numerator with its denominator, or "nothing"',
    ],
    ['{ value: 17 }', '{ nothing: no case }', 'Did you mean "no cases"?'],
    [
      '{ value: 17 }',
      '{ value: 17, expected: 2015-08-01 }',
      'this goes with "nothing: not available" only',
    ],
    ['{ value: 17 }', '17', 'expected a mapping of keys and values, but found "17".'],
  ])('%s changed to %s', (from, to, expected) => {
    expect(faultsOf(spoilt([from, to])).join('\n')).toContain(expected);
  });

  test('commentary longer than the record holds is refused with its length', () => {
    const text = spoilt(['{ value: 17 }', `{ value: 17, commentary: ${'a'.repeat(40_000)} }`]);
    expect(faultsOf(text)).toEqual([
      'barnet.yaml line 32, submissions[0].figures["2.4"].commentary: this is 40,000 characters long and the record holds 3,000: shorten it.',
    ]);
  });
});
