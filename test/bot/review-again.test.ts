import { expect, test } from 'vitest';
import type { CatalogueDocument } from '../../src/domain/catalogue-document.ts';
import type { Person } from '../../src/workspace/person.ts';
import { barnet } from '../support/barnet.ts';
import { confirmed, LEAD } from '../support/filing.ts';
import { modalOf, pressInInbox, startTown, type Town } from '../support/town.ts';

const Q1 = { year: 2015, number: 1 } as const;
const COORDINATOR = 'coordinator@example.org';
const SECOND = 'second.coordinator@example.org';

/** Barnet with two people who coordinate it. */
const withTwo = (): CatalogueDocument => {
  const document = barnet();
  const { programme } = document;
  return { ...document, programme: { ...programme, coordinators: [COORDINATOR, SECOND] } };
};

const town = () => startTown({ filed: [2, 3], now: '2015-07-20T10:00', document: withTwo() });
const stateOf = ({ store }: Town) => store.submission(1, 2, Q1)?.state;
const verdicts = ({ store }: Town) =>
  store.reviews(1, 2, Q1).map(({ kind, ref }) => `${kind} ${ref ?? 'whole'}`);

const press = async (person: Person, words: string): Promise<void> => {
  const button = person
    .buttons(modalOf(person))
    .find(({ text, accessibilityLabel }) => text === words || accessibilityLabel === words);
  if (button === undefined) {
    throw new Error(`No button “${words}” in: ${modalOf(person).rendered}`);
  }
  await person.press(button);
};

const openQueue = async (person: Person): Promise<void> => {
  const home = await person.openHome();
  const button = home && person.buttons(home).find(({ text }) => text === 'Review returns');
  if (!button) throw new Error(`${person.name} is offered no review.`);
  await person.press(button);
};

const review = async (person: Person): Promise<void> => {
  await openQueue(person);
  await press(person, 'Review: project 2, Reducing Substance Misuse Offending');
};

const sendBack = async (person: Person, comments: Record<string, string>): Promise<void> => {
  await review(person);
  await press(person, 'Send back');
  await person.submit(person.fill(modalOf(person), comments));
  await person.close(modalOf(person), 'all');
};

/** The lead changes 2.2 as the message asks, and files again. */
const fileAgain = async (place: Town, typed: Record<string, string>): Promise<Person> => {
  const lead = place.person(LEAD);
  await place.bot().beat();
  await pressInInbox(lead, 'Change 2.2');
  await lead.submit(lead.fill(modalOf(lead), typed));
  await lead.submit(confirmed(lead));
  return lead;
};

test('a figure that was sent back is not clean, neither while its agency has it nor when it is filed again', async () => {
  const place = await town();
  const coordinator = place.person(COORDINATOR);
  await sendBack(coordinator, { '2.2': 'Is this everybody?' });
  await openQueue(coordinator);
  await press(coordinator, 'Accept all clean ones');
  expect(verdicts(place), 'what lies with its agency is left alone').toEqual(['sent_back 2.2']);
  await coordinator.close(modalOf(coordinator), 'all');

  await fileAgain(place, { 'value:2.2': '99' });
  expect(stateOf(place)).toBe('submitted');
  await openQueue(coordinator);
  await press(coordinator, 'Accept all clean ones');
  expect(verdicts(place)).toEqual([
    'sent_back 2.2',
    'accepted 2.1',
    'accepted 2.3',
    'accepted 2.5',
  ]);
});

test('what was sent back is shown with its answer until it is accepted', async () => {
  const place = await town();
  const coordinator = place.person(COORDINATOR);
  await sendBack(coordinator, { '2.2': 'Is this everybody?' });
  await fileAgain(place, { 'value:2.2': '99' });
  await review(coordinator);
  const { rendered } = modalOf(coordinator);
  expect(rendered).toContain('Sent back on 20 July 2015 by Joan Carter: “Is this everybody?”');
  expect(rendered).toContain('It was 100% then.');
  expect(rendered).toMatch(/Look at it because: .*it had been sent back\./);
  await press(coordinator, 'Accept 2.2');
  expect(modalOf(coordinator).rendered).not.toContain('Is this everybody?');
});

test('the form shows what the coordinator asked above the question, until the return is filed again', async () => {
  const place = await town();
  await sendBack(place.person(COORDINATOR), {
    '2.2': 'Is this <!channel> everybody?',
    comment: 'Please go over all of it.',
  });
  const lead = place.person(LEAD);
  await place.bot().beat();
  await pressInInbox(lead, 'Change 2.2');
  const { rendered } = modalOf(lead);
  expect(rendered).toContain(
    'The whole return, sent back by Joan Carter: “Please go over all of it.”',
  );
  expect(rendered).toContain('2.2, sent back by Joan Carter: “Is this <!channel> everybody?”');
  await lead.submit(lead.fill(modalOf(lead), { 'value:2.2': '99' }));
  await lead.submit(confirmed(lead));
  await lead.close(modalOf(lead), 'all');
  const home = await lead.openHome();
  const change = home && lead.buttons(home).find(({ text }) => text === 'Change figures');
  if (!change) throw new Error('Home does not offer the return.');
  await lead.press(change);
  expect(modalOf(lead).rendered).not.toContain('sent back by');
});

test('two coordinators: what one sends back the other does not accept unseen', async () => {
  const place = await town();
  const [first, second] = [place.person(COORDINATOR), place.person(SECOND)];
  await review(first);
  await sendBack(second, { '2.2': 'Is this everybody?' });
  await press(first, 'Accept all');
  expect(modalOf(first).rendered).toContain(
    `${second.name} has decided about project 2, Q1 2015/16, since this was drawn. Nothing was changed: look again first.`,
  );
  expect(verdicts(place)).toEqual(['sent_back 2.2']);
  expect(modalOf(first).rendered).toContain('“Is this everybody?”');
  await press(first, 'Accept all');
  expect(stateOf(place), 'they may still, having seen it').toBe('accepted');
});

test('two coordinators: what one accepts the other does not send back unseen', async () => {
  const place = await town();
  const [first, second] = [place.person(COORDINATOR), place.person(SECOND)];
  await review(first);
  await press(first, 'Send back');
  await review(second);
  await press(second, 'Accept all');
  await first.submit(first.fill(modalOf(first), { '2.2': 'Is this everybody?' }));
  expect(stateOf(place)).toBe('accepted');
  const { rendered, values } = modalOf(first);
  expect(rendered).toContain(`${second.name} has decided about project 2`);
  expect(JSON.stringify(values['2.2']), 'what was typed is kept').toContain('Is this everybody?');
  await first.submit(modalOf(first));
  expect(stateOf(place)).toBe('sent_back');
});

test('two coordinators may accept different figures of a return at once', async () => {
  const place = await town();
  const [first, second] = [place.person(COORDINATOR), place.person(SECOND)];
  await review(first);
  await review(second);
  await press(first, 'Accept 2.1');
  await press(second, 'Accept 2.2');
  expect(verdicts(place)).toEqual(['accepted 2.1', 'accepted 2.2']);
});

test('of a return that is accepted in part, its lead can ask for a correction of what is locked', async () => {
  const place = await town();
  const coordinator = place.person(COORDINATOR);
  await review(coordinator);
  await press(coordinator, 'Accept 2.1');
  await coordinator.close(modalOf(coordinator), 'all');
  const lead = place.person(LEAD);
  const home = await lead.openHome();
  const change = home && lead.buttons(home).find(({ text }) => text === 'Change figures');
  if (!change) throw new Error('Home does not offer the return.');
  await lead.press(change);
  await press(lead, 'Ask for a correction of 2.1');
  await lead.submit(lead.fill(modalOf(lead), { 'value:2.1': '78' }));
  const asked = await lead.submit(confirmed(lead));
  expect(asked.view?.rendered).toContain('the coordinator has your correction');
  const [correction] = place.store.waitingCorrections(1);
  expect(correction?.content).toMatchObject({ 'value:2.1': '78' });
  await place.bot().beat();
  await pressInInbox(coordinator, 'Decide');
  await coordinator.submit(coordinator.fill(modalOf(coordinator), { decision: 'approved' }));
  expect(place.store.figures(1, '2.1', Q1, Q1)[0]?.revision).toBe(2);
  expect(stateOf(place), 'the rest still waits for review').toBe('submitted');
  expect(verdicts(place)).toContain('accepted 2.1');
});

test('a correction of a return that was sent back leaves it with its agency', async () => {
  const place = await town();
  const coordinator = place.person(COORDINATOR);
  await sendBack(coordinator, { '2.2': 'Is this everybody?' });
  await review(coordinator);
  await press(coordinator, 'Correct figures');
  await coordinator.submit(coordinator.fill(modalOf(coordinator), { 'value:2.1': '78' }));
  await coordinator.submit(confirmed(coordinator));
  expect(place.store.figures(1, '2.1', Q1, Q1)[0]?.revision).toBe(2);
  expect(stateOf(place)).toBe('sent_back');
  await coordinator.close(modalOf(coordinator), 'all');
  await fileAgain(place, { 'value:2.2': '99' });
  expect(stateOf(place)).toBe('submitted');
});

test('a correction that waits stands in the review and on Home until it is decided, and opens over the queue', async () => {
  const place = await town();
  const [coordinator, second] = [place.person(COORDINATOR), place.person(SECOND)];
  await review(coordinator);
  await press(coordinator, 'Accept all');
  await coordinator.close(modalOf(coordinator), 'all');
  const lead = place.person(LEAD);
  await place.bot().beat();
  await pressInInbox(lead, 'Ask for a correction');
  await lead.submit(lead.fill(modalOf(lead), { 'value:2.4': '19' }));
  await lead.submit(confirmed(lead));

  expect((await second.openHome())?.rendered).toContain('1 correction waits for your decision.');
  const [reply] = (await second.command('/mopac review')).messages;
  expect(reply?.text).toContain('1 correction waits for your decision.');
  expect(reply?.rendered).toContain(
    'Priya Shah asks for a correction of project 2, Q1 2015/16: “Two late returns came in.”',
  );
  await openQueue(second);
  await press(second, 'Decide on the correction of project 2, Q1 2015/16');
  await second.submit(second.fill(modalOf(second), { decision: 'approved' }));
  expect(place.store.waitingCorrections(1)).toEqual([]);
  expect((await second.openHome())?.rendered).not.toContain('waits for your decision');

  // The other coordinator's own message says so; pressing an old window's button does too.
  await place.bot().beat();
  expect(coordinator.directMessages().at(-1)?.text).toContain('approved the correction');
});

test('whoever sent a return back is told once it is filed again, with what changed and the way to review it', async () => {
  const place = await town();
  const [coordinator, second] = [place.person(COORDINATOR), place.person(SECOND)];
  await sendBack(second, { '2.5': 'Since when?' });
  await place.bot().beat();
  const lead = place.person(LEAD);
  await pressInInbox(lead, 'Change 2.5');
  await lead.submit(lead.fill(modalOf(lead), { 'value:2.5': '0.7' }));
  await lead.submit(confirmed(lead));
  await place.restart();
  const told = second.directMessages().filter(({ text }) => / again\.$/.test(text));
  expect(told.map(({ text }) => text)).toEqual([
    'Priya Shah has filed project 2, Reducing Substance Misuse Offending, Q1 2015/16, again.',
  ]);
  expect(told[0]?.rendered).toContain('2.5: 0.72 offences per person per year becomes 0.7');
  expect(coordinator.directMessages().some(({ text }) => / again\.$/.test(text))).toBe(false);
  await pressInInbox(second, 'Review');
  expect(modalOf(second).rendered).toContain('“Since when?”');
});

test('a return of a past quarter that is sent back names no day that is over, and stands on its lead’s Home', async () => {
  const place = await town();
  await place.goTo('2015-10-12T10:00');
  const coordinator = place.person(COORDINATOR);
  expect((await coordinator.openHome())?.rendered).toContain(
    '2 returns of Q1 2015/16 wait for review.',
  );
  const [reply] = (await coordinator.command('/mopac review Q1')).messages;
  const open = reply && coordinator.buttons(reply).find(({ text }) => text === 'Review');
  if (!open) throw new Error('Nothing to review.');
  await coordinator.press(open);
  await press(coordinator, 'Send back');
  await coordinator.submit(coordinator.fill(modalOf(coordinator), { '2.2': 'All of them?' }));
  await place.bot().beat();
  const lead = place.person(LEAD);
  const told = lead.directMessages().find(({ text }) => /sent back project 2/.test(text));
  expect(told?.rendered).not.toContain('if you can by');
  const home = await lead.openHome();
  expect(home?.rendered).toContain('1 return was sent back to you.');
  expect(home?.rendered).toContain('🟠 Sent back, Q1 2015/16: Reducing Substance Misuse Offending');
});

test('a return that the coordinator filed for an agency outside Slack goes back to that agency through them', async () => {
  const place = await startTown({ filed: [2], now: '2015-07-16T10:00' });
  const coordinator = place.person(COORDINATOR);
  await openQueue(coordinator);
  await press(coordinator, 'File for them: project 3, Enhanced Integrated Offender Management');
  await coordinator.submit(
    coordinator.fill(modalOf(coordinator), { 'value:3.1': '1.51', 'value:3.2': '80' }),
  );
  await coordinator.submit(
    coordinator.fill(modalOf(coordinator), {
      ...('confirm' in modalOf(coordinator).values ? { confirm: true } : {}),
      'given-by': 'Jo Bloggs',
      'received-by': 'phone',
    }),
  );
  await coordinator.close(modalOf(coordinator), 'all');
  await openQueue(coordinator);
  expect(modalOf(coordinator).rendered).toContain(
    'Probation: filed by the coordinator on 16 July 2015',
  );
  await press(coordinator, 'Review: project 3, Enhanced Integrated Offender Management');
  expect(modalOf(coordinator).rendered).toContain(
    'Filed by Joan Carter for Probation, with figures from Jo Bloggs by phone on 16 July 2015.',
  );
  await press(coordinator, 'Send back');
  const done = await coordinator.submit(
    coordinator.fill(modalOf(coordinator), { '3.2': 'Is this everybody?' }),
  );
  expect(done.view?.rendered).toContain(
    'You had these figures from Jo Bloggs of Probation: ask them, then open the review again and press File for them.',
  );
  await coordinator.close(modalOf(coordinator), 'all');
  await openQueue(coordinator);
  await press(coordinator, 'Review: project 3, Enhanced Integrated Offender Management');
  await press(coordinator, 'File for them');
  expect(modalOf(coordinator).rendered).toContain('3.2, sent back by Joan Carter');
});
