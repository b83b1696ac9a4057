import {
  compareQuarters,
  printQuarter,
  type Quarter,
  sameQuarter,
} from '../domain/calendar/calendar.ts';
import type { FiledFigure } from '../domain/figure.ts';
import type { Assessment } from '../domain/judging/assessment.ts';
import { judge } from '../domain/judging/judge.ts';
import type { Measure } from '../domain/measure.ts';
import { lowerWordFor } from '../domain/wording/position-words.ts';
import { printValue } from '../domain/wording/print-value.ts';
import { changedFigures } from './check-entries.ts';
import { figuresFor } from './earlier-figures.ts';
import type { Store, StoredProgramme } from './ports.ts';
import type { ReadEntries } from './read-entries.ts';
import type { SubmissionForm } from './submission-form.ts';

/**
 * What changing figures of an earlier quarter does to later quarters of the year that have figures
 * already, a sentence each: a year to date is made of all of them. Empty where nothing later changes.
 */
export const laterEffects = (
  { store }: { readonly store: Store },
  form: SubmissionForm,
  entries: Pick<ReadEntries, 'figures'>,
): readonly string[] => {
  const changed = changedFigures(form, entries);
  const later = ([2, 3, 4] as const)
    .map((number): Quarter => ({ year: form.key.quarter.year, number }))
    .filter((quarter) => compareQuarters(quarter, form.key.quarter) > 0);
  return later.flatMap((quarter) => {
    const figures = figuresFor(store, form.stored, quarter);
    return changed.flatMap(({ ref, figure }) => {
      const measure = form.measures.find((question) => question.measure.ref === ref)?.measure;
      const before = figures.get(ref) ?? [];
      if (measure === undefined || !before.some((each) => sameQuarter(each.quarter, quarter))) {
        return [];
      }
      const corrected = { ...figure, ref, quarter: form.key.quarter, revision: 1, late: false };
      const others = before.filter((each) => !sameQuarter(each.quarter, form.key.quarter));
      const after = [...others, corrected].sort((a, b) => compareQuarters(a.quarter, b.quarter));
      return effectOn(form.stored, measure, quarter, { before, after });
    });
  });
};

const effectOn = (
  { programme }: StoredProgramme,
  measure: Measure,
  quarter: Quarter,
  figures: Readonly<Record<'before' | 'after', readonly FiledFigure[]>>,
): readonly string[] => {
  const judged = (each: readonly FiledFigure[]): Assessment =>
    judge({ measure, quarter, figures: each, programmeTolerance: programme.tolerance });
  const was = judged(figures.before);
  const is = judged(figures.after);
  const numbers = [judgedNumber(was), judgedNumber(is)] as const;
  const words = [lowerWordFor(was.position, was), lowerWordFor(is.position, is)] as const;
  if (numbers[0] === numbers[1] && words[0] === words[1]) return [];
  const what =
    numbers[0] === numbers[1]
      ? ''
      : `${measure.kind === 'flow' ? 'the year so far' : 'the figure judged'}, ${numbers[0]}, becomes ${numbers[1]}; `;
  const verdict =
    words[0] === words[1]
      ? `it stays ${words[1]}`
      : `it was judged ${words[0]} and will be ${words[1]}`;
  return [`${measure.ref}, ${printQuarter(quarter)}: ${what}${verdict}.`];
};

const judgedNumber = ({ actual, measure }: Assessment): string =>
  actual === null ? 'unknown' : printValue(actual, measure.unit);
