import { printQuarter } from '../domain/calendar/calendar.ts';
import type { Decimal } from '../domain/decimal.ts';
import type { Basis } from '../domain/figure.ts';
import type { Assessment, Need, Remaining, Travel } from '../domain/judging/assessment.ts';
import type { OutcomeAssessment } from '../domain/judging/outcome.ts';
import { perQuarter } from '../domain/judging/remaining.ts';
import { isOutturn } from '../domain/judging/target-years.ts';
import type { Band } from '../domain/measure.ts';
import { percentOf } from '../domain/quantities.ts';
import { whyParagraphs } from '../domain/wording/why.ts';

/** One assessment for other people's scripts: numbers are JSON numbers, absent things are null. */
export interface AssessmentJson {
  readonly ref: string;
  readonly title: string;
  /** The number of its project. */
  readonly project: number;
  readonly quarter: string;
  readonly unit: string;
  readonly polarity: string;
  readonly kind: string;
  /** The number judged: of a flow measure, the year to date. */
  readonly figure: number | null;
  /** What a flow's figure covers. */
  readonly basis: 'this quarter' | 'year to date' | null;
  readonly baseline: number | null;
  /** For the whole year, and by the end of this quarter; a range as its two ends. */
  readonly target: number | readonly [number, number] | null;
  readonly needed: number | readonly [number, number] | null;
  readonly position: string;
  readonly outlook: { readonly value: number | null; readonly position: string } | null;
  readonly qualifiers: readonly string[];
  /** The figure less the level needed. */
  readonly gap: number | null;
  readonly travel: {
    readonly direction: string;
    readonly with: string;
    readonly quarter: string;
    readonly from: number;
    readonly to: number;
  } | null;
  readonly why: readonly string[];
  /** The officer's printed judgement, word for word. */
  readonly officer: string | null;
  /** What the rest of the year has to bring, of a flow before its last quarter. */
  readonly remaining: {
    readonly kind: string;
    readonly left: number | null;
    readonly quarters: number | null;
    readonly perQuarter: number | null;
  } | null;
  /** The counts behind a share: this quarter's, and of all the year so far. */
  readonly share: ShareJson | null;
  readonly yearShare: ShareJson | null;
  /** Which side of `target` and `needed` is wanted, and whether reaching it is enough. */
  readonly wanted: Need['kind'] | null;
  /** The gap as a percentage of the level needed; null where that is nought. */
  readonly gapPercent: number | null;
  /** The figure, or what it makes of a year, beside the baseline; percent is of the baseline. */
  readonly onBaseline: {
    readonly value: number;
    readonly difference: number;
    readonly percent: number | null;
  } | null;
  /** How a shortfall is graded, and who set it. */
  readonly tolerance: {
    readonly onTrack: BandJson;
    readonly marginal: BandJson;
    readonly edges: string;
    readonly of: string;
    readonly setBy: string;
  };
  /** What there is to ask about the definition. */
  readonly questions: readonly string[];
  /** What the lead said of the figure, word for word. */
  readonly commentary: string | null;
  /** Whether this quarter settles the target, so that it is met or not. */
  readonly settled: boolean;
  /** Of a part, the outcome it belongs to and how that stands through all of its parts. */
  readonly outcome: OutcomeAssessment | null;
}

interface BandJson {
  readonly size: number;
  /** Percent of what `of` says, or points in the measure's unit. */
  readonly in: string;
}

interface ShareJson {
  readonly numerator: number;
  readonly denominator: number;
}

export const assessmentJson = (
  assessment: Assessment,
  outcome: OutcomeAssessment | null,
): AssessmentJson => {
  const { measure, quarter, outlook, figure, gap } = assessment;
  const { baseline } = measure;
  const answer = figure?.answer;
  return {
    ref: measure.ref,
    title: measure.title,
    project: measure.projectNumber,
    quarter: printQuarter(quarter),
    unit: measure.unit,
    polarity: measure.polarity,
    kind: measure.kind,
    ...figureOf(assessment),
    baseline: baseline.kind === 'known' ? numberOf(baseline.value) : null,
    target: needOf(assessment.target),
    needed: needOf(assessment.needed),
    position: assessment.position,
    outlook: outlook && { value: numberOrNull(outlook.value), position: outlook.position },
    qualifiers: assessment.qualifiers,
    gap: numberOrNull(gap?.value ?? null),
    travel: travelOf(assessment.travel),
    why: whyParagraphs(assessment),
    officer: assessment.figure?.judgement ?? null,
    remaining: remainingJson(assessment.remaining),
    share: shareJson(answer?.kind === 'number' ? answer.share : null),
    yearShare: shareJson(assessment.yearShare),
    wanted: assessment.needed?.kind ?? null,
    gapPercent: numberOrNull(gap && percentOf(gap.value, gap.of)),
    onBaseline: baselineJson(assessment.onBaseline),
    tolerance: toleranceJson(assessment.tolerance),
    questions: assessment.doubts.map(({ sentence }) => sentence),
    commentary: figure?.commentary ?? null,
    settled: isOutturn(measure.target, quarter),
    outcome,
  };
};

const baselineJson = (change: Assessment['onBaseline']): AssessmentJson['onBaseline'] =>
  change && {
    value: numberOf(change.value),
    difference: numberOf(change.difference),
    percent: numberOrNull(percentOf(change.difference, change.of)),
  };

const toleranceJson = ({
  onTrack,
  marginal,
  ...rest
}: Assessment['tolerance']): AssessmentJson['tolerance'] => {
  const bandJson = (band: Band): BandJson => ({ size: numberOf(band.size), in: band.in });
  return { onTrack: bandJson(onTrack), marginal: bandJson(marginal), ...rest };
};

const remainingJson = (remaining: Remaining | null): AssessmentJson['remaining'] => {
  if (remaining === null) return null;
  const nothing = { kind: remaining.kind, left: null, quarters: null, perQuarter: null };
  switch (remaining.kind) {
    case 'reached':
      return nothing;
    case 'impossible':
      return { ...nothing, left: 0 - numberOf(remaining.beyond) };
    case 'to_do':
    case 'allowed':
      return {
        kind: remaining.kind,
        left: numberOf(remaining.left),
        quarters: remaining.quarters,
        perQuarter: numberOf(perQuarter(remaining)),
      };
  }
};

const shareJson = (
  share: Readonly<Record<'numerator' | 'denominator', Decimal>> | null,
): ShareJson | null =>
  share && { numerator: numberOf(share.numerator), denominator: numberOf(share.denominator) };

// A JSON number has seventeen digits at most: enough for every figure filed, and for a share as
// close to its quotient as any script can hold it.
const numberOf = (value: Decimal): number => Number(value.toString());

const numberOrNull = (value: Decimal | null): number | null =>
  value === null ? null : numberOf(value);

const needOf = (need: Need | null): AssessmentJson['needed'] => {
  if (need === null) return null;
  return need.kind === 'between' ? [numberOf(need.low), numberOf(need.high)] : numberOf(need.value);
};

const BASES: Readonly<Record<Basis, 'this quarter' | 'year to date'>> = {
  this_quarter: 'this quarter',
  year_to_date: 'year to date',
};

/**
 * The number judged with what it covers, so that figure less needed is always the gap. After the
 * first quarter a flow's quarters have been added up; where one of them is missing there is no year
 * to date, and the number filed stands with its own basis.
 */
const figureOf = ({
  figure,
  actual,
  quarter,
}: Assessment): Pick<AssessmentJson, 'figure' | 'basis'> => {
  const answer = figure?.answer.kind === 'number' ? figure.answer : null;
  if (answer === null) return { figure: null, basis: null };
  const isAddedUp = actual !== null && answer.basis !== null && quarter.number > 1;
  const basis = isAddedUp ? 'year_to_date' : answer.basis;
  return { figure: numberOf(actual ?? answer.value), basis: basis && BASES[basis] };
};

const travelOf = (travel: Travel): AssessmentJson['travel'] =>
  travel.kind === 'none'
    ? null
    : {
        direction: travel.direction,
        with: travel.with,
        quarter: printQuarter(travel.quarter),
        from: numberOf(travel.from),
        to: numberOf(travel.to),
      };
