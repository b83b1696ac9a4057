import { describe, expect, test } from 'vitest';
import { castOf } from '../../src/demo/cast.ts';
import type { Answers } from '../../src/workspace/fill.ts';
import { BOT_USER_ID } from '../../src/workspace/identity.ts';
import type { Person } from '../../src/workspace/person.ts';
import { barnet } from '../support/barnet.ts';
import { confirmed, filings, LEAD, TYPED } from '../support/filing.ts';
import { modalOf, startTown, type Town, type TownOptions } from '../support/town.ts';

const COORDINATOR = 'coordinator@example.org';
const DEPUTY = 'public.health.deputy@example.org';
const PROBATION = 'probation.lead@example.org';
const GUEST = 'gil@partner.example';

/** The example's town with a guest whom no catalogue names. */
const townWithGuest = (options: TownOptions = {}): Promise<Town> => {
  const { people, channels } = castOf(barnet().programme);
  const guest = { id: 'U0GUEST001', name: 'Gil Guest', email: GUEST, guest: 'multi' as const };
  const leaver = { id: 'U0LEFT0001', name: 'Lena Left', email: 'lena@example.org', deleted: true };
  return startTown({
    now: '2015-07-01T09:00',
    ...options,
    workspace: { people: [...people, guest, leaver], channels },
  });
};

const cast = (town: Town) => ({
  lead: town.person(LEAD),
  guest: town.person(GUEST),
  deputy: town.person(DEPUTY),
  coordinator: town.person(COORDINATOR),
});

/** Presses the button on the latest message that has it. */
const pressLatest = async (person: Person, words: string): Promise<void> => {
  const button = person
    .directMessages()
    .flatMap((message) => person.buttons(message))
    .findLast(({ text }) => text === words);
  if (button === undefined) throw new Error(`${person.name} has no button “${words}”.`);
  await person.press(button);
};

const pressOnHome = async (person: Person, words: string): Promise<void> => {
  const home = await person.openHome();
  const button = home && person.buttons(home).find(({ text }) => text === words);
  if (!button) throw new Error(`${person.name} has no button “${words}” on Home.`);
  await person.press(button);
};

const answer = (person: Person, answers: Answers) =>
  person.submit(person.fill(modalOf(person), answers));

const buttonsOf = (person: Person): readonly string[] =>
  person
    .directMessages()
    .flatMap((message) => person.buttons(message))
    .map(({ text }) => text);

/** Every message somebody was sent; what was said beside a button is none. */
const inbox = (person: Person): readonly string[] =>
  person
    .directMessages()
    .filter(({ ephemeralTo }) => ephemeralTo === undefined)
    .map(({ text }) => text);

const goAway = async (town: Town, lead: Person, answers: Answers): Promise<void> => {
  await pressLatest(lead, 'I’m away');
  const saved = await answer(lead, answers);
  expect(saved.kind).toBe('updated');
  await town.bot().beat();
};

const file = async (person: Person): Promise<void> => {
  await pressLatest(person, 'Enter figures');
  await person.submit(person.fill(modalOf(person), TYPED));
  await person.submit(confirmed(person));
};

describe('a lead who is away', () => {
  test('hands over to a guest, who gets the same message and files; everybody reads who did what', async () => {
    const town = await townWithGuest();
    const { lead, guest, coordinator } = cast(town);
    expect(buttonsOf(lead)).toEqual(['Enter figures', 'I’m away', 'Not me', 'Remind me on …']);
    await goAway(town, lead, { until: '2015-07-31', substitute: GUEST });

    expect(modalOf(lead).rendered).toContain(
      'You are marked as away until 31 July 2015. Gil Guest answers meanwhile.',
    );
    expect(inbox(lead)).toEqual([
      'You are marked as away until 31 July 2015. Gil Guest answers meanwhile.',
    ]);
    expect(inbox(guest)).toEqual([
      'Q1 2015/16 figures are due by Tuesday 21 July: 1 project, 5 measures.',
    ]);
    expect(guest.directMessages()[0]?.rendered).toContain(
      'You answer in place of Priya Shah, who is away until 31 July 2015.',
    );
    expect(inbox(coordinator)).toEqual([
      'Priya Shah is away until 31 July 2015, and Gil Guest answers meanwhile: project 2 (Reducing Substance Misuse Offending).',
    ]);

    await file(guest);
    expect(filings(town)).toEqual(['project 2, revision 1']);
  });

  test('until the coordinator undoes it: the guest can file no more, and both read why', async () => {
    const town = await townWithGuest();
    const { lead, guest, coordinator } = cast(town);
    await goAway(town, lead, { until: '2015-07-31', substitute: GUEST });
    await pressLatest(guest, 'Enter figures');
    const form = guest.fill(modalOf(guest), TYPED);

    town.workspace.faults.deliverTwice(true);
    await pressLatest(coordinator, 'Undo');
    town.workspace.faults.deliverTwice(false);
    await town.bot().beat();
    const refused = await guest.submit(form);
    expect(Object.values(refused.errors ?? {})).toEqual([
      "Only Public Health's leads can file for project 2. If that should include you, ask the coordinator.",
    ]);
    expect(filings(town)).toEqual([]);
    expect(inbox(guest)).toEqual([
      'Nothing is left for you to file for Q1 2015/16. Priya Shah answers for what was here.',
      'You no longer answer for project 2 (Reducing Substance Misuse Offending).',
    ]);
    expect(inbox(lead)).toEqual([
      'Q1 2015/16 figures are due by Tuesday 21 July: 1 project, 5 measures.',
      'You answer again for project 2 (Reducing Substance Misuse Offending).',
    ]);
    const [notice] = coordinator.directMessages();
    expect(notice?.rendered).toContain(
      'Joan Carter undid this on 1 July 2015: Priya Shah answers again.',
    );
    expect(buttonsOf(coordinator)).toEqual([]);
    expect(town.store.outboxCounts().dead).toBe(0);
  });

  test('and names nobody: the deputy is told and can file; where there is none, the coordinator', async () => {
    const town = await townWithGuest();
    const { lead, deputy, coordinator } = cast(town);
    await goAway(town, lead, { until: '2015-07-31' });
    expect(deputy.directMessages()[0]?.rendered).toContain(
      'Priya Shah is away until 31 July 2015 and nobody answers in their place. You are deputy, so this comes to you.',
    );
    expect(buttonsOf(deputy)).toEqual(['Enter figures', 'Remind me on …']);
    expect(coordinator.directMessages()[0]?.rendered).toContain('Told as deputy: Marcus Bell.');

    const probation = town.person(PROBATION);
    await goAway(town, probation, { until: '2015-07-31' });
    const told = coordinator.directMessages();
    expect(told, 'one message for each hand-over').toHaveLength(2);
    expect(told[1]?.rendered).toContain('What is owed below has no deputy');
    expect(buttonsOf(coordinator)).toEqual(['Undo', 'Enter their figures', 'Undo']);
    await pressLatest(coordinator, 'Enter their figures');
    expect(modalOf(coordinator).rendered).toContain('Probation');
  });

  test('is asked in words beside the field for what cannot be', async () => {
    const town = await townWithGuest();
    const { lead } = cast(town);
    await goAway(town, town.person(PROBATION), { until: '2015-07-10' });
    await pressLatest(lead, 'I’m away');
    const refusals: ReadonlyArray<readonly [Record<string, string>, Record<string, unknown>]> = [
      [{ until: '2015-06-30' }, { until: '30 June 2015 is past. Choose today or a later day.' }],
      [{ until: '2016-07-02' }, { until: expect.stringContaining('until 1 July 2016') }],
      [
        { until: '2015-07-10', substitute: LEAD },
        { substitute: expect.stringContaining('yourself') },
      ],
      [{ substitute: BOT_USER_ID }, { substitute: expect.stringContaining('is an app') }],
      [{ substitute: COORDINATOR }, { substitute: expect.stringContaining('coordinates') }],
      [
        { substitute: PROBATION },
        {
          substitute:
            'Tom Reid is away until 10 July 2015 themselves. Choose somebody else, or leave this empty.',
        },
      ],
    ];
    for (const [answers, errors] of refusals) {
      const refused = await answer(lead, answers);
      expect(refused.errors, JSON.stringify(answers)).toEqual(errors);
    }
    expect(town.store.handovers(1).map(({ lead: key }) => key)).toEqual([PROBATION]);
    expect((await answer(lead, { substitute: GUEST })).kind).toBe('updated');
  });

  test('comes back early: their message is as it was, and the guest reads that nothing is left to do', async () => {
    const town = await townWithGuest();
    const { lead, guest, coordinator } = cast(town);
    await goAway(town, lead, { until: '2015-07-31', substitute: GUEST });
    await town.goTo('2015-07-10T11:00');
    await pressLatest(lead, 'I’m back');
    await town.bot().beat();
    expect(inbox(lead)).toEqual([
      'Q1 2015/16 figures are due by Tuesday 21 July: 1 project, 5 measures.',
    ]);
    expect(lead.ephemerals().at(-1)?.text).toMatch(/^You are back/);
    expect(inbox(guest).at(-1)).toMatch(/^You no longer answer for project 2/);
    expect(coordinator.directMessages()[0]?.rendered).toContain(
      'Priya Shah is back since 10 July 2015 and answers again.',
    );
    await pressLatest(lead, 'Enter figures');
    expect(modalOf(lead).rendered).toContain('2.1');
  });

  test('when a quarter opens is not written to but their guest is, and gets the message on the first day back', async () => {
    const town = await townWithGuest({ now: '2015-06-24T10:00' });
    const { lead, guest } = cast(town);
    await pressOnHome(lead, 'I’m away');
    await answer(lead, { until: '2015-07-10', substitute: GUEST });
    await town.bot().beat();
    expect(inbox(guest)).toEqual([
      'You answer for project 2 (Reducing Substance Misuse Offending) until 10 July 2015: Priya Shah is away.',
    ]);
    await town.goTo('2015-07-01T09:00');
    expect(inbox(guest)[1]).toMatch(/^Q1 2015\/16 figures are due by Tuesday 21 July: 1 project/);
    expect(inbox(lead)).toEqual([]);
    // The 11th is a Saturday.
    await town.goTo('2015-07-11T10:00');
    await town.goTo('2015-07-13T08:59');
    expect(inbox(lead)).toEqual([]);
    await town.restart();
    await town.goTo('2015-07-13T09:00');
    await town.goTo('2015-07-14T09:00');
    expect(inbox(lead)).toEqual([
      'Q1 2015/16 figures are due by Tuesday 21 July: 1 project, 5 measures.',
    ]);
    expect(inbox(guest)).toHaveLength(2);
  });

  test('when it is over: each message says so without anybody’s doing, once, also after a restart', async () => {
    const town = await townWithGuest();
    const { lead, guest, coordinator } = cast(town);
    await pressLatest(lead, 'I’m away');
    await answer(lead, { until: '2015-07-03', substitute: GUEST });
    await town.bot().beat();
    expect(buttonsOf(lead)).toEqual(['I’m back']);
    expect(buttonsOf(guest)).toContain('Enter figures');
    expect(buttonsOf(coordinator)).toContain('Undo');
    await town.goTo('2015-07-03T23:59');
    expect(buttonsOf(guest)).toContain('Enter figures');
    await town.restart();
    await town.goTo('2015-07-04T00:01');
    expect(buttonsOf(lead)).toContain('Enter figures');
    expect(buttonsOf(lead)).not.toContain('I’m back');
    expect(buttonsOf(guest)).toEqual([]);
    expect(inbox(guest).at(-1)).toContain('Priya Shah answers for what was here.');
    expect(buttonsOf(coordinator)).not.toContain('Undo');
  });

  test('and back only after the due date: they are written to on the first day back, as it can still be filed', async () => {
    const town = await townWithGuest();
    const { lead } = cast(town);
    await pressLatest(lead, 'I’m away');
    await answer(lead, { until: '2015-08-02' });
    await town.goTo('2015-08-03T08:59');
    const before = inbox(lead).length;
    await town.goTo('2015-08-03T09:00');
    await town.restart();
    await town.goTo('2015-08-04T09:00');
    expect(inbox(lead).slice(before)).toEqual([
      'Q1 2015/16 figures were due on Tuesday 21 July: 1 project, 5 measures.',
    ]);
  });

  test('and back while the guest has the form open: the guest files nothing, and what they typed is there', async () => {
    const town = await townWithGuest();
    const { lead, guest } = cast(town);
    await pressLatest(lead, 'I’m away');
    await answer(lead, { until: '2015-07-10', substitute: GUEST });
    await town.bot().beat();
    await pressLatest(guest, 'Enter figures');
    await answer(guest, TYPED);
    await pressLatest(lead, 'I’m back');
    await town.bot().beat();
    await guest.submit(confirmed(guest));
    expect(filings(town)).toEqual([]);
    expect(modalOf(guest).rendered).toContain('Only Public Health');
    await pressLatest(lead, 'Enter figures');
    expect(JSON.stringify(modalOf(lead).values['value:2.4'])).toContain('17');
  });

  test('whose guest cannot either: they pass it on, and nobody is a substitute’s substitute', async () => {
    const town = await townWithGuest();
    const { lead, guest, deputy } = cast(town);
    await goAway(town, lead, { until: '2015-07-31', substitute: GUEST });
    await goAway(town, guest, { until: '2015-07-05', substitute: DEPUTY });
    expect(town.store.handovers(1)).toMatchObject([
      { lead: LEAD, substitute: deputy.id, reason: 'away', until: { day: 31 } },
    ]);
    expect(inbox(lead)).toEqual([
      'You are marked as away until 31 July 2015. Marcus Bell answers meanwhile.',
    ]);
    expect(inbox(guest)).toEqual([
      'Nothing is left for you to file for Q1 2015/16. Marcus Bell answers for what was here.',
    ]);
    expect(inbox(deputy)).toHaveLength(1);
  });
});

describe('not me', () => {
  test('it is somebody else: they can file at once, and the coordinator reads what was said and how to make it last', async () => {
    const town = await townWithGuest();
    const { lead, guest, coordinator } = cast(town);
    await pressLatest(lead, 'Not me');
    await answer(lead, { substitute: GUEST, said: 'Gil has had it <!channel> since *May*.' });
    await town.bot().beat();
    const [told] = coordinator.directMessages();
    expect(told?.text).toBe(
      'Priya Shah says that project 2 (Reducing Substance Misuse Offending) is not theirs but Gil Guest’s.',
    );
    expect(told?.rendered).toContain('Gil has had it <!channel> since ∗May∗.');
    expect(told?.rendered).toContain('change the lead in the catalogue');
    await file(guest);
    expect(filings(town)).toEqual(['project 2, revision 1']);
    // The next quarter still goes to who was named.
    await town.goTo('2015-10-01T09:00');
    expect(inbox(guest).at(-1)).toMatch(/^Q2 2015\/16 figures are due/);
    expect(inbox(lead)).toEqual([expect.stringMatching(/^You said that this is not yours/)]);
  });

  test('nor do I know who it is: the coordinator is asked, and its undoing brings the lead back', async () => {
    const town = await townWithGuest();
    const { coordinator } = cast(town);
    const probation = town.person(PROBATION);
    await pressLatest(probation, 'Not me');
    await answer(probation, {});
    await town.bot().beat();
    expect(inbox(coordinator)).toEqual([
      expect.stringMatching(/is not theirs, and does not know whose it is\.$/),
    ]);
    expect(coordinator.directMessages()[0]?.rendered).toContain('Who leads it?');
    await pressLatest(coordinator, 'Undo');
    await town.bot().beat();
    expect(inbox(probation)).toEqual([
      expect.stringMatching(/^Q1 2015\/16 figures are due/),
      expect.stringMatching(/^You answer again for project 3/),
    ]);
  });
});

describe('remind me on a day', () => {
  const choose = async (town: Town, lead: Person, day: string) => {
    await pressLatest(lead, 'Remind me on …');
    const saved = await answer(lead, { day });
    await town.bot().beat();
    return saved;
  };
  const reminders = (person: Person) => inbox(person).filter((text) => /^Your reminder/.test(text));

  test('each choice replaces the earlier one, a weekend is moved past, and one message comes at nine', async () => {
    const town = await townWithGuest();
    const { lead } = cast(town);
    expect((await choose(town, lead, '2015-07-08')).view?.rendered).toContain(
      'You get one reminder on Wednesday 8 July at nine',
    );
    expect((await choose(town, lead, '2015-07-11')).view?.rendered).toContain('Monday 13 July');
    await town.goTo('2015-07-08T12:00');
    await town.restart();
    await town.goTo('2015-07-13T08:59');
    expect(reminders(lead)).toEqual([]);
    await town.goTo('2015-07-13T09:00');
    await town.restart();
    await town.goTo('2015-07-14T09:00');
    expect(reminders(lead)).toEqual([
      'Your reminder: Q1 2015/16 figures of 1 project are still missing; they are due by Tuesday 21 July.',
    ]);
    expect(lead.directMessages().at(-1)?.rendered).toContain('Reducing Substance Misuse Offending');
  });

  test('nothing comes once everything is filed, nor after it was taken back', async () => {
    const town = await townWithGuest();
    const { lead } = cast(town);
    await choose(town, lead, '2015-07-08');
    await pressLatest(lead, 'Remind me on …');
    expect(modalOf(lead).rendered).toContain('You have a reminder on 8 July 2015');
    const none = await lead.submit(lead.fill(modalOf(lead), { day: null }));
    expect(none.view?.rendered).toContain('You have no reminder.');
    await town.goTo('2015-07-08T09:00');
    expect(reminders(lead)).toEqual([]);
    await choose(town, lead, '2015-07-15');
    await file(lead);
    await town.goTo('2015-07-15T09:00');
    expect(reminders(lead)).toEqual([]);
  });

  test('a day outside the time to file is refused beside its field', async () => {
    const town = await townWithGuest();
    const { lead } = cast(town);
    const early = await choose(town, lead, '2015-07-01');
    expect(early.errors).toEqual({
      day: 'Choose a day from 2 July 2015 on; Q1 2015/16 can be filed until 30 September 2015.',
    });
    const late = await answer(lead, { day: '2015-10-01' });
    expect(late.errors).toEqual({
      day: 'Q1 2015/16 can be filed until 30 September 2015. Choose that day or an earlier one.',
    });
  });
});
