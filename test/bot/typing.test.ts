import { describe, expect, test } from 'vitest';
import { INPUT } from '../../src/slack/submit/fields.ts';
import { draftSeenBy } from '../support/drafts.ts';
import { confirmed, filings, LEAD, TYPED } from '../support/filing.ts';
import { modalOf, pressInInbox, startTown, type Town } from '../support/town.ts';

const DAY = '2015-07-14T10:00';
const KEY = { programmeId: 1, projectNumber: 2, quarter: { year: 2015, number: 1 } } as const;
const DEPUTY = 'public.health.deputy@example.org';

const draftOf = (town: Town, who = LEAD) => draftSeenBy(town.store, KEY, town.person(who).id) ?? {};

const opened = async (town: Town, who = LEAD) => {
  const person = town.person(who);
  if (who === LEAD) await pressInInbox(person, 'Enter figures');
  else {
    const home = await person.openHome();
    const button = home && person.buttons(home).find(({ text }) => /Enter figures/.test(text));
    if (!button) throw new Error('Home does not offer the return.');
    await person.press(button);
  }
  return person;
};

describe('what is typed', () => {
  test('is kept as it is typed, before any button is pressed, and is there on another device after a restart', async () => {
    const town = await startTown({ now: DAY });
    const lead = await opened(town);
    await lead.type(modalOf(lead), 'value:2.4', '17', { letters: 'one by one' });
    await lead.type(modalOf(lead), 'commentary:2.4', 'Two prisons moved.');
    expect(draftOf(town)).toEqual({ 'value:2.4': '17', 'commentary:2.4': 'Two prisons moved.' });

    await town.restart();
    await pressInInbox(lead, 'Enter figures');
    expect(modalOf(lead).values['value:2.4']).toMatchObject({ [INPUT]: { value: '17' } });
  });

  test('letters are saved and nothing is drawn anew, so Slack’s limits on windows are not touched', async () => {
    const town = await startTown({ now: DAY });
    const lead = await opened(town);
    const before = modalOf(lead).hash;
    await lead.type(modalOf(lead), 'commentary:2.4', 'Two prisons moved.', {
      letters: 'one by one',
    });
    expect(modalOf(lead).hash).toBe(before);
  });

  test('that is typed back to what the window showed is no change, and is not filed', async () => {
    const town = await startTown({ now: DAY });
    const lead = await opened(town);
    await lead.type(modalOf(lead), 'value:2.4', '18');
    expect(draftOf(town)).toEqual({ 'value:2.4': '18' });
    await lead.type(modalOf(lead), 'value:2.4', '');
    expect(draftOf(town)).toEqual({});
  });

  // A field counts an emoji of the newer kind as two.
  test.each(['✅'.repeat(3_000), '🚓'.repeat(1_500)])(
    '3,000 characters of emoji come back whole',
    async (emoji) => {
      const town = await startTown({ now: DAY });
      const lead = await opened(town);
      await lead.type(modalOf(lead), 'commentary:2.4', emoji);
      expect(draftOf(town)).toEqual({ 'commentary:2.4': emoji });
      await lead.submit(lead.fill(modalOf(lead), TYPED));
      await lead.submit(confirmed(lead));
      expect(town.store.figures(1, '2.4', KEY.quarter, KEY.quarter)[0]?.commentary).toBe(emoji);
      await town.bot().beat();
      expect(lead.directMessages().at(-1)?.text).toMatch(/^Filed/);
    },
  );

  test('"not available" brings its date as soon as it is chosen, and what was typed stays', async () => {
    const town = await startTown({ now: DAY });
    const lead = await opened(town);
    await lead.type(modalOf(lead), 'commentary:2.1', 'The clinic counts in August.');
    await lead.choose(modalOf(lead), 'nothing:2.1', 'not_available');
    const { values } = modalOf(lead);
    expect(Object.keys(values)).toContain('expected:2.1');
    expect(values['commentary:2.1']).toMatchObject({
      [INPUT]: { value: 'The clinic counts in August.' },
    });
    const refused = await lead.submit(lead.fill(modalOf(lead), { ...TYPED, 'value:2.1': '' }));
    expect(refused.errors).toEqual({
      'expected:2.1': 'Please complete this required field.',
    });
    await lead.choose(modalOf(lead), 'expected:2.1', '2015-08-14');
    await lead.submit(modalOf(lead));
    await lead.submit(confirmed(lead));
    const answer = town.store.figures(1, '2.1', KEY.quarter, KEY.quarter)[0]?.answer;
    expect(answer?.kind === 'not_available' && answer.expected?.toString()).toBe('2015-08-14');
  });

  test('"provisional" brings what is awaited and the day it is final by, and both are in the record', async () => {
    const town = await startTown({ now: DAY });
    const lead = await opened(town);
    await lead.choose(modalOf(lead), 'provisional:2.5', true);
    expect(Object.keys(modalOf(lead).values)).toContain('final-by:2.5');
    await lead.submit(
      lead.fill(modalOf(lead), {
        ...TYPED,
        'awaited:2.5': 'One late return from the police.',
        'final-by:2.5': '2015-08-31',
      }),
    );
    await lead.submit(confirmed(lead));
    const figure = town.store.figures(1, '2.5', KEY.quarter, KEY.quarter)[0];
    expect(figure).toMatchObject({
      provisional: true,
      awaited: { what: 'One late return from the police.' },
    });
    expect(figure?.awaited?.finalBy.toString()).toBe('2015-08-31');
  });

  test('a letter that arrives after the return was filed begins no new draft', async () => {
    const town = await startTown({ now: DAY });
    const lead = await opened(town);
    await lead.submit(lead.fill(modalOf(lead), TYPED));
    await lead.submit(confirmed(lead));
    expect(town.store.draft(1, 2, KEY.quarter)).toBeNull();
    expect(filings(town)).toEqual(['project 2, revision 1']);
  });
});

describe('a figure that is off track', () => {
  test('needs what is being done, by whom and by when, before it is filed', async () => {
    const town = await startTown({ now: DAY });
    const lead = await opened(town);
    await lead.submit(lead.fill(modalOf(lead), TYPED));
    const refused = await lead.submit(lead.fill(modalOf(lead), { confirm: true }));
    expect(Object.keys(refused.errors ?? {}).sort()).toEqual([
      'action-by:2.4',
      'action-what:2.4',
      'action-who:2.4',
    ]);
    expect(filings(town)).toEqual([]);
    await lead.submit(confirmed(lead));
    expect(town.store.figures(1, '2.4', KEY.quarter, KEY.quarter)[0]?.action).toMatchObject({
      what: 'Workers visit both prisons weekly.',
      who: 'The resettlement team',
    });
  });

  test('next quarter the form says what was promised', async () => {
    const town = await startTown({ now: DAY });
    const lead = await opened(town);
    await lead.submit(lead.fill(modalOf(lead), TYPED));
    await lead.submit(confirmed(lead));
    await town.goTo('2015-10-01T10:00');
    await pressInInbox(lead, /Enter figures/).catch(() => undefined);
    const newest = lead.directMessages().findLast(({ text }) => text.startsWith('Q2'));
    const button = newest && lead.buttons(newest)[0];
    if (button === undefined) throw new Error('Q2 was not opened.');
    await lead.press(button);
    expect(modalOf(lead).rendered).toContain(
      'Last quarter you said: “Workers visit both prisons weekly.” (The resettlement team, by 30 September 2015)',
    );
  });
});

describe('two people at one return', () => {
  test('each sees what the other has typed and not filed', async () => {
    const town = await startTown({ now: DAY });
    const lead = await opened(town);
    await lead.type(modalOf(lead), 'value:2.4', '17');
    const deputy = await opened(town, DEPUTY);
    const { rendered, values } = modalOf(deputy);
    expect(rendered).toMatch(/entered 2\.4, last at 10:00; it is not filed yet\./);
    expect(values['value:2.4']).toMatchObject({ [INPUT]: { value: '17' } });
  });

  test('neither overwrites the other unseen: both values are shown before one of them stands', async () => {
    const town = await startTown({ now: DAY });
    const lead = await opened(town);
    const deputy = await opened(town, DEPUTY);
    await lead.type(modalOf(lead), 'value:2.4', '17');
    await deputy.type(modalOf(deputy), 'value:2.4', '19');
    expect(draftOf(town)['value:2.4']).toBe('17');
    expect(draftOf(town, DEPUTY)['value:2.4']).toBe('19');

    const stopped = await deputy.submit(
      deputy.fill(modalOf(deputy), { ...TYPED, 'value:2.4': '19' }),
    );
    expect(stopped.view?.rendered).toContain('while you had this open');
    expect(stopped.view?.rendered).toMatch(
      /2\.4: .* entered “17” at 10:00\. The field holds yours/,
    );
    await deputy.submit(modalOf(deputy));
    expect(draftOf(town)['value:2.4']).toBe('19');
  });

  test('whoever has the form open as it is filed is told, and keeps what they typed', async () => {
    const town = await startTown({ now: DAY });
    const lead = await opened(town);
    const deputy = await opened(town, DEPUTY);
    await lead.submit(lead.fill(modalOf(lead), TYPED));
    await lead.submit(confirmed(lead));
    const told = await deputy.submit(deputy.fill(modalOf(deputy), { ...TYPED, 'value:2.4': '18' }));
    expect(told.view?.rendered).toMatch(/filed this return at 10:00, while you had it open/);
    expect(modalOf(deputy).values['value:2.4']).toMatchObject({ [INPUT]: { value: '18' } });
    const review = await deputy.submit(modalOf(deputy));
    expect(review.view?.rendered).toContain('2.4: 17% becomes 18%');
  });
});
