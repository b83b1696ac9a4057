import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Quarter, QuarterNumber } from '../../src/domain/calendar/calendar.ts';
import { type Decimal, decimal } from '../../src/domain/decimal.ts';
import type { Answer, FiledFigure } from '../../src/domain/figure.ts';
import {
  JUDGED_POSITIONS,
  type Position,
  QUALIFIERS,
} from '../../src/domain/judging/assessment.ts';
import {
  type Baseline,
  KINDS,
  type Measure,
  POLARITIES,
  type TargetRule,
} from '../../src/domain/measure.ts';
import { digestLine, headline, willShowAs } from '../../src/domain/wording/headline.ts';
import { officerDiffers } from '../../src/domain/wording/officer.ts';
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
import {
  atLeast,
  atMost,
  bands,
  filed,
  judged,
  known,
  measure,
  number,
  target,
} from './judge-fixtures.ts';

/** Any number a return could hold, in hundredths. */
const decimals = (min = -100_000, max = 100_000): fc.Arbitrary<Decimal> =>
  fc.integer({ min, max }).map((hundredths) => decimal(hundredths).div(100));

const rules: fc.Arbitrary<TargetRule> = fc.oneof(
  fc.record({
    kind: fc.constantFrom(
      'at_least' as const,
      'at_most' as const,
      'above' as const,
      'below' as const,
    ),
    value: decimals(),
  }),
  fc.record({ kind: fc.constant('between' as const), low: decimals(), high: decimals() }),
  fc.record({ kind: fc.constant('change' as const), percent: decimals() }),
  fc.record({ kind: fc.constant('points' as const), points: decimals() }),
  fc.constantFrom<TargetRule>({ kind: 'maintain' }, { kind: 'none' }),
);

const baselines: fc.Arbitrary<Baseline> = fc.oneof(
  decimals().map((value) => known(value.toString())),
  fc.constantFrom<Baseline>(
    { kind: 'to_be_established', text: 'TBC' },
    { kind: 'not_applicable', text: null },
  ),
);

const numbers = fc.constantFrom<QuarterNumber>(1, 2, 3, 4);
const quarters: fc.Arbitrary<Quarter> = fc.record({
  year: fc.constantFrom(2014, 2015),
  number: numbers,
});

const tolerances = fc
  .tuple(
    fc.nat(20),
    fc.nat(20),
    fc.constantFrom('percent' as const, 'points' as const),
    fc.constantFrom('inclusive' as const, 'exclusive' as const),
    fc.constantFrom('level' as const, 'improvement' as const),
  )
  .map(([first, second, unit, edges, of]) => ({
    onTrack: { in: unit, size: decimal(Math.min(first, second)) },
    marginal: { in: unit, size: decimal(Math.max(first, second)) },
    edges,
    of,
  }));

const measures: fc.Arbitrary<Measure> = fc
  .record({
    polarity: fc.constantFrom(...POLARITIES),
    kind: fc.constantFrom(...KINDS),
    unit: fc.constantFrom('%', 'victims', 'per 100,000 young people', '£', ''),
    baseline: baselines,
    rule: rules,
    text: fc.constantFrom(null, 'Maintain or reduce below 19', '20% less compared to last year'),
    title: fc.constantFrom('Victims supported', 'Victims supported in 2014/15'),
    years: fc.constantFrom(1, 3),
    profile: fc.option(fc.tuple(decimals(), decimals(), decimals(), decimals())),
    tolerance: fc.option(tolerances),
    dataLagQuarters: fc.nat(2),
  })
  .map(({ rule, text, years, ...rest }) =>
    measure({ ...rest, target: target(rule, { text, years }) }),
  );

const answers: fc.Arbitrary<Answer> = fc.oneof(
  fc.record({
    kind: fc.constant('number' as const),
    value: decimals(),
    share: fc.option(
      fc.record({ numerator: fc.nat(50).map(decimal), denominator: fc.nat(50).map(decimal) }),
    ),
    basis: fc.constantFrom(null, 'this_quarter' as const, 'year_to_date' as const),
  }),
  fc.constantFrom<Answer>(
    { kind: 'no_cases' },
    { kind: 'not_started' },
    { kind: 'not_due' },
    { kind: 'not_available', expected: null },
  ),
);

const figures: fc.Arbitrary<readonly FiledFigure[]> = fc.uniqueArray(
  fc
    .record({
      answer: answers,
      quarter: quarters,
      revision: fc.integer({ min: 1, max: 3 }),
      late: fc.boolean(),
      provisional: fc.boolean(),
      smallSample: fc.boolean(),
      judgement: fc.constantFrom(null, 'Target met', 'Target not yet met'),
    })
    .map(({ answer, ...rest }) => filed(answer, rest)),
  { selector: ({ quarter: { year, number: n }, revision }) => `${year} ${n} ${revision}` },
);

/** From best to worst. */
const rank = (position: Position): number =>
  (JUDGED_POSITIONS as readonly Position[]).indexOf(position);

describe('whatever a catalogue and its returns hold', () => {
  test('a measure is judged, and its words and its working are there', () => {
    fc.assert(
      fc.property(measures, figures, quarters, tolerances, (of, given, at, tolerance) => {
        const assessment = judged(of, given, { at, tolerance });
        const lines = [
          headline(assessment),
          positionLine(assessment),
          outlookLine(assessment),
          targetLine(assessment),
          baselineLine(assessment),
          travelLine(assessment),
          digestLine(assessment),
          willShowAs(assessment),
          levelNeededLine(of, at),
          ...qualifierLines(assessment),
          ...whyParagraphs(assessment),
        ];
        officerDiffers(assessment);
        expect(whyParagraphs(assessment).length).toBeGreaterThan(1);
        for (const line of lines)
          expect(line).toMatch(/^(?!.*(undefined|null|NaN|\[object|!| {2}|\.\.$)).+$/s);
      }),
      { numRuns: 600 },
    );
  });

  test('a verdict has a gap and no other position has', () => {
    fc.assert(
      fc.property(measures, figures, quarters, (of, given, at) => {
        const { position, gap } = judged(of, given, { at });
        expect(gap !== null).toBe(rank(position) !== -1);
      }),
    );
  });

  test('qualifiers are in their order and said once', () => {
    fc.assert(
      fc.property(measures, figures, quarters, (of, given, at) => {
        const { qualifiers } = judged(of, given, { at });
        expect(qualifiers).toEqual(QUALIFIERS.filter((each) => qualifiers.includes(each)));
      }),
    );
  });

  test('the order in which figures are given does not matter', () => {
    fc.assert(
      fc.property(measures, figures, quarters, (of, given, at) => {
        expect(judged(of, given.toReversed(), { at })).toEqual(judged(of, given, { at }));
      }),
    );
  });
});

describe('the comparison', () => {
  test('does not depend on the scale of the unit', () => {
    fc.assert(
      fc.property(
        decimals(0),
        decimals(0),
        fc.integer({ min: 2, max: 1000 }),
        (value, need, by) => {
          const at = (figure: Decimal, level: Decimal) =>
            judged(measure({ unit: 'victims', target: atLeast(level.toString()) }), [
              filed(number(figure.toString())),
            ]).position;
          expect(at(value.times(by), need.times(by))).toBe(at(value, need));
        },
      ),
    );
  });

  test('is the same mirrored: as far above a most as below a least', () => {
    fc.assert(
      fc.property(decimals(), decimals(), (need, difference) => {
        const higher = measure({ unit: 'victims', target: atLeast(need.toString()) });
        const lower = measure({
          unit: 'victims',
          polarity: 'lower',
          target: atMost(need.toString()),
        });
        const above = filed(number(need.plus(difference).toString()));
        const below = filed(number(need.minus(difference).toString()));
        expect(judged(lower, [above]).position).toBe(judged(higher, [below]).position);
      }),
    );
  });

  test('never gets better by a tighter tolerance', () => {
    fc.assert(
      fc.property(decimals(), rules, fc.nat(20), fc.nat(20), fc.nat(20), (value, rule, a, b, c) => {
        const [tight = 0, middle = 0, wide = 0] = [a, b, c].toSorted((x, y) => x - y);
        const at = (onTrack: number, marginal: number) =>
          judged(
            measure({ unit: 'victims', target: target(rule) }),
            [filed(number(value.toString()))],
            {
              tolerance: bands(onTrack, marginal),
            },
          ).position;
        expect(rank(at(tight, middle))).toBeGreaterThanOrEqual(rank(at(middle, wide)));
      }),
    );
  });
});
