import { expect, test } from 'vitest';
import { assessmentJson } from '../../src/application/assessment-json.ts';
import type { Quarter } from '../../src/domain/calendar/calendar.ts';
import { decimal } from '../../src/domain/decimal.ts';
import type { Basis, FiledFigure } from '../../src/domain/figure.ts';
import { judge } from '../../src/domain/judging/judge.ts';
import { type Measure, measuresOf } from '../../src/domain/measure.ts';
import { barnet } from '../support/barnet.ts';

const Q1: Quarter = { year: 2015, number: 1 };
const Q2: Quarter = { year: 2015, number: 2 };
const document = barnet();

const measure = (ref: string): Measure => {
  const found = measuresOf(document.programme).find((candidate) => candidate.ref === ref);
  if (found === undefined) throw new Error(`The example has no measure ${ref}`);
  return found;
};

const filed = (ref: string): readonly FiledFigure[] =>
  document.submissions.flatMap(({ figures }) =>
    figures
      .filter((entry) => entry.ref === ref)
      .map(({ figure }) => ({ ...figure, ref, quarter: Q1, revision: 1, late: false })),
  );

const jsonOf = (definition: Measure, figures: readonly FiledFigure[], quarter = Q1) =>
  assessmentJson(
    judge({
      measure: definition,
      quarter,
      figures,
      programmeTolerance: document.programme.tolerance,
    }),
    null,
  );

const seed = (ref: string) => jsonOf(measure(ref), filed(ref));

const second = (value: number, basis: Basis): FiledFigure => ({
  ref: '4.1',
  quarter: Q2,
  revision: 1,
  late: false,
  answer: { kind: 'number', value: decimal(value), share: null, basis },
  provisional: false,
  commentary: null,
  awaited: null,
  action: null,
  smallSample: false,
  judgement: null,
});

test('a judged percentage has its numbers as numbers and its absences as null', () => {
  const { why, title, ...rest } = seed('2.4');
  expect(title).toContain('on release from prison');
  expect(why.length).toBeGreaterThan(1);
  expect(rest).toEqual({
    ref: '2.4',
    project: 2,
    quarter: 'Q1 2015/16',
    unit: '%',
    polarity: 'higher',
    kind: 'level',
    figure: 17,
    basis: null,
    baseline: 24,
    target: 41,
    needed: 41,
    position: 'off_track',
    outlook: { value: 17, position: 'off_track' },
    qualifiers: ['worse_than_baseline'],
    gap: -24,
    travel: null,
    officer: 'Performance not currently on line to archive target',
    remaining: null,
    share: null,
    yearShare: null,
    wanted: 'at_least',
    gapPercent: decimal(-2400).div(41).toNumber(),
    onBaseline: { value: 17, difference: -7, percent: decimal(-700).div(24).toNumber() },
    tolerance: {
      onTrack: { size: 0, in: 'percent' },
      marginal: { size: 10, in: 'percent' },
      edges: 'inclusive',
      of: 'level',
      setBy: 'programme',
    },
    questions: [],
    commentary: null,
    settled: false,
    outcome: null,
  });
});

test('a decimal is the number that was filed, and a relative target the level it comes to', () => {
  expect(seed('3.1')).toMatchObject({ figure: 1.51, needed: 2.4735, gap: -0.9635 });
});

test('what is strict, what is asked and what was said are there too', () => {
  expect(seed('1.2')).toMatchObject({
    wanted: 'below',
    questions: [expect.stringContaining('is exactly 19 young people good enough?')],
    onBaseline: { value: 0, percent: -100 },
  });
  expect(seed('4.3')).toMatchObject({ gap: null, gapPercent: null, onBaseline: null });
  expect(seed('2.1').commentary).toBe(filed('2.1')[0]?.commentary ?? null);
});

test('a flow says what its figure covers', () => {
  expect(seed('4.1')).toMatchObject({ figure: 34, basis: 'this quarter', target: 60, needed: 15 });
});

test.each([
  ['adds to the year so far', second(20, 'this_quarter')],
  ['replaces the year so far', second(54, 'year_to_date')],
])('in the second quarter the figure is the year to date: a figure that %s', (_, figure) => {
  expect(jsonOf(measure('4.1'), [...filed('4.1'), figure], Q2)).toMatchObject({
    figure: 54,
    basis: 'year to date',
    needed: 30,
    gap: 24,
  });
});

test('a year to date that cannot be added up leaves the figure filed, with its own basis', () => {
  expect(jsonOf(measure('4.1'), [second(20, 'this_quarter')], Q2)).toMatchObject({
    figure: 20,
    basis: 'this quarter',
    position: 'query',
    gap: null,
  });
});

test('what the rest of the year has to bring is in numbers', () => {
  expect(seed('5.1').remaining).toEqual({
    kind: 'to_do',
    left: 50,
    quarters: 3,
    perQuarter: decimal(50).div(3).toNumber(),
  });
  const nothing = { left: null, quarters: null, perQuarter: null };
  expect(jsonOf(measure('4.1'), [second(60, 'year_to_date')], Q2).remaining).toEqual({
    kind: 'reached',
    ...nothing,
  });
  const most: Measure = {
    ...measure('4.1'),
    polarity: 'lower',
    target: { ...measure('4.1').target, rule: { kind: 'at_most', value: decimal(60) } },
  };
  expect(jsonOf(most, [second(67, 'year_to_date')], Q2).remaining).toEqual({
    ...nothing,
    kind: 'impossible',
    left: -7,
  });
});

test('a share has its counts, of the quarter and of the year so far', () => {
  const counted = (quarter: Quarter, numerator: number, denominator: number): FiledFigure => ({
    ...second(0, 'this_quarter'),
    quarter,
    answer: {
      kind: 'number',
      value: decimal(numerator).times(100).div(denominator),
      share: { numerator: decimal(numerator), denominator: decimal(denominator) },
      basis: null,
    },
  });
  expect(jsonOf(measure('2.4'), [counted(Q1, 7, 40), counted(Q2, 3, 10)], Q2)).toMatchObject({
    figure: 30,
    share: { numerator: 3, denominator: 10 },
    yearShare: { numerator: 10, denominator: 50 },
  });
});

test('the last quarter settles the target', () => {
  const Q4: Quarter = { year: 2015, number: 4 };
  const figure = { ...second(61, 'year_to_date'), quarter: Q4 };
  expect(jsonOf(measure('4.1'), [figure], Q4)).toMatchObject({ settled: true, remaining: null });
});

test('no cases is no figure', () => {
  expect(seed('4.3')).toMatchObject({
    figure: null,
    gap: null,
    outlook: null,
    position: 'no_cases',
  });
});

test('without a target there is nothing needed', () => {
  expect(seed('4.2b')).toMatchObject({ figure: 67, target: null, needed: null, officer: null });
});

test('a range is its two ends', () => {
  const rule = { kind: 'between', low: decimal(70), high: decimal('80.5') } as const;
  const range: Measure = {
    ...measure('2.1'),
    polarity: 'range',
    target: { ...measure('2.1').target, rule, text: null },
  };
  expect(jsonOf(range, filed('2.1'))).toMatchObject({ target: [70, 80.5], needed: [70, 80.5] });
});

test('direction of travel names what it is compared with', () => {
  const now = filed('2.4').map((figure) => ({ ...figure, quarter: Q2 }));
  expect(jsonOf(measure('2.4'), [...filed('2.4'), ...now], Q2).travel).toEqual({
    direction: 'level',
    with: 'previous_quarter',
    quarter: 'Q1 2015/16',
    from: 17,
    to: 17,
  });
});
