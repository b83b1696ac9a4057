import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCatalogue } from '../../src/catalogue/read-catalogue.ts';
import type { Quarter } from '../../src/domain/calendar/calendar.ts';
import type { CatalogueDocument } from '../../src/domain/catalogue-document.ts';
import { type Decimal, decimal, printDecimal } from '../../src/domain/decimal.ts';
import type { FiledFigure } from '../../src/domain/figure.ts';
import type { Assessment, Position, Qualifier } from '../../src/domain/judging/assessment.ts';
import { judge } from '../../src/domain/judging/judge.ts';
import { measuresOf } from '../../src/domain/measure.ts';
import { percentOf } from '../../src/domain/quantities.ts';
import { headline } from '../../src/domain/wording/headline.ts';
import { officerDiffers } from '../../src/domain/wording/officer.ts';
import { positionWord } from '../../src/domain/wording/position-words.ts';
import { whyParagraphs } from '../../src/domain/wording/why.ts';

const FILE = 'barnet-2015-16.yaml';
const Q1: Quarter = { year: 2015, number: 1 };

const readSeed = (): CatalogueDocument => {
  const text = readFileSync(new URL(`../../examples/${FILE}`, import.meta.url), 'utf8');
  const read = readCatalogue(text, FILE);
  if (!read.ok) throw new Error(`${FILE} is refused: ${JSON.stringify(read.fault)}`);
  return read.value;
};

const figuresIn = ({ submissions }: CatalogueDocument): readonly FiledFigure[] =>
  submissions.flatMap(({ quarter, figures }) =>
    figures.map(({ ref, figure }) => ({ ...figure, ref, quarter, revision: 1, late: false })),
  );

const seed = readSeed();
const figures = figuresIn(seed);

/** Every measure of the committee appendix, judged at Q1 2015/16. */
const assessments: readonly Assessment[] = measuresOf(seed.programme).map((measure) =>
  judge({
    measure,
    quarter: Q1,
    figures: figures.filter(({ ref }) => ref === measure.ref),
    programmeTolerance: seed.programme.tolerance,
  }),
);

const assessed = (ref: string): Assessment => {
  const found = assessments.find(({ measure }) => measure.ref === ref);
  if (found === undefined) throw new Error(`The example has no measure ${ref}.`);
  return found;
};

type Row = readonly [ref: string, needed: string | null, position: Position, Qualifier[]];

const TABLE: readonly Row[] = [
  [
    '1.1',
    '73.25',
    'off_track',
    ['annualised', 'assumed_profile', 'worse_than_baseline', 'definition_query'],
  ],
  [
    '1.2',
    '4.75',
    'exceeding',
    ['small_numbers', 'annualised', 'assumed_profile', 'definition_query'],
  ],
  ['2.1', '50', 'exceeding', []],
  ['2.2', '63', 'exceeding', []],
  ['2.3', '88', 'on_track', []],
  ['2.4', '41', 'off_track', ['worse_than_baseline']],
  ['2.5', '1.71', 'exceeding', []],
  ['3.1', '2.4735', 'exceeding', ['definition_query']],
  ['3.2', '75', 'exceeding', ['baseline_pending']],
  ['4.1', '15', 'exceeding', ['assumed_profile', 'baseline_pending']],
  ['4.2a', '85', 'marginal', ['small_numbers', 'baseline_pending']],
  ['4.2b', null, 'no_target', ['small_numbers']],
  ['4.2c', null, 'no_target', ['small_numbers']],
  ['4.2d', null, 'no_target', ['small_numbers']],
  ['4.2e', null, 'no_target', ['small_numbers']],
  ['4.3', '95', 'no_cases', ['baseline_pending']],
  ['5.1', '15', 'off_track', ['annualised', 'assumed_profile', 'definition_query']],
  ['5.2', '5', 'not_started', ['assumed_profile', 'baseline_pending']],
  ['5.3', '5.6', 'exceeding', ['multi_year']],
  ['5.4', '100', 'on_track', ['provisional', 'small_numbers']],
  ['5.5', '100', 'on_track', ['small_numbers']],
];

const neededOf = ({ needed }: Assessment): string | null =>
  needed === null || needed.kind === 'between' ? null : needed.value.toFixed();

describe('the committee appendix at Q1 2015/16', () => {
  test('every measure comes out as it must', () => {
    const rows = assessments.map((assessment) => [
      assessment.measure.ref,
      neededOf(assessment),
      assessment.position,
      assessment.qualifiers,
    ]);
    expect(rows).toEqual(TABLE);
  });

  test('there are 21 measures in 17 outcomes', () => {
    const outcomes = new Set(assessments.map(({ measure }) => measure.partOf?.ref ?? measure.ref));
    expect([assessments.length, outcomes.size]).toEqual([21, 17]);
  });

  test('8 exceed, 3 are on track, 1 is marginal and 3 are off track', () => {
    const totals: Partial<Record<Position, number>> = {};
    for (const { position } of assessments) totals[position] = (totals[position] ?? 0) + 1;
    expect(totals).toEqual({
      exceeding: 8,
      on_track: 3,
      marginal: 1,
      off_track: 3,
      not_started: 1,
      no_cases: 1,
      no_target: 4,
    });
  });

  test('which side a level is needed on is the council’s', () => {
    const sides = ['1.1', '2.5', '3.1', '4.1', '5.3'].map((ref) => assessed(ref).needed?.kind);
    expect(sides).toEqual(['at_most', 'at_most', 'at_most', 'at_least', 'at_most']);
  });
});

const percentOfGap = (gap: Assessment['gap']) => gap && percentOf(gap.value, gap.of);

const percentOnBaseline = (change: Assessment['onBaseline']) =>
  change && percentOf(change.difference, change.of);

const onePlace = (value: Decimal | null | undefined): string =>
  value === null || value === undefined ? 'none' : printDecimal(value, 1);

describe('the computed facts', () => {
  test('1.1 makes 380 a year: 29.7% over what is needed, 32.9% over the baseline', () => {
    const { outlook, gap, onBaseline } = assessed('1.1');
    expect(
      [outlook?.value, percentOfGap(gap), percentOnBaseline(onBaseline)].map(onePlace),
    ).toEqual(['380', '29.7', '32.9']);
  });

  test('1.1 is doubted for its target alone, and 5.1 for its target and its year', () => {
    const kinds = (ref: string) => assessed(ref).doubts.map(({ kind }) => kind);
    expect([kinds('1.1'), kinds('1.2'), kinds('3.1'), kinds('5.1')]).toEqual([
      ['target_worse_than_baseline'],
      ['unclear_strictness'],
      ['other_comparator'],
      ['target_worse_than_baseline', 'wrong_period'],
    ]);
  });

  test('1.2 makes nought a year, 100% below the baseline', () => {
    const { outlook, onBaseline } = assessed('1.2');
    expect([outlook?.value, percentOnBaseline(onBaseline)].map(onePlace)).toEqual(['0', '-100']);
  });

  test.each([
    ['2.1', '27'],
    ['2.2', '37'],
    ['2.3', '0'],
    ['2.4', '-24'],
    ['3.2', '5'],
    ['4.2a', '-7'],
  ])('%s is %s points from what is needed', (ref, points) => {
    expect(onePlace(assessed(ref).gap?.value)).toBe(points);
  });

  test('2.4 is 58.5% short and 7 points below its baseline', () => {
    const { gap, onBaseline } = assessed('2.4');
    expect([percentOfGap(gap), onBaseline?.difference].map(onePlace)).toEqual(['-58.5', '-7']);
  });

  test.each([
    ['2.5', '-60'],
    ['3.1', '-48.1'],
    ['5.3', '-25.7'],
  ])('%s is %s%% on its baseline', (ref, percent) => {
    expect(onePlace(percentOnBaseline(assessed(ref).onBaseline))).toBe(percent);
  });

  test('2.5 is exactly 60% below its baseline, where the council prints 59%', () => {
    expect(percentOnBaseline(assessed('2.5').onBaseline)?.eq(-60)).toBe(true);
  });

  test('4.1 is 226.7% of what is needed and on course for 136', () => {
    const { gap, outlook } = assessed('4.1');
    expect([percentOfGap(gap)?.plus(100), outlook?.value].map(onePlace)).toEqual(['226.7', '136']);
  });

  test('4.2a is 8.2% short', () => {
    expect(onePlace(percentOfGap(assessed('4.2a').gap))).toBe('-8.2');
  });

  test('5.1 makes 40 a year, a third short, with 50 left to do at 16.7 a quarter', () => {
    const { outlook, gap, actual, target } = assessed('5.1');
    const whole = target?.kind === 'at_least' ? target.value : decimal(0);
    const left = whole.minus(actual ?? 0);
    expect([outlook?.value, percentOfGap(gap), left, left.div(3)].map(onePlace)).toEqual([
      '40',
      '-33.3',
      '50',
      '16.7',
    ]);
  });

  test('nothing is compared with an earlier quarter, as there is none', () => {
    const kinds = new Set(assessments.map(({ travel }) => travel.kind));
    expect([...kinds]).toEqual(['none']);
  });

  test('every measure has a headline and says why', () => {
    const silent = assessments.filter(
      (assessment) => headline(assessment) === '' || whyParagraphs(assessment).length < 2,
    );
    expect(silent).toEqual([]);
  });
});

/** Where our judgement contradicts the council's printed one, and why ours stands. */
const DISAGREEMENTS: Readonly<Record<string, string>> = {
  '2.3':
    'printed as "on line to exceeding target" at 88% against 88%: exactly the level needed is on track, and nothing is exceeded',
};

/** Our judgement beside the council's; `<>` where they contradict each other. */
const sideBySide = (assessment: Assessment): string => {
  const { measure, position, figure } = assessment;
  const ours = positionWord(position, Q1, measure.target);
  const mark = officerDiffers(assessment) ? '<>' : '  ';
  return `${measure.ref.padEnd(4)} ${ours.padEnd(11)} ${mark} ${figure?.judgement ?? '(nothing printed)'}`;
};

describe('our judgement beside the council’s', () => {
  test('is this', () => {
    expect(assessments.map(sideBySide).join('\n')).toBe(
      [
        '1.1  Off track      (nothing printed)',
        '1.2  Ahead          Target met – Q1 performance on line to achieve target',
        '2.1  Ahead          Target met – Q1 performance on line to exceeding target',
        '2.2  Ahead          Target met – Q1 performance on line to exceeding target',
        '2.3  On track    <> Target met – Q1 performance on line to exceeding target',
        '2.4  Off track      Performance not currently on line to archive target',
        '2.5  Ahead          Target met – Q1 performance on line to exceeding target',
        '3.1  Ahead          Target met – Q1 performance on line to exceed target',
        '3.2  Ahead          Target met – Q1 performance on line to exceed target',
        '4.1  Ahead          Target met – Q1 performance on line to achieve target',
        '4.2a Marginal       Target not yet met – marginally below level required to achieve target',
        '4.2b No target      (nothing printed)',
        '4.2c No target      (nothing printed)',
        '4.2d No target      (nothing printed)',
        '4.2e No target      (nothing printed)',
        '4.3  No cases       (nothing printed)',
        '5.1  Off track      (nothing printed)',
        '5.2  Not started    (nothing printed)',
        '5.3  Ahead          Target met – Q1 performance on line to achieve target',
        '5.4  On track       Target met – Q1 performance on line to achieve target',
        '5.5  On track       Target met – Q1 performance on line to achieve target',
      ].join('\n'),
    );
  });

  test('contradicts it only where a reason is given', () => {
    const differing = assessments.filter(officerDiffers).map(({ measure }) => measure.ref);
    expect(differing).toEqual(Object.keys(DISAGREEMENTS));
  });
});

test('every measure has its sentence for the committee', () => {
  expect(assessments.map(headline)).toEqual([
    '1.1 is off track: 95 per 100,000 young people so far, at most 73.25 needed by now (First time entrants).',
    '1.2 is ahead: 0 young people so far, below 4.75 needed by now (Drug related offending).',
    '2.1 is ahead: 77% against 50% needed (Drug treatment engagement).',
    '2.2 is ahead: 100% against 63% needed (Alcohol treatment engagement).',
    '2.3 is on track: 88% against 88% needed (Drug and alcohol engagement).',
    '2.4 is off track: 17% against 41% needed (Engagement after prison).',
    '2.5 is ahead: 0.72 offences per person per year, at most 1.71 needed (Re-offending in treatment).',
    '3.1 is ahead: 1.51 offences per person per year, at most 2.47 needed (Offending rate of IOM cohort).',
    '3.2 is ahead: 80% against 75% needed (Plans within 10 days).',
    '4.1 is ahead: 34 victims so far against 15 needed by now (ASB victims supported).',
    '4.2a is marginal: 78% against 85% needed (Overall satisfaction).',
    '4.2b is 67% (Needs met); it has no target to be judged against.',
    '4.2c is 60% (Confidence); it has no target to be judged against.',
    '4.2d is 100% (Other agencies); it has no target to be judged against.',
    '4.2e is 100% (Would recommend); it has no target to be judged against.',
    '4.3 (Community Triggers assessed) had no cases to report in Q1 2015/16.',
    '5.1 is off track: 10 recipients so far against 15 needed by now (Safer Homes recipients).',
    '5.2 (Memo cams for victims) has not started.',
    '5.3 is ahead: 5.2%, at most 5.6% needed (Repeat burglary victims).',
    '5.4 is on track: 100% against 100% needed (Satisfied with the works).',
    '5.5 is on track: 100% against 100% needed (Feeling safer at home).',
  ]);
});
