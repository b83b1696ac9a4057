import { Temporal } from 'temporal-polyfill';
import { dayIn, type Quarter, ZONE } from '../domain/calendar/calendar.ts';
import { dueDate } from '../domain/calendar/working-days.ts';
import type { ImportedSubmission } from '../domain/catalogue-document.ts';
import type { Answer, FiledFigure } from '../domain/figure.ts';
import { measuresOf, type Programme } from '../domain/measure.ts';
import { sameFigure } from '../domain/same-figure.ts';
import type { ChangedFigure } from './digest-updates.ts';
import type { Actor, NewFiling, Store, StoredProgramme } from './ports.ts';
import { isAfter } from './submission-form.ts';

export interface SubmissionReport {
  readonly projectNumber: number;
  readonly quarter: Quarter;
  readonly kind: 'new' | 'changed' | 'unchanged';
  /** Whether what is filed now comes after the quarter's due date. */
  readonly late: boolean;
  readonly informationChanged: boolean;
  readonly figures: readonly FigureReport[];
}

export interface FigureReport {
  readonly ref: string;
  readonly unit: string;
  readonly kind: 'new' | 'corrected' | 'unchanged';
  readonly from: Answer | null;
  readonly to: Answer;
}

export interface Importing {
  readonly store: Store;
  readonly now: Temporal.Instant;
  readonly by: Actor;
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
  submission: ImportedSubmission,
): Plan => {
  const { projectNumber, quarter, additionalInformation } = submission;
  const current =
    stored === null ? null : importing.store.submission(stored.id, projectNumber, quarter);
  const filed = current?.filing ?? null;
  const compared = submission.figures.map((entry) => {
    const before = currentFigure(importing.store, stored, entry.ref, quarter);
    return { entry, before, report: reportFigure(programme, entry, before) };
  });
  const changed = compared.filter(({ report }) => report.kind !== 'unchanged');
  // A file that says nothing of it does not take away what the record holds.
  const information = additionalInformation ?? filed?.additionalInformation ?? null;
  const informationChanged = information !== (filed?.additionalInformation ?? null);
  const isSame = filed !== null && changed.length === 0 && !informationChanged;
  const filing = filingOf(importing, submission, filed?.filedAt ?? null);
  const late = isAfter(dayIn(filing.filedAt), dueDate(quarter));
  return {
    report: {
      projectNumber,
      quarter,
      kind: isSame ? 'unchanged' : filed === null ? 'new' : 'changed',
      late: isSame ? filed.late : late,
      informationChanged,
      figures: compared.map(({ report }) => report),
    },
    filing: isSame
      ? null
      : {
          projectNumber,
          quarter,
          ...filing,
          late,
          additionalInformation: information,
          figures: changed.map(({ entry }) => entry),
        },
    changed: measuresOf(programme).flatMap((measure) =>
      changed
        .filter(({ entry }) => entry.ref === measure.ref)
        .map(({ before }) => ({ measure, before })),
    ),
  };
};

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
): FigureReport => {
  const kind = before === null ? 'new' : sameFigure(before, figure) ? 'unchanged' : 'corrected';
  const unit = measuresOf(programme).find((measure) => measure.ref === ref)?.unit ?? '';
  return { ref, unit, kind, from: before?.answer ?? null, to: figure.answer };
};

/**
 * Who filed and when. A file dated after the filing on record tells of a later return; otherwise it
 * differs because somebody edited it, and then the correction is the importer's and of today.
 */
const filingOf = (
  { now, by }: Importing,
  { filedOn, by: named }: ImportedSubmission,
  onRecord: Temporal.Instant | null,
): Pick<NewFiling, 'filedBy' | 'filedAt'> => {
  const isLater = onRecord === null || (filedOn !== null && isAfter(filedOn, dayIn(onRecord)));
  if (!isLater) return { filedBy: by, filedAt: now };
  return {
    filedBy: named === null ? by : { kind: 'person', key: named, name: null },
    filedAt: filedOn === null ? now : middayOf(filedOn),
  };
};

/** A file knows the day only. */
const middayOf = (day: Temporal.PlainDate): Temporal.Instant =>
  day.toZonedDateTime({ timeZone: ZONE, plainTime: Temporal.PlainTime.from('12:00') }).toInstant();
