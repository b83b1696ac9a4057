import { expect, test } from 'vitest';
import { postDueDigests } from '../../src/application/digest-posts.ts';
import { fileSubmission } from '../../src/application/file-submission.ts';
import { edgeWith, filedBy, LEAD, Q1, type TestEdge } from '../slack/fixtures.ts';
import { barnet } from '../support/barnet.ts';
import { typedBy } from '../support/drafts.ts';
import { SAID } from '../support/said.ts';

const KEY = { programmeId: 1, projectNumber: 2, quarter: Q1 } as const;

/** Types these values over what stands, files them, and gives back the note for the digest's thread. */
const noteAfter = (edge: TestEdge, values: Record<string, string>): unknown => {
  typedBy(
    edge.store,
    { programmeId: 1, projectNumber: 2, quarter: Q1 },
    {
      person: LEAD.id,
      typed: { ...SAID, ...values },
      at: edge.clock.now(),
    },
  );
  const filed = fileSubmission({ ...edge, person: LEAD }, KEY, {
    saw: () => true,
    ticked: true,
    seen: 1,
  });
  if (!filed.ok || filed.value.kind !== 'filed') throw new Error('It was not filed.');
  const key = `1/2015-Q1/filing-${filed.value.filing.id}`;
  return edge.store.outboxMessage('digest_note', key)?.payload;
};

const digestPosted = (edge: TestEdge): TestEdge => {
  postDueDigests(edge);
  return edge;
};

test.for([
  ['39', 'It was off track and is now marginal.'],
  ['18', 'Still off track.'],
  ['41', 'It was off track and is now on track.'],
] as const)('a correction to %s%% says what becomes of the verdict', ([value, verdict]) => {
  const edge = digestPosted(edgeWith(barnet(), '2015-08-03'));
  expect(noteAfter(edge, { 'value:2.4': value })).toMatchObject({
    sentences: [`2.4 corrected on 3 August 2015: 17% is now ${value}%. ${verdict}`],
  });
});

test('a correction of a figure that may be kept back says no number', () => {
  const document = barnet();
  const projects = document.programme.projects.map((project) => ({
    ...project,
    measures: project.measures.map((measure) => ({ ...measure, suppressSmallCounts: true })),
  }));
  const edge = digestPosted(
    edgeWith({ ...document, programme: { ...document.programme, projects } }, '2015-08-03'),
  );
  expect(noteAfter(edge, { 'value:2.4': '18' })).toEqual({
    sentences: ['2.4 corrected on 3 August 2015.'],
  });
});

test('nor does one of a part whose outcome keeps another part back: the total would give that one away', () => {
  const document = barnet();
  const projects = document.programme.projects.map((project) => ({
    ...project,
    measures: project.measures.map((measure) =>
      ['2.3', '2.4'].includes(measure.ref)
        ? {
            ...measure,
            partOf: { ref: '2', title: 'Treatment' },
            suppressSmallCounts: measure.ref === '2.3',
          }
        : measure,
    ),
  }));
  const edge = digestPosted(
    edgeWith({ ...document, programme: { ...document.programme, projects } }, '2015-08-03'),
  );
  expect(noteAfter(edge, { 'value:2.4': '18' })).toEqual({
    sentences: ['2.4 corrected on 3 August 2015.'],
  });
});

test('a return that arrives after the digest is named with its project', () => {
  const edge = digestPosted(edgeWith(filedBy(1), '2015-07-23'));
  const values = Object.fromEntries(
    ['2.1', '2.2', '2.3', '2.4', '2.5'].map((ref) => [`value:${ref}`, ref === '2.5' ? '1' : '99']),
  );
  expect(noteAfter(edge, values)).toEqual({
    sentences: [
      'Public Health filed project 2, Reducing Substance Misuse Offending, on 23 July 2015. The digest above now includes it.',
    ],
  });
});
