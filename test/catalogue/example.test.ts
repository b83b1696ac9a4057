import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { measuresOf } from '../../src/domain/measure.ts';
import { documentOf } from './support.ts';

const FILE = 'examples/barnet-2015-16.yaml';
const document = documentOf(readFileSync(FILE, 'utf8'), FILE);
const figures = document.submissions.flatMap((submission) => submission.figures);

test('the example holds the whole report: 5 projects, 17 outcomes, 21 measures, each with its figure', () => {
  const measures = measuresOf(document.programme);
  expect(document.programme.projects).toHaveLength(5);
  expect(new Set(measures.map(({ ref, partOf }) => partOf?.ref ?? ref)).size).toBe(17);
  expect(measures).toHaveLength(21);
  expect(figures.map(({ ref }) => ref)).toEqual(measures.map(({ ref }) => ref));
});

test("the report's own slips are kept as they were printed", () => {
  const judgement = figures.find(({ ref }) => ref === '2.4')?.figure.judgement;
  const target = measuresOf(document.programme).find(({ ref }) => ref === '2.5')?.target.text;
  expect(judgement).toBe('Performance not currently on line to archive target');
  expect(target).toBe('5% reductio n from baseline');
});

test('every return of the example was filed in July 2015, in time', () => {
  expect(document.submissions.map(({ filedOn }) => String(filedOn))).toEqual([
    '2015-07-15',
    '2015-07-14',
    '2015-07-17',
    '2015-07-20',
    '2015-07-20',
  ]);
});
