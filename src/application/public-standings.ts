import { forPublic } from '../domain/judging/withheld.ts';
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
