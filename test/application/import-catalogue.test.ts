import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { importCatalogue } from '../../src/application/import-catalogue.ts';
import type { Store } from '../../src/application/ports.ts';
import { printImportReport } from '../../src/application/print-import-report.ts';
import { openStore } from '../../src/store/open.ts';
import { barnet } from '../support/barnet.ts';
import {
  at,
  figureIn,
  filingIn,
  idIn,
  imported,
  OPERATOR,
  percent,
  Q1,
  withFigure,
  withSubmission,
} from './import-support.ts';

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
