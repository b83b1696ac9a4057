import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { CatalogueDocument } from '../../src/domain/catalogue-document.ts';
import { decimal } from '../../src/domain/decimal.ts';
import type { Measure } from '../../src/domain/measure.ts';
import { barnet } from '../support/barnet.ts';
import {
  figureIn,
  filingIn,
  imported,
  OPERATOR,
  percent,
  withFigure,
  withMeasure,
  withSubmission,
} from './import-support.ts';

test('importing the same file again changes nothing and says so', () => {
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
    path: { kind: 'whole', from: null },
    revision: null,
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

test.each<[Partial<Measure>, string]>([
  [
    {
      tolerance: {
        onTrack: { in: 'percent', size: decimal(20) },
        marginal: { in: 'percent', size: decimal(35) },
        edges: 'exclusive',
        of: 'improvement',
      },
    },
    "tolerance: the programme's is now 20% on track, 35% marginal, of the improvement wanted, edges exclusive",
  ],
  [{ deadBand: { in: 'points', size: decimal(1) } }, 'dead band: none is now 1 point'],
  [
    { comparableFrom: { from: { year: 2015, number: 2 }, reason: 'A new survey' } },
    'comparable from: the start is now Q2 2015/16 (“A new survey”)',
  ],
  [{ suppressSmallCounts: true }, 'suppress small counts: no is now yes'],
])('whatever a definition says differently is told: %o', (change, told) => {
  const { again } = imported();
  expect(again(withMeasure(barnet(), '2.4', change))).toContain(`Changed: measure 2.4, ${told}.`);
});

test('a target that is revised, or reached another way, is told with its years', () => {
  const { again } = imported();
  const target = barnet().programme.projects[1]?.measures[3]?.target;
  if (target === undefined) throw new Error('The example has no 2.4.');
  const from = { year: 2015, number: 3 } as const;
  const levels = [
    { year: 2015, value: decimal(30) },
    { year: 2016, value: decimal(41) },
  ];
  const change: Partial<Measure> = {
    target: { ...target, years: 2, path: { kind: 'milestones', levels } },
    revisedTargets: [
      {
        ...target,
        path: { kind: 'straight_line', from: 2015 },
        revision: { from, reason: 'More releases', by: 'The board' },
      },
    ],
  };
  expect(again(withMeasure(barnet(), '2.4', change)).slice(0, 2)).toEqual([
    'Changed: measure 2.4, target: at least 41 (“41%”) is now at least 41 over 2 years, 30 in 2015/16, 41 in 2016/17 (“41%”).',
    'Changed: measure 2.4, revised targets: none is now from Q3 2015/16: at least 41 in a straight line from 2015/16 (“41%”) by The board (“More releases”).',
  ]);
});
