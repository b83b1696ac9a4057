import { Temporal } from 'temporal-polyfill';
import { importCatalogue } from '../../src/application/import-catalogue.ts';
import type { Actor, Store } from '../../src/application/ports.ts';
import { printImportReport } from '../../src/application/print-import-report.ts';
import type { CatalogueDocument, ImportedSubmission } from '../../src/domain/catalogue-document.ts';
import { decimal } from '../../src/domain/decimal.ts';
import type { Figure } from '../../src/domain/figure.ts';
import type { Measure } from '../../src/domain/measure.ts';
import { openStore } from '../../src/store/open.ts';
import { barnet } from '../support/barnet.ts';

export const OPERATOR: Actor = { kind: 'operator', name: 'joan' };
export const Q1 = { year: 2015, number: 1 } as const;
export const at = (day: string) => ({ now: () => Temporal.Instant.from(`${day}T09:00:00Z`) });

/** A database holding the example, imported on 3 August 2015, and a way to import again the day after. */
export const imported = () => {
  const store = openStore(':memory:');
  importCatalogue({ store, clock: at('2015-08-03') }, barnet(), { by: OPERATOR, dryRun: false });
  const again = (document: CatalogueDocument, dryRun = false) =>
    printImportReport(
      importCatalogue({ store, clock: at('2015-08-04') }, document, { by: OPERATOR, dryRun }),
    );
  return { store, again };
};

export const idIn = (store: Store): number => store.programmes()[0]?.id ?? -1;

export const figureIn = (store: Store, ref: string) => store.figures(idIn(store), ref, Q1, Q1)[0];

export const filingIn = (store: Store, project: number) =>
  store.submission(idIn(store), project, Q1)?.filing;

export const withMeasure = (
  document: CatalogueDocument,
  ref: string,
  change: Partial<Measure>,
) => ({
  ...document,
  programme: {
    ...document.programme,
    projects: document.programme.projects.map((project) => ({
      ...project,
      measures: project.measures.map((measure) =>
        measure.ref === ref ? { ...measure, ...change } : measure,
      ),
    })),
  },
});

export const withSubmission = (
  document: CatalogueDocument,
  project: number,
  change: (submission: ImportedSubmission) => ImportedSubmission,
): CatalogueDocument => ({
  ...document,
  submissions: document.submissions.map((submission) =>
    submission.projectNumber === project ? change(submission) : submission,
  ),
});

export const withFigure = (document: CatalogueDocument, ref: string, change: Partial<Figure>) =>
  withSubmission(document, Number(ref.split('.')[0]), (submission) => ({
    ...submission,
    figures: submission.figures.map((entry) =>
      entry.ref === ref ? { ref, figure: { ...entry.figure, ...change } } : entry,
    ),
  }));

export const percent = (value: number): Figure['answer'] => ({
  kind: 'number',
  value: decimal(value),
  share: null,
  basis: null,
});
