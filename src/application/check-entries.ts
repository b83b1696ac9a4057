import { questionsOn } from '../domain/checking/check-figure.ts';
import { before } from '../domain/checking/history.ts';
import type { Question } from '../domain/checking/question.ts';
import type { Figure } from '../domain/figure.ts';
import type { Assessment } from '../domain/judging/assessment.ts';
import { plainText } from '../domain/plain-text.ts';
import { sameFigure } from '../domain/same-figure.ts';
import { figuresFor } from './earlier-figures.ts';
import type { AnsweredQuestion, DraftValues, Store } from './ports.ts';
import type { ReadEntries } from './read-entries.ts';
import type { SubmissionForm } from './submission-form.ts';

/** A question about one measure's figure or words. */
export interface AskedQuestion {
  readonly ref: string;
  readonly question: Question;
}

/** The field in which a lead may say why what was asked about a measure is right. */
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
 * What must be confirmed before these entries are filed: every question about a figure that would
 * come onto record. What stands there already has been answered for.
 */
export const askedAbout = (
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
      return questionsOn(assessment, earlier).map((question) => ({ ref, question }));
    });
};

/** Each question with what was said to it. A missing sentence is answered by giving it, never by a reason. */
export const answersTo = (
  asked: readonly AskedQuestion[],
  typed: DraftValues,
): readonly AnsweredQuestion[] =>
  asked.map(({ ref, question: { code, found, ask } }) => ({
    ref,
    code,
    found,
    ask,
    said: code === 'no_commentary' ? null : reasonIn(typed, ref),
  }));

const reasonIn = (typed: DraftValues, ref: string): string | null => {
  const value = typed[reasonKey(ref)];
  if (typeof value !== 'string' || plainText(value) === '') return null;
  return [...value.toWellFormed()].slice(0, LONGEST_REASON).join('');
};
