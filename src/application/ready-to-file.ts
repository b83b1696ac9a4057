import type { Assessment } from '../domain/judging/assessment.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import { actionFaults, offTrackRefs } from './asked-actions.ts';
import { type AskedQuestion, answersTo, askedAbout, changedFigures } from './check-entries.ts';
import { type Contested, changedByOthersSince } from './draft.ts';
import type { FieldFault } from './entry-fields.ts';
import type { Refusal } from './faults.ts';
import { type Particulars, readParticulars } from './filing-particulars.ts';
import type { Caller } from './open-return.ts';
import type { AnsweredQuestion } from './ports.ts';
import { previewJudgements } from './preview-judgements.ts';
import { type ReadEntries, readEntries } from './read-entries.ts';
import { startingValues } from './starting-values.ts';
import type { SubmissionForm } from './submission-form.ts';

export type FilingRefusal =
  | Refusal
  /** Colleagues have entered these since the person was shown what is to be filed. */
  | { readonly kind: 'entered_since'; readonly fields: readonly Contested[] }
  | { readonly kind: 'entries'; readonly faults: readonly FieldFault[] }
  /** Something is missing that the review itself asks for. */
  | { readonly kind: 'particulars'; readonly faults: readonly FieldFault[] }
  /** Something is asked that they have not seen, or seen and neither answered nor confirmed. */
  | {
      readonly kind: 'questions';
      readonly because: 'not_seen' | 'not_confirmed';
      /** What the open questions are about: measures, and the additional information. */
      readonly refs: readonly string[];
    };

/** What a person says of the questions in front of them by pressing File. */
export interface Confirmation {
  /** Whether these are the questions that stood before them. */
  readonly saw: (asked: readonly AskedQuestion[]) => boolean;
  /** The version of the draft that stood before them. */
  readonly seen: number;
  /** They ticked that everything is right as it stands. */
  readonly ticked: boolean;
}

/** A draft that can be put on record as it stands. */
export interface Ready {
  readonly entries: ReadEntries;
  readonly assessments: readonly Assessment[];
  readonly figures: ReturnType<typeof changedFigures>;
  readonly answered: readonly AnsweredQuestion[];
  readonly particulars: Particulars;
}

/**
 * Reads everything that was typed for a return again and asks whether it can go on record: nobody has
 * changed it unseen, every field can be read, and what is asked about it is answered.
 */
export const readyToFile = (
  caller: Caller,
  form: SubmissionForm,
  confirmation: Confirmation,
): Result<Ready, FilingRefusal> => {
  if (form.draft === null) return refused({ kind: 'stale_form' });
  const since = changedByOthersSince(form.draft, caller.person.id, confirmation.seen);
  if (since.length > 0) return refused({ kind: 'entered_since', fields: since });
  const typed = startingValues(form);
  const entries = readEntries(form, form.measures, typed);
  if (entries.faults.length > 0) return refused({ kind: 'entries', faults: entries.faults });
  const assessments = previewJudgements(caller, form, entries);
  const asked = askedAbout(caller, form, entries, assessments);
  const answered = answersTo(form, asked, typed);
  const open = openQuestions(asked, answered, confirmation);
  const particulars = readParticulars(form, entries, typed);
  const faults = [
    ...actionFaults(form, offTrackRefs(form, entries, assessments), typed),
    ...particulars.faults,
  ];
  if (faults.length > 0) return refused({ kind: 'particulars', faults });
  if (open !== null) return refused(open);
  const figures = changedFigures(form, entries);
  return ok({ entries, assessments, figures, answered, particulars });
};

/** Null where every question was in front of them and is answered, by a reason each or by the tick. */
const openQuestions = (
  asked: readonly AskedQuestion[],
  answered: readonly AnsweredQuestion[],
  { saw, ticked }: Confirmation,
): Extract<FilingRefusal, { kind: 'questions' }> | null => {
  if (asked.length === 0) return null;
  const refs = (each: readonly { readonly ref: string }[]) => [
    ...new Set(each.map(({ ref }) => ref)),
  ];
  if (!saw(asked)) return { kind: 'questions', because: 'not_seen', refs: refs(asked) };
  const open = refs(answered.filter(({ said }) => said === null));
  return ticked || open.length === 0
    ? null
    : { kind: 'questions', because: 'not_confirmed', refs: open };
};
