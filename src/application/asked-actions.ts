import type { Assessment } from '../domain/judging/assessment.ts';
import { changedFigures } from './check-entries.ts';
import type { FieldFault } from './entry-fields.ts';
import type { DraftValues } from './ports.ts';
import { missingInAction, readAction } from './read-beside.ts';
import type { ReadEntries } from './read-entries.ts';
import type { SubmissionForm } from './submission-form.ts';

/**
 * The measures that these entries put off track: what is being done about each is asked, by whom and
 * by when. What stood on record before has been answered for.
 */
export const offTrackRefs = (
  form: SubmissionForm,
  entries: Pick<ReadEntries, 'figures'>,
  assessments: readonly Assessment[],
): readonly string[] => {
  const changed = new Set(changedFigures(form, entries).map(({ ref }) => ref));
  return assessments
    .filter(({ position, measure }) => position === 'off_track' && changed.has(measure.ref))
    .map(({ measure }) => measure.ref);
};

/**
 * What is missing of these measures' actions. The agency itself must say all of it; who files for
 * another, or corrects, may not know, and says all of it or nothing.
 */
export const actionFaults = (
  { key, purpose, measures }: Pick<SubmissionForm, 'key' | 'purpose' | 'measures'>,
  refs: readonly string[],
  typed: DraftValues,
): readonly FieldFault[] =>
  refs.flatMap((ref) => {
    const current = measures.find(({ measure }) => measure.ref === ref)?.current ?? null;
    const { value, faults } = readAction(key.quarter, ref, typed, current);
    if (value !== null || faults.length > 0 || purpose !== 'file') return faults;
    return missingInAction(ref, { what: null, who: null, by: null });
  });
