import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { importCatalogue } from '../../src/application/import-catalogue.ts';
import { startingValues } from '../../src/application/starting-values.ts';
import { openSubmissionForm } from '../../src/application/submission-form.ts';
import type { Quarter } from '../../src/domain/calendar/calendar.ts';
import { decimal } from '../../src/domain/decimal.ts';
import { openStore } from '../../src/store/open.ts';
import { barnet } from '../support/barnet.ts';

const OPERATOR = { kind: 'operator', name: 'test' } as const;
const LEAD = { id: 'U0YOS', email: 'yos.lead@example.org', name: null };

/** What the form for 1.1 starts with, a year-to-date figure standing for the quarter before. */
const startAfterYearToDate = (earlier: Quarter, quarter: Quarter, today: string) => {
  const store = openStore(':memory:');
  const clock = { now: () => Temporal.Instant.from(`${today}T12:00:00Z`) };
  importCatalogue(
    { store, clock },
    { ...barnet(), submissions: [] },
    { by: OPERATOR, dryRun: false },
  );
  const answer = {
    kind: 'number',
    value: decimal(300),
    share: null,
    basis: 'year_to_date',
  } as const;
  const figure = {
    answer,
    provisional: false,
    commentary: null,
    awaited: null,
    action: null,
    smallSample: false,
    judgement: null,
  };
  const filing = {
    programmeId: 1,
    projectNumber: 1,
    filedBy: OPERATOR,
    filedAt: clock.now(),
    late: false,
  };
  store.file({
    ...filing,
    quarter: earlier,
    additionalInformation: null,
    reason: null,
    onBehalf: null,
    attestation: null,
    state: 'submitted',
    figures: [{ ref: '1.1', figure }],
  });
  const opened = openSubmissionForm({ store, clock, person: LEAD }, { ...filing, quarter });
  if (!opened.ok) throw new Error(opened.fault.kind);
  return startingValues(opened.value);
};

test('the basis chosen last quarter is offered again', () => {
  const values = startAfterYearToDate(
    { year: 2015, number: 1 },
    { year: 2015, number: 2 },
    '2015-10-02',
  );
  expect(values['basis:1.1']).toBe('year_to_date');
});

test('in Q1, where no basis is asked, last year’s is not taken over unseen', () => {
  const values = startAfterYearToDate(
    { year: 2014, number: 4 },
    { year: 2015, number: 1 },
    '2015-07-02',
  );
  expect(values).not.toHaveProperty('basis:1.1');
});
