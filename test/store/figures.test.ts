import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { Quarter } from '../../src/domain/calendar/calendar.ts';
import { decimal } from '../../src/domain/decimal.ts';
import type { Figure } from '../../src/domain/figure.ts';
import {
  filing,
  NOON,
  number,
  Q1,
  Q2,
  Q4_BEFORE,
  rawAt,
  storeWithProgramme,
  temporaryPath,
} from './support.ts';

const nothing = (answer: Figure['answer']): Figure => number('0', { answer });

test('a correction is the next revision, and the first is kept', () => {
  const path = temporaryPath();
  const { store, programmeId } = storeWithProgramme(path);
  store.file(filing(programmeId));
  store.file(
    filing(programmeId, { late: true, figures: [{ ref: '2.4', figure: number('18.5') }] }),
  );
  expect(store.figures(programmeId, '2.4', Q1, Q1)).toEqual([
    { ...number('18.5'), ref: '2.4', quarter: Q1, revision: 2, late: true },
  ]);
  const kept = rawAt(path).prepare('select revision, value from figures order by id').all();
  expect(kept).toEqual([
    { revision: 1, value: '17' },
    { revision: 2, value: '18.5' },
  ]);
});

test('a figure that is not filed again keeps its revision', () => {
  const { store, programmeId } = storeWithProgramme();
  const other = { ref: '2.5a', figure: number('4') };
  store.file(filing(programmeId, { figures: [{ ref: '2.4', figure: number('17') }, other] }));
  store.file(filing(programmeId, { figures: [other] }));
  const revisionOf = (ref: string) => store.figures(programmeId, ref, Q1, Q1)[0]?.revision;
  expect([revisionOf('2.4'), revisionOf('2.5a')]).toEqual([1, 2]);
});

test('figures come oldest first, the quarters asked for and no others', () => {
  const { store, programmeId } = storeWithProgramme();
  for (const quarter of [Q2, Q4_BEFORE, Q1]) store.file(filing(programmeId, { quarter }));
  const quarters = (from = Q4_BEFORE, to = Q2) =>
    store.figures(programmeId, '2.4', from, to).map(({ quarter }) => quarter);
  expect(quarters()).toEqual([Q4_BEFORE, Q1, Q2]);
  expect(quarters(Q4_BEFORE, Q1)).toEqual([Q4_BEFORE, Q1]);
  expect(quarters(Q1, Q2)).toEqual([Q1, Q2]);
  expect(quarters(Q2, Q1)).toEqual([]);
});

test('all figures of a programme are those of each of its measures', () => {
  const { store, programmeId } = storeWithProgramme();
  const refs = ['2.4', '2.5a'];
  for (const quarter of [Q1, Q2, Q1]) {
    const figures = refs.map((ref) => ({ ref, figure: number('1') }));
    store.file(filing(programmeId, { quarter, figures }));
  }
  const all = store.allFigures(programmeId, Q4_BEFORE, Q2);
  expect([...all.keys()].sort()).toEqual(refs);
  for (const ref of refs) {
    expect(all.get(ref)).toEqual(store.figures(programmeId, ref, Q4_BEFORE, Q2));
  }
  expect(store.allFigures(programmeId + 1, Q4_BEFORE, Q2).size).toBe(0);
});

test('the provisional figures of a year are those that no later one has taken the place of', () => {
  const { store, programmeId } = storeWithProgramme();
  const finalBy = Temporal.PlainDate.from('2015-09-01');
  const provisional = number('17', {
    provisional: true,
    awaited: { what: 'Checks by the courts', finalBy },
  });
  const file = (quarter: Quarter, ref: string, figure: Figure) =>
    store.file(filing(programmeId, { quarter, figures: [{ ref, figure }] }));
  file(Q4_BEFORE, '2.4', provisional);
  file(Q1, '2.4', provisional);
  file(Q1, '2.5a', provisional);
  file(Q1, '2.5a', number('18'));
  file(Q2, '2.4', number('19'));
  expect(store.provisionalFigures(programmeId, 2015)).toEqual([
    { ref: '2.4', quarter: Q1, finalBy },
  ]);
});

const EVERY_FIGURE: readonly Figure[] = [
  number('17', { provisional: true, commentary: 'Seven of 41.', judgement: 'On line' }),
  number('17', {
    awaited: null,
    action: null,
    smallSample: true,
    answer: {
      kind: 'number',
      value: decimal('17.0731707317'),
      share: { numerator: decimal(7), denominator: decimal(41) },
      basis: null,
    },
  }),
  number('34', {
    answer: { kind: 'number', value: decimal(34), share: null, basis: 'year_to_date' },
  }),
  nothing({ kind: 'no_cases' }),
  nothing({ kind: 'not_started' }),
  nothing({ kind: 'not_available', expected: null }),
  nothing({ kind: 'not_available', expected: Temporal.PlainDate.from('2015-10-01') }),
  nothing({ kind: 'not_due' }),
];

test('every kind of answer comes back as it was given', () => {
  const { store, programmeId } = storeWithProgramme();
  for (const figure of EVERY_FIGURE) {
    store.file(filing(programmeId, { figures: [{ ref: '2.4', figure }] }));
    const [filed] = store.figures(programmeId, '2.4', Q1, Q1);
    expect(filed).toMatchObject({ ...figure });
    expect(String(filed && 'expected' in filed.answer && filed.answer.expected)).toBe(
      String('expected' in figure.answer && figure.answer.expected),
    );
  }
});

test('a decimal comes back exactly as it was filed', () => {
  const { store, programmeId } = storeWithProgramme();
  const digits = fc.stringMatching(/^\d{1,40}$/);
  const text = fc.tuple(fc.constantFrom('', '-'), digits, fc.option(digits));
  fc.assert(
    fc.property(text, ([sign, whole, fraction]) => {
      const value = decimal(`${sign}${whole}${fraction === null ? '' : `.${fraction}`}`);
      const answer: Figure['answer'] = {
        kind: 'number',
        value,
        share: { numerator: value, denominator: value },
        basis: null,
      };
      store.file(filing(programmeId, { figures: [{ ref: '2.4', figure: nothing(answer) }] }));
      const filed = store.figures(programmeId, '2.4', Q1, Q1)[0]?.answer;
      if (filed?.kind !== 'number') throw new Error('The figure is not a number');
      expect(filed.value.eq(value)).toBe(true);
      expect(filed.value.toFixed()).toBe(value.eq(0) ? '0' : value.toFixed());
      expect(filed.share?.denominator.eq(value)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('both ways of asking read an index, however many figures there are', () => {
  const path = temporaryPath();
  const { store, programmeId } = storeWithProgramme(path);
  store.file(filing(programmeId, { filedAt: NOON }));
  const plan = (where: string, group: string) =>
    rawAt(path)
      .prepare(`explain query plan select *, max(revision) from figures where ${where}
        and (year, quarter) between (2015, 1) and (2015, 4) group by ${group}`)
      .all();
  expect(plan("programme_id = 1 and ref = '2.4'", 'year, quarter')).toEqual([
    expect.objectContaining({
      detail: expect.stringContaining(
        'SEARCH figures USING INDEX figures_revision (programme_id=? AND ref=?',
      ),
    }),
  ]);
  expect(JSON.stringify(plan('programme_id = 1', 'year, quarter, ref'))).toContain(
    'SEARCH figures USING INDEX figures_of_quarter',
  );
});
