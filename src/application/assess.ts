import type { Quarter } from '../domain/calendar/calendar.ts';
import type { Assessment } from '../domain/judging/assessment.ts';
import { judge } from '../domain/judging/judge.ts';
import type { Project } from '../domain/measure.ts';
import { figuresFor } from './earlier-figures.ts';
import type { Store, StoredProgramme, StoredSubmission } from './ports.ts';
import { quarterKey } from './quarter-key.ts';

/** One measure's standing with the return it came in. */
export interface Standing {
  readonly assessment: Assessment;
  readonly project: Project;
  /** Null while nothing was filed for this project and quarter. */
  readonly submission: StoredSubmission | null;
}

/** What was judged from one version of the record, by programme and quarter. */
interface Judged {
  readonly version: string;
  readonly standings: Map<string, readonly Standing[]>;
}

const judgedFrom = new WeakMap<Store, Judged>();

/**
 * Every measure of a programme for one quarter, in catalogue order. Judged once for each change of
 * the record and not once for each question; a change made by another process is noticed too.
 */
export const standingsOf = (
  store: Store,
  stored: StoredProgramme,
  quarter: Quarter,
): readonly Standing[] => {
  const version = store.version();
  let judged = judgedFrom.get(store);
  if (judged?.version !== version) {
    judged = { version, standings: new Map() };
    judgedFrom.set(store, judged);
  }
  const key = quarterKey(stored.id, quarter);
  const known = judged.standings.get(key);
  if (known !== undefined) return known;
  const standings = judgeAll(store, stored, quarter);
  judged.standings.set(key, standings);
  return standings;
};

const judgeAll = (store: Store, stored: StoredProgramme, quarter: Quarter): readonly Standing[] => {
  const figures = figuresFor(store, stored, quarter);
  const submissions = store.submissions(stored.id, quarter);
  return stored.programme.projects.flatMap((project) => {
    const submission =
      submissions.find(({ projectNumber }) => projectNumber === project.number) ?? null;
    return project.measures.map((measure) => ({
      project,
      submission,
      assessment: judge({
        measure,
        quarter,
        figures: figures.get(measure.ref) ?? [],
        programmeTolerance: stored.programme.tolerance,
        programmeBody: stored.programme.body,
      }),
    }));
  });
};
