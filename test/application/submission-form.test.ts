import { describe, expect, test } from 'vitest';
import { importCatalogue } from '../../src/application/import-catalogue.ts';
import type { SubmissionKey } from '../../src/application/open-return.ts';
import type { Person } from '../../src/application/ports.ts';
import { openSubmissionForm } from '../../src/application/submission-form.ts';
import type { Quarter } from '../../src/domain/calendar/calendar.ts';
import {
  edgeWith,
  emptyEdge,
  filedBy,
  LEAD,
  NOBODY,
  Q1,
  type TestEdge,
} from '../slack/fixtures.ts';
import { barnet } from '../support/barnet.ts';
import { typedBy } from '../support/drafts.ts';

const OPERATOR = { kind: 'operator', name: 'test' } as const;
const DEPUTY: Person = {
  id: 'U0DEPUTY01',
  email: 'Public.Health.Deputy@example.org',
  name: 'Dev Patel',
};
const COORDINATOR: Person = { id: 'U0COORD001', email: 'coordinator@example.org', name: 'Joan' };
const JULY = '2015-07-14';

const keyOf = (change: Partial<SubmissionKey> = {}): SubmissionKey => ({
  programmeId: 1,
  projectNumber: 2,
  quarter: Q1,
  ...change,
});

const open = (edge: TestEdge, person: Person = LEAD, change: Partial<SubmissionKey> = {}) =>
  openSubmissionForm({ ...edge, person }, keyOf(change));

const opened = (edge: TestEdge, person: Person = LEAD, change: Partial<SubmissionKey> = {}) => {
  const form = open(edge, person, change);
  if (!form.ok) throw new Error(`Refused: ${form.fault.kind}`);
  return form.value;
};

describe('opening a return', () => {
  test('a lead gets every measure of the project, in catalogue order, with nothing on record yet', () => {
    const form = opened(edgeWith(filedBy(), JULY));
    expect(form.measures.map(({ measure }) => measure.ref)).toEqual([
      '2.1',
      '2.2',
      '2.3',
      '2.4',
      '2.5',
    ]);
    expect(form.measures.every(({ current, lastQuarter }) => !current && !lastQuarter)).toBe(true);
    expect(form).toMatchObject({ submission: null, draft: null, late: false });
    expect(String(form.due)).toBe('2015-07-21');
  });

  test('a deputy may open it as well, however their address is written', () => {
    expect(open(edgeWith(filedBy(), JULY), DEPUTY).ok).toBe(true);
  });

  test.each([
    ['nobody in particular', NOBODY],
    ['the coordinator', COORDINATOR],
    ['another project’s lead', { ...LEAD, email: 'probation.lead@example.org' }],
  ])('%s is told whose return it is', (_, person) => {
    expect(open(edgeWith(filedBy(), JULY), person)).toEqual({
      ok: false,
      fault: { kind: 'not_a_lead', agency: 'Public Health', projectNumber: 2 },
    });
  });

  test.each([
    ['a programme that is not there', { programmeId: 2 }],
    ['a project that is not there', { projectNumber: 9 }],
  ])('%s is unknown', (_, change) => {
    const answer = open(edgeWith(filedBy(), JULY), LEAD, change);
    expect(answer).toMatchObject({ ok: false, fault: { kind: 'unknown_project' } });
  });

  test('with no programme loaded at all every project is unknown', () => {
    expect(open(emptyEdge(JULY))).toMatchObject({ fault: { kind: 'unknown_project' } });
  });

  test('figures read already at the filed return stand beside their measures', () => {
    const form = opened(edgeWith(barnet(), JULY));
    const [first] = form.measures;
    expect(first?.current?.answer).toMatchObject({ kind: 'number' });
    expect(form.submission?.filing?.revision).toBe(1);
  });

  test('next quarter’s form shows last quarter’s figures', () => {
    const form = opened(edgeWith(barnet(), '2015-10-05'), LEAD, {
      quarter: { year: 2015, number: 2 },
    });
    expect(form.measures.every(({ current }) => current === null)).toBe(true);
    expect(form.measures.every(({ lastQuarter }) => lastQuarter !== null)).toBe(true);
  });

  test('a measure whose figure comes a quarter behind is asked last, and need not be given yet', () => {
    const document = filedBy();
    const projects = document.programme.projects.map((project) => ({
      ...project,
      measures: project.measures.map((measure) => ({
        ...measure,
        dataLagQuarters: measure.ref === '2.2' ? 1 : 0,
      })),
    }));
    const edge = edgeWith({ ...document, programme: { ...document.programme, projects } }, JULY);
    expect(
      opened(edge).measures.map(({ measure, optionalUntil }) => [
        measure.ref,
        optionalUntil && String(optionalUntil),
      ]),
    ).toEqual([
      ['2.1', null],
      ['2.3', null],
      ['2.4', null],
      ['2.5', null],
      ['2.2', '2015-10-21'],
    ]);
  });
});

describe('when a return is open', () => {
  const at = (day: string, quarter: Quarter = Q1) =>
    open(edgeWith(filedBy(), day), LEAD, { quarter });

  test('from the day after the quarter ends, in London', () => {
    expect(at('2015-06-30')).toEqual({
      ok: false,
      fault: { kind: 'quarter_not_open', quarter: Q1, opens: '1 July 2015' },
    });
    expect(at('2015-07-01').ok).toBe(true);
  });

  test('until the day the next quarter’s returns open', () => {
    expect(at('2015-09-30').ok).toBe(true);
    expect(at('2015-10-01')).toEqual({
      ok: false,
      fault: { kind: 'quarter_closed', quarter: Q1 },
    });
  });

  test('the due date is in time and the day after it is late', () => {
    expect(opened(edgeWith(filedBy(), '2015-07-21')).late).toBe(false);
    expect(opened(edgeWith(filedBy(), '2015-07-22')).late).toBe(true);
  });

  test('a quarter of another year is no part of this programme, even while that quarter is open', () => {
    const before = at('2015-04-20', { year: 2014, number: 4 });
    expect(before).toEqual({
      ok: false,
      fault: {
        kind: 'no_programme_for_quarter',
        quarter: { year: 2014, number: 4 },
        years: ['2015/16'],
      },
    });
    expect(at('2016-07-05', { year: 2016, number: 1 })).toMatchObject({
      fault: { kind: 'no_programme_for_quarter' },
    });
  });

  test('what a stranger asks of another year still tells them only whose return it is', () => {
    const quarter = { year: 2014, number: 4 } as const;
    expect(open(edgeWith(filedBy(), '2015-04-20'), NOBODY, { quarter })).toMatchObject({
      fault: { kind: 'not_a_lead' },
    });
  });
});

describe('what somebody typed and has not filed', () => {
  test('is seen by everybody who may file it, with who typed it', () => {
    const edge = edgeWith(filedBy(), JULY);
    typedBy(
      edge.store,
      { programmeId: 1, projectNumber: 2, quarter: Q1 },
      { person: LEAD.id, typed: { 'value:2.1': '77' }, at: edge.clock.now() },
    );
    for (const person of [LEAD, DEPUTY]) {
      expect(opened(edge, person).draft?.fields).toMatchObject({
        'value:2.1': { value: '77', by: LEAD.id },
      });
    }
  });

  test('is of its quarter and project', () => {
    const edge = edgeWith(filedBy(), '2015-10-05');
    typedBy(
      edge.store,
      { programmeId: 1, projectNumber: 2, quarter: Q1 },
      { person: LEAD.id, typed: { 'value:2.1': '77' }, at: edge.clock.now() },
    );
    expect(opened(edge, LEAD, { quarter: { year: 2015, number: 2 } }).draft).toBeNull();
  });

  test('is still there when they are lead again after being removed', () => {
    const edge = edgeWith(filedBy(), JULY);
    typedBy(
      edge.store,
      { programmeId: 1, projectNumber: 2, quarter: Q1 },
      { person: LEAD.id, typed: { 'value:2.1': '77' }, at: edge.clock.now() },
    );
    const document = filedBy();
    const projects = document.programme.projects.map((project) => ({ ...project, leads: [] }));
    const programme = { ...document.programme, projects };
    importCatalogue(edge, { ...document, programme }, { by: OPERATOR, dryRun: false });
    expect(open(edge)).toMatchObject({ fault: { kind: 'not_a_lead' } });
    importCatalogue(edge, document, { by: OPERATOR, dryRun: false });
    expect(opened(edge).draft?.fields).toMatchObject({ 'value:2.1': { value: '77' } });
  });
});
