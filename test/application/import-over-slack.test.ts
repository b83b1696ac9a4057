import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { fileSubmission } from '../../src/application/file-submission.ts';
import { importCatalogue } from '../../src/application/import-catalogue.ts';
import type { DraftValues } from '../../src/application/ports.ts';
import { printImportReport } from '../../src/application/print-import-report.ts';
import type { CatalogueDocument } from '../../src/domain/catalogue-document.ts';
import { printAnswer } from '../../src/domain/wording/print-answer.ts';
import { edgeWith, LEAD, type TestEdge } from '../slack/fixtures.ts';
import { barnet } from '../support/barnet.ts';
import { typedBy } from '../support/drafts.ts';
import { SAID } from '../support/said.ts';
import {
  figureIn,
  filingIn,
  OPERATOR,
  percent,
  Q1,
  withFigure,
  withSubmission,
} from './import-support.ts';

const KEPT =
  "What was filed after this file's figures stays. To replace it by them, import again with --overwrite.";

/** The example, imported; then project 2's lead files these values over it on 3 August 2015. */
const filedOver = (values: DraftValues): TestEdge => {
  const edge = edgeWith(barnet(), '2015-08-03');
  typedBy(
    edge.store,
    { programmeId: 1, projectNumber: 2, quarter: Q1 },
    {
      person: LEAD.id,
      typed: Object.keys(values).some((field) => field.endsWith(':2.4'))
        ? { ...SAID, ...values }
        : values,
      at: edge.clock.now(),
    },
  );
  const filed = fileSubmission(
    { ...edge, person: LEAD },
    { programmeId: 1, projectNumber: 2, quarter: Q1 },
    { saw: () => true, ticked: true, seen: 1 },
  );
  if (!filed.ok || filed.value.kind !== 'filed') throw new Error('It was not filed.');
  edge.moveTo('2015-08-10');
  return edge;
};

const again = (
  edge: TestEdge,
  document: CatalogueDocument,
  options: { readonly dryRun?: boolean; readonly overwrite?: boolean } = {},
): readonly string[] =>
  printImportReport(importCatalogue(edge, document, { by: OPERATOR, dryRun: false, ...options }));

const standing = (edge: TestEdge): string => {
  const answer = figureIn(edge.store, '2.4')?.answer;
  return answer === undefined ? '' : printAnswer(answer, '%');
};

test('the same file again keeps what its lead has corrected since, and names it', () => {
  const edge = filedOver({ 'value:2.4': '39' });
  const queued = edge.store.outboxCounts().pending;
  const lines = [
    'Kept: project 2, Q1 2015/16.',
    '  2.4: stays 39%, as Priya Shah filed it on 3 August 2015; the file has the earlier 17%.',
    'Unchanged: 4 submissions.',
  ];
  expect(again(edge, barnet(), { dryRun: true })).toEqual([
    ...lines,
    KEPT,
    'This was a dry run: nothing has been saved.',
  ]);
  expect(again(edge, barnet())).toEqual([...lines, KEPT, 'Nothing was changed.']);
  expect(standing(edge)).toBe('39%');
  expect(filingIn(edge.store, 2)?.revision).toBe(2);
  expect(edge.store.outboxCounts().pending).toBe(queued);
});

test('whoever means it can put the file’s figure in its place', () => {
  const edge = filedOver({ 'value:2.4': '39' });
  expect(again(edge, barnet(), { overwrite: true })).toContain('  2.4: 39% is corrected to 17%.');
  expect(standing(edge)).toBe('17%');
  expect(filingIn(edge.store, 2)).toMatchObject({ revision: 3, filedBy: OPERATOR });
});

test('what else the file changes is imported all the same', () => {
  const edge = filedOver({ 'value:2.4': '39' });
  expect(again(edge, withFigure(barnet(), '2.1', { answer: percent(78) }))).toEqual([
    'Changed submission: project 2, Q1 2015/16. Late: filed after the due date.',
    '  2.1: 77% is corrected to 78%.',
    '  2.4: stays 39%, as Priya Shah filed it on 3 August 2015; the file has the earlier 17%.',
    'Unchanged: 4 submissions.',
    KEPT,
    'Saved.',
  ]);
  expect(standing(edge)).toBe('39%');
});

test('a figure that never stood on record is a correction, also of what its lead filed', () => {
  const edge = filedOver({ 'value:2.4': '39' });
  again(edge, withFigure(barnet(), '2.4', { answer: percent(20) }));
  expect(standing(edge)).toBe('20%');
});

test('an earlier figure with other words is still the earlier figure', () => {
  const edge = filedOver({ 'value:2.4': '39' });
  again(edge, withFigure(barnet(), '2.4', { commentary: 'Two prisons changed their days.' }));
  expect(standing(edge)).toBe('39%');
});

test('a return dated after the correction is the newer one', () => {
  const edge = filedOver({ 'value:2.4': '39' });
  const later = withSubmission(barnet(), 2, (submission) => ({
    ...submission,
    filedOn: Temporal.PlainDate.from('2015-08-04'),
  }));
  again(edge, later);
  expect(standing(edge)).toBe('17%');
});

test('what one file corrected another may take back', () => {
  const edge = edgeWith(barnet(), '2015-08-03');
  again(edge, withFigure(barnet(), '2.4', { answer: percent(18) }));
  expect(again(edge, barnet())).toContain('  2.4: 18% is corrected to 17%.');
});

test('commentary that was added since stays', () => {
  const edge = filedOver({ 'commentary:2.4': 'Two prisons changed their days.' });
  expect(again(edge, barnet())).toContain(
    '  2.4: what is said of 17% stays as Priya Shah filed it on 3 August 2015.',
  );
  expect(figureIn(edge.store, '2.4')?.commentary).toBe('Two prisons changed their days.');
});

test('additional information that was changed since stays, unless the file’s is new', () => {
  const edge = filedOver({ 'additional-information': 'Two clinics moved.' });
  expect(again(edge, barnet())).toEqual([
    'Kept: project 2, Q1 2015/16.',
    '  The additional information stays as Priya Shah filed it on 3 August 2015.',
    'Unchanged: 4 submissions.',
    KEPT,
    'Nothing was changed.',
  ]);
  expect(filingIn(edge.store, 2)?.additionalInformation).toBe('Two clinics moved.');

  const words = 'Three clinics moved.';
  again(
    edge,
    withSubmission(barnet(), 2, (given) => ({ ...given, additionalInformation: words })),
  );
  expect(filingIn(edge.store, 2)?.additionalInformation).toBe(words);
  again(edge, barnet());
  expect(filingIn(edge.store, 2)?.additionalInformation, 'an import may follow an import').toBe(
    barnet().submissions[1]?.additionalInformation,
  );
});
