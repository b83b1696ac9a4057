import { describe, expect, test } from 'vitest';
import type { Quarter } from '../../../src/domain/calendar/calendar.ts';
import { decimal } from '../../../src/domain/decimal.ts';
import type { FiledFigure } from '../../../src/domain/figure.ts';
import type { Finding } from '../../../src/domain/lint/finding.ts';
import { lintProgramme } from '../../../src/domain/lint/lint-programme.ts';
import type { Measure, Programme, Project } from '../../../src/domain/measure.ts';
import {
  added,
  atLeast,
  atMost,
  bands,
  filed,
  flow,
  known,
  measure,
  number,
  quarter,
  target,
  toDate,
} from '../judge-fixtures.ts';

const programmeOf = (measures: readonly Measure[], project: Partial<Project> = {}): Programme => ({
  title: 'Programme',
  body: 'Committee',
  year: 2015,
  channel: 'channel',
  coordinators: ['coordinator@example.org'],
  managers: [],
  tolerance: bands(0, 10),
  projects: [
    {
      number: 2,
      title: 'Reducing offending',
      agency: 'Public Health',
      leads: ['lead@example.org'],
      deputies: [],
      manager: null,
      measures,
      ...project,
    },
  ],
});

const lint = (measures: readonly Measure[], figures: readonly FiledFigure[] = []) => {
  const byRef = new Map(
    measures.map(({ ref }) => [ref, figures.filter((figure) => figure.ref === ref)]),
  );
  return lintProgramme({ programme: programmeOf(measures), figures: byRef });
};

const codes = (findings: readonly Finding[]) => findings.map(({ code }) => code);
const words = (findings: readonly Finding[]) =>
  findings.map(({ found, ask }) => `${found} ${ask}`).join('\n');
const at = (ref: string, figures: readonly FiledFigure[]): readonly FiledFigure[] =>
  figures.map((figure) => ({ ...figure, ref }));
const none = (text: string | null = null) => target({ kind: 'none' }, { text });
const year = (...values: readonly number[]): readonly FiledFigure[] =>
  values.map((value, index) => added(value, quarter((index + 1) as Quarter['number'])));

test('a sound definition is asked nothing', () => {
  expect(lint([measure({ baseline: known(24) }), flow()])).toEqual([]);
});

describe('a target', () => {
  test('that is missing is asked about, unless the plan says that the figure is for information', () => {
    expect(words(lint([measure({ target: none() })]))).toBe(
      '2.4 has no target to be judged against. Is it for information only?',
    );
    expect(lint([measure({ target: none('Data only') })])).toEqual([]);
  });

  test('that the plan gives in words only is quoted', () => {
    expect(words(lint([measure({ target: none('85% satisfied') })]))).toContain(
      'no target to be judged against, though the plan says “85% satisfied”.',
    );
  });

  test('that no part of an outcome has is asked about once', () => {
    const partOf = { ref: '4.2', title: 'Satisfaction' };
    const part = (ref: string, extra: Partial<Measure>) => measure({ ref, partOf, ...extra });
    const parts = [part('4.2a', { target: none() }), part('4.2b', { target: none() })];
    expect(words(lint(parts))).toBe(
      'No part of 4.2 has a target to be judged against. Is it for information only?',
    );
    expect(lint([part('4.2a', { target: atLeast(85) }), part('4.2b', { target: none() })])).toEqual(
      [],
    );
  });

  test('that was set only later in the year is not missing, and is looked at like any other', () => {
    const later = (value: number) => ({
      ...atLeast(value),
      revision: { from: quarter(1), reason: 'Agreed in May.', by: null },
    });
    expect(lint([measure({ target: none(), revisedTargets: [later(41)] })])).toEqual([]);
    expect(codes(lint([measure({ target: none(), revisedTargets: [later(0)] })]))).toEqual([
      'zero_target',
    ]);
  });

  test('of at least nought, which every figure meets', () => {
    expect(words(lint([measure({ target: atLeast(0) })]))).toContain(
      'The target of 2.4 is at least 0%, which every figure meets.',
    );
  });

  test('of at most nought is asked about only where the plan does not say nought', () => {
    const never = (text: string | null) =>
      measure({
        polarity: 'lower',
        target: target({ kind: 'at_most', value: decimal(0) }, { text }),
      });
    expect(codes(lint([never(null)]))).toEqual(['zero_target']);
    expect(codes(lint([never('No repeat victims')]))).toEqual([]);
  });

  test('of more than 100%, computed from its baseline', () => {
    const rise = target({ kind: 'change', percent: decimal(10) });
    expect(words(lint([measure({ baseline: known(95), target: rise })]))).toBe(
      'The target of 2.4 comes to 104.5%, more than all there is. Is the change meant in points, or is the baseline wrong?',
    );
    expect(lint([measure({ baseline: known(90), target: rise })])).toEqual([]);
  });

  test('set against a baseline that is not known', () => {
    const unknown = measure({
      baseline: { kind: 'to_be_established', text: null },
      target: target({ kind: 'change', percent: decimal(5) }),
    });
    expect(codes(lint([unknown]))).toEqual(['baseline_unknown']);
  });
});

describe('a profile', () => {
  const profile = (...levels: readonly [number, number, number, number]) =>
    flow({
      profile: [decimal(levels[0]), decimal(levels[1]), decimal(levels[2]), decimal(levels[3])],
    });

  test('that falls, or ends elsewhere than its target', () => {
    expect(words(lint([profile(15, 12, 45, 60)]))).toContain(
      'The profile of 4.1 falls (15, 12, 45, 60)',
    );
    expect(words(lint([profile(15, 30, 45, 50)]))).toContain(
      'The profile of 4.1 ends at 50 victims, and its target is 60 victims.',
    );
    expect(lint([profile(10, 20, 30, 60)])).toEqual([]);
  });

  test('of one year of several ends at the level of that year', () => {
    const levels = [
      { year: 2015, value: decimal(60) },
      { year: 2016, value: decimal(80) },
    ];
    const rule = { kind: 'at_least', value: decimal(80) } as const;
    const years = target(rule, { years: 2, path: { kind: 'milestones', levels } });
    expect(lint([{ ...profile(15, 30, 45, 60), target: years }])).toEqual([]);
    expect(codes(lint([{ ...profile(15, 30, 45, 70), target: years }]))).toEqual([
      'profile_misses_target',
    ]);
  });

  test('keeps its shape where the target is revised within the year', () => {
    const revision = { from: quarter(2), reason: 'More referrals', by: null };
    const revised = target({ kind: 'at_least', value: decimal(80) }, { revision });
    const of = { ...profile(15, 30, 45, 60), revisedTargets: [revised] };
    expect(lint([of], at('4.1', year(15, 25)))).toEqual([]);
  });
});

describe('a polarity', () => {
  test.each([
    ['Reduction in repeat victims', 'higher'],
    ['A reduction of offending', 'higher'],
    ['Fewer first time entrants', 'higher'],
    ['Increase in engagement', 'lower'],
    ['Increased engagement', 'lower'],
  ] as const)('contradicts “%s” where %s is better', (title, polarity) => {
    const found = lint([measure({ title, polarity, target: none('Data only') })]);
    expect(codes(found)).toEqual(['polarity_contradicts_wording']);
    expect(words(found)).toContain(`judged as better the ${polarity} it is. Which way is better?`);
  });

  test('contradicts the wording of the target too', () => {
    const text = '5% reduction from baseline';
    expect(
      codes(
        lint([measure({ target: target({ kind: 'at_least', value: decimal(41) }, { text }) })]),
      ),
    ).toEqual(['polarity_contradicts_wording']);
  });

  test.each([
    ['Recipients who feel safer and report a reduced fear', 'higher', '%'],
    ['Reduced-price locks fitted', 'higher', 'locks'],
    ['Reduction in offending', 'higher', '% reduction'],
    ['Reduction in repeat victims', 'lower', '%'],
    ['Increase in engagement', 'higher', '%'],
    ['Reduction in waiting', 'range', 'days'],
  ] as const)('does not contradict “%s”, %s, in %s', (title, polarity, unit) => {
    expect(lint([measure({ title, polarity, unit, target: none('Data only') })])).toEqual([]);
  });
});

describe('a baseline’s period', () => {
  const of = (period: string, text: string | null = null) =>
    measure({ baseline: { kind: 'known', value: decimal(24), period, text } });

  test.each(['2013/10', '2013/15', '2013/2015', '2013/13'])('%s is no financial year', (period) => {
    expect(words(lint([of(period)]))).toBe(
      `The baseline of 2.4 names “${period}”, which is no financial year. Which year is meant?`,
    );
  });

  test('that names no year is asked for it', () => {
    expect(words(lint([of('last year')]))).toContain('is of “last year”, which names no year.');
  });

  test.each([
    ['2013/14', null],
    ['1999/00', null],
    ['2013/2014', null],
    ['14/15', null],
    ['April 2013 to March 2014', null],
    ['01/04/2013 to 31/03/2014', null],
    ['average of 2010/11 to 2012/13', null],
    ['last year', '24% in 2014/15'],
  ])('%s (%s) is one', (period, text) => {
    expect(lint([of(period, text)])).toEqual([]);
  });
});

describe('a share that takes others together', () => {
  const share = (ref: string, title: string, baseline: number) =>
    measure({ ref, title, baseline: known(baseline), target: atLeast(baseline) });
  const parts = [
    share('2.1', 'Satisfaction of men who were supported', 40),
    share('2.2', 'Satisfaction of women who were supported', 60),
  ];
  const whole = (baseline: number, title = 'Satisfaction of men and women who were supported') =>
    share('2.3', title, baseline);

  test.each([80, 30])(
    'cannot have a baseline of %i per cent over parts of 40 and 60',
    (baseline) => {
      expect(codes(lint([...parts, whole(baseline)]))).toEqual(['pooled_outside_parts']);
    },
  );

  test.each([40, 45, 60])('may have one of %i per cent', (baseline) => {
    expect(lint([...parts, whole(baseline)])).toEqual([]);
  });

  test.each(['Victims who would recommend the service', 'Men and women waiting for a first visit'])(
    'is not guessed at from a title about something else: “%s”',
    (title) => {
      expect(lint([...parts, whole(80, title)])).toEqual([]);
    },
  );

  test('cannot have a figure outside theirs either', () => {
    const figures = [
      ...at('2.1', [filed(number(40), { commentary: 'As it was.' })]),
      ...at('2.2', [filed(number(60), { commentary: 'As it was.' })]),
      ...at('2.3', [filed(number(62), { commentary: 'As it was.' })]),
    ];
    const found = lint([...parts, whole(50)], figures);
    expect(words(found)).toBe(
      'By its title 2.3 takes 2.1 and 2.2 together, and its 62% lies outside theirs, 40% and 60%. Which of them is right?',
    );
    expect(found[0]).toMatchObject({ quarter: quarter(1), whom: { agency: 'Public Health' } });
  });

  test('may have been rounded past the edge of theirs', () => {
    const figures = [
      ...at('2.1', [filed(number(50))]),
      ...at('2.2', [filed(number(60))]),
      ...at('2.3', [filed(number(61))]),
    ];
    expect(lint([...parts, whole(50)], figures)).toEqual([]);
  });
});

describe('a target out of reach', () => {
  test('is one to stay below that has been passed', () => {
    const entrants = flow({ polarity: 'lower', target: atMost(60) });
    const found = lint(
      [entrants],
      at('4.1', year(30, 31)).map((each) => ({ ...each, commentary: 'More came.' })),
    );
    expect(words(found)).toBe(
      '4.1 stands at 61 victims after Q2, and its target for the year is at most 60: what has been counted cannot become less. Is the target still the right one, and what is the committee to be told?',
    );
  });

  test('is one that needs more than three times the best quarter in each quarter left', () => {
    const said = (figures: readonly FiledFigure[]) =>
      at('4.1', figures).map((each) => ({ ...each, commentary: 'Few came.' }));
    expect(words(lint([flow()], said(year(5, 6, 4))))).toContain(
      '4.1 stands at 15 victims after Q3, and its target for the year is at least 60: each quarter left would need 45, and the best so far was 6.',
    );
    expect(codes(lint([flow()], said(year(8)))), 'a good twice as much each').toEqual([]);
    expect(codes(lint([flow()], said([toDate(5, quarter(1)), toDate(9, quarter(2))])))).toEqual([
      'out_of_reach',
    ]);
    expect(
      codes(lint([flow()], said(year(5, 6, 4, 5)))),
      'once the year is over it is missed',
    ).toEqual([]);
  });
});

describe('what was filed', () => {
  test('is asked about as the lead would have been, with its quarter and the lead agency', () => {
    const found = lint([measure()], at('2.4', [filed(number(17))]));
    expect(found).toMatchObject([
      {
        code: 'no_commentary',
        ref: '2.4',
        quarter: quarter(1),
        whom: { kind: 'lead_agency', agency: 'Public Health' },
      },
    ]);
  });

  test('well past its target is news when it is filed and no fault in a record', () => {
    expect(lint([measure()], at('2.4', [filed(number(90))]))).toEqual([]);
  });

  test('in each quarter of the year is held against those before it', () => {
    const figures = at('2.4', [
      filed(number(50)),
      filed(number(5), { quarter: quarter(2), commentary: 'Few came.' }),
      filed(number(51), { quarter: quarter(3) }),
    ]);
    expect(lint([measure()], figures)).toMatchObject([
      { code: 'decimal_point', quarter: quarter(2) },
    ]);
  });

  test('in another year is history', () => {
    const figures = at('2.4', [filed(number(17), { quarter: quarter(1, 2014) })]);
    expect(lint([measure()], figures)).toEqual([]);
  });
});

test('a reference used twice is named once, and a project without a lead is asked whose it is', () => {
  expect(codes(lint([measure(), measure()]))).toContain('duplicate_reference');
  const programme = programmeOf([measure()], { leads: [] });
  expect(lintProgramme({ programme, figures: new Map() })).toMatchObject([
    { code: 'no_lead', ref: null, whom: { kind: 'coordinator' } },
  ]);
});
