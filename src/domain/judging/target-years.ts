import { compareQuarters, type Quarter } from '../calendar/calendar.ts';
import { type Decimal, decimal } from '../decimal.ts';
import type { Measure, MeasureTarget, TargetPath } from '../measure.ts';
import type { Need } from './assessment.ts';
import { targetOf } from './needed.ts';

/**
 * The measure as it is defined in this quarter: a target revised within the year counts from its
 * quarter on, so that no verdict on an earlier quarter is changed by it.
 */
export const inForce = (measure: Measure, quarter: Quarter): Measure => {
  const target = measure.revisedTargets.findLast(
    ({ revision }) => revision !== null && compareQuarters(revision.from, quarter) <= 0,
  );
  return target === undefined ? measure : { ...measure, target };
};

/**
 * What is needed in this financial year, in the measure's unit: the year's milestone, or the whole
 * target where none was agreed. Null where there is none, or none can be computed.
 */
export const targetIn = (measure: Measure, year: number): Need | null => {
  const whole = targetOf(measure);
  if (whole === null || whole.kind === 'between') return whole;
  const value = valueIn(whole.value, measure, year);
  return value === null ? null : { kind: whole.kind, value };
};

const valueIn = (
  whole: Decimal,
  { target: { path, years }, baseline }: Measure,
  year: number,
): Decimal | null => {
  switch (path.kind) {
    case 'whole':
      return whole;
    case 'milestones':
      return milestoneFor(path.levels, year) ?? whole;
    case 'straight_line': {
      if (baseline.kind !== 'known') return null;
      const step = Math.min(Math.max(year - path.from + 1, 1), years);
      const start = decimal(baseline.value);
      // Multiplied before dividing, so that the last step is the target itself.
      return start.plus(decimal(whole).minus(start).times(step).div(years));
    }
  }
};

/** A milestone holds until the next one; before the first, that one is what is worked towards. */
const milestoneFor = (
  levels: Extract<TargetPath, { kind: 'milestones' }>['levels'],
  year: number,
): Decimal | null => (levels.findLast((level) => level.year <= year) ?? levels[0])?.value ?? null;

/** The last year of a target, or null where that is not known. A target of one year is due in any. */
export const finalYearOf = ({ path, years }: MeasureTarget): number | null => {
  switch (path.kind) {
    case 'whole':
      return path.from === null ? null : path.from + years - 1;
    case 'milestones':
      return path.levels.at(-1)?.year ?? null;
    case 'straight_line':
      return path.from + years - 1;
  }
};

/** Whether this quarter settles the target: it is met or it is not. Only the last of its last year does. */
export const isOutturn = (target: MeasureTarget, { year, number }: Quarter): boolean => {
  return number === 4 && isFinalYear(target, year);
};

/** Whether the whole target is due in this year; where its last year is not known, only if it has one. */
export const isFinalYear = (target: MeasureTarget, year: number): boolean => {
  const last = finalYearOf(target);
  return last === null ? target.years === 1 : year >= last;
};
