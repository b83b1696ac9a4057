import { describe, expect, test } from 'vitest';
import { decideCorrection, openCorrection } from '../../src/application/decide-correction.ts';
import type { Person } from '../../src/workspace/person.ts';
import { CHANNEL, digestsIn, LEAD } from '../support/filing.ts';
import { modalOf, pressInInbox, startTown, type Town } from '../support/town.ts';

const Q1 = { year: 2015, number: 1 } as const;
const COORDINATOR = 'coordinator@example.org';
const REASON = 'Two releases were counted twice.';

const recordOf = ({ store }: Town) => store.submission(1, 2, Q1);
const figureOf = ({ store }: Town) => {
  const [figure] = store.figures(1, '2.4', Q1, Q1);
  return figure?.answer.kind === 'number' ? figure.answer.value.toString() : null;
};

/** A town whose Q1 is all on record, its digest out, and project 2 accepted by the coordinator. */
const acceptedTown = async (): Promise<Town> => {
  const town = await startTown({ filed: 'all', now: '2015-07-22T10:00' });
  await town.bot().beat();
  const submission = recordOf(town);
  if (submission === null) throw new Error('Project 2 has not filed.');
  town.store.setState(submission.id, 'accepted');
  return town;
};

/** Opens the locked return from Home and goes as far as asking for a correction of 2.4. */
const correct = async (lead: Person, figure: string) => {
  const home = await lead.openHome();
  const change = home && lead.buttons(home).find(({ text }) => text === 'Ask for a correction');
  if (!change) throw new Error('Home does not offer the return.');
  await lead.press(change);
  await lead.submit(lead.fill(modalOf(lead), { 'value:2.4': figure }));
};

const ask = (lead: Person, reason = REASON) => {
  const review = modalOf(lead);
  return lead.submit(
    lead.fill(review, {
      ...('confirm' in review.values ? { confirm: true } : {}),
      'change-reason': reason,
    }),
  );
};

const askedTown = async () => {
  const town = await acceptedTown();
  const lead = town.person(LEAD);
  await correct(lead, '19');
  await ask(lead);
  await town.bot().beat();
  return { town, lead, coordinator: town.person(COORDINATOR) };
};

const decide = (coordinator: Person, answers: Record<string, string>) =>
  coordinator.submit(coordinator.fill(modalOf(coordinator), answers));

describe('a correction of what was accepted', () => {
  test('is offered where the form is locked, and nothing on record changes by asking', async () => {
    const town = await acceptedTown();
    const lead = town.person(LEAD);
    await correct(lead, '19');
    const review = modalOf(lead).rendered;
    expect(review).toContain('Nothing is asked yet.');
    expect(review).toContain('2.4: 17% becomes 19%');
    expect(review).toContain('Why do these figures change?');
    const asked = await ask(lead);
    expect(asked.view?.rendered).toContain('Asked: the coordinator has your correction');
    expect(figureOf(town)).toBe('17');
    expect(recordOf(town)?.state).toBe('accepted');
    expect(town.store.draft(1, 2, Q1)).toBeNull();
  });

  test('needs a reason: Slack keeps the window until there is one', async () => {
    const town = await acceptedTown();
    const lead = town.person(LEAD);
    await correct(lead, '19');
    const refused = await lead.submit(lead.fill(modalOf(lead), { confirm: true }));
    expect(refused).toMatchObject({ kind: 'errors' });
    expect(Object.keys(refused.errors ?? {})).toEqual(['change-reason']);
    expect(town.store.waitingCorrections(1)).toEqual([]);
  });

  test('comes before the coordinator with old and new, how it will be judged and why', async () => {
    const { coordinator } = await askedTown();
    const told = coordinator.directMessages().at(-1);
    expect(told?.text).toMatch(/asks for a correction of project 2, .*, Q1 2015\/16\.$/);
    expect(told?.rendered).toContain('2.4: 17% becomes 19%');
    expect(told?.rendered).toContain('2.4 will show as off track: 19% against 41% needed');
    expect(told?.rendered).toContain(REASON);
  });

  test('approved, it is a revision with its reason; the return stays accepted, and the channel sees it', async () => {
    const { town, lead, coordinator } = await askedTown();
    await pressInInbox(coordinator, 'Decide');
    const done = await decide(coordinator, { decision: 'approved' });
    expect(done.view?.rendered).toContain('Approved');
    await town.bot().beat();
    expect(figureOf(town)).toBe('19');
    expect(recordOf(town)).toMatchObject({
      state: 'accepted',
      filing: { revision: 2, reason: REASON, late: false, filedBy: { key: lead.id } },
    });
    expect(lead.directMessages().at(-1)?.text).toMatch(/^Your correction of .* was approved by/);
    expect(digestsIn(town)[0]?.rendered).toContain('19%');
    const notes = town.workspace.messages(CHANNEL).filter(({ threadTs }) => threadTs !== undefined);
    expect(notes.at(-1)?.text).toContain('17% is now 19%');
    const [asked] = coordinator
      .directMessages()
      .filter(({ text }) => /approved the correction/.test(text));
    expect(asked && coordinator.buttons(asked)).toEqual([]);
    expect(town.store.reviews(1, 2, Q1).map(({ kind }) => kind)).toEqual([
      'correction_asked',
      'correction_approved',
    ]);
  });

  test('declined needs a word to the lead, and the record stays', async () => {
    const { town, lead, coordinator } = await askedTown();
    await pressInInbox(coordinator, 'Decide');
    const refused = await decide(coordinator, { decision: 'declined' });
    expect(refused.errors).toEqual({
      comment: 'Say in a sentence why, so that they know what to do next.',
    });
    await decide(coordinator, { decision: 'declined', comment: 'The 17% was audited.' });
    await town.bot().beat();
    expect(figureOf(town)).toBe('17');
    expect(recordOf(town)?.filing?.revision).toBe(1);
    const told = lead.directMessages().at(-1);
    expect(told?.text).toMatch(/was declined by/);
    expect(told?.rendered).toContain('The 17% was audited.');
  });

  test('the same press delivered again decides once, and a second window says who decided', async () => {
    const { town, coordinator } = await askedTown();
    await pressInInbox(coordinator, 'Decide');
    const window = coordinator.fill(modalOf(coordinator), { decision: 'approved' });
    town.workspace.faults.deliverTwice(true);
    await coordinator.submit(window);
    town.workspace.faults.deliverTwice(false);
    const { store, clock } = town;
    const person = { id: coordinator.id, email: COORDINATOR, name: null };
    const late = decideCorrection(
      { store, clock, person },
      { id: 1, decision: 'declined', comment: 'No.', revision: 2 },
    );
    expect(late).toMatchObject({
      ok: false,
      fault: { kind: 'correction_decided', decision: 'approved', on: '22 July 2015' },
    });
    expect(recordOf(town)?.filing?.revision).toBe(2);
    expect(
      town.store.reviews(1, 2, Q1).filter(({ kind }) => kind === 'correction_approved'),
    ).toHaveLength(1);
  });

  test('nobody but a coordinator sees or decides it', async () => {
    const { town, lead } = await askedTown();
    const { store, clock } = town;
    const [waiting] = store.waitingCorrections(1);
    if (waiting === undefined) throw new Error('Nothing waits.');
    for (const person of [lead, town.person('probation.lead@example.org')]) {
      const caller = { store, clock, person: { id: person.id, email: null, name: person.name } };
      const decision = {
        id: waiting.id,
        decision: 'approved',
        comment: null,
        revision: 1,
      } as const;
      const refused = { ok: false, fault: { kind: 'not_a_coordinator' } };
      expect(openCorrection(caller, waiting.id)).toEqual(refused);
      expect(decideCorrection(caller, decision)).toEqual(refused);
    }
    expect(figureOf(town)).toBe('17');
  });

  test('a figure changed meanwhile is shown before anybody decides', async () => {
    const { town, coordinator } = await askedTown();
    await pressInInbox(coordinator, 'Decide');
    const filing = recordOf(town)?.filing;
    if (filing == null) throw new Error('Nothing is on record.');
    const [figure] = town.store.figures(1, '2.1', Q1, Q1);
    if (figure === undefined) throw new Error('2.1 is not on record.');
    town.store.file({
      ...filing,
      programmeId: 1,
      projectNumber: 2,
      quarter: Q1,
      state: 'accepted',
      figures: [{ ref: '2.1', figure: { ...figure, commentary: 'Looked at again.' } }],
    });
    const again = await decide(coordinator, { decision: 'approved' });
    expect(again.view?.rendered).toContain('have changed since this was drawn');
    expect(figureOf(town)).toBe('17');
    await decide(coordinator, {});
    expect(figureOf(town)).toBe('19');
  });
});
