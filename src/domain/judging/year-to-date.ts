import { type Quarter, type QuarterNumber, sameQuarter } from '../calendar/calendar.ts';
import { type Decimal, decimal } from '../decimal.ts';
import type { Answer, FiledFigure } from '../figure.ts';
import { isPercentage, type Measure } from '../measure.ts';
import type { YearEntry } from './assessment.ts';
import { isAcrossBreak } from './comparability.ts';

/** The figure in force for this quarter: its highest revision, or null where nothing was filed. */
export const figureFor = (
  figures: readonly FiledFigure[],
  quarter: Quarter,
): FiledFigure | null => {
  let latest: FiledFigure | null = null;
  for (const figure of figures) {
    if (!sameQuarter(figure.quarter, quarter)) continue;
    if (latest === null || figure.revision > latest.revision) latest = figure;
  }
  return latest;
};

/** The answer as it is judged: a share of nothing is no cases, whatever number stands beside it. */
export const answerOf = ({ answer }: FiledFigure, unit: string): Answer =>
  answer.kind === 'number' && isPercentage(unit) && answer.share?.denominator.eq(0) === true
    ? { kind: 'no_cases' }
    : answer;

/**
 * The number filed, unrounded; null where the answer is no number. A share is worked out again from
 * its two counts: 5,983 of 6,000 may have been typed as 100%, and is not 100%.
 */
export const numberFiled = (figure: FiledFigure, unit: string): Decimal | null => {
  const answer = answerOf(figure, unit);
  if (answer.kind !== 'number') return null;
  const { share, value } = answer;
  if (share === null || !isPercentage(unit)) return value;
  return decimal(share.numerator).times(100).div(share.denominator);
};

const NUMBERS: readonly QuarterNumber[] = [1, 2, 3, 4];

/** The quarters of the year up to and including this one, with what was filed for each. */
export const yearEntries = (
  figures: readonly FiledFigure[],
  { year, number: last }: Quarter,
): readonly YearEntry[] => {
  const inForce: (FiledFigure | null)[] = [null, null, null, null];
  for (const figure of figures) {
    if (figure.quarter.year !== year) continue;
    const latest = inForce[figure.quarter.number - 1] ?? null;
    if (latest === null || figure.revision > latest.revision) {
      inForce[figure.quarter.number - 1] = figure;
    }
  }
  return NUMBERS.slice(0, last).map((number) => ({
    quarter: { year, number },
    figure: inForce[number - 1] ?? null,
  }));
};

/** What an entry does to a year to date: a project not started and a quarter without cases add nothing. */
type Step =
  | { readonly kind: 'replace' | 'add'; readonly value: Decimal }
  | { readonly kind: 'unknown' };

const UNKNOWN: Step = { kind: 'unknown' };
const NOTHING_MORE: Step = { kind: 'add', value: decimal(0) };

const stepOf = ({ figure }: YearEntry, unit: string): Step => {
  if (figure === null) return UNKNOWN;
  const answer = answerOf(figure, unit);
  switch (answer.kind) {
    case 'number': {
      const value = numberFiled(figure, unit);
      if (value === null) return UNKNOWN;
      return { kind: answer.basis === 'year_to_date' ? 'replace' : 'add', value };
    }
    case 'no_cases':
    case 'not_started':
      return NOTHING_MORE;
    case 'not_available':
    case 'not_due':
      return UNKNOWN;
  }
};

/**
 * The quarters a year to date still lacks. A later year-to-date entry replaces everything before it,
 * so only what comes after the last one can be missing.
 */
export const missingQuarters = (
  entries: readonly YearEntry[],
  measure: Measure,
): readonly Quarter[] =>
  measure.kind !== 'flow'
    ? []
    : entriesInForce(entries, measure.unit)
        .filter((entry) => stepOf(entry, measure.unit).kind === 'unknown')
        .map(({ quarter }) => quarter);

/**
 * The year to date; null where a quarter of it is unknown, as a part is never taken for the whole, and
 * where percentages, or figures made in different ways, would have to be added.
 */
export const yearToDate = (entries: readonly YearEntry[], measure: Measure): Decimal | null => {
  if (addsPercentages(entries, measure) || addsAcrossBreak(entries, measure)) return null;
  let total: Decimal | null = decimal(0);
  for (const entry of entries) {
    const step = stepOf(entry, measure.unit);
    switch (step.kind) {
      case 'replace':
        total = step.value;
        break;
      case 'add':
        total = total?.plus(step.value) ?? null;
        break;
      case 'unknown':
        total = null;
        break;
    }
  }
  return total;
};

/** 20% of one quarter's cases and 30% of another's are not 50% of anything. */
export const addsPercentages = (entries: readonly YearEntry[], { kind, unit }: Measure): boolean =>
  kind === 'flow' &&
  isPercentage(unit) &&
  entriesInForce(entries, unit).filter(({ figure }) => figure?.answer.kind === 'number').length > 1;

/** A count by the old system and one by the new are no count by either. */
export const addsAcrossBreak = (entries: readonly YearEntry[], measure: Measure): boolean => {
  const last = entries.at(-1)?.quarter;
  if (measure.kind !== 'flow' || measure.comparableFrom === null || last === undefined)
    return false;
  return entriesInForce(entries, measure.unit).some(
    ({ quarter, figure }) =>
      figure?.answer.kind === 'number' && isAcrossBreak(quarter, last, measure),
  );
};

/** The last year-to-date entry and what follows it, or the whole year so far where there is none. */
export const entriesInForce = (
  entries: readonly YearEntry[],
  unit: string,
): readonly YearEntry[] => {
  const from = entries.findLastIndex((entry) => stepOf(entry, unit).kind === 'replace');
  return from === -1 ? entries : entries.slice(from);
};
