import { describe, expect, test } from 'vitest';
import { decimal } from '../../src/domain/decimal.ts';
import { documentOf, faultsOf, measureOf, SOUND, spoilt } from './support.ts';

const LEVEL = '{ at least: 41, text: "41%" }';
const FLOW = 'target: { at least: 60 }';
const YEAR = 'year: 2015/16';
const FIRST = 'projects[0].measures[0]';
const SECOND = 'projects[0].measures[1]';

const ofLevel = (target: string) => measureOf(spoilt([LEVEL, target]), '2.4');
const faultsOfLevel = (target: string) => faultsOf(spoilt([LEVEL, target]));
const faultsOfFlow = (more: string) => faultsOf(spoilt([FLOW, `${FLOW}\n        ${more}`]));
const withMore = (more: string) => measureOf(spoilt([FLOW, `${FLOW}\n        ${more}`]), '2.5');

describe('a tolerance', () => {
  test('may say that its edges are outside', () => {
    const { tolerance } = withMore(
      'tolerance: { on track: 1%, marginal: 5 points, edges: exclusive }',
    );
    expect(tolerance).toEqual({
      onTrack: { in: 'percent', size: decimal(1) },
      marginal: { in: 'points', size: decimal(5) },
      edges: 'exclusive',
      of: 'level',
    });
  });

  test.each(['outside', 'true'])('has no edges called %s', (edges) => {
    expect(faultsOfFlow(`tolerance: { marginal: 5%, edges: ${edges} }`)).toEqual([
      `barnet.yaml line 26, ${SECOND}.tolerance.edges: expected inclusive or exclusive, but found ${edges === 'true' ? edges : `"${edges}"`}.`,
    ]);
  });
});

describe('a scheme by the share of the improvement', () => {
  const share = (size: number) => ({ in: 'percent', size: decimal(size) });

  test('counts from 80% as on track and from 65% as marginal', () => {
    expect(withMore('scheme: improvement share').tolerance).toEqual({
      onTrack: share(20),
      marginal: share(35),
      edges: 'inclusive',
      of: 'improvement',
    });
  });

  test('may have shares of its own, and be the whole programme’s', () => {
    const scheme = 'scheme: { improvement share: { on track: 90%, marginal: 50% } }';
    expect(documentOf(spoilt([YEAR, `${YEAR}\n${scheme}`])).programme.tolerance).toMatchObject({
      onTrack: share(10),
      marginal: share(50),
      of: 'improvement',
    });
  });

  test.each([
    ['scheme: improvment share', 'Did you mean "improvement share"?'],
    ['scheme: { improvement share: { on track: 60%, marginal: 70% } }', 'starts no later than'],
    ['scheme: { improvement share: { on track: 110%, marginal: 70% } }', 'run from 0% to 100%'],
    ['scheme: { improvement share: { on track: 80 } }', 'expected a percentage such as -5%'],
    ['tolerance: 5%\n        scheme: improvement share', 'give one of them'],
  ])('is refused as %s', (words, expected) => {
    expect(faultsOfFlow(words).join('\n')).toContain(expected);
  });

  test('is refused where there is no baseline, or no better way', () => {
    const text = spoilt(
      ['to be established', 'not applicable'],
      [FLOW, 'target: { between: [50, 60] }\n        scheme: improvement share'],
      ['polarity: higher\n        kind: flow', 'polarity: range\n        kind: flow'],
    );
    expect(faultsOf(text)).toEqual([
      `barnet.yaml line 26, ${SECOND}.scheme: an improvement is measured from the baseline, and this measure has none.`,
      `barnet.yaml line 26, ${SECOND}.scheme: neither way is better for a range, so there is no improvement to share.`,
    ]);
  });

  test('of a part takes the place of its outcome’s tolerance, and the other way round', () => {
    const text = spoilt(
      [
        '        target: { at least: 41, text: "41%" }\n',
        '        tolerance: 5%\n        parts:\n          a: { title: A, target: { at least: 41 }, scheme: improvement share }\n          b: { title: B, target: { at least: 41 } }\n',
      ],
      ['      "2.4": { value: 17 }\n', ''],
    );
    expect(
      [measureOf(text, '2.4a'), measureOf(text, '2.4b')].map((part) => part.tolerance?.of),
    ).toEqual(['improvement', 'level']);
  });
});

describe('a target over several years', () => {
  const RANGE = spoilt(['polarity: higher', 'polarity: range']);

  test('has its milestones in the order of their years, and as many years as they span', () => {
    const { target } = ofLevel('{ at least: 41, milestones: { 2017/18: 41, 2015/16: 30.5 } }');
    expect([target.years, target.path]).toEqual([
      3,
      {
        kind: 'milestones',
        levels: [
          { year: 2015, value: decimal('30.5') },
          { year: 2017, value: decimal(41) },
        ],
      },
    ]);
  });

  test('may be a straight line from its first year', () => {
    const { target } = ofLevel('{ at least: 41, years: 3, from: 2015/16, straight line: true }');
    expect([target.years, target.path]).toEqual([3, { kind: 'straight_line', from: 2015 }]);
  });

  test('may say no more than when it starts', () => {
    const { target } = ofLevel('{ at least: 41, years: 3, from: 2014/15 }');
    expect([target.years, target.path]).toEqual([3, { kind: 'whole', from: 2014 }]);
  });

  test.each([
    [
      '{ at least: 41, milestones: { 2015/16: 30 } }',
      'the last milestone must be the target, 41, not 30.',
    ],
    [
      '{ change: 50%, milestones: { 2015/16: 30 } }',
      'the last milestone must be the target, 36, not 30.',
    ],
    [
      '{ at least: 41, milestones: { 2015: 41 } }',
      'milestones.2015: expected a financial year such as 2015/16',
    ],
    ['{ at least: 41, milestones: {} }', 'a level for at least one year'],
    ['{ at least: 41, milestones: [41] }', 'expected a level for each year'],
    ['{ at least: 41, milestones: { 2015/16: x } }', 'milestones.2015/16: expected a number'],
    [
      '{ at least: 41, milestones: { 2015/16: 141, 2016/17: 41 } }',
      'lies between 0 and 100, but found 141',
    ],
    [
      '{ at least: 41, years: 2, milestones: { 2015/16: 30, 2017/18: 41 } }',
      'run over 3 years, not 2.',
    ],
    [
      '{ at least: 41, from: 2016/17, milestones: { 2015/16: 41 } }',
      'before 2016/17, the first year',
    ],
    ['{ maintain: true, milestones: { 2015/16: 24 } }', 'no level to be reached step by step'],
    ['{ at least: 41, years: 3, straight line: true }', 'needs the year of its first step'],
    ['{ at least: 41, from: 2015/16, straight line: true }', 'needs the number of years it takes'],
    [
      '{ at least: 41, straight line: true, milestones: { 2015/16: 41 } }',
      'milestones or a straight line, not both',
    ],
  ])('is refused as %s', (target, expected) => {
    expect(faultsOfLevel(target).join('\n')).toContain(expected);
  });

  test('is refused step by step for a range', () => {
    const text = RANGE.replace(LEVEL, '{ between: [3, 4], milestones: { 2015/16: 4 } }');
    expect(faultsOf(text).join('\n')).toContain('a target "between" has no level to be reached');
  });

  test('cannot be a straight line from no baseline', () => {
    const text = spoilt(
      ['to be established', 'not applicable'],
      [FLOW, 'target: { at least: 60, years: 2, from: 2015/16, straight line: true }'],
    );
    expect(faultsOf(text)[0]).toContain('a straight line starts at the baseline');
  });

  test('has a profile that ends at one of its milestones', () => {
    const target = 'target: { at least: 60, milestones: { 2015/16: 50, 2016/17: 60 } }';
    const with50 = spoilt([FLOW, `${target}\n        profile: [10, 20, 30, 50]`]);
    expect(faultsOf(with50)).toEqual([]);
    const with40 = spoilt([FLOW, `${target}\n        profile: [10, 20, 30, 40]`]);
    expect(faultsOf(with40)[0]).toContain('the profile must end at a milestone (50, 60), not 40.');
  });
});

describe('a target revised within the year', () => {
  const revised = (words: string) => `revised:\n          - ${words}`;

  test('keeps from when it counts, why, and who decided it', () => {
    const words = revised(
      '{ from: Q3 2015/16, target: { at least: 80, text: "80" }, reason: More referrals, by: The board }',
    );
    expect(withMore(words).revisedTargets).toMatchObject([
      {
        rule: { kind: 'at_least', value: decimal(80) },
        text: '80',
        revision: { from: { year: 2015, number: 3 }, reason: 'More referrals', by: 'The board' },
      },
    ]);
  });

  test.each([
    ['{ target: { at least: 80 }, reason: More }', 'revised[0].from: expected a quarter'],
    [
      '{ from: Q3 2015/16, target: { at least: 80 } }',
      'revised[0].reason: expected text, but it is missing',
    ],
    ['{ from: Q3 2015/16, reason: More }', 'revised[0].target: expected'],
    [
      '{ from: Q3 2015/16, reason: More, target: { at most: 80 } }',
      'has a target "at least" or "above"',
    ],
    [
      '{ from: Q3 2015/16, reason: A, target: { at least: 80 } }\n          - { from: Q2 2015/16, reason: B, target: { at least: 70 } }',
      'revised[1].from: revised targets stand in the order of their quarters',
    ],
  ])('is refused as %s', (words, expected) => {
    expect(faultsOfFlow(revised(words)).join('\n')).toContain(expected);
  });

  test('belongs to the parts of an outcome, never to the outcome', () => {
    const text = spoilt([
      LEVEL,
      `${LEVEL}\n        revised: []\n        parts: { a: { title: Overall } }`,
    ]);
    expect(faultsOf(text)).toContain(
      `barnet.yaml line 19, ${FIRST}.revised: this outcome has parts: give each part its own revised.`,
    );
  });
});

describe('what else a measure may say', () => {
  test('is when a change counts as none, from when figures compare, and what is kept back', () => {
    expect(
      withMore(
        'dead band: 2%\n        comparable from: { quarter: Q2 2015/16, reason: A new system }\n        suppress small counts: true',
      ),
    ).toMatchObject({
      deadBand: { in: 'percent', size: decimal(2) },
      comparableFrom: { from: { year: 2015, number: 2 }, reason: 'A new system' },
      suppressSmallCounts: true,
    });
  });

  test('is nothing of it unless it is said', () => {
    expect(measureOf(SOUND, '2.5')).toMatchObject({
      deadBand: null,
      comparableFrom: null,
      suppressSmallCounts: false,
      revisedTargets: [],
    });
  });

  test('a break may be its quarter alone', () => {
    expect(withMore('comparable from: Q2 2015/16').comparableFrom).toEqual({
      from: { year: 2015, number: 2 },
      reason: null,
    });
  });

  test.each([
    ['dead band: 1', `${SECOND}["dead band"]: expected a width such as 10% or 2 points`],
    ['comparable from: 2015', 'expected a quarter such as Q1 2015/16, but found "2015"'],
    ['comparable from: { reason: New }', '.quarter: expected a quarter such as Q1 2015/16'],
    ['suppress small counts: yes please', 'expected true or false, but found "yes please"'],
  ])('%s is refused', (words, expected) => {
    expect(faultsOfFlow(words).join('\n')).toContain(
      expected.replace('["dead band"]', '.dead band'),
    );
  });
});

test.each([
  ['{ above: 100 }', 'higher', 'no percentage is above 100: is "at least: 100" meant?'],
  ['{ below: 0 }', 'lower', 'nothing that is counted is below 0: is "at most: 0" meant?'],
])('%s can never be met where %s is better', (target, polarity, expected) => {
  const text = spoilt([LEVEL, target], ['polarity: higher', `polarity: ${polarity}`]);
  expect(faultsOf(text)).toEqual([`barnet.yaml line 18, ${FIRST}.target: ${expected}`]);
});

test('percentages that are said to add up over the year need a profile', () => {
  const flow = spoilt(['unit: victims', 'unit: "%"']);
  expect(faultsOf(flow)).toEqual([
    `barnet.yaml line 23, ${SECOND}.kind: percentages of different quarters do not add up: this is a level, or it needs a profile.`,
  ]);
  expect(faultsOf(flow.replace(FLOW, `${FLOW}\n        profile: [10, 20, 40, 60]`))).toEqual([]);
});
