import { Temporal } from 'temporal-polyfill';
import { dayIn, type Quarter, ZONE } from '../domain/calendar/calendar.ts';
import { dueDate } from '../domain/calendar/working-days.ts';
import type { ImportedSubmission } from '../domain/catalogue-document.ts';
import type { Answer, FiledFigure } from '../domain/figure.ts';
import { measuresOf, type Programme } from '../domain/measure.ts';
import { sameFigure } from '../domain/same-figure.ts';
import type { ChangedFigure } from './digest-updates.ts';
import { figureFiledSince, informationFiledSince } from './filed-since.ts';
import { withoutRemoved } from './keep-removed.ts';
import type {
  Actor,
  NewFiling,
  PastFiling,
  Store,
  StoredFiling,
  StoredProgramme,
  StoredSubmission,
} from './ports.ts';
import { isAfter } from './submission-form.ts';

export interface SubmissionReport {
  readonly projectNumber: number;
  readonly quarter: Quarter;
  readonly kind: 'new' | 'changed' | 'unchanged';
  /** Whether what is filed now comes after the quarter's due date. */
  readonly late: boolean;
  readonly informationChanged: boolean;
  /** The filing whose additional information stays although the file's differs; null for none. */
  readonly informationKept: StoredFiling | null;
  readonly figures: readonly FigureReport[];
  /** Where the file has words at a place from which a text was taken out: measures, null for the information. */
  readonly leftOut: ReadonlyArray<string | null>;
}

export interface FigureReport {
  readonly ref: string;
  readonly unit: string;
  readonly change:
    | { readonly kind: 'new' | 'corrected' | 'unchanged' }
    /** The record's figure stays: somebody filed it after the file's had been on record. */
    | { readonly kind: 'kept'; readonly filing: StoredFiling };
  /** What the record holds before the import. */
  readonly from: Answer | null;
  /** What the file says. */
  readonly to: Answer;
}

export interface Importing {
  readonly store: Store;
  readonly now: Temporal.Instant;
  readonly by: Actor;
  /** Whether the file goes before what people have filed since. */
  readonly overwrite: boolean;
}

/** What an imported return comes to: what is told of it, and what is to be put on record. */
export interface Plan {
  readonly report: SubmissionReport;
  /** Null where the record holds it all already. */
  readonly filing: Omit<NewFiling, 'programmeId'> | null;
  /** The figures the filing adds or corrects. */
  readonly changed: readonly ChangedFigure[];
}

/** Compares one return of a file with the record. Writes nothing. */
export const planSubmission = (
  importing: Importing,
  stored: StoredProgramme | null,
  programme: Programme,
  file: ImportedSubmission,
): Plan => {
  const { projectNumber, quarter } = file;
  const { store } = importing;
  const filings = stored === null ? [] : store.filings(stored.id, projectNumber, quarter);
  const { submission, left } = withoutRemoved(filings, file);
  const { additionalInformation } = submission;
  const current = stored === null ? null : store.submission(stored.id, projectNumber, quarter);
  const filed = current?.filing ?? null;
  const past = importing.overwrite || isLater(submission, filed) ? [] : filings;
  const compared = submission.figures.map((entry) => {
    const before = currentFigure(store, stored, entry.ref, quarter);
    return { entry, before, report: reportFigure(programme, entry, before, past) };
  });
  const changed = compared.filter(
    ({ report: { change } }) => change.kind === 'new' || change.kind === 'corrected',
  );
  const onRecord = filed?.additionalInformation ?? null;
  // A file that says nothing of it does not take away what the record holds.
  const differs = additionalInformation !== null && additionalInformation !== onRecord;
  const informationKept = differs ? informationFiledSince(past, additionalInformation) : null;
  const informationChanged = differs && informationKept === null;
  const isSame = filed !== null && changed.length === 0 && !informationChanged;
  const filing = filingOf(importing, submission, filed);
  const late = isAfter(dayIn(filing.filedAt), dueDate(quarter));
  return {
    report: {
      projectNumber,
      quarter,
      kind: isSame ? 'unchanged' : filed === null ? 'new' : 'changed',
      late: isSame ? filed.late : late,
      informationChanged,
      informationKept,
      figures: compared.map(({ report }) => report),
      leftOut: left,
    },
    filing: isSame
      ? null
      : {
          projectNumber,
          quarter,
          ...filing,
          late,
          additionalInformation: informationChanged ? additionalInformation : onRecord,
          reason: null,
          onBehalf: null,
          attestation: null,
          state: stateAfter(current),
          figures: changed.map(({ entry }) => entry),
        },
    changed: measuresOf(programme).flatMap((measure) =>
      changed
        .filter(({ entry }) => entry.ref === measure.ref)
        .map(({ before }) => ({ measure, before })),
    ),
  };
};

/** What was accepted stays accepted: the operator's file is a correction of it. */
const stateAfter = (current: StoredSubmission | null): NewFiling['state'] =>
  current?.state === 'accepted' || current?.state === 'published' ? current.state : 'submitted';

const currentFigure = (
  store: Store,
  stored: StoredProgramme | null,
  ref: string,
  quarter: Quarter,
): FiledFigure | null =>
  stored === null ? null : (store.figures(stored.id, ref, quarter, quarter).at(-1) ?? null);

const reportFigure = (
  programme: Programme,
  { ref, figure }: ImportedSubmission['figures'][number],
  before: FiledFigure | null,
  past: readonly PastFiling[],
): FigureReport => {
  const unit = measuresOf(programme).find((measure) => measure.ref === ref)?.unit ?? '';
  const told = { ref, unit, from: before?.answer ?? null, to: figure.answer };
  if (before === null) return { ...told, change: { kind: 'new' } };
  if (sameFigure(before, figure)) return { ...told, change: { kind: 'unchanged' } };
  const filing = figureFiledSince(past, ref, figure);
  return { ...told, change: filing === null ? { kind: 'corrected' } : { kind: 'kept', filing } };
};

/** Whether the file tells of a return that came after the one on record. */
const isLater = ({ filedOn }: ImportedSubmission, filed: StoredFiling | null): boolean =>
  filed === null || (filedOn !== null && isAfter(filedOn, dayIn(filed.filedAt)));

/**
 * Who filed and when. A file dated after the filing on record tells of a later return; otherwise it
 * differs because somebody edited it, and then the correction is the importer's and of today.
 */
const filingOf = (
  { now, by }: Importing,
  submission: ImportedSubmission,
  filed: StoredFiling | null,
): Pick<NewFiling, 'filedBy' | 'filedAt'> => {
  if (!isLater(submission, filed)) return { filedBy: by, filedAt: now };
  const { filedOn, by: named } = submission;
  return {
    filedBy: named === null ? by : { kind: 'person', key: named, name: null },
    filedAt: filedOn === null ? now : middayOf(filedOn),
  };
};

/** A file knows the day only. */
const middayOf = (day: Temporal.PlainDate): Temporal.Instant =>
  day.toZonedDateTime({ timeZone: ZONE, plainTime: Temporal.PlainTime.from('12:00') }).toInstant();
