import { describe, expect, test } from 'vitest';
import { confirmed } from '../support/filing.ts';
import { modalOf, pressInInbox, startTown } from '../support/town.ts';

const CHANNEL = 'safer-communities';
const LEAD = 'public.health.lead@example.org';
const MANAGER = 'manager@example.org';

describe('a quarter from end to end, over real sockets and a real database', () => {
  test('the morning after the quarter ends each lead gets one message, and a restart sends no other', async () => {
    const town = await startTown({ now: '2015-06-30T23:00' });
    const leads = town.document.programme.projects.flatMap(({ leads }) => leads);
    const inboxes = () => leads.map((lead) => town.person(lead).directMessages().length);
    expect(inboxes()).toEqual([0, 0, 0, 0, 0]);

    await town.goTo('2015-07-01T00:30');
    expect(inboxes(), 'nobody is written to at night').toEqual([0, 0, 0, 0, 0]);

    await town.goTo('2015-07-01T09:00');
    expect(inboxes()).toEqual([1, 1, 1, 1, 1]);
    expect(town.person(LEAD).directMessages()[0]?.text).toBe(
      'Q1 2015/16 figures are due by Tuesday 21 July: 1 project, 5 measures.',
    );

    await town.restart();
    await town.goTo('2015-07-02T09:00');
    expect(inboxes()).toEqual([1, 1, 1, 1, 1]);
  });

  test('a lead files project 2 through the form and gets a receipt of exactly what was filed', async () => {
    const town = await startTown({ now: '2015-07-14T10:00' });
    const lead = town.person(LEAD);
    await pressInInbox(lead, 'Enter figures');
    const typed = lead.fill(modalOf(lead), {
      'value:2.1': '77%',
      'value:2.2': '100',
      'value:2.3': '88 %',
      'value:2.4': '7/41',
      'value:2.5': '0.72',
      'commentary:2.4': 'Two prisons changed their release days.',
    });
    const review = await lead.submit(typed);
    expect(review.kind).toBe('updated');
    expect(review.view?.rendered).toMatch(/2\.4 will show as off track/);
    expect(
      town.store.submissions(1, { year: 2015, number: 1 }).some(({ filing }) => filing !== null),
    ).toBe(false);

    const filed = await lead.submit(confirmed(lead));
    expect(filed.kind).toBe('updated');
    await town.workspace.until(() => lead.directMessages().length === 2);
    const receipt = lead.directMessages()[1];
    expect(receipt?.rendered).toMatch(/2\.4/);
    expect(receipt?.rendered).toMatch(/7 of 41/);
    expect(receipt?.rendered).toMatch(/Two prisons changed their release days\./);
    const [figure] = town.store.figures(
      1,
      '2.4',
      { year: 2015, number: 1 },
      { year: 2015, number: 1 },
    );
    expect(
      figure?.answer.kind === 'number' ? figure.answer.share?.denominator.toString() : null,
    ).toBe('41');
  });

  test('a manager asks for 2.4 and only the manager sees the answer', async () => {
    const town = await startTown({ now: '2015-07-21T09:00', filed: 'all' });
    const manager = town.person(MANAGER);
    const before = town.workspace.messages(CHANNEL).length;
    const answer = await manager.command('/mopac status 2.4', CHANNEL);
    expect(answer.ack).toBe('ok');
    const [seen] = answer.messages;
    expect(seen?.ephemeralTo).toBe(manager.id);
    expect(seen?.text).toMatch(/^2\.4 is off track: 17% .*against .*41%.* needed/);
    for (const words of [
      'Increased engagement rate of substance misusing offenders on release from prison',
      'Reducing Substance Misuse Offending',
      'Public Health',
      'Off track',
      '24 points short',
      '24% (2013/14)',
      'Performance not currently on line to archive target',
      'No commentary was given',
      '14 July 2015',
    ]) {
      expect(seen?.rendered).toContain(words);
    }
    expect(town.workspace.messages(CHANNEL).length).toBe(before);
  });

  test('when the last return arrives the channel gets one digest, and a restart posts no second', async () => {
    const town = await startTown({ now: '2015-07-14T10:00', filed: [1, 3, 4, 5] });
    expect(town.workspace.messages(CHANNEL)).toHaveLength(0);
    const lead = town.person(LEAD);
    await pressInInbox(lead, 'Enter figures');
    const values = {
      'value:2.1': '77',
      'value:2.2': '100',
      'value:2.3': '88',
      'value:2.4': '17',
      'value:2.5': '0.72',
    };
    await lead.submit(lead.fill(modalOf(lead), values));
    await lead.submit(confirmed(lead));
    await town.workspace.until(() => town.workspace.messages(CHANNEL).length >= 2, 10_000);
    await town.bot().beat();
    const [digest, ...pages] = town.workspace.messages(CHANNEL);
    expect(digest?.text).toBe(
      'Q1 2015/16: 11 of 15 judged measures are where they need to be; 3 are off track.',
    );
    expect(pages.every(({ threadTs }) => threadTs === digest?.ts)).toBe(true);

    const posted = town.workspace.messages(CHANNEL).length;
    await town.restart();
    await town.goTo('2015-07-21T18:00');
    expect(town.workspace.messages(CHANNEL)).toHaveLength(posted);
  });

  test('on the due date the digest goes out without the missing return, and says whose it is', async () => {
    const town = await startTown({ now: '2015-07-21T16:59', filed: [1, 2, 3, 4] });
    expect(town.workspace.messages(CHANNEL)).toHaveLength(0);
    await town.goTo('2015-07-21T17:00');
    const [digest] = town.workspace.messages(CHANNEL);
    expect(digest?.rendered).toMatch(
      /Not filed.*Environmental Health|Environmental Health.*not filed/is,
    );
  });

  test('a return that arrives after the digest edits it in place and is noted in its thread', async () => {
    const town = await startTown({ now: '2015-07-21T17:00', filed: [1, 3, 4, 5] });
    const [before] = town.workspace.messages(CHANNEL);
    town.clock.moveTo(town.clock.now().add({ hours: 24 }));
    const lead = town.person(LEAD);
    await lead.openHome();
    const home = lead.home();
    if (home === null) throw new Error('The lead has no Home.');
    const enter = lead.buttons(home).find(({ text }) => text === 'Enter figures');
    if (enter === undefined) throw new Error('Home offers no form.');
    await lead.press(enter);
    const values = {
      'value:2.1': '77',
      'value:2.2': '100',
      'value:2.3': '88',
      'value:2.4': '17',
      'value:2.5': '0.72',
    };
    await lead.submit(lead.fill(modalOf(lead), values));
    await lead.submit(confirmed(lead));
    await town.workspace.until(
      () => town.workspace.messages(CHANNEL).some(({ text }) => /filed project 2/.test(text)),
      15_000,
    );
    const [after] = town.workspace.messages(CHANNEL);
    expect(after?.ts).toBe(before?.ts);
    expect(after?.edited).toBeDefined();
    expect(after?.text).toMatch(/^Q1 2015\/16: 11 of 15 judged measures/);
  });

  test('a correction of the additional information alone is noted too, and nothing is left unsent', async () => {
    const town = await startTown({ now: '2015-07-21T17:00', filed: 'all' });
    const lead = town.person(LEAD);
    const home = await lead.openHome();
    if (home === null) throw new Error('The lead has no Home.');
    const [enter] = lead.buttons(home).filter(({ actionId }) => actionId === 'submit.open.v1');
    if (enter === undefined) throw new Error('Home offers no form.');
    await lead.press(enter);
    await lead.submit(lead.fill(modalOf(lead), { 'additional-information': 'Two clinics moved.' }));
    await lead.submit(confirmed(lead));
    await town.workspace.until(
      () =>
        town.workspace
          .messages(CHANNEL)
          .some(({ text }) => /additional information of project 2/.test(text)),
      15_000,
    );
    await town.bot().beat();
    expect(town.store.outboxCounts().dead).toBe(0);
  });
});
