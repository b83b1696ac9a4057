import { describe, expect, test } from 'vitest';
import type { Person } from '../../src/workspace/person.ts';
import { LEAD } from '../support/filing.ts';
import { modalOf, pressInInbox, startTown, type Town } from '../support/town.ts';

const Q1 = { year: 2015, number: 1 } as const;
const COORDINATOR = 'coordinator@example.org';
const DEPUTY = 'public.health.deputy@example.org';
const REASON = 'Two releases were counted twice.';
const ANOTHER = 'One survey came in late.';
const TAKEN_BACK =
  'Taken back: the correction of project 2, Q1 2015/16, no longer waits. What is on record stays.';

const recordOf = ({ store }: Town) => store.submission(1, 2, Q1);
const kindsOf = ({ store }: Town) => store.reviews(1, 2, Q1).map(({ kind }) => kind);
const waitingIn = ({ store }: Town) => store.waitingCorrections(1).map(({ reason }) => reason);

const pressOnHome = async (person: Person, words: string): Promise<void> => {
  const home = await person.openHome();
  const button = home && person.buttons(home).find(({ text }) => text === words);
  if (!button) throw new Error(`Home has no button “${words}”.`);
  await person.press(button);
};

/** From Home through the form to *Ask*. */
const ask = async (
  lead: Person,
  typed: Record<string, string>,
  answers: Record<string, string> = {},
) => {
  await pressOnHome(lead, 'Ask for a correction');
  await lead.submit(lead.fill(modalOf(lead), typed));
  const review = modalOf(lead);
  const asked = { confirm: true, 'change-reason': REASON, ...answers };
  return lead.submit(
    lead.fill(
      review,
      Object.fromEntries(Object.entries(asked).filter(([field]) => field in review.values)),
    ),
  );
};

/** Q1 all on record, project 2 accepted, and its lead asks for 19% in place of 17%. */
const askedTown = async () => {
  const town = await startTown({ filed: 'all', now: '2015-07-22T10:00' });
  await town.bot().beat();
  const submission = recordOf(town);
  if (submission === null) throw new Error('Project 2 has not filed.');
  town.store.setState(submission.id, 'accepted');
  const lead = town.person(LEAD);
  const asked = await ask(lead, { 'value:2.4': '19' });
  await town.bot().beat();
  return { town, lead, asked, coordinator: town.person(COORDINATOR) };
};

const said = (person: Person) => person.directMessages().map(({ text }) => text);

describe('whoever asked for a correction', () => {
  test('is told at once what they asked for, that it waits, and how to take it back', async () => {
    const { lead, asked } = await askedTown();
    expect(asked.view?.rendered).toContain('You can take it back until then');
    const told = lead.directMessages().at(-1);
    expect(told?.text).toMatch(
      /^You asked for a correction of project 2, .*, Q1 2015\/16\. It waits for the coordinator\.$/,
    );
    expect(told?.rendered).toContain('2.4: 17% becomes 19%');
    expect(told?.rendered).toContain(REASON);
    expect(told && lead.buttons(told).map(({ text }) => text)).toEqual(['Take it back']);
  });

  test('takes it back from that message: nothing on record changes, and nobody is asked any more', async () => {
    const { town, lead, coordinator } = await askedTown();
    await pressInInbox(lead, 'Take it back');
    await town.bot().beat();
    expect(waitingIn(town)).toEqual([]);
    expect(recordOf(town)).toMatchObject({ state: 'accepted', filing: { revision: 1 } });
    expect(kindsOf(town)).toEqual(['correction_asked', 'correction_withdrawn']);
    expect(said(lead)).toContain(TAKEN_BACK);
    const own = lead.directMessages().find(({ text }) => text.startsWith('You took back'));
    expect(own?.text).toMatch(/^You took back your correction of project 2, .* on 22 July 2015\.$/);
    expect(own && lead.buttons(own)).toEqual([]);
    const [asked, ...others] = coordinator
      .directMessages()
      .filter(({ text }) => text.includes('correction of project 2'));
    expect(others, 'the message is edited; there is no second one').toEqual([]);
    expect(asked?.text).toMatch(
      /^Priya Shah took back the correction of project 2, .*, Q1 2015\/16 on 22 July 2015\.$/,
    );
    expect(asked?.rendered).toContain(REASON);
    expect(asked && coordinator.buttons(asked)).toEqual([]);
    const home = await coordinator.openHome();
    expect(home?.rendered).not.toContain('for your decision');
  });

  test('takes it back from Home, which names it only while it waits', async () => {
    const { town, lead } = await askedTown();
    const home = await lead.openHome();
    expect(home?.rendered).toContain(
      `A correction of project 2, Q1 2015/16, asked for by Priya Shah on 22 July 2015, waits for the coordinator: “${REASON}”`,
    );
    await pressOnHome(lead, 'Take it back');
    expect(modalOf(lead)).toMatchObject({ title: 'Taken back' });
    expect(modalOf(lead).rendered).toContain(TAKEN_BACK);
    expect(waitingIn(town)).toEqual([]);
    expect((await lead.openHome())?.rendered).not.toContain('waits for the coordinator');
  });

  test('takes it back after the quarter has closed, too', async () => {
    const { town, lead } = await askedTown();
    await town.goTo('2015-10-05T10:00');
    await pressOnHome(lead, 'Take it back');
    expect(waitingIn(town)).toEqual([]);
  });

  test('cannot take back what is decided: the message no longer offers it', async () => {
    const { town, lead, coordinator } = await askedTown();
    await pressInInbox(coordinator, 'Decide');
    await coordinator.submit(coordinator.fill(modalOf(coordinator), { decision: 'approved' }));
    await town.bot().beat();
    const receipt = lead
      .directMessages()
      .filter(({ text }) => text.startsWith('Your correction'))
      .at(0);
    expect(receipt?.text).toMatch(/was approved by Joan Carter on 22 July 2015\.$/);
    expect(lead.directMessages().flatMap((each) => lead.buttons(each))).not.toContainEqual(
      expect.objectContaining({ text: 'Take it back' }),
    );
  });
});

test('a coordinator who had it open when it was taken back is told so, and decides nothing', async () => {
  const { town, lead, coordinator } = await askedTown();
  await pressInInbox(coordinator, 'Decide');
  await pressInInbox(lead, 'Take it back');
  const late = await coordinator.submit(
    coordinator.fill(modalOf(coordinator), { decision: 'approved' }),
  );
  expect(late.view?.rendered).toContain(
    'This correction was taken back by Priya Shah on 22 July 2015. Nothing more was changed.',
  );
  expect(recordOf(town)?.filing?.revision).toBe(1);
  expect(kindsOf(town)).toEqual(['correction_asked', 'correction_withdrawn']);
});

test('a deputy of the same project may take it back, and whoever asked is told who did', async () => {
  const { town, lead } = await askedTown();
  await pressOnHome(town.person(DEPUTY), 'Take it back');
  await town.bot().beat();
  expect(waitingIn(town)).toEqual([]);
  expect(said(lead).at(-1)).toMatch(/^Your correction of project 2, .* was taken back by /);
});

test('the same press delivered twice takes it back once', async () => {
  const { town, lead } = await askedTown();
  town.workspace.faults.deliverTwice(true);
  await pressInInbox(lead, 'Take it back');
  town.workspace.faults.deliverTwice(false);
  await town.bot().beat();
  expect(kindsOf(town)).toEqual(['correction_asked', 'correction_withdrawn']);
});

test('the history and the discussion say that it was taken back, and by whom', async () => {
  const { lead, coordinator } = await askedTown();
  await pressInInbox(lead, 'Take it back');
  const history = (await lead.command('/mopac history 2.4')).messages[0]?.rendered ?? '';
  expect(history).toContain('Q1 2015/16, the return: correction taken back.');
  await pressOnHome(coordinator, 'Review returns');
  for (const words of [/^Review: project 2/, /^Discuss/]) {
    const button = coordinator
      .buttons(modalOf(coordinator))
      .find(({ text, accessibilityLabel }) => words.test(accessibilityLabel ?? text));
    if (button === undefined) throw new Error(`The window has no button ${words}.`);
    await coordinator.press(button);
  }
  expect(modalOf(coordinator).rendered).toContain(
    '22 July 2015, Priya Shah took back a correction',
  );
});

describe('asking for another correction while one waits', () => {
  const NEXT = { 'value:2.1': '78' };

  test('the form says which one waits, and the review what it asks for', async () => {
    const { lead } = await askedTown();
    await pressOnHome(lead, 'Ask for a correction');
    expect(modalOf(lead).rendered).toContain(
      'A correction of this return waits for the coordinator already.',
    );
    expect(modalOf(lead).rendered).toContain(`Priya Shah asked on 22 July 2015: “${REASON}”`);
    await lead.submit(lead.fill(modalOf(lead), NEXT));
    const review = modalOf(lead).rendered;
    expect(review).toContain('What waits already');
    expect(review).toContain('2.4: 17% becomes 19%');
    expect(review).toContain('A correction waits already. What becomes of it?');
  });

  test('replaced, the earlier is taken back and only the new one waits', async () => {
    const { town, lead, coordinator } = await askedTown();
    await ask(lead, NEXT, { 'earlier-correction': 'replace', 'change-reason': ANOTHER });
    await town.bot().beat();
    expect(waitingIn(town)).toEqual([ANOTHER]);
    expect(kindsOf(town)).toEqual(['correction_asked', 'correction_withdrawn', 'correction_asked']);
    expect(said(coordinator).filter((text) => /took back the correction/.test(text))).toHaveLength(
      1,
    );
    await pressInInbox(coordinator, 'Decide');
    expect(modalOf(coordinator).rendered).not.toContain('2.4: 17% becomes 19%');
  });

  test('kept, both wait, and each is decided by itself', async () => {
    const { town, lead } = await askedTown();
    await ask(lead, NEXT, { 'earlier-correction': 'keep', 'change-reason': ANOTHER });
    await town.bot().beat();
    expect(waitingIn(town)).toEqual([REASON, ANOTHER]);
    expect(kindsOf(town)).toEqual(['correction_asked', 'correction_asked']);
    const home = await lead.openHome();
    expect(home && lead.buttons(home).filter(({ text }) => text === 'Take it back')).toHaveLength(
      2,
    );
  });

  test('not chosen, nothing is asked and nothing is taken back', async () => {
    const { town, lead } = await askedTown();
    const refused = await ask(lead, NEXT, { 'change-reason': ANOTHER });
    expect(refused).toMatchObject({ kind: 'errors' });
    expect(Object.keys(refused.errors ?? {})).toEqual(['earlier-correction']);
    expect(waitingIn(town)).toEqual([REASON]);
  });
});
