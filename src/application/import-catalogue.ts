import { printQuarter, printYear } from '../domain/calendar/calendar.ts';
import type { CatalogueDocument } from '../domain/catalogue-document.ts';
import type { Programme } from '../domain/measure.ts';
import { printAnswer } from '../domain/wording/print-answer.ts';
import { compareProgrammes, isUnchanged, type ProgrammeChanges } from './compare-programmes.ts';
import { type FiledReturn, updateDigests } from './digest-updates.ts';
import {
  type Importing,
  type Plan,
  planSubmission,
  type SubmissionReport,
} from './plan-submission.ts';
import type { Actor, Clock, Store, StoredProgramme } from './ports.ts';

/** What an import added, changed and left alone, or would with `dryRun`. */
export interface ImportReport {
  readonly dryRun: boolean;
  readonly programme: Programme;
  readonly catalogue:
    | { readonly kind: 'new' | 'unchanged' }
    | { readonly kind: 'changed'; readonly changes: ProgrammeChanges };
  readonly submissions: readonly SubmissionReport[];
}

export interface ImportOptions {
  readonly by: Actor;
  readonly dryRun: boolean;
  /** Whether the file goes before what people have filed since; not unless it is said. */
  readonly overwrite?: boolean;
}

/**
 * Brings the record to what a catalogue file says, all of it or nothing. What the record holds
 * already is left alone, so importing a file twice changes nothing, and so is what people have filed
 * over the file's figures since. Nobody is sent a receipt; a digest that stands is updated as after
 * a filing, and one that has become due goes out with the next minute's work.
 */
export const importCatalogue = (
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  document: CatalogueDocument,
  { by, dryRun, overwrite = false }: ImportOptions,
): ImportReport =>
  store.transaction(() => {
    const importing: Importing = { store, now: clock.now(), by, overwrite };
    const { programme } = document;
    const stored = storedFor(store, programme);
    const catalogue = catalogueChange(stored, programme);
    const plans = document.submissions.map((submission) =>
      planSubmission(importing, stored, programme, submission),
    );
    if (!dryRun) {
      const id = saveCatalogue(importing, stored, programme, catalogue);
      const returns = plans.flatMap((plan) => saveSubmission(importing, id, programme, plan));
      const saved = storedFor(store, programme);
      if (saved !== null) updateDigests({ store, clock }, saved, returns);
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

/** Puts a planned return on record and gives it back; nothing where the record holds it all. */
const saveSubmission = (
  { store, by, now }: Importing,
  programmeId: number,
  programme: Programme,
  { filing, changed }: Plan,
): readonly FiledReturn[] => {
  if (filing === null) return [];
  const kept = store.file({ ...filing, programmeId });
  const { projectNumber, quarter, figures } = filing;
  store.audit({
    at: now,
    actor: by,
    action: 'import submission',
    subject: `${programme.title}, project ${projectNumber}, ${printQuarter(quarter)}`,
    detail: {
      filing: kept.id,
      revision: kept.revision,
      figures: figures.map(({ ref, figure }) => `${ref}: ${printAnswer(figure.answer)}`),
    },
  });
  return programme.projects
    .filter(({ number }) => number === projectNumber)
    .map((project) => ({ project, quarter, filing: kept, changed }));
};
