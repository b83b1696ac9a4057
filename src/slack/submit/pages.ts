import type { FormMeasure } from '../../application/submission-form.ts';

// Beyond about six questions a page, people on phones lose their place.
const QUESTIONS_A_PAGE = 6;

/** The form's questions by page, in catalogue order; the parts of one outcome stay together where they fit. */
export const pagesOf = (
  questions: readonly FormMeasure[],
): ReadonlyArray<readonly FormMeasure[]> => {
  const pages: FormMeasure[][] = [];
  for (const outcome of outcomesOf(questions)) {
    for (let from = 0; from < outcome.length; from += QUESTIONS_A_PAGE) {
      const group = outcome.slice(from, from + QUESTIONS_A_PAGE);
      const page = pages.at(-1);
      if (page !== undefined && page.length + group.length <= QUESTIONS_A_PAGE) page.push(...group);
      else pages.push(group);
    }
  }
  // A project with nothing due this quarter still has its additional information.
  return pages.length === 0 ? [[]] : pages;
};

const outcomesOf = (questions: readonly FormMeasure[]): ReadonlyArray<readonly FormMeasure[]> => {
  const outcomes = new Map<string, FormMeasure[]>();
  for (const question of questions) {
    const name = question.measure.partOf?.ref ?? question.measure.ref;
    outcomes.set(name, [...(outcomes.get(name) ?? []), question]);
  }
  return [...outcomes.values()];
};
