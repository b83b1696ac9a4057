import type { Assessment, Withheld } from '../judging/assessment.ts';

/** Whether the figure is kept out of the post this assessment is for. */
export const isWithheld = ({ withheld }: Pick<Assessment, 'withheld'>): boolean =>
  withheld !== null && withheld.figure !== null;

const WORDS: Readonly<Record<NonNullable<Withheld['figure']>, string>> = {
  few: 'fewer than 5',
  few_added: 'fewer than 5 were added',
  few_among_parts: 'fewer than 5 in this or another part',
};

/** `fewer than 5`; empty where the figure is shown. */
export const withheldBecause = ({ withheld }: Pick<Assessment, 'withheld'>): string =>
  withheld === null || withheld.figure === null ? '' : WORDS[withheld.figure];

/** In the figure's place: `withheld: fewer than 5`. */
export const withheldFigure = (assessment: Pick<Assessment, 'withheld'>): string =>
  `withheld: ${withheldBecause(assessment)}`;
