import type { Quarter, QuarterNumber } from '../../src/domain/calendar/calendar.ts';
import { decimal } from '../../src/domain/decimal.ts';
import type { Answer, Basis, FiledFigure } from '../../src/domain/figure.ts';
import type { Assessment } from '../../src/domain/judging/assessment.ts';
import { judge } from '../../src/domain/judging/judge.ts';
import type {
  Baseline,
  Measure,
  MeasureTarget,
  TargetRule,
  Tolerance,
} from '../../src/domain/measure.ts';

export const quarter = (number: QuarterNumber, year = 2015): Quarter => ({ year, number });

export const Q1 = quarter(1);

/** Bands in percent of the level needed: `bands(0, 10)` is the usual one. */
export const bands = (onTrack: number | string, marginal: number | string): Tolerance => ({
  onTrack: { in: 'percent', size: decimal(onTrack) },
  marginal: { in: 'percent', size: decimal(marginal) },
  edges: 'inclusive',
  of: 'level',
});

/** Bands in the measure's own unit. */
export const points = (onTrack: number | string, marginal: number | string): Tolerance => ({
  ...bands(0, 0),
  onTrack: { in: 'points', size: decimal(onTrack) },
  marginal: { in: 'points', size: decimal(marginal) },
});

export const known = (value: number | string, period = '2013/14'): Baseline => ({
  kind: 'known',
  value: decimal(value),
  period,
  text: null,
});

export const target = (
  rule: TargetRule,
  extra: Partial<Omit<MeasureTarget, 'rule'>> = {},
): MeasureTarget => ({
  rule,
  text: null,
  years: 1,
  path: { kind: 'whole', from: null },
  revision: null,
  ...extra,
});

export const atLeast = (value: number | string) =>
  target({ kind: 'at_least', value: decimal(value) });

export const atMost = (value: number | string) =>
  target({ kind: 'at_most', value: decimal(value) });

/** A percentage of at least 41, higher is better, unless told otherwise. */
export const measure = (extra: Partial<Measure> = {}): Measure => ({
  ref: '2.4',
  title: 'Engagement on release from prison',
  shortTitle: 'Engagement after prison',
  projectNumber: 2,
  partOf: null,
  unit: '%',
  polarity: 'higher',
  kind: 'level',
  baseline: { kind: 'not_applicable', text: null },
  target: atLeast(41),
  revisedTargets: [],
  profile: null,
  tolerance: null,
  minimumBase: 20,
  dataLagQuarters: 0,
  deadBand: null,
  comparableFrom: null,
  suppressSmallCounts: false,
  ...extra,
});

/** Sixty victims over the year, higher is better, unless told otherwise. */
export const flow = (extra: Partial<Measure> = {}): Measure =>
  measure({
    ref: '4.1',
    title: 'Victims supported',
    shortTitle: 'Victims supported',
    unit: 'victims',
    kind: 'flow',
    target: atLeast(60),
    ...extra,
  });

export const number = (value: number | string, basis: Basis | null = null): Answer => ({
  kind: 'number',
  value: decimal(value),
  share: null,
  basis,
});

export const share = (numerator: number, denominator: number): Answer => ({
  kind: 'number',
  value: decimal(numerator).times(100).div(denominator),
  share: { numerator: decimal(numerator), denominator: decimal(denominator) },
  basis: null,
});

export const filed = (
  answer: Answer,
  extra: Partial<Omit<FiledFigure, 'answer'>> = {},
): FiledFigure => ({
  ref: '2.4',
  quarter: Q1,
  revision: 1,
  late: false,
  provisional: false,
  commentary: null,
  awaited: null,
  action: null,
  smallSample: false,
  judgement: null,
  answer,
  ...extra,
});

export const added = (value: number | string, when: Quarter): FiledFigure =>
  filed(number(value, 'this_quarter'), { quarter: when });

export const toDate = (value: number | string, when: Quarter): FiledFigure =>
  filed(number(value, 'year_to_date'), { quarter: when });

/** Judges with the usual tolerance, at Q1 2015/16 unless told otherwise. */
export const judged = (
  of: Measure,
  figures: readonly FiledFigure[],
  { at = Q1, tolerance = bands(0, 10) }: { at?: Quarter; tolerance?: Tolerance } = {},
): Assessment => judge({ measure: of, quarter: at, figures, programmeTolerance: tolerance });

/** A level judged at Q1 on one number. */
export const judgedOn = (value: number | string, extra: Partial<Measure> = {}): Assessment =>
  judged(measure(extra), [filed(number(value))]);
