import { describe, expect, test } from 'vitest';
import type { DraftValues, Person } from '../../../src/application/ports.ts';
import { startingValues } from '../../../src/application/starting-values.ts';
import { decimal } from '../../../src/domain/decimal.ts';
import { pageView } from '../../../src/slack/submit/page-view.ts';
import { registerSubmit } from '../../../src/slack/submit/register.ts';
import { barnet } from '../../support/barnet.ts';
import { draftSeenBy } from '../../support/drafts.ts';
import { botWith } from '../bot.ts';
import { edgeWith, filedBy, LEAD, Q1, type TestEdge, withFigure } from '../fixtures.ts';
import { file, formOf, GOOD, JULY, KEY, page, shown, untouched } from './support.ts';

const PAGE = '1|2|2015|1/1';
// As drawn after everything that was typed.
const REVIEW = '1|2|2015|1/2/99';
const DEPUTY: Person = {
  id: 'U0DEPUTY01',
  email: 'public.health.deputy@example.org',
  name: 'Dev Patel',
};

const desk = (edge: TestEdge) => {
  for (const person of [LEAD, DEPUTY]) edge.store.savePerson(person, edge.clock.now());
  const bot = botWith(edge, registerSubmit);
  let presses = 0;
  const reviews = new Map<string, readonly unknown[]>();
  /** *File*, with what is asked on this person's latest review confirmed. */
  const press = async (user: string) => {
    const blocks = reviews.get(user) ?? [];
    const hash = `hash-${presses}`;
    return shown(await bot.deliver(file({ metadata: REVIEW, user, blocks, hash })));
  };
  return {
    edge,
    submit: async (fields: DraftValues, user = LEAD.id) => {
      const next = shown(await bot.deliver(page({ metadata: PAGE, fields, user })));
      reviews.set(user, next.blocks);
      return next;
    },
    file: (user = LEAD.id) => {
      presses += 1;
      return press(user);
    },
    again: () => press(LEAD.id),
    figure: (ref: string) => edge.store.figures(1, ref, Q1, Q1)[0] ?? null,
    filing: () => edge.store.submission(1, 2, Q1)?.filing ?? null,
    /** The fields as somebody who opens the form finds them. */
    opened: (person: Person = LEAD) => {
      const form = formOf(edge, person, KEY);
      return untouched(pageView(form, 1, startingValues(form)));
    },
  };
};

describe('filing', () => {
  test('puts exactly what was typed on record, once, and queues one receipt', async () => {
    const { submit, file: press, again, figure, filing, edge } = desk(edgeWith(filedBy(), JULY));
    expect((await submit(GOOD)).words).toContain('Nothing is filed yet.');
    expect((await press()).words).toContain('Filed: Reducing Substance Misuse Offending');
    expect(filing()).toMatchObject({ revision: 1, late: false, filedBy: { key: LEAD.id } });
    expect(figure('2.4')).toMatchObject({
      revision: 1,
      commentary: 'Two prisons changed their release days.',
    });
    expect(edge.store.outboxMessage('receipt', `filing/${filing()?.id}`)).not.toBeNull();
    expect(
      draftSeenBy(edge.store, { programmeId: 1, projectNumber: 2, quarter: Q1 }, LEAD.id),
    ).toBeNull();

    expect((await again()).words, 'the same press again').toContain('Filed: Reducing');
    expect(filing()?.revision).toBe(1);
    // The receipt, and what the coordinator is told of the questions.
    expect(edge.store.outboxCounts().pending).toBe(2);
  });

  test('after the due date is taken and marked late', async () => {
    const { submit, file: press, filing, figure } = desk(edgeWith(filedBy(), '2015-07-22'));
    await submit(GOOD);
    expect((await press()).words).toContain('It is marked as late.');
    expect([filing()?.late, figure('2.1')?.late]).toEqual([true, true]);
  });
});

test('a press whose kept answer cannot be read is told to look, and files nothing more', async () => {
  const edge = edgeWith(filedBy(), JULY);
  const {
    submit,
    file: press,
    filing,
  } = desk({
    ...edge,
    store: {
      ...edge.store,
      // As if an older version had kept something else for this press.
      answerOnce: (key, at) => edge.store.answerOnce(key, at, () => '{"type":"home"}' as never),
    },
  });
  await submit(GOOD);
  expect((await press()).words).toContain('Open the return again to see what is on record.');
  expect(filing()).toBeNull();
});

describe('filing again', () => {
  test('makes revision 2 of what was changed and leaves the rest', async () => {
    const { submit, file: press, opened, figure, filing } = desk(edgeWith(barnet(), JULY));
    const before = figure('2.1');
    await submit({ ...opened(), 'value:2.4': '18' });
    expect((await press()).words).toContain('Filed, revision 2:');
    expect(filing()?.revision).toBe(2);
    expect(figure('2.4')).toMatchObject({ revision: 2 });
    expect(figure('2.1')).toEqual(before);
  });

  test('the officer’s judgement goes with the answer it was about, and only with that', async () => {
    const { submit, file: press, opened, figure } = desk(edgeWith(barnet(), JULY));
    expect(figure('2.1')?.judgement).not.toBeNull();
    await submit({ ...opened(), 'value:2.4': '18', 'commentary:2.1': 'Nothing new.' });
    await press();
    expect(figure('2.4')?.judgement).toBeNull();
    expect(figure('2.1')).toMatchObject({ revision: 2, commentary: 'Nothing new.' });
    expect(figure('2.1')?.judgement).not.toBeNull();
  });

  test('with nothing changed files nothing, writes to nobody and says what is on record', async () => {
    const { submit, file: press, opened, filing, edge } = desk(edgeWith(barnet(), '2015-07-24'));
    const before = filing();
    await submit(opened());
    const { words } = await press();
    expect(words).toContain('Nothing was changed: what is on record is what');
    expect(words).toContain('14 July 2015');
    expect(filing()).toEqual(before);
    expect(edge.store.outboxCounts().pending).toBe(0);
    expect(
      draftSeenBy(edge.store, { programmeId: 1, projectNumber: 2, quarter: Q1 }, LEAD.id),
    ).toBeNull();
  });

  test('twice the same by the same person says "you"', async () => {
    const { submit, file: press, opened, filing } = desk(edgeWith(filedBy(), JULY));
    await submit(GOOD);
    await press();
    await submit(opened());
    expect((await press()).words).toContain(
      'Nothing was changed: what is on record is what you filed on 14 July 2015.',
    );
    expect(filing()?.revision).toBe(1);
  });

  test.each([
    ['77', '77.0 %'],
    ['0.72', '.720'],
  ])('%s written as %s is no change', async (first, second) => {
    const ref = first === '77' ? '2.1' : '2.5';
    const { submit, file: press, opened, filing } = desk(edgeWith(filedBy(), JULY));
    await submit({ ...GOOD, [`value:${ref}`]: first });
    await press();
    await submit({ ...opened(), [`value:${ref}`]: second });
    expect((await press()).words).toContain('Nothing was changed');
    expect(filing()?.revision).toBe(1);
  });

  test('additional information alone is a change', async () => {
    const { submit, file: press, opened, filing } = desk(edgeWith(barnet(), JULY));
    await submit({ ...opened(), 'additional-information': 'The service moves in autumn.' });
    expect((await press()).words).toContain('Filed, revision 2');
    expect(filing()?.additionalInformation).toBe('The service moves in autumn.');
    await submit({ ...opened(), 'additional-information': null });
    await press();
    expect(filing()).toMatchObject({ revision: 3, additionalInformation: null });
  });

  test('a return that was sent back is filed again even with nothing changed', async () => {
    const edge = edgeWith(barnet(), JULY);
    const { store } = edge;
    const sentBack: TestEdge = {
      ...edge,
      store: {
        ...store,
        submission: (...key) => {
          const found = store.submission(...key);
          return found === null ? null : { ...found, state: 'sent_back' };
        },
      },
    };
    const { submit, file: press, opened, filing } = desk(sentBack);
    await submit(opened());
    await press();
    expect(filing()?.revision).toBe(2);
  });

  test.each([
    ['0.5% of cases', decimal('0.5')],
    ['a figure of more digits than anybody types', decimal('12.34567890123456789')],
    ['a figure the form would now question', decimal('105')],
  ])('%s on record can stay as it is', async (_, value) => {
    const answer = { kind: 'number', value, share: null, basis: null } as const;
    const edge = edgeWith(withFigure(barnet(), '2.1', { answer }), JULY);
    const { submit, file: press, opened, filing } = desk(edge);
    expect((await submit(opened())).errors).toEqual({});
    expect((await press()).words).toContain('Nothing was changed');
    expect(filing()?.revision).toBe(1);
  });
});

describe('two people at one return', () => {
  test('file what both typed, once; the second press finds it filed', async () => {
    const { submit, file: press, opened, figure, filing } = desk(edgeWith(barnet(), JULY));
    await submit({ ...opened(), 'value:2.4': '18' });
    await submit({ ...opened(DEPUTY), 'value:2.1': '78' }, DEPUTY.id);
    expect((await press(DEPUTY.id)).words).toContain('Filed, revision 2');
    expect((await press()).words).toContain('There was nothing left to file');
    expect(filing()?.revision).toBe(2);
    const [first, fourth] = [figure('2.1')?.answer, figure('2.4')?.answer];
    expect(first?.kind === 'number' && first.value.toString()).toBe('78');
    expect(fourth?.kind === 'number' && fourth.value.toString()).toBe('18');
  });

  test('a field typed back to what is on record is no change', async () => {
    const { submit, opened, edge } = desk(edgeWith(barnet(), JULY));
    const start = opened();
    await submit({ ...start, 'value:2.4': '18' });
    expect(
      draftSeenBy(edge.store, { programmeId: 1, projectNumber: 2, quarter: Q1 }, LEAD.id),
    ).toEqual({ 'value:2.4': '18' });
    await submit(start);
    expect(
      draftSeenBy(edge.store, { programmeId: 1, projectNumber: 2, quarter: Q1 }, LEAD.id),
    ).toEqual({});
  });

  test('a field that was emptied stays empty when the form is opened again', async () => {
    const { submit, opened } = desk(edgeWith(barnet(), JULY));
    await submit({ ...opened(), 'value:2.4': null, 'nothing:2.4': 'no_cases' });
    expect(opened()).toMatchObject({ 'value:2.4': null, 'nothing:2.4': 'no_cases' });
  });
});
