import { Temporal } from 'temporal-polyfill';
import { dayIn, printQuarter, printYear, type Quarter, ZONE } from '../domain/calendar/calendar.ts';
import { dueDate } from '../domain/calendar/working-days.ts';
import type { CatalogueDocument, ImportedSubmission } from '../domain/catalogue-document.ts';
import type { Answer, Figure } from '../domain/figure.ts';
import { measuresOf, type Programme } from '../domain/measure.ts';
import { sameFigure } from '../domain/same-figure.ts';
import { compareProgrammes, isUnchanged, type ProgrammeChanges } from './compare-programmes.ts';
import type { Actor, Clock, NewFiling, Store, StoredProgramme } from './ports.ts';
import { isAfter } from './submission-form.ts';

/** What an import added, changed and left alone, or would with `dryRun`. */
export interface ImportReport {
  readonly dryRun: boolean;
  readonly programme: Programme;
  readonly catalogue:
    | { readonly kind: 'new' | 'unchanged' }
    | { readonly kind: 'changed'; readonly changes: ProgrammeChanges };
  readonly submissions: readonly SubmissionReport[];
}

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

export interface ImportOptions {
  readonly by: Actor;
  readonly dryRun: boolean;
}

interface Importing {
  readonly store: Store;
  readonly now: Temporal.Instant;
  readonly by: Actor;
}

/**
 * Brings the record to what a catalogue file says, all of it or nothing. What the record holds
 * already is left alone, so importing a file twice changes nothing; nobody is sent a receipt.
 */
export const importCatalogue = (
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  document: CatalogueDocument,
  { by, dryRun }: ImportOptions,
): ImportReport =>
  store.transaction(() => {
    const importing: Importing = { store, now: clock.now(), by };
    const { programme } = document;
    const stored = storedFor(store, programme);
    const catalogue = catalogueChange(stored, programme);
    const plans = document.submissions.map((submission) =>
      planSubmission(importing, stored, programme, submission),
    );
    if (!dryRun) {
      const id = saveCatalogue(importing, stored, programme, catalogue);
      for (const plan of plans) saveSubmission(importing, id, programme, plan);
    }
    return { dryRun, programme, catalogue, submissions: plans.map(({ report }) => report) };
  });

const storedFor = (store: Store, { title, year }: Programme): StoredProgramme | null =>
  store
    .programmes()
    .find(({ programme }) => programme.title === title && programme.year === year) ?? null;

const catalogueChange = (
  stored: StoredProgramme | null,
  programme: Programme,
): ImportReport['catalogue'] => {
  if (stored === null) return { kind: 'new' };
  const changes = compareProgrammes(stored.programme, programme);
  return isUnchanged(changes) ? { kind: 'unchanged' } : { kind: 'changed', changes };
};

const saveCatalogue = (
  { store, by, now }: Importing,
  stored: StoredProgramme | null,
  programme: Programme,
  catalogue: ImportReport['catalogue'],
): number => {
  if (stored !== null && catalogue.kind === 'unchanged') return stored.id;
  const id = store.saveProgramme(programme, by, now);
  const changed = catalogue.kind === 'changed' ? catalogue.changes : null;
  store.audit({
    at: now,
    actor: by,
    action: 'import catalogue',
    subject: `${programme.title} ${printYear(programme.year)}`,
    detail: {
      change: catalogue.kind,
      projects: changed?.projects.map(({ kind, key }) => `${key}: ${kind}`) ?? [],
      measures: changed?.measures.map(({ kind, key }) => `${key}: ${kind}`) ?? [],
    },
  });
  return id;
};

interface Plan {
  readonly report: SubmissionReport;
  /** Null where the record holds it all already. */
  readonly filing: Omit<NewFiling, 'programmeId'> | null;
}

const planSubmission = (
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
    return { entry, report: reportFigure(programme, entry, before) };
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
  };
};

const currentFigure = (
  store: Store,
  stored: StoredProgramme | null,
  ref: string,
  quarter: Quarter,
): Figure | null =>
  stored === null ? null : (store.figures(stored.id, ref, quarter, quarter).at(-1) ?? null);

const reportFigure = (
  programme: Programme,
  { ref, figure }: ImportedSubmission['figures'][number],
  before: Figure | null,
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

const saveSubmission = (
  { store, by, now }: Importing,
  programmeId: number,
  programme: Programme,
  { filing }: Plan,
): void => {
  if (filing === null) return;
  const kept = store.file({ ...filing, programmeId });
  const { projectNumber, quarter, figures } = filing;
  store.audit({
    at: now,
    actor: by,
    action: 'import submission',
    subject: `${programme.title}, project ${projectNumber}, ${printQuarter(quarter)}`,
    detail: { filing: kept.id, revision: kept.revision, figures: figures.map(({ ref }) => ref) },
  });
};
