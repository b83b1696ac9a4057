import { describe, expect, test } from 'vitest';
import { confirmFinal } from '../../src/application/confirm-final.ts';
import { CHANNEL, confirmed, LEAD, TYPED } from '../support/filing.ts';
import { modalOf, pressInInbox, startTown, type Town } from '../support/town.ts';

const Q1 = { year: 2015, number: 1 } as const;
const KEY = { programmeId: 1, projectNumber: 2, quarter: Q1 } as const;

/** Everybody has filed, the digest is out, and 2.5 was filed as provisional until Friday 7 August. */
const provisionalTown = async (): Promise<Town> => {
  const town = await startTown({ filed: [1, 3, 4, 5], now: '2015-07-14T10:00' });
  const lead = town.person(LEAD);
  await pressInInbox(lead, 'Enter figures');
  await lead.choose(modalOf(lead), 'provisional:2.5', true);
  await lead.submit(
    lead.fill(modalOf(lead), {
      ...TYPED,
      'awaited:2.5': 'One late return from the police.',
      'final-by:2.5': '2015-08-07',
    }),
  );
  await lead.submit(confirmed(lead));
  await town.bot().beat();
  return town;
};

const questionsTo = (town: Town) =>
  town
    .person(LEAD)
    .directMessages()
    .filter(({ text }) => /final/.test(text) && /2\.5/.test(text));
const notesIn = (town: Town) =>
  town.workspace
    .messages(CHANNEL)
    .filter(({ threadTs }) => threadTs !== undefined)
    .map(({ text }) => text);
const figureIn = ({ store }: Town) => store.figures(1, '2.5', Q1, Q1)[0];

describe('a provisional figure whose day has come', () => {
  test('is asked about once, on the day and not before, whatever restarts', async () => {
    const town = await provisionalTown();
    await town.goTo('2015-08-07T08:59');
    expect(questionsTo(town)).toEqual([]);
    await town.goTo('2015-08-07T09:00');
    await town.restart();
    await town.goTo('2015-08-20T12:00');
    const [asked, ...more] = questionsTo(town);
    expect(more).toEqual([]);
    expect(asked?.text).toMatch(
      /^Is 0\.72 .* final\? 2\.5 .*, Q1 2015\/16, was filed as provisional\.$/,
    );
    expect(asked?.rendered).toContain('One late return from the police.');
  });

  test('is final with one press; the digest’s thread says so and the buttons are gone', async () => {
    const town = await provisionalTown();
    await town.goTo('2015-08-07T09:00');
    town.workspace.faults.deliverTwice(true);
    await pressInInbox(town.person(LEAD), 'It is final');
    town.workspace.faults.deliverTwice(false);
    await town.bot().beat();
    expect(figureIn(town)).toMatchObject({ provisional: false, awaited: null, revision: 2 });
    expect(notesIn(town).at(-1)).toMatch(
      /2\.5: 0\.72 .*, which was provisional, is final since 7 August 2015\./,
    );
    expect(town.store.reviews(1, 2, Q1).map(({ kind, ref }) => [kind, ref])).toEqual([
      ['confirmed_final', '2.5'],
    ]);
    expect(town.store.submission(1, 2, Q1)?.state).toBe('submitted');
  });

  test('may become another figure, shown as old and new where it was published, without a reason', async () => {
    const town = await provisionalTown();
    await town.goTo('2015-08-07T09:00');
    const lead = town.person(LEAD);
    await pressInInbox(lead, 'Enter the final figure');
    await lead.choose(modalOf(lead), 'provisional:2.5', false);
    await lead.submit(lead.fill(modalOf(lead), { 'value:2.5': '0.8' }));
    expect(modalOf(lead).values).not.toHaveProperty('change-reason');
    await lead.submit(confirmed(lead));
    await town.bot().beat();
    expect(town.store.submission(1, 2, Q1)?.filing, 'it is no late return').toMatchObject({
      late: false,
    });
    expect(figureIn(town)?.provisional).toBe(false);
    expect(notesIn(town).at(-1)).toMatch(
      /2\.5: 0\.72 .*, which was provisional, is now 0\.8 .*, final since/,
    );
  });

  test('needs a later day, or none, where another figure is entered and the tick stays', async () => {
    const town = await provisionalTown();
    await town.goTo('2015-08-07T09:00');
    const lead = town.person(LEAD);
    await pressInInbox(lead, 'Enter the final figure');
    expect(modalOf(lead).rendered).toContain('Untick this if the figure is final now.');
    const refused = await lead.submit(lead.fill(modalOf(lead), { 'value:2.5': '0.8' }));
    expect(refused.errors).toEqual({
      'final-by:2.5':
        'That day has come. Choose a later one, or untick “provisional” if this figure is final.',
    });
    await lead.submit(lead.fill(modalOf(lead), { 'final-by:2.5': '2015-08-20' }));
    await lead.submit(confirmed(lead));
    expect(figureIn(town)?.awaited?.finalBy.toString()).toBe('2015-08-20');
    await town.goTo('2015-08-20T09:00');
    expect(questionsTo(town).at(-1)?.text).toMatch(/^Is 0\.8 .* final\?/);
  });

  test('leaves its message without buttons, whichever way it was answered', async () => {
    const confirmedTown = await provisionalTown();
    await confirmedTown.goTo('2015-08-07T09:00');
    await pressInInbox(confirmedTown.person(LEAD), 'It is final');
    await confirmedTown.bot().beat();
    const enteredTown = await provisionalTown();
    await enteredTown.goTo('2015-08-07T09:00');
    const lead = enteredTown.person(LEAD);
    await pressInInbox(lead, 'Enter the final figure');
    await lead.choose(modalOf(lead), 'provisional:2.5', false);
    await lead.submit(lead.fill(modalOf(lead), { 'value:2.5': '0.8' }));
    await lead.submit(confirmed(lead));
    await enteredTown.bot().beat();
    for (const [town, words] of [
      [confirmedTown, '0.72 offences per person per year is final.'],
      [enteredTown, '0.8 offences per person per year is final.'],
    ] as const) {
      const [question] = questionsTo(town);
      expect(question?.text).toBe(`2.5 Re-offending in treatment, Q1 2015/16: ${words}`);
      expect(question && town.person(LEAD).buttons(question)).toEqual([]);
    }
  });

  test('is nobody else’s to confirm', async () => {
    const town = await provisionalTown();
    const stranger = town.person('probation.lead@example.org');
    const person = { id: stranger.id, email: 'probation.lead@example.org', name: null };
    expect(confirmFinal({ ...town, person }, KEY, { ref: '2.5', revision: 1 })).toMatchObject({
      fault: { kind: 'not_a_lead' },
    });
    expect(figureIn(town)?.provisional).toBe(true);
  });
});
