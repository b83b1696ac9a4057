import type { Temporal } from 'temporal-polyfill';
import type { Quarter } from '../domain/calendar/calendar.ts';
import {
  figureAskedFrom,
  figureDue,
  lastDayForFigure,
  measuresBehind,
  quarterBehind,
} from '../domain/data-lag.ts';
import type { Measure, Project } from '../domain/measure.ts';
import type { SubmissionKey } from './open-return.ts';
import type { Store, StoredProgramme } from './ports.ts';

/** Figures of an earlier quarter that are due with the returns of a later one, and not on record. */
export interface FiguresBehind {
  readonly project: Project;
  /** The quarter they are of. */
  readonly quarter: Quarter;
  readonly due: Temporal.PlainDate;
  /** Never empty. */
  readonly measures: readonly Measure[];
}

type Figures = Pick<Store, 'figures'>;

/** What a programme still owes of earlier quarters when this one's returns are filed, oldest first in each project. */
export const figuresBehind = (
  store: Figures,
  { id, programme }: StoredProgramme,
  filedWith: Quarter,
): readonly FiguresBehind[] =>
  programme.projects.flatMap((project) => {
    const owed = measuresBehind(project).filter((measure) => {
      const quarter = quarterBehind(measure, filedWith);
      return quarter.year === programme.year && isMissing(store, id, measure, quarter);
    });
    const byLag = [...Map.groupBy(owed, (measure) => measure.dataLagQuarters)];
    return byLag
      .toSorted(([a], [b]) => b - a)
      .flatMap(([, measures]) => {
        const [first] = measures;
        if (first === undefined) return [];
        const quarter = quarterBehind(first, filedWith);
        return [{ project, quarter, due: figureDue(first, quarter), measures }];
      });
  });

/** The measures of a return whose figures are missing and come with the returns that are open today. */
export const fileableBehind = (
  store: Figures,
  project: Project,
  { programmeId, quarter }: Pick<SubmissionKey, 'programmeId' | 'quarter'>,
  today: Temporal.PlainDate,
): readonly Measure[] =>
  measuresBehind(project).filter(
    (measure) =>
      today.since(figureAskedFrom(measure, quarter)).sign >= 0 &&
      today.since(lastDayForFigure(measure, quarter)).sign <= 0 &&
      isMissing(store, programmeId, measure, quarter),
  );

const isMissing = (
  store: Figures,
  programmeId: number,
  { ref }: Measure,
  quarter: Quarter,
): boolean => store.figures(programmeId, ref, quarter, quarter).length === 0;
