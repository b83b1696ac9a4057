import type { FiledFigure } from '../domain/figure.ts';
import type { Assessment } from '../domain/judging/assessment.ts';
import { judge } from '../domain/judging/judge.ts';
import type { Caller } from './open-return.ts';
import type { ReadEntries } from './read-entries.ts';
import type { SubmissionForm } from './submission-form.ts';

/** What the figures will be judged as if they are filed as they stand. */
export const previewJudgements = (
  { store }: Pick<Caller, 'store'>,
  form: SubmissionForm,
  entries: ReadEntries,
): readonly Assessment[] =>
  form.measures.flatMap(({ measure }) => {
    const entry = entries.figures.find((candidate) => candidate.ref === measure.ref);
    if (entry === undefined) return [];
    const { quarter, programmeId } = form.key;
    const earlier = store
      .figures(programmeId, measure.ref, { year: quarter.year - 1, number: 1 }, quarter)
      .filter(
        (figure) =>
          figure.quarter.year !== quarter.year || figure.quarter.number !== quarter.number,
      );
    const filed: FiledFigure = {
      ...entry.figure,
      ref: measure.ref,
      quarter,
      revision: 1,
      late: form.late,
    };
    return [
      judge({
        measure,
        quarter,
        figures: [...earlier, filed],
        programmeTolerance: form.stored.programme.tolerance,
      }),
    ];
  });
