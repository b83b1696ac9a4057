import { expect, test } from 'vitest';
import type { Person } from '../../src/workspace/person.ts';
import { CHANNEL, confirmed, digestsIn, LEAD } from '../support/filing.ts';
import { modalOf, pressInInbox, startTown, type Town } from '../support/town.ts';

const COORDINATOR = 'coordinator@example.org';

const press = async (person: Person, words: string): Promise<void> => {
  const button = person
    .buttons(modalOf(person))
    .find(({ text, accessibilityLabel }) => text === words || accessibilityLabel === words);
  if (button === undefined) throw new Error(`The window has no button “${words}”.`);
  await person.press(button);
};

/** Everything filed, the digest out, project 2 accepted on 22 July. */
const acceptedTown = async (): Promise<Town> => {
  const town = await startTown({ filed: 'all', now: '2015-07-22T10:00' });
  await review(town);
  const coordinator = town.person(COORDINATOR);
  await press(coordinator, 'Accept all');
  await coordinator.close(modalOf(coordinator), 'all');
  return town;
};

const review = async (town: Town): Promise<void> => {
  const coordinator = town.person(COORDINATOR);
  const home = await coordinator.openHome();
  const button = home && coordinator.buttons(home).find(({ text }) => text === 'Review returns');
  if (!button) throw new Error('Home offers no review.');
  await coordinator.press(button);
  await press(coordinator, 'Review: project 2, Reducing Substance Misuse Offending');
};

/** The lead asks for 19% on 3 August, and the coordinator approves it on the 4th. */
const correctedTown = async (): Promise<Town> => {
  const town = await acceptedTown();
  await town.goTo('2015-08-03T10:00');
  const lead = town.person(LEAD);
  await pressInInbox(lead, 'Ask for a correction');
  await lead.submit(lead.fill(modalOf(lead), { 'value:2.4': '19' }));
  await lead.submit(confirmed(lead));
  await town.goTo('2015-08-04T10:00');
  const coordinator = town.person(COORDINATOR);
  await pressInInbox(coordinator, 'Decide');
  await coordinator.submit(coordinator.fill(modalOf(coordinator), { decision: 'approved' }));
  await town.bot().beat();
  return town;
};

const asked = async (town: Town, words: string) =>
  (await town.person(COORDINATOR).command(words)).messages[0]?.rendered ?? '';

const thread = (town: Town) =>
  town.workspace.messages(CHANNEL).filter(({ threadTs }) => threadTs !== undefined);

test('an approved correction is told as one wherever the figure is shown, with who, when and why', async () => {
  const town = await correctedTown();
  const status = await asked(town, '/mopac status 2.4');
  expect(status).toContain(
    'Corrected by Public Health (Priya Shah) on 4 August 2015 (revision 2, approved by Joan Carter): “Two late returns came in.” What stood before was accepted by Joan Carter on 22 July 2015.',
  );
  expect(status).toContain('Being done: Workers visit both prisons weekly.');
  expect(status).not.toContain('No commentary was given.');
  const [digest] = digestsIn(town);
  expect(digest?.rendered).toContain('Corrected: 2.4');
  expect(digest?.rendered).toContain('Being done: Workers visit both prisons weekly.');
  const note = thread(town).at(-1)?.rendered ?? '';
  expect(note).toContain('2.4 corrected on 4 August 2015: 17% is now 19%. Still off track.');
  expect(note).toContain('Why: “Two late returns came in.”');
  const told = town.person(LEAD).directMessages().at(-1)?.rendered ?? '';
  expect(told).toContain('What changed on record');
  expect(told).toContain('2.4: 17% becomes 19%');
  const history = await asked(town, '/mopac history 2.4');
  expect(history).toContain('Q1 2015/16: 17% becomes 19%.');
  expect(history).toContain('correction approved.');
  await review(town);
  expect(modalOf(town.person(COORDINATOR)).rendered).toContain(
    'Filed by Public Health (Priya Shah) on 4 August 2015, revision 2, approved by Joan Carter. Why it changed: “Two late returns came in.”',
  );
});

test('a figure that a correction of its return left alone is still the one that was filed and accepted', async () => {
  const town = await correctedTown();
  expect(await asked(town, '/mopac status 2.1')).toContain(
    'Filed by Public Health (Priya Shah) on 14 July 2015; accepted by Joan Carter on 22 July 2015.',
  );
});

test('what the coordinator corrects is the coordinator’s, and not told as the agency’s', async () => {
  const town = await acceptedTown();
  const coordinator = town.person(COORDINATOR);
  await review(town);
  await press(coordinator, 'Correct figures');
  await coordinator.submit(coordinator.fill(modalOf(coordinator), { 'value:2.4': '19' }));
  await coordinator.submit(confirmed(coordinator));
  const status = await asked(town, '/mopac status 2.4');
  expect(status).toContain('Corrected by Joan Carter (coordinator) on 22 July 2015 (revision 2)');
  expect(status).not.toContain('Public Health (Joan Carter)');
});

test('the digest says who filed late, and for whom the coordinator filed; amending later makes nobody late', async () => {
  const town = await startTown({ filed: [1, 2, 3, 4], now: '2015-07-22T10:00' });
  const lead = town.person(LEAD);
  const home = await lead.openHome();
  const change = home && lead.buttons(home).find(({ text }) => text === 'Change figures');
  if (!change) throw new Error('Home does not offer the return.');
  await lead.press(change);
  await lead.submit(lead.fill(modalOf(lead), { 'value:2.4': '18' }));
  await lead.submit(confirmed(lead));
  const coordinator = town.person(COORDINATOR);
  const [reply] = (await coordinator.command('/mopac review')).messages;
  const forThem = reply && coordinator.buttons(reply).find(({ text }) => text === 'File for them');
  if (!forThem) throw new Error('There is no way to file for them.');
  await coordinator.press(forThem);
  const typed = Object.fromEntries(
    ['5.1', '5.2', '5.3', '5.4', '5.5'].map((ref) => [
      `value:${ref}`,
      { '5.1': '20', '5.2': '6', '5.3': '5.2' }[ref] ?? '100',
    ]),
  );
  await coordinator.submit(coordinator.fill(modalOf(coordinator), typed));
  await coordinator.submit(
    coordinator.fill(modalOf(coordinator), {
      ...('confirm' in modalOf(coordinator).values ? { confirm: true } : {}),
      'given-by': 'Jo Bloggs',
      'received-by': 'phone',
    }),
  );
  await town.bot().beat();
  const digest = digestsIn(town)[0]?.rendered ?? '';
  expect(digest).toContain('Filed late: Environmental Health (project 5)');
  expect(digest).toContain('Filed by the coordinator for: Environmental Health (project 5)');
  expect(digest).toContain('Corrected: 2.4');
  expect(digest).not.toContain('Public Health (project 2)');
});
