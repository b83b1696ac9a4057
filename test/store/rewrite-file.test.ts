import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRemoved } from '../../src/domain/removed-text.ts';
import { verifyRecord } from '../../src/store/verify-record.ts';
import { bytesAt, fileWith, GONE, purge } from './purging.ts';
import {
  filing,
  message,
  NOON,
  number,
  Q1,
  rawAt,
  storeAt,
  storeWithProgramme,
  temporaryPath,
} from './support.ts';

describe('the bytes of the file', () => {
  const SAID = 'Zebedee';

  /** Drafts typed over and discarded, figures corrected, rows that moved from page to page. */
  const worn = () => {
    const path = temporaryPath();
    const { store, programmeId } = storeWithProgramme(path);
    for (let round = 1; round <= 60; round += 1) {
      const text = `${SAID} ${round} `.repeat(40);
      const field = { value: text, by: 'U0PRIYA', at: NOON, version: 1, window: null };
      const draft = { version: 1, fields: { 'commentary:2.4': field }, aside: {}, pages: {} };
      store.saveDraft(programmeId, 2, Q1, draft, NOON);
      store.discardDraft(programmeId, 2, Q1);
      const commentary = round % 3 === 0 ? `${SAID} `.repeat(300) : 'Nothing to say.'.repeat(round);
      fileWith(
        store,
        filing(programmeId, {
          figures: [{ ref: '2.4', figure: number(String(round), { commentary }) }],
        }),
      );
    }
    return { store, programmeId, path };
  };

  test('hold what was taken out until they are written anew, and nothing of it after', () => {
    const { store, programmeId, path } = worn();
    for (const text of store.standingTexts(programmeId)) {
      if (text.text.includes(SAID)) purge(store, text);
    }
    expect(bytesAt(path).includes(SAID), 'deleted rows stay in a file').toBe(true);
    expect(store.rewriteFile()).toBe(true);
    expect(bytesAt(path).includes(SAID)).toBe(false);
    expect(verifyRecord(path)).toMatchObject({ ok: true });
    store.close();
    expect(bytesAt(path).includes(SAID)).toBe(false);
    expect(storeAt(path).figures(programmeId, '2.4', Q1, Q1)[0]?.revision).toBe(60);
  });

  test('are left alone while somebody reads them, and written anew afterwards', () => {
    const { store, programmeId, path } = worn();
    const reader = rawAt(path);
    reader.exec('begin');
    expect(reader.prepare('select count(*) from figures').pluck().get()).toBe(60);
    for (const text of store.standingTexts(programmeId)) {
      if (text.text.includes(SAID)) purge(store, text);
    }
    expect(store.rewriteFile()).toBe(false);
    reader.exec('commit');
    expect(store.rewriteFile()).toBe(true);
    expect(bytesAt(path).includes(SAID)).toBe(false);
  });
});

test('whatever somebody wrote, taking it out leaves none of it, and the record reads and verifies', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constantFrom(
      '<!channel> <https://evil.example|council.gov.uk>',
      `'; drop table figures; --`,
      '"}],"fields":{"x":1}',
      '[Removed by the coordinator]',
      '🙂'.repeat(200),
      'Straße\u0000\u202e ﬁle',
      '\\u0041\\n',
    ),
  );
  const hostile = fc
    .array(piece, { minLength: 1, maxLength: 4 })
    .map((pieces) => pieces.join(' ').toWellFormed())
    .filter((text) => text.trim() !== '' && !isRemoved(text));
  fc.assert(
    fc.property(hostile, (text) => {
      const path = temporaryPath();
      const { store, programmeId } = storeWithProgramme(path);
      // Words no other row has, so that what is found can only be this text.
      const commentary = `Zqx ${text} Xqz`;
      fileWith(
        store,
        filing(programmeId, {
          additionalInformation: commentary,
          figures: [{ ref: '2.4', figure: number('17', { commentary }) }],
        }),
      );
      store.enqueue(message({ kind: 'mention_reply', payload: { text: commentary } }));
      store.answerOnce('k', NOON, () => JSON.stringify({ blocks: [commentary] }));
      const texts = store.standingTexts(programmeId);
      const [first] = texts;
      if (first === undefined) return false;
      purge(store, first, texts);
      expect(store.rewriteFile()).toBe(true);
      const bytes = bytesAt(path);
      expect(bytes.includes('Zqx') || bytes.includes('Xqz')).toBe(false);
      expect(verifyRecord(path)).toMatchObject({ ok: true });
      expect(store.figures(programmeId, '2.4', Q1, Q1)[0]?.commentary).toBe(GONE);
      store.close();
      return true;
    }),
    { numRuns: 40 },
  );
});
