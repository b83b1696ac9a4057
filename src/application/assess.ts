import type { Temporal } from 'temporal-polyfill';
import type { Quarter } from '../domain/calendar/calendar.ts';
import { longestLag } from '../domain/data-lag.ts';
import type { Assessment } from '../domain/judging/assessment.ts';
import { judge } from '../domain/judging/judge.ts';
import { judgeOutcome, type OutcomeAssessment } from '../domain/judging/outcome.ts';
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
  /** Of a part, how its outcome stands through all of its parts; null for a measure of its own. */
  readonly outcome: OutcomeAssessment | null;
}

/** What was judged from one version of the record, by programme and quarter. */
interface Judged {
  readonly version: string;
  readonly standings: Map<string, readonly Standing[]>;
}

const judgedFrom = new WeakMap<Store, Judged>();

/**
 * Every measure of a programme for one quarter, in catalogue order. Judged once for each change of
 * the record and not once for each question; a change made by another process is noticed too. Where
 * figures come behind, what is awaited changes with the day.
 */
export const standingsOf = (
  store: Store,
  stored: StoredProgramme,
  quarter: Quarter,
  today: Temporal.PlainDate,
): readonly Standing[] => {
  const version = store.version();
  let judged = judgedFrom.get(store);
  if (judged?.version !== version) {
    judged = { version, standings: new Map() };
    judgedFrom.set(store, judged);
  }
  const ofQuarter = quarterKey(stored.id, quarter);
  const key = longestLag(stored.programme) > 0 ? `${ofQuarter}/${today}` : ofQuarter;
  const known = judged.standings.get(key);
  if (known !== undefined) return known;
  const standings = judgeAll(store, stored, quarter, today);
  judged.standings.set(key, standings);
  return standings;
};

const judgeAll = (
  store: Store,
  stored: StoredProgramme,
  quarter: Quarter,
  today: Temporal.PlainDate,
): readonly Standing[] => {
  const figures = figuresFor(store, stored, quarter);
  const submissions = store.submissions(stored.id, quarter);
  return stored.programme.projects.flatMap((project) => {
    const submission =
      submissions.find(({ projectNumber }) => projectNumber === project.number) ?? null;
    const assessments = project.measures.map((measure) =>
      judge({
        measure,
        quarter,
        figures: figures.get(measure.ref) ?? [],
        programmeTolerance: stored.programme.tolerance,
        programmeBody: stored.programme.body,
        today,
      }),
    );
    const outcomes = Map.groupBy(assessments, ({ measure }) => measure.partOf?.ref ?? null);
    return assessments.map((assessment) => ({
      project,
      submission,
      assessment,
      outcome: judgeOutcome(outcomes.get(assessment.measure.partOf?.ref ?? null) ?? []),
    }));
  });
};
