import type { Quarter } from '../domain/calendar/calendar.ts';
import type { Assessment, Position } from '../domain/judging/assessment.ts';
import { JUDGED_POSITIONS, POSITIONS } from '../domain/judging/assessment.ts';
import type { Project } from '../domain/measure.ts';
import { type Standing, standingsOf } from './assess.ts';
import type { Store, StoredProgramme } from './ports.ts';
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
  readonly notFiled: readonly Project[];
}

/** Measures a page of the digest's thread: a table any client draws without folding it away. */
export const MEASURES_PER_PAGE = 25;

export const digestPages = (measures: number): number => Math.ceil(measures / MEASURES_PER_PAGE);

export const composeDigest = (store: Store, stored: StoredProgramme, quarter: Quarter): Digest => {
  const standings = publicStandings(standingsOf(store, stored, quarter));
  const assessments = standings.map((standing) => standing.assessment);
  const at = (position: Position): readonly Standing[] =>
    standings.filter((standing) => standing.assessment.position === position);
  const counts = Object.fromEntries(
    POSITIONS.map((position) => [position, at(position).length]),
  ) as Record<Position, number>;
  const filed = new Set(
    standings
      .filter(({ submission }) => submission?.filing != null)
      .map(({ project }) => project.number),
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
    notFiled: stored.programme.projects.filter((project) => !filed.has(project.number)),
  };
};
