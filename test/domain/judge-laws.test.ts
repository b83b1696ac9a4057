import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { QuarterNumber } from '../../src/domain/calendar/calendar.ts';
import { type Decimal, decimal } from '../../src/domain/decimal.ts';
import type { FiledFigure } from '../../src/domain/figure.ts';
import { JUDGED_POSITIONS, type Position } from '../../src/domain/judging/assessment.ts';
import type {
  Band,
  Baseline,
  Measure,
  MeasureTarget,
  Polarity,
  TargetRule,
  Tolerance,
} from '../../src/domain/measure.ts';
import { decimals, figuresWith, measuresWith, quarters, tolerances } from './judge-arbitraries.ts';
import { added, flow, judged, toDate } from './judge-fixtures.ts';

/** From best to worst; -1 where there is no verdict. */
const rank = (position: Position): number =>
  (JUDGED_POSITIONS as readonly Position[]).indexOf(position);

/** What becomes of a definition and its figures when every number in its unit does. */
interface Change {
  readonly value: (value: Decimal) => Decimal;
  readonly percent: (percent: Decimal) => Decimal;
  readonly width: (width: Decimal) => Decimal;
  readonly polarity: (polarity: Polarity) => Polarity;
  readonly side: (kind: Side) => Side;
}

type Side = 'at_least' | 'at_most' | 'above' | 'below';

const changedRule = (rule: TargetRule, { value, percent, side }: Change): TargetRule => {
  switch (rule.kind) {
    case 'between': {
      const [a, b] = [value(rule.low), value(rule.high)];
      return { kind: 'between', low: a.lt(b) ? a : b, high: a.lt(b) ? b : a };
    }
    case 'change':
      return { kind: 'change', percent: percent(rule.percent) };
    case 'points':
      return { kind: 'points', points: value(rule.points) };
    case 'maintain':
    case 'none':
      return rule;
    case 'at_least':
    case 'at_most':
    case 'above':
    case 'below':
      return { kind: side(rule.kind), value: value(rule.value) };
  }
};

const changedTarget = (target: MeasureTarget, change: Change): MeasureTarget => ({
  ...target,
  rule: changedRule(target.rule, change),
  path:
    target.path.kind === 'milestones'
      ? {
          kind: 'milestones',
          levels: target.path.levels.map(({ year, value }) => ({
            year,
            value: change.value(value),
          })),
        }
      : target.path,
});

const changedBaseline = (baseline: Baseline, { value }: Change): Baseline =>
  baseline.kind === 'known' ? { ...baseline, value: value(baseline.value) } : baseline;

const changedBand = (band: Band, { width }: Change): Band =>
  band.in === 'points' ? { ...band, size: width(band.size) } : band;

const changedTolerance = (tolerance: Tolerance, change: Change): Tolerance => ({
  ...tolerance,
  onTrack: changedBand(tolerance.onTrack, change),
  marginal: changedBand(tolerance.marginal, change),
});

const changedMeasure = (of: Measure, change: Change): Measure => ({
  ...of,
  polarity: change.polarity(of.polarity),
  baseline: changedBaseline(of.baseline, change),
  target: changedTarget(of.target, change),
  revisedTargets: of.revisedTargets.map((target) => changedTarget(target, change)),
  tolerance: of.tolerance && changedTolerance(of.tolerance, change),
  deadBand: of.deadBand && changedBand(of.deadBand, change),
});

const changedFigure = (figure: FiledFigure, { value }: Change): FiledFigure =>
  figure.answer.kind === 'number'
    ? { ...figure, answer: { ...figure.answer, value: value(figure.answer.value), share: null } }
    : figure;

const same = <Value>(value: Value): Value => value;

const scaledBy = (factor: number): Change => ({
  value: (value) => value.times(factor),
  percent: same,
  width: (width) => width.times(factor),
  polarity: same,
  side: same,
});

const OTHER_SIDE = {
  at_least: 'at_most',
  at_most: 'at_least',
  above: 'below',
  below: 'above',
} as const;
const OTHER_WAY = { higher: 'lower', lower: 'higher', range: 'range' } as const;

const MIRRORED: Change = {
  value: (value) => value.times(-1),
  percent: (percent) => percent.times(-1),
  width: same,
  polarity: (polarity) => OTHER_WAY[polarity],
  side: (kind) => OTHER_SIDE[kind],
};

// So few numbers that figures often lie exactly on a bound, or on the edge of a band.
const few = fc.integer({ min: -20, max: 20 }).map(decimal);
const measures = measuresWith(few);
const figures = figuresWith(few);

/** A percentage ends at 100, so its scale is not free; the rest is counted in something. */
const counted = measures.map((of) => ({ ...of, unit: 'victims' }));

const verdicts = (
  of: Measure,
  given: readonly FiledFigure[],
  at: { at: Parameters<typeof judged>[2] },
) => {
  const { position, outlook, travel } = judged(of, given, at.at);
  return {
    position,
    outlook: outlook?.position ?? null,
    travel: travel.kind === 'compared' ? travel.direction : travel.because,
  };
};

const unchangedBy = (change: fc.Arbitrary<Change>): void =>
  fc.assert(
    fc.property(counted, figures, quarters, tolerances, change, (of, given, at, tolerance, how) => {
      const plain = given.map((figure) => changedFigure(figure, { ...how, value: same }));
      const changed = given.map((figure) => changedFigure(figure, how));
      expect(
        verdicts(changedMeasure(of, how), changed, {
          at: { at, tolerance: changedTolerance(tolerance, how) },
        }),
      ).toEqual(verdicts(of, plain, { at: { at, tolerance } }));
    }),
    { numRuns: 2000 },
  );

describe('a verdict', () => {
  test('does not depend on the scale of the unit', () => {
    unchangedBy(fc.integer({ min: 2, max: 1000 }).map(scaledBy));
  });

  test('is the same mirrored: as far above a most as below a least', () => {
    unchangedBy(fc.constant(MIRRORED));
  });

  test('never gets better by a tighter tolerance, or by edges that are outside', () => {
    const narrower = (tolerance: Tolerance, by: number): Tolerance => {
      const less = (band: Band): Band => {
        const size = band.size.minus(by);
        return { ...band, size: size.lt(0) ? decimal(0) : size };
      };
      return {
        ...tolerance,
        onTrack: less(tolerance.onTrack),
        marginal: less(tolerance.marginal),
      };
    };
    fc.assert(
      fc.property(
        measures,
        figures,
        quarters,
        tolerances,
        fc.nat(10),
        (defined, given, at, tolerance, by) => {
          const of = { ...defined, tolerance: null };
          const under = (each: Tolerance) =>
            rank(judged(of, given, { at, tolerance: each }).position);
          const wide = under({ ...tolerance, edges: 'inclusive' });
          for (const tight of [
            narrower({ ...tolerance, edges: 'inclusive' }, by),
            { ...tolerance, edges: 'exclusive' as const },
          ]) {
            // Where the readings of a doubtful target come apart there is no verdict to compare.
            if (wide !== -1 && under(tight) !== -1)
              expect(under(tight)).toBeGreaterThanOrEqual(wide);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('a year to date', () => {
  const NUMBERS: readonly QuarterNumber[] = [1, 2, 3, 4];

  test('is judged alike however its quarters were filed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(decimals(0), fc.boolean()), { minLength: 1, maxLength: 4 }),
        fc.option(fc.tuple(decimals(1), decimals(1), decimals(1), decimals(1))),
        (filedSo, steps) => {
          const profile = steps && runningSums(steps);
          const of = flow({
            profile:
              profile === null
                ? null
                : [at(profile, 0), at(profile, 1), at(profile, 2), at(profile, 3)],
          });
          const sums = runningSums(filedSo.map(([value]) => value));
          const quarterOnly = filedSo.map(([value], index) =>
            added(value.toString(), quarterAt(index)),
          );
          const mixed = filedSo.map(([value, isToDate], index) =>
            isToDate
              ? toDate(at(sums, index).toString(), quarterAt(index))
              : added(value.toString(), quarterAt(index)),
          );
          const last = { at: quarterAt(filedSo.length - 1) };
          const plain = judged(of, quarterOnly, last);
          const other = judged(of, mixed, last);
          expect(other.actual?.eq(at(sums, filedSo.length - 1))).toBe(true);
          const { position, needed, outlook, remaining } = plain;
          expect(other).toMatchObject({ position, needed, outlook, remaining });
        },
      ),
    );
  });

  const quarterAt = (index: number) => ({ year: 2015, number: NUMBERS[index] ?? 4 });

  const at = (values: readonly Decimal[], index: number): Decimal => values[index] ?? decimal(0);

  const runningSums = (values: readonly Decimal[]): readonly Decimal[] =>
    values.map((_, index) =>
      values.slice(0, index + 1).reduce((sum, value) => sum.plus(value), decimal(0)),
    );
});
