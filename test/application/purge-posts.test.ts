import { expect, test } from 'vitest';
import type { NewOutboxMessage } from '../../src/application/ports.ts';
import { postsShowing } from '../../src/application/purge-posts.ts';
import { edgeWith, filedBy, LEAD, Q1, withFigure } from '../slack/fixtures.ts';

const OF_RETURN = { programmeId: 1, projectNumber: 2, quarter: { ...Q1 } };
const OF_QUARTER = { programmeId: 1, quarter: { ...Q1 } };
const Q2 = { year: 2015, number: 2 };

/** A message of this kind as it was posted, and whether it is drawn anew when 2.4's commentary goes. */
const POSTS: ReadonlyArray<readonly [string, NewOutboxMessage['payload'], boolean]> = [
  ['receipt', { ...OF_RETURN, revision: 1 }, true],
  ['receipt', { ...OF_RETURN, projectNumber: 3, revision: 1 }, false],
  ['receipt', { ...OF_RETURN, quarter: Q2, revision: 1 }, false],
  ['receipt', { ...OF_RETURN, programmeId: 2, revision: 1 }, false],
  ['questions', { ...OF_RETURN, filing: 1, revision: 1 }, true],
  ['sent_back', { ...OF_RETURN, at: 'x' }, true],
  ['commented', { ...OF_RETURN, at: 'x' }, true],
  ['accepted', { ...OF_RETURN, at: 'x' }, false],
  ['digest', OF_QUARTER, true],
  ['digest', { ...OF_QUARTER, quarter: Q2 }, false],
  ['digest_page', { ...OF_QUARTER, page: 1 }, false],
  ['digest_note', { sentences: ['x'], filed: { ...OF_RETURN, revision: 2 } }, true],
  ['digest_note', { sentences: ['x'], filed: { ...OF_RETURN, projectNumber: 3 } }, false],
  ['digest_note', { sentences: ['x'] }, false],
  ['final_asked', { ...OF_QUARTER, ref: '2.4' }, true],
  ['final_asked', { ...OF_QUARTER, ref: '2.1' }, false],
  ['correction_asked', { correction: 1, coordinator: 'x' }, true],
  ['correction_decided', { correction: 1 }, true],
  ['correction_receipt', { correction: 1 }, true],
  ['correction_receipt', { correction: 99 }, false],
  ['correction_decided', { correction: 99 }, false],
  ['mention_reply', { text: '<@U0BOT> 2.4', threadTs: '1', user: 'U1' }, true],
  ['mention_reply', { text: '<@U0BOT> status 2.4 Q1', threadTs: '1', user: 'U1' }, true],
  ['mention_reply', { text: '<@U0BOT> 2.1', threadTs: '1', user: 'U1' }, false],
  ['mention_reply', { text: '<@U0BOT> how do we stand?', threadTs: '1', user: 'U1' }, false],
  ['handover_made', { handover: 1, coordinator: 'x', said: 'x' }, false],
  ['opening', { ...OF_QUARTER, lead: 'x' }, false],
  ['receipt', 'damaged', false],
  ['digest', null, false],
];

test('of what was posted, that which may show the text is drawn anew, and nothing else', () => {
  const { store, clock } = edgeWith(withFigure(filedBy(2), '2.4', { commentary: 'Words.' }));
  store.askCorrection({
    filingId: store.submission(1, 2, Q1)?.filing?.id ?? 0,
    content: {},
    reason: 'Why',
    askedBy: { kind: 'person', key: LEAD.id, name: LEAD.name },
    askedAt: clock.now(),
  });
  const post = (kind: string, payload: NewOutboxMessage['payload'], key: string): number => {
    const target = { kind: 'channel', channel: 'c' } as const;
    return store.enqueue({ kind, key, target, payload, parentId: null, dueAt: clock.now() }) ?? 0;
  };
  const expected = POSTS.flatMap(([kind, payload, isShown], index) => {
    const id = post(kind, payload, String(index));
    store.markSent(id, { channel: 'C1', ts: `${index}.0` });
    return isShown ? [id] : [];
  });
  // What is not posted yet is written when it is sent.
  post('receipt', { ...OF_RETURN, revision: 1 }, 'pending');
  store.markDead(post('receipt', { ...OF_RETURN, revision: 1 }, 'dead'), 'channel_not_found');
  // What may have been posted is changed once that is known.
  const unknown = post('receipt', { ...OF_RETURN, revision: 1 }, 'unknown');
  store.markUnknown(unknown, clock.now(), 'timeout');

  const texts = store
    .standingTexts(1)
    .filter(({ part, ref }) => part === 'commentary' && ref === '2.4');
  expect(postsShowing(store, 1, texts).map(({ id }) => id)).toEqual([...expected, unknown]);
});
