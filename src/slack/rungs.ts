import { nextRung, type Rung } from '../blockkit/ladder.ts';

/** The richest blocks this workspace takes, learnt from what it refuses while the process runs. */
export interface Rungs {
  current(): Rung;
  /** Slack refused blocks of this rung: everything from now on is built one rung lower. */
  refused(rung: Rung): void;
}

export const createRungs = (preferred: Rung): Rungs => {
  let current = preferred;
  return {
    current: () => current,
    refused: (rung) => {
      if (rung === current) current = nextRung(current) ?? current;
    },
  };
};
