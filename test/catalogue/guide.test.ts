import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as shapes from '../../src/catalogue/shapes.ts';
import { documentOf } from './support.ts';

const guide = readFileSync('docs/guide/catalogue.md', 'utf8');
const example = /```yaml\n(.*?)```/s.exec(guide)?.[1] ?? '';

test('the guide’s example is a sound catalogue', () => {
  const { programme, submissions } = documentOf(example);
  const refs = programme.projects.flatMap(({ measures }) => measures.map(({ ref }) => ref));
  expect(refs).toEqual(['1.1', '1.2', '1.3', '1.4a', '1.4b']);
  expect(submissions).toHaveLength(1);
});

test('the guide’s example shows every key of a programme, a project, a measure and a return', () => {
  const keys = [
    shapes.programmeShape,
    shapes.projectShape,
    shapes.measureShape,
    shapes.toleranceShape,
    shapes.revisedShape,
    shapes.comparableShape,
    shapes.submissionShape,
    shapes.figureShape,
  ].flatMap((shape) => Object.keys(shape.shape));
  const missing = keys.filter((key) => !new RegExp(`(^|[ {])${key}:`, 'm').test(example));
  expect(missing).toEqual([]);
});
