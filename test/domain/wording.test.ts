import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { decimal } from '../../src/domain/decimal.ts';
import type { Assessment } from '../../src/domain/judging/assessment.ts';
import { POSITIONS } from '../../src/domain/judging/assessment.ts';
import type { Measure } from '../../src/domain/measure.ts';
import { asDifference } from '../../src/domain/quantities.ts';
import {
  digestLine,
  headline,
  nothingSaidYet,
  willShowAs,
} from '../../src/domain/wording/headline.ts';
import { officerDiffers } from '../../src/domain/wording/officer.ts';
import { positionSymbol, positionWord } from '../../src/domain/wording/position-words.ts';
import { printAnswer } from '../../src/domain/wording/print-answer.ts';
import { printDifference, printNeed, printValue } from '../../src/domain/wording/print-value.ts';
import { qualifierLines } from '../../src/domain/wording/qualifier-lines.ts';
import {
  baselineLine,
  levelNeededLine,
  outlookLine,
  positionLine,
  targetLine,
  travelLine,
} from '../../src/domain/wording/status-lines.ts';
import { whyParagraphs } from '../../src/domain/wording/why.ts';
import { wordsBeyondNumber } from '../../src/domain/wording/words-beyond-number.ts';
import {
  added,
  atLeast,
  atMost,
  bands,
  filed,
  flow,
  judged,
  judgedOn,
  known,
  measure,
  number,
  Q1,
  quarter,
  share,
  target,
  toDate,
} from './judge-fixtures.ts';

const entrants = flow({
  ref: '1.1',
  shortTitle: 'First time entrants',
  unit: 'per 100,000 young people',
  polarity: 'lower',
  baseline: known(286),
  target: { ...atMost(293), text: 'Reduction to 293 per 100k of population' },
});
const entrantsNow = judged(entrants, [added(95, Q1)]);
const prison = measure({ baseline: known(24), target: { ...atLeast(41), text: '41%' } });
const prisonNow = judged(prison, [filed(number(17))]);
const victimsNow = judged(flow(), [added(34, Q1)]);

const below = (value: number) => target({ kind: 'below', value: decimal(value) });
const between = (low: number, high: number) =>
  target({ kind: 'between', low: decimal(low), high: decimal(high) });

describe('values', () => {
  test.each([
    ['77', '%', '77%'],
    ['34', 'victims', '34 victims'],
    ['1', 'victims', '1 victim'],
    ['1', 'young people', '1 young person'],
    ['1', 'offences per person per year', '1 offence per person per year'],
    ['1', 'cases', '1 case'],
    ['1', 'families', '1 family'],
    ['1', 'staff', '1 staff'],
    ['1', 'per 100,000 young people', '1 per 100,000 young people'],
    ['380', 'per 100,000 young people', '380 per 100,000 young people'],
    ['0.72', 'offences per person per year', '0.72 offences per person per year'],
    ['236674', '£', '£236,674'],
    ['-5', '£', '-£5'],
    ['4.75', '', '4.75'],
  ])('%s in "%s" is %s', (value, unit, printed) => {
    expect(printValue(decimal(value), unit)).toBe(printed);
  });

  test('differences between percentages are points', () => {
    const print = (value: number | string) => printDifference(asDifference(decimal(value)), '%');
    expect([print(24), print(1), print(-1), print('0.001')]).toEqual([
      '24 points',
      '1 point',
      '-1 point',
      '0.001 points',
    ]);
  });

  test('other differences are in the unit', () => {
    expect(printDifference(asDifference(decimal(1)), 'victims')).toBe('1 victim');
  });

  test.each([
    [{ kind: 'at_least', value: decimal(41) }, '%', 'at least 41%'],
    [{ kind: 'at_most', value: decimal('73.25') }, 'per 1,000', 'at most 73.25 per 1,000'],
    [{ kind: 'below', value: decimal('4.75') }, '', 'below 4.75'],
    [{ kind: 'above', value: decimal(1) }, 'victims', 'above 1 victim'],
    [
      { kind: 'between', low: decimal(10), high: decimal(20) },
      'victims',
      'between 10 and 20 victims',
    ],
  ] as const)('a need of %o is said plainly', (need, unit, printed) => {
    expect(printNeed(need, unit)).toBe(printed);
  });

  test.each([
    [share(7, 41), '%', '17.07% (7 of 41)'],
    [number('1.2345'), '', '1.2345'],
    [number(34, 'this_quarter'), 'victims', '34 victims (this quarter only)'],
    [number(34, 'year_to_date'), 'victims', '34 victims (year to date)'],
    [{ kind: 'no_cases' }, '%', 'no cases'],
    [{ kind: 'not_started' }, '%', 'not started'],
    [{ kind: 'not_due' }, '%', 'not due'],
    [{ kind: 'not_available', expected: null }, '%', 'not yet available'],
    [
      { kind: 'not_available', expected: Temporal.PlainDate.from('2015-08-03') },
      '%',
      'not yet available, expected on 3 August 2015',
    ],
  ] as const)('an answer of %o is said as it was filed', (answer, unit, printed) => {
    expect(printAnswer(answer, unit)).toBe(printed);
  });
});

describe('positions', () => {
  test('each has a symbol and a word of its own', () => {
    const words = POSITIONS.map((position) => positionWord(position, Q1));
    expect([new Set(words).size, words.every((word) => word !== '')]).toEqual([
      POSITIONS.length,
      true,
    ]);
  });

  test('a verdict is green, orange or red and anything else is not', () => {
    expect(POSITIONS.map(positionSymbol).join('')).toBe('🟢🟢🟠🔴⚪⚪⚪⚪⚪⚪❔⚪');
  });

  test('a target is met or missed only at the end of the year', () => {
    expect([
      positionWord('on_track', quarter(3)),
      positionWord('on_track', quarter(4)),
      positionWord('off_track', quarter(4)),
      positionWord('marginal', quarter(4)),
      positionWord('exceeding', quarter(4)),
    ]).toEqual([
      'On track',
      'Target met',
      'Target not met',
      'Target narrowly missed',
      'Target exceeded',
    ]);
  });

  test('a target over three years is not met at the end of one', () => {
    expect(positionWord('on_track', quarter(4), { ...atLeast(41), years: 3 })).toBe('On track');
  });
});

describe('headlines', () => {
  test.each([
    ['a full stop at its end is left out', 'Plans in ten days. ', ' (Plans in ten days).'],
    ['forty characters are still a name', 'x'.repeat(40), ` (${'x'.repeat(40)}).`],
    ['nothing is made of nothing but full stops', '...', '.'],
    ['what is longer would hide the finding', 'x'.repeat(41), '.'],
  ])('of a measure’s name %s', (_, shortTitle, ending) => {
    const finding = '2.4 is off track: 17% against 41% needed';
    expect(headline(judgedOn(17, { shortTitle }))).toBe(`${finding}${ending}`);
  });

  test.each([
    [prisonNow, '2.4 is off track: 17% against 41% needed (Engagement after prison).'],
    [
      entrantsNow,
      '1.1 is off track: 95 per 100,000 young people so far, at most 73.25 needed by now (First time entrants).',
    ],
    [
      judged(measure(), [filed({ kind: 'no_cases' })]),
      '2.4 (Engagement after prison) had no cases to report in Q1 2015/16.',
    ],
    [
      judged(measure(), [filed({ kind: 'not_started' })]),
      '2.4 (Engagement after prison) has not started.',
    ],
    [
      judged(measure(), []),
      'No figure has been filed for 2.4 (Engagement after prison) for Q1 2015/16.',
    ],
    [
      judged(measure({ dataLagQuarters: 1 }), []),
      '2.4 (Engagement after prison) has no figure due yet for Q1 2015/16.',
    ],
    [
      judged(measure(), [
        filed({ kind: 'not_available', expected: Temporal.PlainDate.from('2015-08-03') }),
      ]),
      '2.4 (Engagement after prison) has no figure yet for Q1 2015/16; it is expected on 3 August 2015.',
    ],
    [
      judgedOn(67, { target: target({ kind: 'none' }) }),
      '2.4 is 67% (Engagement after prison); it has no target to be judged against.',
    ],
    [
      judged(flow(), [added(9, quarter(3))], { at: quarter(3) }),
      '4.1 (Victims supported) cannot be judged yet: its year to date has no figure for Q1 2015/16 and Q2 2015/16.',
    ],
    [
      judged(flow(), [toDate(58, quarter(4))], { at: quarter(4) }),
      '4.1 has narrowly missed its target: 58 victims against 60 needed (Victims supported).',
    ],
    [
      judged(entrants, [toDate(200, quarter(4))], { at: quarter(4) }),
      '1.1 has bettered its target: 200 per 100,000 young people, at most 293 needed (First time entrants).',
    ],
    [
      judged(entrants, [toDate(145, quarter(2))], { at: quarter(2) }),
      '1.1 (First time entrants) cannot be judged yet: 145 per 100,000 young people is ahead under one reading of its target, marginal under another.',
    ],
    [
      judgedOn('99.999', { target: atLeast(100) }),
      '2.4 is marginal: 99.999% against 100% needed (Engagement after prison).',
    ],
  ] as const)('%# are one true sentence', (assessment: Assessment, sentence: string) => {
    expect(headline(assessment)).toBe(sentence);
  });
});

describe('status lines', () => {
  test('the position says how far off and what was allowed', () => {
    expect([
      positionLine(prisonNow),
      positionLine(entrantsNow),
      positionLine(victimsNow),
      positionLine(judgedOn(41)),
      positionLine(judgedOn(39)),
      positionLine(judged(measure(), [filed(number(39))], { tolerance: bands(5, 10) })),
      positionLine(judged(measure(), [filed(number(39))], { tolerance: bands(0, 0) })),
    ]).toEqual([
      'Off track, 24 points short (more than the 10% allowed for marginal)',
      'Off track, 21.75 per 100,000 young people over (more than the 10% allowed for marginal)',
      'Ahead, 19 victims better than needed',
      'On track, exactly the level needed',
      'Marginal, 2 points short (within the 10% allowed for marginal)',
      'On track, 2 points short (within the 5% allowed for on track)',
      'Off track, 2 points short (nothing is allowed for marginal)',
    ]);
  });

  test('the outlook projects a flow and leaves a level as it is', () => {
    expect([outlookLine(entrantsNow), outlookLine(prisonNow)]).toEqual([
      'Off track if nothing changes: 380 per 100,000 young people a year at this rate',
      'Off track if nothing changes',
    ]);
  });

  test('the target keeps the council’s words and says what is needed by now', () => {
    expect([targetLine(prisonNow), targetLine(entrantsNow)]).toEqual([
      "41% (council's words: “41%”)",
      "At most 293 per 100,000 young people for the year (council's words: “Reduction to 293 per 100k of population”); at most 73.25 needed by now (assuming an even share each quarter)",
    ]);
  });

  test('the baseline is compared in points, or in the unit and percent', () => {
    expect([
      baselineLine(prisonNow),
      baselineLine(entrantsNow),
      baselineLine(judgedOn(1, { baseline: { kind: 'to_be_established', text: 'TBC' } })),
    ]).toEqual([
      '24% (2013/14): now 7 points below it, which is worse',
      '286 per 100,000 young people (2013/14): at this rate 94 above it (32.9% more), which is worse',
      "To be established (council's words: “TBC”)",
    ]);
  });

  test('the direction names what it is compared with', () => {
    const before = filed(number(80), { quarter: quarter(4, 2014) });
    expect([
      travelLine(judged(measure(), [filed(number(88)), before])),
      travelLine(prisonNow),
      travelLine(victimsNow),
    ]).toEqual([
      'Better than the previous quarter (Q4 2014/15): 80% then, 88% now',
      'No earlier quarter to compare',
      'No figure from the same quarter last year to compare',
    ]);
  });

  test('each qualifier is a sentence', () => {
    const small = judged(prison, [filed(share(3, 17))]);
    expect(qualifierLines(small)).toEqual([
      'Small numbers: there were 17 cases, fewer than 20.',
      '17.65% is worse than the baseline.',
    ]);
    expect(qualifierLines(small, ['small_numbers'])).toEqual([
      '17.65% is worse than the baseline.',
    ]);
    expect(qualifierLines(judged(measure(), [filed(share(1, 1))]))).toEqual([
      expect.stringContaining('there was 1 case, fewer than 20.'),
    ]);
  });

  test('a correction made after the due date is not called a late figure', () => {
    const corrected = filed(number(41), { late: true, revision: 2 });
    expect(qualifierLines(judged(measure(), [corrected]))).toEqual([
      'This revision was filed after the due date.',
      'The figure has been corrected: this is revision 2.',
    ]);
  });

  test('a target over several years says so where it stands', () => {
    expect(targetLine(judgedOn('5.2', { target: { ...atMost('5.6'), years: 3 } }))).toBe(
      'At most 5.6% over 3 years',
    );
  });

  test('the form says what is needed before there is a figure', () => {
    expect([
      levelNeededLine(flow(), Q1),
      levelNeededLine(entrants, Q1),
      levelNeededLine(measure(), Q1),
      levelNeededLine(measure({ target: target({ kind: 'none' }) }), Q1),
    ]).toEqual([
      'Needed by now: at least 15 of 60 victims',
      'Needed by now: at most 73.25 of 293 per 100,000 young people',
      'Needed: at least 41%',
      'No target: data only',
    ]);
  });
});

describe('digest and form', () => {
  test('a rate is shown as the year it makes, a count as counted', () => {
    expect([digestLine(entrantsNow), digestLine(victimsNow), digestLine(prisonNow)]).toEqual([
      '1.1 First time entrants: 380 a year at this rate, at most 293 wanted.',
      '4.1 Victims supported: 34, 15 needed by now.',
      '2.4 Engagement after prison: 17%, 41% needed.',
    ]);
  });

  test('small numbers are said in the digest', () => {
    expect([
      digestLine(judged(measure(), [filed(number(40), { smallSample: true })])),
      digestLine(judged(measure(), [filed(share(41, 100))])),
      digestLine(judged(measure(), [filed(share(3, 17))])),
    ]).toEqual([
      '2.4 Engagement after prison: 40%, 41% needed (small numbers).',
      '2.4 Engagement after prison: 41%, 41% needed (small numbers: one case would change this).',
      '2.4 Engagement after prison: 17.65%, 41% needed (small numbers: only 17 cases).',
    ]);
  });

  test('the lead sees what a figure will show as before filing it', () => {
    expect([
      willShowAs(victimsNow),
      willShowAs(prisonNow),
      willShowAs(judged(measure(), [filed({ kind: 'no_cases' })])),
    ]).toEqual([
      '4.1 will show as ahead: 34 victims against 15 needed by now (Victims supported).',
      '2.4 will show as off track: 17% against 41% needed (Engagement after prison).',
      '2.4 (Engagement after prison) will show as no cases.',
    ]);
  });
});

test.each([
  [Q1, '2.4 is off track'],
  [quarter(4), '2.4 has not met its target'],
])('in %j a lead who says nothing is told what the committee will ask', (when, verdict) => {
  const told = nothingSaidYet(judged(prison, [filed(number(17), { quarter: when })], { at: when }));
  expect(told).toBe(
    `${verdict} and nothing is said yet about what is being done, by whom and by when.`,
  );
});

describe('the plan’s own words for a target', () => {
  const wordsFor = (text: string, extra: Partial<Measure> = {}): string | null =>
    wordsBeyondNumber(measure({ ...extra, target: { ...(extra.target ?? atLeast(41)), text } }));

  test.each(['41%', ' 41 % ', '41', 'At least 41%', '“41%”.'])(
    '%s only repeats the 41%% that is printed already',
    (text) => {
      expect(wordsFor(text)).toBeNull();
    },
  );

  test.each(['41% of releases', 'above 41%', 'about 41%', '41% or 42%', '42%', '5% reduction'])(
    '%s says more',
    (text) => {
      expect(wordsFor(text)).toBe(text);
    },
  );

  test.each([
    ['20 victims', { unit: 'victims', target: atLeast(20) }, null],
    ['1,500', { unit: 'victims', target: atLeast(1500) }, null],
    ['At most 293', { unit: 'per 100,000 young people', target: atMost(293) }, null],
    ['293', { unit: 'per 100,000 young people', target: atMost(293) }, null],
    ['60%', { unit: 'victims', target: atLeast(60) }, '60%'],
    ['Maintain or reduce below 19', { target: below(19) }, 'Maintain or reduce below 19'],
    ['Below 19', { unit: 'young people', target: below(19) }, null],
    ['between 10 and 20', { target: between(10, 20) }, null],
    ['10% to 20%', { target: between(10, 20) }, null],
    ['10 to 25', { target: between(10, 20) }, '10 to 25'],
    ['none yet', { target: target({ kind: 'none' }) }, 'none yet'],
  ] as const)('“%s” beside %j', (text, extra, words) => {
    expect(wordsFor(text, extra)).toBe(words);
  });

  test('there are none where the catalogue gives none', () => {
    expect(wordsBeyondNumber(measure())).toBeNull();
  });
});

describe('why', () => {
  test('a verdict is explained in plain words, then in figures', () => {
    expect(whyParagraphs(prisonNow)).toEqual([
      'Needed: at least 41%. A percentage is judged each quarter on its own, so the whole target applies already. The figure of 17% is 24 points short. Up to 4.1 points short (10% of 41) would have been marginal.',
      'Figure: 17% for Q1 2015/16.',
      "Target of the 2015/16 plan, in the council's words: “41%”.",
      'Level needed: at least 41%, the whole target in every quarter.',
      'Gap: 17% less 41% is -24 points (-58.5% of the level needed).',
      'Tolerance: up to 10% short of the level needed is marginal, more is off track (set for the whole programme).',
      'Rule: beyond the marginal tolerance: off track.',
      'Outlook: 17% at year end if nothing changes, against at least 41%: off track.',
    ]);
  });

  test.each([
    [
      judged(entrants, [added(95, Q1)], { tolerance: bands(5, 10) }),
      'up to 5% over the level needed is on track, up to 10% is marginal, more is off track',
    ],
    [
      judged(measure(), [filed(number(17))], { tolerance: bands(10, 10) }),
      'up to 10% short of the level needed is on track, more is off track',
    ],
    [
      judged(measure(), [filed(number(17))], { tolerance: bands(0, 0) }),
      'none; anything short of the level needed is off track',
    ],
  ] as const)('%# the tolerance is said in the direction that counts', (assessment, tolerance) => {
    expect(whyParagraphs(assessment)).toContain(
      `Tolerance: ${tolerance} (set for the whole programme).`,
    );
  });

  test('at the end of the year the tolerance speaks of the target', () => {
    const year = judged(flow(), [toDate(58, quarter(4))], { at: quarter(4) });
    expect(positionLine(year)).toBe(
      'Target narrowly missed, 2 victims short (within the 10% allowed for a narrow miss)',
    );
    expect(whyParagraphs(year)).toContain(
      'Tolerance: up to 10% short of the level needed is target narrowly missed, more misses it (set for the whole programme).',
    );
  });

  test('a gap is printed to the places of its terms', () => {
    expect(whyParagraphs(judged(measure(), [filed(share(15, 41))]))).toContain(
      'Gap: 36.5854% less 41% is -4.4146 points (-10.8% of the level needed).',
    );
  });

  test('what qualifies the figure is part of the answer', () => {
    const figure = filed(number(78), { smallSample: true, provisional: true });
    expect(whyParagraphs(judged(measure(), [figure])).at(-1)).toBe(
      'Bear in mind: The figure is provisional and may change. Small numbers: the return says that few cases stand behind this figure.',
    );
  });

  test('an officer’s judgement that differs is answered', () => {
    const figure = filed(number(41), { judgement: 'Performance on line to exceeding target' });
    expect(whyParagraphs(judged(measure(), [figure])).at(-1)).toBe(
      "The officer's judgement differs and is kept beside this one: “Performance on line to exceeding target”.",
    );
  });

  test('a year to date shows how its quarters were combined', () => {
    const figures = [added(10, quarter(1)), toDate(25, quarter(2)), added(5, quarter(3))];
    expect(whyParagraphs(judged(flow(), figures, { at: quarter(3) }))).toContain(
      'Year to date: Q2 25 (year to date, in place of the quarters before it) + Q3 5 = 30.',
    );
  });

  test('every reading of a doubtful target is shown with what it comes to', () => {
    expect(whyParagraphs(entrantsNow).at(-1)).toBe(
      'Readings tried: as printed (at most 73.25): off track; as no worse than the baseline (at most 71.5): off track. They agree, so the verdict is given with the question.',
    );
  });

  test('a missing quarter is named', () => {
    const [plain] = whyParagraphs(judged(flow(), [added(9, quarter(2))], { at: quarter(2) }));
    expect(plain).toContain('has no figure for Q1 2015/16');
  });
});

describe('the officer’s judgement', () => {
  const differs = (value: number, judgement: string | null) =>
    officerDiffers(judged(measure(), [filed(number(value), { judgement })]));

  test.each([
    [41, 'Target met – Q1 performance on line to exceeding target'],
    [17, 'Target met – Q1 performance on line to achieve target'],
    [17, 'Target not yet met – marginally below level required to achieve target'],
    [77, 'Performance not currently on line to achieve target'],
  ])('differs where %d%% of 41%% is called "%s"', (value, judgement) => {
    expect(differs(value, judgement)).toBe(true);
  });

  test.each([
    [77, 'Target met – Q1 performance on line to exceed target'],
    [77, 'Target met – Q1 performance on line to achieve target'],
    [41, 'Target met – Q1 performance on line to achieve target'],
    [39, 'Target not yet met – marginally below level required to achieve target'],
    [17, 'Performance not currently on line to archive target'],
    [17, 'This annualized rate based on Q1 falls short of the year-end target'],
    [17, 'A good quarter'],
    [17, null],
  ])('does not differ where %d%% of 41%% is called "%s"', (value, judgement) => {
    expect(differs(value, judgement)).toBe(false);
  });

  test('cannot differ from a position that is no verdict', () => {
    const figure = filed({ kind: 'no_cases' }, { judgement: 'Target met' });
    expect(officerDiffers(judged(measure(), [figure]))).toBe(false);
  });
});
