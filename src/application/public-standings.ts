import { forPublic, mayBeKeptBack } from '../domain/judging/withheld.ts';
import { measuresOf, type Programme } from '../domain/measure.ts';
import type { Standing } from './assess.ts';

/**
 * A quarter's standings as a post may show them to everybody. All of the programme's are needed, also
 * for a post about one of them.
 */
export const publicStandings = (all: readonly Standing[]): readonly Standing[] => {
  const shown = forPublic(all.map(({ assessment }) => assessment));
  return all.map((standing, index) => ({
    ...standing,
    assessment: shown[index] ?? standing.assessment,
  }));
};

/** Whether everybody may read why these figures were filed again: not where one of them may be kept back. */
export const isReasonPublic = (programme: Programme, refs: readonly string[]): boolean => {
  const measures = measuresOf(programme);
  return !measures.some(
    (measure) => refs.includes(measure.ref) && mayBeKeptBack(measure, measures),
  );
};
