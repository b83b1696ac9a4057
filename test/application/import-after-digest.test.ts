import { describe, expect, test } from 'vitest';
import { beat } from '../../src/application/beat.ts';
import { importCatalogue } from '../../src/application/import-catalogue.ts';
import type { NewOutboxMessage, Store } from '../../src/application/ports.ts';
import type { Quarter } from '../../src/domain/calendar/calendar.ts';
import type { CatalogueDocument } from '../../src/domain/catalogue-document.ts';
import { decimal } from '../../src/domain/decimal.ts';
import { edgeWith, filedBy, type TestEdge } from '../slack/fixtures.ts';
import { barnet } from '../support/barnet.ts';
import {
  figureIn,
  OPERATOR,
  percent,
  Q1,
  withFigure,
  withMeasure,
  withSubmission,
} from './import-support.ts';

const Q2: Quarter = { year: 2015, number: 2 };

/** A record on this day, after that minute's work. */
const beaten = (document: CatalogueDocument, day: string): TestEdge => {
  const edge = edgeWith(document, day);
  beat(edge);
  return edge;
};

/** What an import queues: kind and key, with the sentences of a note. */
const queuedBy = (edge: TestEdge, document: CatalogueDocument, dryRun = false) => {
  const queued: NewOutboxMessage[] = [];
  const store: Store = {
    ...edge.store,
    enqueue: (message) => {
      const id = edge.store.enqueue(message);
      if (id !== null) queued.push(message);
      return id;
    },
  };
  importCatalogue({ ...edge, store }, document, { by: OPERATOR, dryRun });
  return {
    edits: queued.filter(({ kind }) => kind === 'edit').map(({ key }) => key),
    notes: queued
      .filter(({ kind }) => kind === 'digest_note')
      .map(({ key, payload }) => [key, payload]),
    others: queued.filter(({ kind }) => !['edit', 'digest_note'].includes(kind)),
  };
};

const NOTHING = { edits: [], notes: [], others: [] };

const corrected = (document: CatalogueDocument = barnet()): CatalogueDocument =>
  withFigure(document, '2.4', { answer: percent(39) });

/** The returns of Q1 once more, as those of this quarter. */
const alsoIn = (quarter: Quarter, document: CatalogueDocument): CatalogueDocument => ({
  ...document,
  submissions: [
    ...document.submissions,
    ...barnet().submissions.map((submission) => ({ ...submission, quarter, filedOn: null })),
  ],
});

describe('an import after the digest', () => {
  test('that corrects a figure edits the digest and its pages and says so in the thread', () => {
    const edge = beaten(barnet(), '2015-07-22');
    edge.moveTo('2015-08-03');
    expect(queuedBy(edge, corrected())).toEqual({
      edits: ['digest/1/2015-Q1/filing-6', 'digest_page/1/2015-Q1/1/filing-6'],
      notes: [
        [
          '1/2015-Q1/filing-6',
          {
            sentences: [
              '2.4 corrected on 3 August 2015: 17% is now 39%. It was off track and is now marginal.',
            ],
          },
        ],
      ],
      others: [],
    });
  });

  test('queues nothing the second time, nor as a dry run', () => {
    const edge = beaten(barnet(), '2015-07-22');
    expect(queuedBy(edge, corrected(), true)).toEqual(NOTHING);
    expect(queuedBy(edge, corrected()).notes).toHaveLength(1);
    expect(queuedBy(edge, corrected())).toEqual(NOTHING);
  });

  test('that corrects two returns edits each message once and notes both', () => {
    const edge = beaten(barnet(), '2015-07-22');
    const both = withFigure(corrected(), '5.1', { provisional: true });
    const { edits, notes } = queuedBy(edge, both);
    expect(edits).toEqual(['digest/1/2015-Q1/filing-7', 'digest_page/1/2015-Q1/1/filing-7']);
    expect(notes.map(([key]) => key)).toEqual(['1/2015-Q1/filing-6', '1/2015-Q1/filing-7']);
  });

  test('is on record and announced, or neither', () => {
    const edge = beaten(barnet(), '2015-07-22');
    const store: Store = {
      ...edge.store,
      enqueue: () => {
        throw new Error('The disk is full');
      },
    };
    const act = () =>
      importCatalogue({ ...edge, store }, corrected(), { by: OPERATOR, dryRun: false });
    expect(act).toThrow('The disk is full');
    expect(figureIn(edge.store, '2.4')?.revision).toBe(1);
  });

  test('that brings the missing return names its project and the day it was filed', () => {
    const edge = beaten(filedBy(1, 3, 4, 5), '2015-07-22');
    const { edits, notes, others } = queuedBy(edge, barnet());
    expect(edits).toHaveLength(2);
    expect(notes[0]?.[1]).toEqual({
      sentences: [
        'Public Health filed project 2, Reducing Substance Misuse Offending, on 14 July 2015. The digest above now includes it.',
      ],
    });
    expect(others, 'a second digest').toEqual([]);
  });

  test('that brings one figure more says what it is', () => {
    const without = withSubmission(barnet(), 2, (submission) => ({
      ...submission,
      figures: submission.figures.filter(({ ref }) => ref !== '2.4'),
    }));
    const edge = beaten(without, '2015-07-22');
    expect(queuedBy(edge, barnet()).notes[0]?.[1]).toEqual({
      sentences: ['2.4 filed on 22 July 2015: 17%. It is off track.'],
    });
  });

  test('that changes the additional information alone is noted too', () => {
    const edge = beaten(barnet(), '2015-07-22');
    const changed = withSubmission(barnet(), 2, (submission) => ({
      ...submission,
      additionalInformation: 'Two clinics moved.',
    }));
    expect(queuedBy(edge, changed).notes[0]?.[1]).toEqual({
      sentences: ['The additional information of project 2 was changed on 22 July 2015.'],
    });
  });

  test('is judged in its note by the definitions it brings', () => {
    const edge = beaten(barnet(), '2015-07-22');
    const target = {
      rule: { kind: 'at_least', value: decimal(39) },
      text: '39%',
      years: 1,
      path: { kind: 'whole', from: null },
      revision: null,
    } as const;
    expect(queuedBy(edge, withMeasure(corrected(), '2.4', { target })).notes[0]?.[1]).toEqual({
      sentences: [
        '2.4 corrected on 22 July 2015: 17% is now 39%. It was off track and is now on track.',
      ],
    });
  });
});

describe('a quarter on which later ones build', () => {
  const halfYear = (): TestEdge => {
    const edge = beaten(barnet(), '2015-07-22');
    importCatalogue(edge, alsoIn(Q2, barnet()), { by: OPERATOR, dryRun: false });
    edge.moveTo('2015-10-22');
    beat(edge);
    return edge;
  };

  test('when corrected, changes the later digests too and is named in their threads', () => {
    const { edits, notes } = queuedBy(halfYear(), alsoIn(Q2, corrected()));
    expect(edits).toEqual([
      'digest/1/2015-Q1/filing-11',
      'digest_page/1/2015-Q1/1/filing-11',
      'digest/1/2015-Q2/filing-11',
      'digest_page/1/2015-Q2/1/filing-11',
    ]);
    expect(notes[1]).toEqual([
      '1/2015-Q2/filing-11',
      {
        sentences: [
          '2.4 of Q1 2015/16 corrected on 22 October 2015: 17% is now 39%. Still off track.',
        ],
      },
    ]);
  });

  test('when only something is said differently of it, leaves the later digests alone', () => {
    const said = withFigure(barnet(), '2.4', { commentary: 'Two prisons changed their days.' });
    const { notes } = queuedBy(halfYear(), alsoIn(Q2, said));
    expect(notes.map(([key]) => key)).toEqual(['1/2015-Q1/filing-11']);
  });
});

describe('an import before the digest', () => {
  test('that brings the last missing return leads to the digest within a minute, once', () => {
    const edge = beaten(filedBy(1, 3, 4, 5), '2015-07-14');
    expect(edge.store.outboxMessage('digest', '1/2015-Q1')).toBeNull();
    expect(queuedBy(edge, barnet())).toEqual(NOTHING);
    beat(edge);
    expect(edge.store.outboxMessage('digest', '1/2015-Q1')).not.toBeNull();
    const { pending } = edge.store.outboxCounts();
    beat(edge);
    expect(edge.store.outboxCounts().pending).toBe(pending);
  });

  test('of a quarter that had closed by then announces nothing', () => {
    const edge = beaten(filedBy(1), '2015-10-02');
    expect(queuedBy(edge, barnet())).toEqual(NOTHING);
    beat(edge);
    expect(edge.store.outboxMessage('digest', '1/2015-Q1')).toBeNull();
    expect(edge.store.submission(1, 2, Q1)?.filing).not.toBeNull();
  });
});
