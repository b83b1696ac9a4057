import { describe, expect, test } from 'vitest';
import { postDueDigests } from '../../../src/application/digest-posts.ts';
import { type Store, StoreBusy, StoreFailed } from '../../../src/application/ports.ts';
import { barnet } from '../../support/barnet.ts';
import { draftSeenBy } from '../../support/drafts.ts';
import { SAID } from '../../support/said.ts';
import {
  CONFIRMED,
  type FormUser,
  formUser,
  isReview,
  nextWindow,
  type ShownView,
  type Typed,
  wordsOf,
} from '../../support/submit-fixtures.ts';
import { edgeWith, filedBy, LEAD, Q1, type TestEdge } from '../fixtures.ts';

const PROJECT_2 = '1|2|2015|1';
const DEPUTY = {
  id: 'U0DEPUTY01',
  email: 'public.health.deputy@example.org',
  name: 'Sam Okoro',
};
const FIGURES = {
  'value:2.1': '77%',
  'value:2.2': '100',
  'value:2.3': 'approx 88',
  'value:2.4': '7/41',
  'value:2.5': '0.72',
};

const inJuly = (day = '2015-07-14', document = filedBy()): TestEdge => {
  const edge = edgeWith(document, day);
  for (const person of [LEAD, DEPUTY]) edge.store.savePerson(person, edge.clock.now());
  return edge;
};

/** Fills the form's one page and comes to its review. */
const reviewed = async (
  edge: TestEdge,
  typed: Typed = FIGURES,
  user = LEAD.id,
): Promise<{ readonly lead: FormUser; readonly review: ShownView }> => {
  const lead = formUser(edge, user);
  await lead.pressOpen(PROJECT_2);
  const review = nextWindow(await lead.submit(lead.window(), typed));
  expect(isReview(review)).toBe(true);
  return { lead, review };
};

const withoutStart = (block: unknown): unknown =>
  JSON.parse(JSON.stringify(block, (key, value) => (/^initial_/.test(key) ? undefined : value)));

const filingOf = ({ store }: TestEdge) => store.submission(1, 2, Q1)?.filing ?? null;
const draftOf = ({ store }: TestEdge) =>
  draftSeenBy(store, { programmeId: 1, projectNumber: 2, quarter: Q1 }, LEAD.id);

test('the review says how each figure will be judged, how it was read, and what filing does', async () => {
  const edge = inJuly();
  const { review } = await reviewed(edge);
  const words = wordsOf(review);
  for (const part of [
    'Nothing is filed yet',
    '🟢 2.1 will show as ahead: 77% against 50% needed (Drug treatment engagement).',
    '🔴 2.4 will show as off track: 17.07% against 41% needed (Engagement after prison).',
    '2.3: read as 88%; mark it provisional if it may change',
    '2.4 is off track and nothing is said yet about what is being done, by whom and by when. What can the committee be told?',
    'sends you a receipt',
  ]) {
    expect(words).toContain(part);
  }
  expect(filingOf(edge)).toBeNull();
});

test('a figure off track with a sentence about it is not asked for one again', async () => {
  const said = { 'commentary:2.4': 'Priya Shah visits both prisons weekly until 30 September.' };
  const { review } = await reviewed(inJuly(), { ...FIGURES, ...said });
  expect(wordsOf(review)).not.toContain('nothing is said yet');
});

test('a figure that rests on small numbers says so where it is judged, and no other does', async () => {
  const { review } = await reviewed(inJuly(), { ...FIGURES, 'value:2.1': '9 of 18' });
  const words = wordsOf(review);
  expect(words).toContain(
    '2.1 will show as on track: 50% against 50% needed (Drug treatment engagement). Entered as 9 of 18. Small numbers: one case more or fewer would change the position; there were 18 cases, fewer than 20.',
  );
  expect(words.match(/Small numbers/g)).toHaveLength(1);
});

test('the same press delivered three times files once and is answered alike', async () => {
  const edge = inJuly();
  const { lead, review } = await reviewed(edge);
  const answers = [
    await lead.submit(review, CONFIRMED, 'hash-2'),
    await lead.submit(review, CONFIRMED, 'hash-2'),
    await lead.submit(review, CONFIRMED, 'hash-2'),
  ];
  expect(wordsOf(nextWindow(answers[0]))).toMatch(/^\**Filed: .*Q1 2015\/16/);
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toEqual(answers[0]);
  expect(filingOf(edge)).toMatchObject({ revision: 1, late: false });
  expect(edge.store.outboxCounts(), 'receipt and questions').toMatchObject({ pending: 2 });
  expect(edge.woken()).toBeGreaterThan(0);
  expect(draftOf(edge)).toBeNull();
});

test('the answer to a repeat is the same even when the return was locked in between', async () => {
  const edge = inJuly();
  const { lead, review } = await reviewed(edge);
  const first = await lead.submit(review, CONFIRMED, 'hash-2');
  edge.moveTo('2015-10-01');
  expect(await lead.submit(review, CONFIRMED, 'hash-2')).toEqual(first);
});

test('a return filed after its due date says that it is late', async () => {
  const { lead, review } = await reviewed(inJuly('2015-07-22'));
  expect(wordsOf(review)).toContain('It will be marked as late.');
  expect(wordsOf(nextWindow(await lead.submit(review, CONFIRMED)))).toContain(
    'It is marked as late.',
  );
});

test('pressing File in a second window after the first says that nothing is left to file', async () => {
  const edge = inJuly();
  const { lead, review } = await reviewed(edge);
  await lead.submit(review, CONFIRMED, 'hash-2');
  const answer = nextWindow(await lead.submit(review, CONFIRMED, 'hash-3'));
  expect(wordsOf(answer)).toContain('There was nothing left to file');
  expect(filingOf(edge)).toMatchObject({ revision: 1 });
});

test('a quarter that closes on the review is not filed, and the draft stays', async () => {
  const edge = inJuly('2015-09-30');
  const { lead, review } = await reviewed(edge);
  edge.moveTo('2015-10-01');
  const answer = nextWindow(await lead.submit(review, CONFIRMED));
  expect(wordsOf(answer)).toContain('Q1 2015/16 is closed');
  expect(filingOf(edge)).toBeNull();
  expect(draftOf(edge)).toMatchObject(FIGURES);
});

test('whoever lost the right to file on the way is refused, whatever their form says', async () => {
  const edge = inJuly();
  const { review } = await reviewed(edge);
  const stranger = formUser(edge, 'U0NOBODY01');
  const answer = nextWindow(await stranger.submit(review));
  expect(wordsOf(answer)).toContain('leads can file for project 2');
  expect(filingOf(edge)).toBeNull();
});

test.each(['nonsense', '', '1|2|2015|1', '1|2|2015|1/x', '9'.repeat(3_000)])(
  'forged metadata “%.20s” files nothing',
  async (metadata) => {
    const edge = inJuly();
    const { lead, review } = await reviewed(edge);
    const answer = nextWindow(await lead.submit({ ...review, private_metadata: metadata }));
    expect(wordsOf(answer)).toContain('cannot be read');
    expect(filingOf(edge)).toBeNull();
  },
);

test.each([
  [new StoreBusy(), 'the database was busy. Nothing you typed is lost'],
  [new StoreFailed(), 'Keep a copy of what you typed'],
])(
  'where filing fails, the review stays as it was with a sentence on top, and File works again',
  async (error, words) => {
    const edge = inJuly();
    let failing = false;
    const answerOnce: Store['answerOnce'] = (...delivery) => {
      if (failing) throw error;
      return edge.store.answerOnce(...delivery);
    };
    const { lead, review } = await reviewed(
      { ...edge, store: { ...edge.store, answerOnce } },
      { ...FIGURES, 'commentary:2.4': 'Two prisons changed their release days.' },
    );
    failing = true;
    const once = nextWindow(await lead.submit(review, CONFIRMED, 'hash-2'));
    const twice = nextWindow(await lead.submit(once, CONFIRMED, 'hash-3'));
    expect(wordsOf(twice)).toContain(words);
    expect(twice).toEqual(once);
    // What was typed on it stays typed.
    expect(twice.blocks.slice(1).map(withoutStart)).toEqual(review.blocks.map(withoutStart));
    expect(JSON.stringify(twice.blocks)).toContain(SAID['action-what:2.4']);
    expect(filingOf(edge)).toBeNull();
    expect(draftOf(edge)).toMatchObject(FIGURES);

    failing = false;
    expect(wordsOf(nextWindow(await lead.submit(twice, CONFIRMED, 'hash-4')))).toContain('Filed');
  },
);

test('what somebody else filed meanwhile is what the form shows, and what is changed then is a correction', async () => {
  const edge = inJuly();
  const { lead, review } = await reviewed(edge);
  const other = await reviewed(edge, { ...FIGURES, 'value:2.4': '18%' }, DEPUTY.id);
  await other.lead.submit(other.review, CONFIRMED, 'other-hash');

  await lead.back(review);
  const again = nextWindow(await lead.submit(lead.window(), { 'value:2.4': '7/41' }));
  expect(wordsOf(again)).toContain('2.4: 18% becomes 17.07% (7 of 41)');
  expect(wordsOf(nextWindow(await lead.submit(again, CONFIRMED, 'hash-9')))).toContain(
    'revision 2',
  );
});

describe('what the review says of the digest', () => {
  const TO_COME =
    'The digest is posted in #safer-communities when every project has filed, or on the due date.';
  const OUT = 'The digest in #safer-communities is changed, and its thread says what changed.';

  const withDigest = (day: string, document = barnet()): TestEdge => {
    const edge = inJuly(day, document);
    postDueDigests(edge);
    return edge;
  };

  test('before it is out: when it will be posted', async () => {
    const words = wordsOf((await reviewed(inJuly())).review);
    expect(words).toContain(TO_COME);
    expect(words).not.toContain(OUT);
  });

  test('once it is out, also before the due date: that it is changed, and where that is said', async () => {
    const words = wordsOf((await reviewed(withDigest('2015-07-16'))).review);
    expect(words).toContain(OUT);
    expect(words).not.toContain(TO_COME);
  });

  test('a first filing that comes after it changes it too', async () => {
    const { review } = await reviewed(withDigest('2015-07-23', filedBy(1, 3, 4, 5)));
    expect(wordsOf(review)).toContain(OUT);
  });

  test('after the due date, while it has still to be posted: that it will have these figures', async () => {
    const words = wordsOf((await reviewed(inJuly('2015-07-23'))).review);
    expect(words).toContain(
      'The digest in #safer-communities has these figures once it is posted.',
    );
    expect(words).not.toContain('is changed');
  });

  test('one that could never be posted is not called changed', async () => {
    const edge = withDigest('2015-07-16');
    edge.store.markDead(edge.store.outboxMessage('digest', '1/2015-Q1')?.id ?? 0, 'is_archived');
    expect(wordsOf((await reviewed(edge)).review)).not.toContain('is changed');
  });

  test('where only the additional information differs, its thread alone says so', async () => {
    const edge = withDigest('2015-07-16');
    const typed = { 'additional-information': 'A third prison has joined.' };
    const words = wordsOf((await reviewed(edge, typed)).review);
    expect(words).toContain('The thread of the digest in #safer-communities says what changed.');
    expect(words).not.toContain(OUT);
  });

  test('where nothing differs from the record: that File changes nothing, and nothing of the digest', async () => {
    const words = wordsOf((await reviewed(withDigest('2015-07-16'), {})).review);
    expect(words).toContain(
      'Nothing here differs from what is on record, so File changes nothing.',
    );
    expect(words).not.toMatch(/digest|receipt|correction/);
  });
});
