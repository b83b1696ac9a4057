import type { Quarter } from '../domain/calendar/calendar.ts';
import type { Assessment } from '../domain/judging/assessment.ts';
import { judge } from '../domain/judging/judge.ts';
import type { Measure, Project } from '../domain/measure.ts';
import type { Store, StoredProgramme, StoredSubmission } from './ports.ts';

/**
 * How far back a judgement looks: to the first quarter of the year before, for the same quarter last
 * year and for this year's earlier quarters.
 */
const firstQuarterNeeded = (quarter: Quarter): Quarter => ({ year: quarter.year - 1, number: 1 });

/** One measure's standing with the return it came in. */
export interface Standing {
  readonly assessment: Assessment;
  readonly project: Project;
  /** Null while nothing was filed for this project and quarter. */
  readonly submission: StoredSubmission | null;
}

/** Judges one measure from the record. */
export const assessMeasure = (
  store: Store,
  stored: StoredProgramme,
  measure: Measure,
  quarter: Quarter,
): Assessment =>
  judge({
    measure,
    quarter,
    figures: store.figures(stored.id, measure.ref, firstQuarterNeeded(quarter), quarter),
    programmeTolerance: stored.programme.tolerance,
  });

/** Judges these projects' measures for one quarter, in catalogue order. */
export const standingsOf = (
  store: Store,
  stored: StoredProgramme,
  projects: readonly Project[],
  quarter: Quarter,
): readonly Standing[] => {
  const figures = store.allFigures(stored.id, firstQuarterNeeded(quarter), quarter);
  return projects.flatMap((project) => {
    const submission = store.submission(stored.id, project.number, quarter);
    return project.measures.map((measure) => ({
      project,
      submission,
      assessment: judge({
        measure,
        quarter,
        figures: figures.get(measure.ref) ?? [],
        programmeTolerance: stored.programme.tolerance,
      }),
    }));
  });
};
