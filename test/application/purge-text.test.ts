import { describe, expect, test } from 'vitest';
import { discuss } from '../../src/application/accept-figures.ts';
import { decideCorrection } from '../../src/application/decide-correction.ts';
import type { SubmissionKey } from '../../src/application/open-return.ts';
import type { Person } from '../../src/application/ports.ts';
import { type PURGE_REASONS, readPurgeReason } from '../../src/application/purge-reason.ts';
import type { StandingText } from '../../src/application/purge-record.ts';
import {
  openText,
  openTexts,
  type Purging,
  purgeText,
  type TextScope,
} from '../../src/application/purge-text.ts';
import { refusalSentence } from '../../src/application/refusal-sentences.ts';
import { textLabel } from '../../src/application/text-labels.ts';
import type { Figure } from '../../src/domain/figure.ts';
import {
  edgeWith,
  filedBy,
  LEAD,
  NOBODY,
  Q1,
  type TestEdge,
  withFigure,
} from '../slack/fixtures.ts';

const KEY: SubmissionKey = { programmeId: 1, projectNumber: 2, quarter: Q1 };
const SCOPE: TextScope = { key: KEY, whole: false, ref: '2.4' };
const JOAN = { id: 'U0JOAN0001', email: 'coordinator@example.org', name: 'Joan Carter' };
const DEPUTY = { id: 'U0DEPUTY01', email: 'deputy@example.org', name: 'Dev Ames' };
const SECRET = 'Zebedee Quill missed both appointments after his release.';
const GONE = '[Removed by the coordinator on 24 July 2015]';

/** Project 2's Q1 with this commentary on 2.4, and the people around it. */
const record = (commentary = SECRET): TestEdge => {
  const edge = edgeWith(withFigure(filedBy(2), '2.4', { commentary }));
  for (const person of [LEAD, JOAN, DEPUTY]) edge.store.savePerson(person, edge.clock.now());
  return edge;
};

const as = (edge: TestEdge, person: Person = JOAN) => ({ ...edge, person });

const textAt = (
  edge: TestEdge,
  source: StandingText['source'],
  part: string,
  ref: string | null = '2.4',
): StandingText => {
  const found = edge.store
    .standingTexts(1)
    .find((text) => text.source === source && text.part === part && text.ref === ref);
  if (found === undefined) throw new Error(`There is no ${source} ${part}.`);
  return found;
};

const GIVEN = { reason: 'person', note: null } as const;

const purge = (
  edge: TestEdge,
  place: Purging['place'],
  {
    person = JOAN,
    scope = SCOPE,
    ...change
  }: Partial<Purging> & {
    readonly person?: Person;
    readonly scope?: TextScope;
  } = {},
) => purgeText(as(edge, person), scope, { place, given: GIVEN, saw: () => true, ...change });

const refile = (edge: TestEdge, change: Partial<Figure> = {}) => {
  const [figure] = edge.store.figures(1, '2.4', Q1, Q1);
  if (figure === undefined) throw new Error('2.4 is not on record.');
  return edge.store.file({
    ...KEY,
    filedBy: { kind: 'person', key: LEAD.id, name: LEAD.name },
    filedAt: edge.clock.now(),
    late: false,
    additionalInformation: null,
    reason: null,
    onBehalf: null,
    attestation: null,
    state: 'submitted',
    figures: [{ ref: '2.4', figure: { ...figure, ...change } }],
  });
};

describe('who may take a text out', () => {
  test.each([
    ['the lead', LEAD],
    ['a deputy', DEPUTY],
    ['a member of the workspace', NOBODY],
    ['somebody unknown', { id: 'U0WHO', email: null, name: null }],
  ] as ReadonlyArray<readonly [string, Person]>)('not %s', (_, person) => {
    const edge = record();
    const place = textAt(edge, 'figures', 'commentary');
    const refused = { ok: false, fault: { kind: 'not_a_coordinator' } };
    expect(openTexts(as(edge, person), SCOPE)).toEqual(refused);
    expect(openText(as(edge, person), SCOPE, place)).toEqual(refused);
    expect(purge(edge, place, { person })).toEqual(refused);
    expect(edge.store.latestPurge()).toBeNull();
  });

  test('the programme’s coordinator, also of what is accepted, published or long past', () => {
    for (const state of ['submitted', 'sent_back', 'accepted', 'published'] as const) {
      const edge = record();
      edge.store.setState(edge.store.submission(1, 2, Q1)?.id ?? 0, state);
      edge.moveTo('2016-02-01');
      expect(purge(edge, textAt(edge, 'figures', 'commentary')).ok, state).toBe(true);
      expect(edge.store.submission(1, 2, Q1)?.state).toBe(state);
    }
  });

  test('not by way of a return of another project, programme or year', () => {
    const edge = record();
    const place = textAt(edge, 'figures', 'commentary');
    for (const key of [
      { ...KEY, projectNumber: 3 },
      { ...KEY, projectNumber: 99 },
      { ...KEY, programmeId: 7 },
      { ...KEY, quarter: { year: 2014, number: 1 } as const },
      { ...KEY, quarter: { year: 2015, number: 2 } as const },
    ]) {
      expect(purge(edge, place, { scope: { key, whole: false, ref: null } }).ok).toBe(false);
    }
    expect(edge.store.latestPurge()).toBeNull();
  });
});

describe('a text is taken out of every place it stands in', () => {
  const labels = (edge: TestEdge, place: Purging['place'], scope = SCOPE): readonly string[] => {
    const opened = openText(as(edge), scope, place);
    if (!opened.ok) throw new Error(refusalSentence(opened.fault));
    return opened.value.places.map(textLabel);
  };

  test('of every revision that repeats it', () => {
    const edge = record();
    refile(edge, { provisional: true });
    const place = textAt(edge, 'figures', 'commentary');
    expect(labels(edge, place)).toEqual([
      '2.4, Q1 2015/16: commentary',
      '2.4, Q1 2015/16: commentary',
    ]);
    expect(purge(edge, place)).toMatchObject({ ok: true, value: { places: 2 } });
    const filed = edge.store.filings(1, 2, Q1).flatMap(({ figures }) => figures);
    expect(filed.filter(({ ref }) => ref === '2.4').map(({ commentary }) => commentary)).toEqual([
      GONE,
      GONE,
    ]);
  });

  test('where another text holds all of it, and where a question quotes it', () => {
    const edge = record();
    const { id } = refile(edge, { commentary: `${SECRET} Figures are final.` });
    edge.store.recordQuestions(id, [
      {
        ref: '2.4',
        code: 'claims_met',
        found: 'It says “Quill missed both appointments…”.',
        ask: '?',
        said: 'He did.',
      },
      { ref: '2.1', code: 'past_target', found: '2.1 is 77%.', ask: '?', said: null },
    ]);
    discuss(as(edge), KEY, `Please change this: “${SECRET}”`);
    expect(labels(edge, textAt(edge, 'figures', 'commentary'))).toEqual([
      '2.4, Q1 2015/16: commentary',
      '2.4, Q1 2015/16: commentary',
      '2.4, Q1 2015/16: what was asked before filing',
      'Q1 2015/16: comment',
    ]);
  });

  test('where somebody types over it and has not filed; what they type elsewhere stays', () => {
    const edge = record();
    const field = (value: string) => ({
      value,
      by: LEAD.id,
      at: edge.clock.now(),
      version: 1,
      window: null,
    });
    const fields = {
      'commentary:2.4': field(`${SECRET} And again.`),
      'commentary:2.1': field('All well.'),
      'value:2.4': field('18'),
    };
    edge.store.saveDraft(1, 2, Q1, { version: 1, fields, aside: {}, pages: {} }, edge.clock.now());
    expect(purge(edge, textAt(edge, 'figures', 'commentary'))).toMatchObject({
      value: { places: 2 },
    });
    expect(Object.keys(edge.store.draft(1, 2, Q1)?.fields ?? {})).toEqual([
      'commentary:2.1',
      'value:2.4',
    ]);
  });

  test('a correction’s reason stands in its request, in what was said and in its revision', () => {
    const edge = record();
    const reason = 'Zebedee was counted twice';
    const filing = edge.store.submission(1, 2, Q1)?.filing?.id ?? 0;
    const by = { kind: 'person', key: LEAD.id, name: LEAD.name } as const;
    const at = edge.clock.now();
    const correction = edge.store.askCorrection({
      filingId: filing,
      content: { 'value:2.4': '19' },
      reason,
      askedBy: by,
      askedAt: at,
    });
    edge.store.recordReview(filing, [
      { kind: 'correction_asked', ref: null, comment: reason, by, at },
    ]);
    const decided = decideCorrection(as(edge), {
      id: correction,
      decision: 'approved',
      comment: null,
      revision: 1,
    });
    expect(decided.ok).toBe(true);
    const scope = { ...SCOPE, ref: null };
    const place = textAt(edge, 'filings', 'reason', null);
    expect(labels(edge, place, scope)).toEqual([
      'Q1 2015/16: why figures changed',
      'Q1 2015/16: comment',
      'Q1 2015/16: why a correction was asked for',
    ]);
    expect(purge(edge, place, { scope }).ok).toBe(true);
    const after = edge.store.standingTexts(1).filter(({ text }) => text.includes(reason));
    expect(after).toEqual([]);
  });

  test.each([
    [SECRET, 2],
    ['No change since last quarter.', 1],
  ])(
    'in another quarter “%s” is the same text only where it is a whole sentence',
    (text, places) => {
      const edge = record(text);
      edge.moveTo('2015-10-05');
      const [figure] = edge.store.figures(1, '2.4', Q1, Q1);
      if (figure === undefined) throw new Error('2.4 is not on record.');
      edge.store.file({
        ...KEY,
        quarter: { year: 2015, number: 2 },
        filedBy: { kind: 'operator', name: 'test' },
        filedAt: edge.clock.now(),
        late: false,
        additionalInformation: null,
        reason: null,
        onBehalf: null,
        attestation: null,
        state: 'submitted',
        figures: [{ ref: '2.4', figure }],
      });
      expect(labels(edge, textAt(edge, 'figures', 'commentary'))).toHaveLength(places);
    },
  );

  test('a few words that somebody else wrote too are not taken for the same text', () => {
    const edge = record('None given');
    const [figure] = edge.store.figures(1, '2.1', Q1, Q1);
    if (figure === undefined) throw new Error('2.1 is not on record.');
    edge.store.file({
      ...KEY,
      filedBy: { kind: 'operator', name: 'test' },
      filedAt: edge.clock.now(),
      late: false,
      additionalInformation: 'None given',
      reason: 'None given',
      onBehalf: null,
      attestation: null,
      state: 'submitted',
      figures: [{ ref: '2.1', figure: { ...figure, commentary: 'None given' } }],
    });
    expect(labels(edge, textAt(edge, 'figures', 'commentary'))).toEqual([
      '2.4, Q1 2015/16: commentary',
    ]);
  });
});

describe('what is kept of it', () => {
  test('who, when, why and where stand in the audit trail, and nothing of what it said', () => {
    const edge = record();
    const audited: unknown[] = [];
    const store = { ...edge.store, audit: (entry: unknown) => void audited.push(entry) };
    const place = textAt(edge, 'figures', 'commentary');
    purgeText({ ...as(edge), store }, SCOPE, {
      place,
      given: { reason: 'person', note: 'asked for by the family' },
      saw: () => true,
    });
    expect(audited).toMatchObject([
      {
        action: 'purge',
        actor: { key: JOAN.id, name: 'Joan Carter' },
        subject: 'Barnet MOPAC projects, project 2, Q1 2015/16',
        detail: {
          texts: ['2.4, Q1 2015/16: commentary'],
          reason: 'It names or describes somebody: asked for by the family',
        },
      },
    ]);
    expect(JSON.stringify(audited)).not.toMatch(/Zebedee|appointments/);
  });

  test('whoever wrote it, who answers for the project and the other coordinators are told, each once', () => {
    const edge = record();
    refile(edge, { provisional: true });
    purge(edge, textAt(edge, 'figures', 'commentary'));
    const told = edge.store
      .outboxDue(edge.clock.now(), 100)
      .filter(({ kind }) => kind === 'text_removed');
    expect(told.map(({ target }) => target)).toEqual([{ kind: 'person', person: LEAD.id }]);
    expect(JSON.stringify(told)).not.toContain('Zebedee');
  });

  test('two texts taken out in one moment are two acts', () => {
    const edge = record();
    const judgement = textAt(edge, 'figures', 'judgement');
    purge(edge, textAt(edge, 'figures', 'commentary'));
    purge(edge, judgement);
    expect(edge.store.purges(1).map(({ places }) => places.map(({ part }) => part))).toEqual([
      ['commentary'],
      ['judgement'],
    ]);
  });
});

describe('refusals', () => {
  test('a text taken out already says by whom and when, and one that never was that it cannot be found', () => {
    const edge = record();
    const place = textAt(edge, 'figures', 'commentary');
    purge(edge, place);
    const again = purge(edge, place);
    expect(again).toEqual({
      ok: false,
      fault: { kind: 'text_removed', by: 'Joan Carter', on: '24 July 2015' },
    });
    for (const nowhere of [
      { ...place, rowId: 9_999 },
      { ...place, part: 'value' },
      { ...place, source: 'reviews' as const },
    ]) {
      expect(purge(edge, nowhere)).toEqual({ ok: false, fault: { kind: 'unknown_text' } });
    }
    expect(edge.store.purges(1)).toHaveLength(1);
  });

  test('one that stands in other places than were shown is shown again first', () => {
    const edge = record();
    const place = textAt(edge, 'figures', 'commentary');
    const refused = purge(edge, place, { saw: () => false });
    expect(refused).toEqual({ ok: false, fault: { kind: 'text_elsewhere' } });
    expect(edge.store.latestPurge()).toBeNull();
  });

  test('the sentences say what happened and what to do', () => {
    expect(refusalSentence({ kind: 'unknown_text' })).toBe(
      'I cannot find this text any more: it may have been changed or cleared since. Nothing was taken out; choose again.',
    );
    expect(refusalSentence({ kind: 'text_removed', by: 'Joan Carter', on: '24 July 2015' })).toBe(
      'This text was taken out by Joan Carter on 24 July 2015. Nothing more was changed.',
    );
    expect(refusalSentence({ kind: 'text_elsewhere' })).toBe(
      'The record has changed since this was drawn: the text stands in other places now. Nothing was taken out; choose it again to see them.',
    );
  });
});

describe('the reason, which is kept for good', () => {
  const about = { text: SECRET, year: 2015 };
  const read = (note: string | null, reason: keyof typeof PURGE_REASONS = 'person') =>
    readPurgeReason({ reason, note }, about);

  test('is one of four, with a few words where they are wanted', () => {
    expect(read(null)).toEqual({ ok: true, value: 'It names or describes somebody' });
    expect(read('the family asked for it')).toEqual({
      ok: true,
      value: 'It names or describes somebody: the family asked for it',
    });
    expect(read('Agreed with the data protection officer', 'other')).toEqual({
      ok: true,
      value: 'Agreed with the data protection officer',
    });
    expect(read(null, 'other').ok).toBe(false);
  });

  test.each([
    ['repeats some of the text', 'because he missed both appointments after his release'],
    ['repeats a part of it', 'missed both appointments'],
    ['repeats all of it', `It said: ${SECRET}`],
    ['names somebody', 'Her mother Jane Smith asked for it'],
    ['holds a phone number', 'call 020 7946 0018'],
  ])('is refused beside its field where it %s', (_, note) => {
    expect(read(note)).toMatchObject({ ok: false, fault: { field: 'note' } });
  });

  test('is cut to what its field holds, whatever a client sends', () => {
    const kept = read('why '.repeat(5_000));
    expect(kept.ok && [...kept.value].length).toBeLessThan(260);
  });
});
