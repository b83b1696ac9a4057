import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { importCatalogue } from '../../src/application/import-catalogue.ts';
import type { Actor, Store } from '../../src/application/ports.ts';
import { printImportReport } from '../../src/application/print-import-report.ts';
import type { CatalogueDocument, ImportedSubmission } from '../../src/domain/catalogue-document.ts';
import { decimal } from '../../src/domain/decimal.ts';
import type { Figure } from '../../src/domain/figure.ts';
import type { Measure } from '../../src/domain/measure.ts';
import { openStore } from '../../src/store/open.ts';
import { barnet } from '../support/barnet.ts';

const OPERATOR: Actor = { kind: 'operator', name: 'joan' };
const Q1 = { year: 2015, number: 1 } as const;
const at = (day: string) => ({ now: () => Temporal.Instant.from(`${day}T09:00:00Z`) });

/** A database holding the example, imported on 3 August 2015, and a way to import again the day after. */
const imported = () => {
  const store = openStore(':memory:');
  importCatalogue({ store, clock: at('2015-08-03') }, barnet(), { by: OPERATOR, dryRun: false });
  const again = (document: CatalogueDocument, dryRun = false) =>
    printImportReport(
      importCatalogue({ store, clock: at('2015-08-04') }, document, { by: OPERATOR, dryRun }),
    );
  return { store, again };
};

const idIn = (store: Store): number => store.programmes()[0]?.id ?? -1;

const figureIn = (store: Store, ref: string) => store.figures(idIn(store), ref, Q1, Q1)[0];

const filingIn = (store: Store, project: number) =>
  store.submission(idIn(store), project, Q1)?.filing;

const withMeasure = (document: CatalogueDocument, ref: string, change: Partial<Measure>) => ({
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

const withSubmission = (
  document: CatalogueDocument,
  project: number,
  change: (submission: ImportedSubmission) => ImportedSubmission,
): CatalogueDocument => ({
  ...document,
  submissions: document.submissions.map((submission) =>
    submission.projectNumber === project ? change(submission) : submission,
  ),
});

const withFigure = (document: CatalogueDocument, ref: string, change: Partial<Figure>) =>
  withSubmission(document, Number(ref.split('.')[0]), (submission) => ({
    ...submission,
    figures: submission.figures.map((entry) =>
      entry.ref === ref ? { ref, figure: { ...entry.figure, ...change } } : entry,
    ),
  }));

const percent = (value: number): Figure['answer'] => ({
  kind: 'number',
  value: decimal(value),
  share: null,
  basis: null,
});

describe('the first import', () => {
  test('keeps the programme and every submission, and says so', () => {
    const store = openStore(':memory:');
    const report = importCatalogue({ store, clock: at('2015-08-03') }, barnet(), {
      by: OPERATOR,
      dryRun: false,
    });
    expect(store.programmes()[0]?.programme).toEqual(barnet().programme);
    expect(store.submissions(idIn(store), Q1)).toHaveLength(5);
    expect(printImportReport(report)).toEqual([
      'New programme: Barnet MOPAC projects, 2015/16, with 5 projects and 21 measures.',
      'New submission: project 1, Q1 2015/16, with 2 figures.',
      'New submission: project 2, Q1 2015/16, with 5 figures.',
      'New submission: project 3, Q1 2015/16, with 2 figures.',
      'New submission: project 4, Q1 2015/16, with 7 figures.',
      'New submission: project 5, Q1 2015/16, with 5 figures.',
      'Saved.',
    ]);
  });

  test('keeps who filed and on which day, not who imported and when', () => {
    const { store } = imported();
    const filing = filingIn(store, 2);
    expect(filing).toMatchObject({
      revision: 1,
      late: false,
      filedBy: { kind: 'person', key: 'public.health.lead@example.org', name: null },
    });
    expect(filing?.filedAt.toString()).toBe('2015-07-14T11:00:00Z');
  });

  test('a return filed after the due date is late; on the due date it is not', () => {
    const store = openStore(':memory:');
    const late = withSubmission(barnet(), 2, (submission) => ({
      ...submission,
      filedOn: Temporal.PlainDate.from('2015-07-22'),
    }));
    const report = importCatalogue({ store, clock: at('2015-08-03') }, late, {
      by: OPERATOR,
      dryRun: false,
    });
    expect(report.submissions.map((submission) => submission.late)).toEqual([
      false,
      true,
      false,
      false,
      false,
    ]);
    expect(figureIn(store, '2.4')?.late).toBe(true);
  });

  test('a return without a day counts as filed by the importer on the day of the import', () => {
    const store = openStore(':memory:');
    const undated = withSubmission(barnet(), 2, (submission) => ({
      ...submission,
      filedOn: null,
      by: null,
    }));
    importCatalogue({ store, clock: at('2015-08-03') }, undated, { by: OPERATOR, dryRun: false });
    expect(filingIn(store, 2)).toMatchObject({ filedBy: OPERATOR, late: true });
  });

  test('nobody is sent a receipt', () => {
    const { store } = imported();
    expect(store.outboxCounts()).toMatchObject({ pending: 0, sending: 0, sent: 0 });
  });
});

describe('importing again', () => {
  test('the same file changes nothing and says so', () => {
    const { store, again } = imported();
    expect(again(barnet())).toEqual([
      'Nothing to change: the record already holds Barnet MOPAC projects, 2015/16 with its 21 measures and these 5 submissions.',
    ]);
    expect(store.programmes()[0]?.revision).toBe(1);
    expect(filingIn(store, 2)?.revision).toBe(1);
  });

  test('a changed target is a new revision of the catalogue, told with the old and the new', () => {
    const { store, again } = imported();
    const target = {
      rule: { kind: 'at_least', value: decimal(45) },
      text: '45%',
      years: 1,
    } as const;
    expect(again(withMeasure(barnet(), '2.4', { target }))).toEqual([
      'Changed: measure 2.4, target: at least 41 (“41%”) is now at least 45 (“45%”).',
      'Unchanged: 5 submissions.',
      'Saved.',
    ]);
    expect(store.programmes()[0]?.revision).toBe(2);
  });

  test('a measure that has gone from the file keeps its figures in the record', () => {
    const { store, again } = imported();
    const document = barnet();
    const fewer: CatalogueDocument = {
      programme: {
        ...document.programme,
        projects: document.programme.projects.map((project) => ({
          ...project,
          measures: project.measures.filter(({ ref }) => ref !== '2.5'),
        })),
      },
      submissions: [],
    };
    expect(again(fewer)).toContain(
      'Gone: measure 2.5, Re-offending in treatment. What was filed for it stays in the record.',
    );
    expect(figureIn(store, '2.5')?.revision).toBe(1);
  });

  test('a differing figure is a correction by whoever imports it, and the rest stays as filed', () => {
    const { store, again } = imported();
    expect(again(withFigure(barnet(), '2.4', { answer: percent(18) }))).toEqual([
      'Changed submission: project 2, Q1 2015/16. Late: filed after the due date.',
      '  2.4: 17% is corrected to 18%.',
      'Unchanged: 4 submissions.',
      'Saved.',
    ]);
    expect(figureIn(store, '2.4')?.revision).toBe(2);
    expect(figureIn(store, '2.3')?.revision).toBe(1);
    expect(filingIn(store, 2)).toMatchObject({ revision: 2, filedBy: OPERATOR });
  });

  test('changed commentary is a revision too, although the number is the same', () => {
    const { again } = imported();
    expect(again(withFigure(barnet(), '2.4', { commentary: 'Two late referrals' }))).toContain(
      '  2.4: still 17%, but what is said of it has changed.',
    );
  });

  test('a file dated later than the record tells of a new return by its lead', () => {
    const { store, again } = imported();
    const corrected = withFigure(barnet(), '2.4', { answer: percent(18) });
    again(
      withSubmission(corrected, 2, (submission) => ({
        ...submission,
        filedOn: Temporal.PlainDate.from('2015-07-20'),
      })),
    );
    expect(filingIn(store, 2)).toMatchObject({
      revision: 2,
      late: false,
      filedBy: { kind: 'person', key: 'public.health.lead@example.org' },
    });
  });

  test('a file without additional information takes none away', () => {
    const { store, again } = imported();
    const silent = withSubmission(
      withFigure(barnet(), '2.4', { answer: percent(18) }),
      2,
      (given) => ({
        ...given,
        additionalInformation: null,
      }),
    );
    again(silent);
    expect(filingIn(store, 2)?.additionalInformation).toContain('drug related offenders engaging');
  });

  test('changed leads are told and kept', () => {
    const { store, again } = imported();
    const document = barnet();
    const [first, ...others] = document.programme.projects;
    if (first === undefined) throw new Error('The example has no project');
    const projects = [{ ...first, leads: ['new.lead@example.org'] }, ...others];
    expect(again({ ...document, programme: { ...document.programme, projects } })[0]).toBe(
      'Changed: project 1, leads: yos.lead@example.org is now new.lead@example.org.',
    );
    expect(store.programmes()[0]?.programme.projects[0]?.leads).toEqual(['new.lead@example.org']);
  });
});

describe('all or nothing', () => {
  test('a dry run says what would change and keeps nothing', () => {
    const { store, again } = imported();
    const lines = again(withFigure(barnet(), '2.4', { answer: percent(18) }), true);
    expect(lines).toContain('  2.4: 17% is corrected to 18%.');
    expect(lines.at(-1)).toBe('This was a dry run: nothing has been saved.');
    expect(figureIn(store, '2.4')?.revision).toBe(1);
  });

  test('a failure half-way leaves the record as it was', () => {
    const store = openStore(':memory:');
    let filings = 0;
    const failing: Store = {
      ...store,
      file: (filing) => {
        filings += 1;
        if (filings === 3) throw new Error('The disk is full');
        return store.file(filing);
      },
    };
    const act = () =>
      importCatalogue({ store: failing, clock: at('2015-08-03') }, barnet(), {
        by: OPERATOR,
        dryRun: false,
      });
    expect(act).toThrow('The disk is full');
    expect(store.programmes()).toEqual([]);
  });
});
