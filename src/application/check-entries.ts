import { questionsOn } from '../domain/checking/check-figure.ts';
import { before } from '../domain/checking/history.ts';
import { personalInformation, withoutPersonal } from '../domain/checking/personal-data.ts';
import type { Question } from '../domain/checking/question.ts';
import type { Figure } from '../domain/figure.ts';
import type { Assessment } from '../domain/judging/assessment.ts';
import { plainText } from '../domain/plain-text.ts';
import { sameFigure, sameWords } from '../domain/same-figure.ts';
import { figuresFor } from './earlier-figures.ts';
import type { AnsweredQuestion, DraftValues, Store } from './ports.ts';
import type { ReadEntries } from './read-entries.ts';
import type { SubmissionForm } from './submission-form.ts';

/**
 * Stands where a measure's reference does for what is asked about the project's additional
 * information, and is what people read there. No catalogue has it: a reference holds no space.
 */
export const INFORMATION_REF = 'Additional information';

/** A question about one measure's figure or words, or about the additional information. */
export interface AskedQuestion {
  /** The measure's reference, or INFORMATION_REF. */
  readonly ref: string;
  readonly question: Question;
}

/** The field in which a lead may say why what was asked about a measure, or the information, is right. */
export const reasonKey = (ref: string): string => `reason:${ref}`;

/** Enough for a sentence or two; what the committee should read belongs in the commentary. */
export const LONGEST_REASON = 500;

/** The figures that are new or say something else than the record; the others stay as they are. */
export const changedFigures = (
  form: SubmissionForm,
  entries: Pick<ReadEntries, 'figures'>,
): ReadonlyArray<{ readonly ref: string; readonly figure: Figure }> =>
  entries.figures.filter(({ ref, figure }) => {
    const current = form.measures.find(({ measure }) => measure.ref === ref)?.current ?? null;
    return current === null || !sameFigure(current, figure);
  });

/**
 * What must be confirmed before these entries are filed: every question about a figure, and about
 * additional information, that would come onto record. What stands there already has been answered
 * for.
 */
export const askedAbout = (
  caller: { readonly store: Store },
  form: SubmissionForm,
  entries: Pick<ReadEntries, 'figures' | 'additionalInformation'>,
  assessments: readonly Assessment[],
): readonly AskedQuestion[] => [
  ...askedAboutFigures(caller, form, entries, assessments),
  ...askedAboutInformation(form, entries),
];

const askedAboutFigures = (
  { store }: { readonly store: Store },
  form: SubmissionForm,
  entries: Pick<ReadEntries, 'figures'>,
  assessments: readonly Assessment[],
): readonly AskedQuestion[] => {
  const changed = new Set(changedFigures(form, entries).map(({ ref }) => ref));
  if (changed.size === 0) return [];
  const { quarter } = form.key;
  const figures = figuresFor(store, form.stored, quarter);
  return assessments
    .filter(({ measure }) => changed.has(measure.ref))
    .flatMap((assessment) => {
      const { ref } = assessment.measure;
      const earlier = before(figures.get(ref) ?? [], quarter);
      const onRecord = form.measures.find(({ measure }) => measure.ref === ref)?.current ?? null;
      // Words that stand on record have been answered for, whatever becomes of the number.
      const isSaidAlready =
        onRecord !== null && assessment.figure !== null && sameWords(onRecord, assessment.figure);
      return questionsOn(assessment, earlier)
        .filter(({ code }) => !(code === 'personal_data' && isSaidAlready))
        .map((question) => ({ ref, question }));
    });
};

const askedAboutInformation = (
  { key, submission }: SubmissionForm,
  { additionalInformation }: Pick<ReadEntries, 'additionalInformation'>,
): readonly AskedQuestion[] => {
  const onRecord = submission?.filing?.additionalInformation ?? null;
  if (additionalInformation === null || additionalInformation === onRecord) return [];
  const question = personalInformation(additionalInformation, key.quarter.year);
  return question === null ? [] : [{ ref: INFORMATION_REF, question }];
};

/**
 * Each question with what was said to it. A missing sentence is answered by giving it, never by a
 * reason. A reason that goes on record beside a question about personal data keeps none of it.
 */
export const answersTo = (
  { key }: Pick<SubmissionForm, 'key'>,
  asked: readonly AskedQuestion[],
  typed: DraftValues,
): readonly AnsweredQuestion[] => {
  const personal = new Set(
    asked.filter(({ question }) => question.code === 'personal_data').map(({ ref }) => ref),
  );
  return asked.map(({ ref, question: { code, found, ask } }) => {
    const reason = code === 'no_commentary' ? null : reasonIn(typed, ref);
    const said =
      reason !== null && personal.has(ref) ? withoutPersonal(reason, key.quarter.year) : reason;
    return { ref, code, found, ask, said };
  });
};

const reasonIn = (typed: DraftValues, ref: string): string | null => {
  const value = typed[reasonKey(ref)];
  if (typeof value !== 'string' || plainText(value) === '') return null;
  return [...value.toWellFormed()].slice(0, LONGEST_REASON).join('');
};
