import { describe, expect, test } from 'vitest';
import { verifyRecord } from '../../src/store/verify-record.ts';
import { ACT, bytesAt, DAY, fileWith, GONE, JOAN, purge } from './purging.ts';
import {
  filing,
  message,
  NOON,
  number,
  PRIYA,
  Q1,
  Q2,
  rawAt,
  storeWithProgramme,
  temporaryPath,
} from './support.ts';

/** A record in which every place that can hold a text holds one of its own: `Zebedee` and a number. */
const fullRecord = (path = temporaryPath()) => {
  const { store, programmeId } = storeWithProgramme(path);
  let count = 0;
  const words = (): string => {
    count += 1;
    return `Zebedee${count} was seen at the clinic`;
  };
  const { id } = fileWith(
    store,
    filing(programmeId, {
      additionalInformation: words(),
      reason: words(),
      onBehalf: { givenBy: words(), received: 'email', attachment: words() },
      figures: [
        {
          ref: '2.4',
          figure: number('17', {
            provisional: true,
            commentary: words(),
            judgement: words(),
            awaited: { what: words(), finalBy: DAY },
            action: { what: words(), who: words(), by: DAY },
          }),
        },
      ],
    }),
  );
  store.recordQuestions(id, [
    { ref: '2.4', code: 'claims_met', found: words(), ask: 'Which is right?', said: words() },
    { ref: 'Additional information', code: 'personal_data', found: words(), ask: '?', said: null },
  ]);
  store.recordReview(id, [
    { kind: 'comment', ref: null, comment: words(), by: PRIYA, at: NOON },
    { kind: 'accepted', ref: '2.4', comment: null, by: JOAN, at: NOON },
  ]);
  const correction = store.askCorrection({
    filingId: id,
    content: { 'value:2.4': '19', 'commentary:2.4': words(), 'provisional:2.4': true },
    reason: words(),
    askedBy: PRIYA,
    askedAt: NOON,
  });
  const comment = words();
  store.decideCorrection(correction, { decision: 'declined', by: JOAN, at: NOON, comment });
  const typed = (value: string) => ({ value, by: 'U0PRIYA', at: NOON, version: 3, window: 'V1' });
  store.saveDraft(
    programmeId,
    2,
    Q2,
    {
      version: 3,
      fields: { 'commentary:2.4': typed(words()), 'nothing:2.4': typed('no_cases') },
      aside: { U0DEV: { 'commentary:2.4': { value: words(), at: NOON } } },
      pages: {},
    },
    NOON,
  );
  const handover = store.recordHandover({
    programmeId,
    lead: 'lead@example.org',
    substitute: null,
    reason: 'not_me',
    from: DAY,
    until: null,
    madeBy: PRIYA,
    madeAt: NOON,
  });
  store.enqueue(
    message({
      kind: 'handover_made',
      key: 'handover/1/joan',
      payload: { handover, coordinator: 'coordinator@example.org', said: words() },
    }),
  );
  return { store, programmeId, path, count };
};

describe('every place in which a text can stand', () => {
  test('is listed with whose words it holds; what is chosen from lists is not', () => {
    const { store, programmeId, count } = fullRecord();
    const texts = store.standingTexts(programmeId);
    expect(texts.map(({ source, part, ref }) => `${source} ${part} ${ref}`)).toEqual([
      'figures commentary 2.4',
      'figures judgement 2.4',
      'figures awaited 2.4',
      'figures action_what 2.4',
      'figures action_who 2.4',
      'filings additional_information null',
      'filings reason null',
      'filings given_by null',
      'filings attachment null',
      'questions found 2.4',
      'questions said 2.4',
      'questions found null',
      'reviews comment null',
      'corrections reason null',
      'corrections comment null',
      'corrections field value:2.4 2.4',
      'corrections field commentary:2.4 2.4',
      'drafts field commentary:2.4 3 2.4',
      'drafts field commentary:2.4 of U0DEV 2.4',
      'handovers said null',
    ]);
    expect(texts.filter(({ text }) => text.includes('Zebedee'))).toHaveLength(count);
    const decided = texts.find(
      ({ source, part }) => source === 'corrections' && part === 'comment',
    );
    expect(decided?.by, 'the word on a correction is of who decided').toEqual(JOAN);
  });

  test('gives its text up and nothing else, and reads as removed, with the day', () => {
    const { store, programmeId, path } = fullRecord();
    for (const text of store.standingTexts(programmeId)) purge(store, text);
    expect(store.standingTexts(programmeId)).toEqual([]);
    const [figure] = store.figures(programmeId, '2.4', Q1, Q1);
    expect(figure).toMatchObject({
      commentary: GONE,
      judgement: GONE,
      awaited: { what: GONE, finalBy: DAY },
      action: { what: GONE, who: GONE, by: DAY },
      provisional: true,
      revision: 1,
    });
    expect(store.filings(programmeId, 2, Q1)[0]).toMatchObject({
      additionalInformation: GONE,
      reason: GONE,
      onBehalf: { givenBy: GONE, received: 'email', attachment: GONE },
      filedBy: PRIYA,
      figures: [{ commentary: GONE }],
    });
    expect(store.submission(programmeId, 2, Q1)?.filing?.reason).toBe(GONE);
    expect(store.reviews(programmeId, 2, Q1).map(({ comment }) => comment)).toEqual([GONE, null]);
    expect(store.correction(1)).toMatchObject({
      reason: GONE,
      content: { 'provisional:2.4': true },
      decided: { comment: GONE, by: JOAN },
    });
    expect(store.draft(programmeId, 2, Q2)).toMatchObject({
      fields: { 'nothing:2.4': { value: 'no_cases' } },
      aside: { U0DEV: {} },
    });
    expect(verifyRecord(path)).toMatchObject({ ok: true, entries: 21 });
    expect(store.rewriteFile()).toBe(true);
    expect(bytesAt(path).includes('Zebedee')).toBe(false);
  });

  test('is told with its act afterwards, by place and never by words', () => {
    const { store, programmeId } = fullRecord();
    const [commentary, judgement] = store.standingTexts(programmeId);
    if (commentary === undefined || judgement === undefined) throw new Error('No texts.');
    const id = store.purge(commentary.text, [commentary, judgement], ACT);
    const act = { ...ACT, id, places: [{ part: 'commentary', ref: '2.4' }, { part: 'judgement' }] };
    expect(store.purged(id)).toMatchObject(act);
    expect(store.purges(programmeId)).toMatchObject([act]);
    expect(store.latestPurge()).toMatchObject(act);
    expect(store.purges(99)).toEqual([]);
    expect(JSON.stringify(store.purged(id))).not.toContain('Zebedee');
  });

  test('a place that is not there fails, and nothing of the act is kept', () => {
    const { store, programmeId } = fullRecord();
    const [text] = store.standingTexts(programmeId);
    if (text === undefined) throw new Error('No texts.');
    for (const nowhere of [
      { source: 'figures', rowId: 99, part: 'commentary' },
      { source: 'figures', rowId: 1, part: 'value' },
      { source: 'figures', rowId: 1, part: 'commentary = NULL --' },
      { source: 'drafts', rowId: 99, part: 'field commentary:2.4 3' },
    ] as const) {
      expect(() => store.purge(text.text, [text, nowhere], ACT)).toThrow();
    }
    expect(store.standingTexts(programmeId)).toContainEqual(text);
    expect(store.latestPurge()).toBeNull();
  });
});

describe('the record refuses every other change', () => {
  test('a text becomes nothing but what stands for a removed one, and only where a purge names it', () => {
    const { store, programmeId, path } = fullRecord();
    fileWith(
      store,
      filing(programmeId, {
        figures: [{ ref: '2.4', figure: number('18', { commentary: 'Other.' }) }],
      }),
    );
    const [text] = store.standingTexts(programmeId);
    if (text === undefined) throw new Error('No texts.');
    purge(store, text);
    const raw = rawAt(path);
    for (const attempt of [
      `update figures set commentary = 'Something else' where id = ${text.rowId}`,
      `update figures set commentary = null where id = ${text.rowId}`,
      `update figures set commentary = '${GONE}' where id = ${text.rowId}`,
      "update figures set commentary = '[Removed by the coordinator]' where ref = '2.4' and revision = 2",
      `update figures set judgement = '[Removed by the coordinator]' where id = ${text.rowId}`,
      `update figures set value = '99' where id = ${text.rowId}`,
      `delete from figures where id = ${text.rowId}`,
      "update filings set filed_by = ''",
      "update purges set reason = 'none'",
      'delete from purges',
      "update audit set detail = '{}'",
    ]) {
      expect(() => raw.exec(attempt), attempt).toThrow('append-only');
    }
  });

  test('a text removed past MOPAC is found out by verifying', () => {
    const { path } = fullRecord();
    const raw = rawAt(path);
    raw.exec(`insert into purges (source, row_id, part, reason, by, at)
      values ('figures', 1, 'commentary', 'none', '{"kind":"operator","name":"x"}', '2015-08-03T09:00:00.000000000Z');
      update figures set commentary = '[Removed by the coordinator]' where id = 1`);
    expect(verifyRecord(path)).toMatchObject({ ok: false, kind: 'texts', texts: 1 });
  });

  test('whoever writes those very words themselves has not had anything removed', () => {
    const { store, programmeId } = storeWithProgramme();
    const commentary = '[Removed by the coordinator]';
    fileWith(
      store,
      filing(programmeId, { figures: [{ ref: '2.4', figure: number('17', { commentary }) }] }),
    );
    expect(store.figures(programmeId, '2.4', Q1, Q1)[0]?.commentary).toBe(commentary);
    expect(store.purges(programmeId)).toEqual([]);
  });
});

describe('what repeats a text is swept as well', () => {
  const TEXT = 'Zebedee Quill missed both appointments after his release from Pentonville.';

  const swept = () => {
    const path = temporaryPath();
    const { store, programmeId } = storeWithProgramme(path);
    fileWith(
      store,
      filing(programmeId, {
        figures: [{ ref: '2.4', figure: number('17', { commentary: TEXT }) }],
      }),
    );
    store.enqueue(message({ kind: 'mention_reply', key: 'e1', payload: { text: `2.4? ${TEXT}` } }));
    store.enqueue(
      message({ kind: 'other', key: 'e2', payload: { text: 'status 2.4', user: 'U1' } }),
    );
    const id = store.enqueue(message({ key: 'e3', payload: { coordinator: 'lead@example.org' } }));
    store.markDead(id ?? 0, `invalid_blocks: “${TEXT}”`);
    const view = { blocks: [{ text: { text: 'Commentary: Zebedee Quill missed both appoint…' } }] };
    store.answerOnce('file/1', NOON, () => JSON.stringify(view));
    store.answerOnce('file/2', NOON, () => ({ kind: 'saved', value: { places: 2 } }));
    store.answerOnce(`review.discuss.v1/V1/h/{"comment":"${TEXT}"}`, NOON, () => null);
    store.recordJob({ kind: 'digest', key: '1', at: NOON, outcome: 'skipped', reason: TEXT });
    const [text] = store.standingTexts(programmeId);
    if (text === undefined) throw new Error('No texts.');
    purge(store, text);
    return { store, path };
  };

  test('in messages, answers that were kept, their keys and the ledger', () => {
    const { store, path } = swept();
    expect(store.rewriteFile()).toBe(true);
    expect(bytesAt(path).includes('Zebedee')).toBe(false);
    expect(store.outboxMessage('mention_reply', 'e1')?.payload).toEqual({ text: GONE });
  });

  test('and nothing else is touched', () => {
    const { store } = swept();
    expect(store.outboxMessage('other', 'e2')?.payload).toEqual({ text: 'status 2.4', user: 'U1' });
    expect(store.outboxMessage('receipt', 'e3')?.payload).toEqual({
      coordinator: 'lead@example.org',
    });
    const again = store.answerOnce('file/2', NOON, () => ({ kind: 'ran again' }));
    expect(again).toEqual({ repeated: true, answer: { kind: 'saved', value: { places: 2 } } });
  });

  test('but not the words of another hand-over, what a note says of a figure, or which measure was asked about', () => {
    const { store, programmeId } = storeWithProgramme();
    const said = 'This project moved to Housing in June';
    const sentences = ['2.4 corrected on 3 August 2015: 17% is now 19%.'];
    store.enqueue(message({ kind: 'handover_made', key: 'h', payload: { handover: 1, said } }));
    store.enqueue(message({ kind: 'digest_note', key: 'n', payload: { sentences } }));
    store.enqueue(message({ kind: 'mention_reply', key: 'm', payload: { text: 'status 2.4 Q1' } }));
    for (const commentary of ['is', 'Q1', 'It seems this project moved to Housing lately.']) {
      const figures = [{ ref: '2.4', figure: number('17', { commentary }) }];
      fileWith(store, filing(programmeId, { figures }));
      const text = store.standingTexts(programmeId).find((each) => each.text === commentary);
      if (text === undefined) throw new Error('No text.');
      store.purge(text.text, [text], { ...ACT, at: ACT.at.add({ seconds: commentary.length }) });
    }
    expect(store.outboxMessage('handover_made', 'h')?.payload).toMatchObject({ said });
    expect(store.outboxMessage('mention_reply', 'm')?.payload).toEqual({ text: 'status 2.4 Q1' });
    expect(store.outboxMessage('digest_note', 'n')?.payload).toEqual({ sentences });
  });
});
