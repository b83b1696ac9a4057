import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { readEntries } from '../../../src/application/read-entries.ts';
import { startingValues } from '../../../src/application/starting-values.ts';
import type { FormMeasure, SubmissionForm } from '../../../src/application/submission-form.ts';
import type { Quarter } from '../../../src/domain/calendar/calendar.ts';
import { decimal } from '../../../src/domain/decimal.ts';
import type { Answer, FiledFigure } from '../../../src/domain/figure.ts';
import type { Measure } from '../../../src/domain/measure.ts';
import { sameFigure } from '../../../src/domain/same-figure.ts';
import { readFields } from '../../../src/slack/submit/fields.ts';
import { pageView } from '../../../src/slack/submit/page-view.ts';
import { barnet } from '../../support/barnet.ts';
import { stateOf, windowIn } from '../../support/submit-fixtures.ts';
import { Q1 } from '../fixtures.ts';

const Q2 = { year: 2015, number: 2 } as const;

const measureNamed = (ref: string): Measure => {
  const measures = barnet().programme.projects.flatMap((project) => project.measures);
  const found = measures.find((measure) => measure.ref === ref);
  if (found === undefined) throw new Error(`The example has no ${ref}.`);
  return found;
};

const filed = (measure: Measure, answer: Answer, quarter: Quarter): FiledFigure => ({
  answer,
  ref: measure.ref,
  quarter,
  revision: 1,
  late: false,
  provisional: false,
  commentary: 'Two prisons changed their release days.',
  awaited: null,
  action: null,
  smallSample: true,
  judgement: 'Exceeding target',
});

const formWith = (question: FormMeasure, quarter: Quarter): SubmissionForm => {
  const { programme } = barnet();
  const [project] = programme.projects;
  if (project === undefined) throw new Error('The example has no project.');
  return {
    key: { programmeId: 1, projectNumber: project.number, quarter },
    stored: { id: 1, revision: 1, programme },
    project,
    today: Temporal.PlainDate.from('2015-07-14'),
    due: Temporal.PlainDate.from('2015-07-21'),
    late: false,
    measures: [question],
    submission: null,
    purpose: 'file',
    digest: 'to_come',
    person: { id: 'U0PRIYA001', email: null, name: null },
    draft: null,
    colleagues: {},
    onlyBehind: false,
    locked: new Set(),
    sentBack: [],
    waiting: [],
  };
};

/** What would be filed if somebody opened the form and changed nothing. */
const untouched = (question: FormMeasure, quarter: Quarter) => {
  const form = formWith(question, quarter);
  const starting = startingValues(form);
  const typed = { ...starting, ...readFields(stateOf(windowIn(pageView(form, 1, starting)))) };
  return readEntries(form, form.measures, typed);
};

describe('a form opened and left as it was changes nothing on record', () => {
  const count = fc.integer({ min: 0, max: 99_999 });
  const number = fc.oneof(
    count.map((value) => decimal(value).div(100)),
    fc.integer({ min: 0, max: 100 }).map((value) => decimal(value)),
  );
  const share = fc
    .tuple(count, count)
    .filter(([part, whole]) => whole > 0 && part <= whole)
    .map(([part, whole]) => [decimal(part), decimal(whole)] as const);
  const expected = fc.constantFrom(null, Temporal.PlainDate.from('2015-10-01'));
  const nothing = fc.oneof(
    fc.constantFrom<Answer>({ kind: 'no_cases' }, { kind: 'not_started' }, { kind: 'not_due' }),
    expected.map((day): Answer => ({ kind: 'not_available', expected: day })),
  );

  test.each(['2.4', '2.5', '4.1', '1.1', '5.3'])('figures of %s', (ref) => {
    const measure = measureNamed(ref);
    const isShare = measure.unit === '%';
    const plain = number.filter((value) => !isShare || value.lte(100));
    const basis = measure.kind === 'flow' ? fc.constantFrom('this_quarter', 'year_to_date') : null;
    const numbers = fc
      .tuple(plain, basis ?? fc.constant(null))
      .map(([value, on]): Answer => ({ kind: 'number', value, share: null, basis: on }));
    const shares = share.map(([numerator, denominator]): Answer => {
      const value = decimal(100).times(numerator).div(denominator);
      return { kind: 'number', value, share: { numerator, denominator }, basis: null };
    });
    fc.assert(
      fc.property(
        fc.oneof(numbers, nothing, ...(isShare ? [shares] : [])),
        fc.constantFrom(Q1, Q2),
        (answer, quarter) => {
          const current = filed(measure, answer, quarter);
          const read = untouched(
            { measure, current, lastQuarter: null, optionalUntil: null },
            quarter,
          );
          expect(read.faults).toEqual([]);
          const [entry] = read.figures;
          expect(entry !== undefined && sameFigure(current, entry.figure)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('what a figure covers', () => {
  const measure = measureNamed('4.1');
  const yearToDate = {
    kind: 'number',
    value: decimal(60),
    share: null,
    basis: 'year_to_date',
  } as const;

  test('is remembered from the quarter before', () => {
    const question = {
      measure,
      current: null,
      lastQuarter: filed(measure, yearToDate, Q1),
      optionalUntil: null,
    };
    expect(startingValues(formWith(question, Q2))).toMatchObject({ 'basis:4.1': 'year_to_date' });
  });

  test('is asked for after Q1 beside a figure, and not where there is none', () => {
    const form = formWith({ measure, current: null, lastQuarter: null, optionalUntil: null }, Q2);
    expect(readEntries(form, form.measures, { 'value:4.1': '34' }).faults).toEqual([
      { field: 'basis:4.1', sentence: expect.stringContaining('this quarter only') },
    ]);
    expect(readEntries(form, form.measures, { 'nothing:4.1': 'no_cases' }).faults).toEqual([]);
  });
});
