import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { standingsOf } from '../../src/application/assess.ts';
import { importCatalogue } from '../../src/application/import-catalogue.ts';
import { dayIn } from '../../src/domain/calendar/calendar.ts';
import type { CatalogueDocument } from '../../src/domain/catalogue-document.ts';
import { decimal } from '../../src/domain/decimal.ts';
import type { Measure } from '../../src/domain/measure.ts';
import { openStore } from '../../src/store/open.ts';
import { barnet } from '../support/barnet.ts';

const BY = { kind: 'operator', name: 'test' } as const;
const Q1 = { year: 2016, number: 1 } as const;
const clock = { now: () => Temporal.Instant.from('2016-07-20T09:00Z') };

/** The real programme's next year: its catalogue with 2.4 filed as 30% for Q1 2016/17. */
const nextYear = (change: Partial<Measure> = {}, title?: string): CatalogueDocument => {
  const { programme, submissions } = barnet();
  const projects = programme.projects.map((project) => ({
    ...project,
    measures: project.measures.map((measure) =>
      measure.ref === '2.4' ? { ...measure, ...change } : measure,
    ),
  }));
  const filed = submissions
    .filter(({ projectNumber }) => projectNumber === 2)
    .map((submission) => ({
      ...submission,
      quarter: Q1,
      filedOn: null,
      figures: submission.figures.map(({ ref, figure }) => ({
        ref,
        figure: {
          ...figure,
          answer: { kind: 'number' as const, value: decimal(30), share: null, basis: null },
        },
      })),
    }));
  return {
    programme: { ...programme, title: title ?? programme.title, year: 2016, projects },
    submissions: filed,
  };
};

const travelOf24 = (...documents: readonly CatalogueDocument[]) => {
  const store = openStore(':memory:');
  for (const document of documents) {
    importCatalogue({ store, clock }, document, { by: BY, dryRun: false });
  }
  const stored = store.programmes().find(({ programme }) => programme.year === 2016);
  if (stored === undefined) throw new Error('The next year was not imported.');
  const found = standingsOf(store, stored, Q1, dayIn(clock.now())).find(
    ({ assessment }) => assessment.measure.ref === '2.4',
  );
  store.close();
  return found?.assessment.travel;
};

const compared = { kind: 'compared', direction: 'better', with: 'same_quarter_last_year' };

test('the same quarter last year is found in last year’s catalogue', () => {
  expect(travelOf24(barnet(), nextYear())).toMatchObject({
    ...compared,
    quarter: { year: 2015, number: 1 },
    from: decimal(17),
    to: decimal(30),
  });
});

test('a title that names the year is the same programme’s in another year', () => {
  const document = barnet();
  const named = (title: string, of: CatalogueDocument): CatalogueDocument => ({
    ...of,
    programme: { ...of.programme, title },
  });
  expect(
    travelOf24(named('Barnet 2015/16', document), nextYear({}, 'Barnet 2016/17')),
  ).toMatchObject(compared);
});

test('another programme’s figures are not this one’s past', () => {
  expect(travelOf24(barnet(), nextYear({}, 'Another programme'))).toEqual({
    kind: 'none',
    because: 'no_earlier_quarter',
  });
});

test('a reference that now counts something else has no past', () => {
  expect(travelOf24(barnet(), nextYear({ unit: 'people' }))).toEqual({
    kind: 'none',
    because: 'no_earlier_quarter',
  });
});

test('what this year’s catalogue says of last year comes first', () => {
  const own = nextYear();
  const [submission] = barnet().submissions.filter(({ projectNumber }) => projectNumber === 2);
  if (submission === undefined) throw new Error('The example has no project 2.');
  const corrected = submission.figures.map(({ ref, figure }) => ({
    ref,
    figure: {
      ...figure,
      answer: { kind: 'number' as const, value: decimal(40), share: null, basis: null },
    },
  }));
  const past = { ...submission, figures: corrected };
  expect(travelOf24(barnet(), { ...own, submissions: [...own.submissions, past] })).toMatchObject({
    direction: 'worse',
    from: decimal(40),
  });
});
