import type { Temporal } from 'temporal-polyfill';
import type { Quarter } from '../domain/calendar/calendar.ts';
import type { Assessment, Position } from '../domain/judging/assessment.ts';
import { JUDGED_POSITIONS, POSITIONS } from '../domain/judging/assessment.ts';
import type { Project } from '../domain/measure.ts';
import { measuresDue } from '../domain/obligations.ts';
import { type Standing, standingsOf } from './assess.ts';
import type { PastFiling, Store, StoredProgramme } from './ports.ts';
import { publicStandings } from './public-standings.ts';

/** A quarter at a glance: everything the channel's digest says, before it is put into words. */
export interface Digest {
  readonly stored: StoredProgramme;
  readonly quarter: Quarter;
  /** Every measure, in catalogue order. */
  readonly standings: readonly Standing[];
  readonly counts: Readonly<Record<Position, number>>;
  /** Measures with a verdict, and how many of them are where they need to be. */
  readonly judged: number;
  readonly whereNeeded: number;
  readonly offTrack: readonly Standing[];
  readonly marginal: readonly Standing[];
  readonly provisional: readonly Assessment[];
  readonly doubtful: readonly Assessment[];
  /** Figures that were changed after they had been filed. */
  readonly corrected: readonly Assessment[];
  /** Projects whose return first came after the due date. */
  readonly late: readonly Project[];
  /** Projects whose return the coordinator filed, with figures the agency had handed over. */
  readonly onBehalf: readonly Project[];
  readonly notFiled: readonly Project[];
}

/** Whether a project's return is filed: what came behind alone is not the return. */
const isFiled = (standings: readonly Standing[]): boolean => {
  const figures = standings.filter(({ assessment }) => assessment.figure !== null);
  const isBehind = ({ assessment: { measure } }: Standing) => measure.dataLagQuarters > 0;
  const isOnlyBehind = figures.length > 0 && figures.every(isBehind);
  return standings.some(({ submission }) => submission?.filing != null) && !isOnlyBehind;
};

/** Measures a page of the digest's thread: a table any client draws without folding it away. */
export const MEASURES_PER_PAGE = 25;

export const digestPages = (measures: number): number => Math.ceil(measures / MEASURES_PER_PAGE);

export const composeDigest = (
  store: Store,
  stored: StoredProgramme,
  quarter: Quarter,
  today: Temporal.PlainDate,
): Digest => {
  const standings = publicStandings(standingsOf(store, stored, quarter, today));
  const assessments = standings.map((standing) => standing.assessment);
  const at = (position: Position): readonly Standing[] =>
    standings.filter((standing) => standing.assessment.position === position);
  const counts = Object.fromEntries(
    POSITIONS.map((position) => [position, at(position).length]),
  ) as Record<Position, number>;
  const filed = new Set(
    [...Map.groupBy(standings, ({ project }) => project.number)]
      .filter(([, ofProject]) => isFiled(ofProject))
      .map(([number]) => number),
  );
  const projectsWhere = (holds: (filings: readonly PastFiling[]) => boolean): readonly Project[] =>
    stored.programme.projects.filter(({ number }) =>
      holds(store.filings(stored.id, number, quarter)),
    );
  return {
    stored,
    quarter,
    standings,
    counts,
    judged: JUDGED_POSITIONS.reduce((total, position) => total + counts[position], 0),
    whereNeeded: counts.exceeding + counts.on_track,
    offTrack: at('off_track'),
    marginal: at('marginal'),
    provisional: assessments.filter((assessment) => assessment.qualifiers.includes('provisional')),
    doubtful: assessments.filter((assessment) => assessment.doubts.length > 0),
    corrected: assessments.filter((assessment) => assessment.qualifiers.includes('revised')),
    late: projectsWhere(([first]) => first?.late === true),
    onBehalf: projectsWhere((filings) => filings.some(({ onBehalf }) => onBehalf !== null)),
    notFiled: stored.programme.projects.filter(
      (project) => measuresDue(project).length > 0 && !filed.has(project.number),
    ),
  };
};
