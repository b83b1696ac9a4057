import type { OutcomeAssessment } from '../judging/outcome.ts';

/** `is partly where it needs to be`; once its parts are settled, `has partly met its target`. */
export const outcomeVerdict = ({ position, settled }: OutcomeAssessment): string => {
  switch (position) {
    case 'met':
      return settled ? 'has met its target' : 'is where it needs to be';
    case 'partly_met':
      return settled ? 'has partly met its target' : 'is partly where it needs to be';
    case 'not_met':
      return settled ? 'has not met its target' : 'is not where it needs to be';
    case 'partly_judged':
      return 'is partly judged';
    case 'not_judged':
      return 'cannot be judged yet';
    case 'no_target':
      return 'has no target to be judged against';
  }
};
