import type { Quarter } from '../calendar/calendar.ts';
import type { Measure, Tolerance } from '../measure.ts';
import type { Doubt } from './assessment.ts';
import { doubtsOf, improvementDoubt } from './doubts.ts';
import { profileShare } from './needed.ts';
import { type Reading, readingsOf } from './readings.ts';
import { inForce } from './target-years.ts';

/** Everything a judgement takes that no figure changes: one measure as it is defined in one quarter. */
export interface Definition {
  readonly measure: Measure;
  readonly quarter: Quarter;
  readonly tolerance: Tolerance & { readonly setBy: 'programme' | 'measure' };
  readonly doubts: readonly Doubt[];
  readonly readings: readonly Reading[];
  /** Of a flow, whether even quarters stand in for a profile that was never agreed. */
  readonly assumedProfile: boolean;
}

interface Defined {
  readonly programmeTolerance: Tolerance;
  readonly definition: Definition;
}

// A measure never changes, and neither does what it comes to in a quarter. However many figures are
// judged by it, its words are read and its levels worked out once.
const known = new WeakMap<Measure, Map<number, Defined>>();

/** What a measure comes to in this quarter, with the programme's tolerance where it has none. */
export const definitionOf = (
  measure: Measure,
  quarter: Quarter,
  programmeTolerance: Tolerance,
): Definition => {
  let quarters = known.get(measure);
  if (quarters === undefined) {
    quarters = new Map();
    known.set(measure, quarters);
  }
  const key = quarter.year * 4 + quarter.number;
  const before = quarters.get(key);
  if (before?.programmeTolerance === programmeTolerance) return before.definition;
  const definition = define(inForce(measure, quarter), quarter, programmeTolerance);
  quarters.set(key, { programmeTolerance, definition });
  return definition;
};

const define = (measure: Measure, quarter: Quarter, programmeTolerance: Tolerance): Definition => {
  const tolerance = {
    ...(measure.tolerance ?? programmeTolerance),
    setBy: measure.tolerance === null ? ('programme' as const) : ('measure' as const),
  };
  const doubts = allDoubts(measure, quarter, tolerance);
  return {
    measure,
    quarter,
    tolerance,
    doubts,
    readings: readingsOf(measure, quarter, tolerance, doubts),
    assumedProfile: measure.kind === 'flow' && profileShare(measure, quarter).assumed,
  };
};

const allDoubts = (measure: Measure, quarter: Quarter, tolerance: Tolerance): readonly Doubt[] => {
  const doubts = doubtsOf(measure, quarter);
  const grading = tolerance.of === 'improvement' ? improvementDoubt(measure, quarter) : null;
  return grading === null ? doubts : [...doubts, grading];
};
