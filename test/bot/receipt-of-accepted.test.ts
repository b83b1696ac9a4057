import { expect, test } from 'vitest';
import type { Person } from '../../src/workspace/person.ts';
import { fileProjectTwo, receiptsOf } from '../support/filing.ts';
import { modalOf, startTown, type Town } from '../support/town.ts';

const COORDINATOR = 'coordinator@example.org';

const pressIn = async (person: Person, words: string): Promise<void> => {
  const button = person
    .buttons(modalOf(person))
    .find(({ text, accessibilityLabel }) => text === words || accessibilityLabel === words);
  if (button === undefined) throw new Error(`The window has no button “${words}”.`);
  await person.press(button);
};

const review = async (town: Town): Promise<Person> => {
  const coordinator = town.person(COORDINATOR);
  const home = await coordinator.openHome();
  const button = home && coordinator.buttons(home).find(({ text }) => text === 'Review returns');
  if (!button) throw new Error('Home offers no review.');
  await coordinator.press(button);
  await pressIn(coordinator, 'Review: project 2, Reducing Substance Misuse Offending');
  return coordinator;
};

const offeredOn = (lead: Person): readonly string[] => {
  const [receipt] = receiptsOf(lead);
  if (receipt === undefined) throw new Error('There is no receipt.');
  return lead.buttons(receipt).map(({ text }) => text);
};

/** Project 2 files on 2 July, and the coordinator accepts all of it. */
const acceptedTown = async () => {
  const town = await startTown({ now: '2015-07-02T10:00' });
  const lead = await fileProjectTwo(town);
  await town.bot().beat();
  expect(offeredOn(lead)).toEqual(['Amend', 'Discuss']);
  const coordinator = await review(town);
  await pressIn(coordinator, 'Accept all');
  await town.bot().beat();
  return { town, lead, coordinator };
};

test('once a return is accepted its receipt offers to ask for a correction, and opens it', async () => {
  const { lead } = await acceptedTown();
  expect(offeredOn(lead)).toEqual(['Ask for a correction', 'Discuss']);
  const [receipt] = receiptsOf(lead);
  expect(receipt?.rendered).toContain('Something wrong? Press Ask for a correction;');
  const button = receipt && lead.buttons(receipt)[0];
  if (button === undefined) throw new Error('The receipt has no button.');
  await lead.press(button);
  expect(modalOf(lead).rendered).toContain('You are asking for a correction of Q1 2015/16.');
});

test('sent back after all, its receipt offers to amend it again, and accepted once more, to ask', async () => {
  const { town, lead, coordinator } = await acceptedTown();
  await pressIn(coordinator, 'Send back');
  await coordinator.submit(
    coordinator.fill(modalOf(coordinator), { comment: 'Look again at 2.4.' }),
  );
  await town.bot().beat();
  expect(offeredOn(lead)).toEqual(['Amend', 'Discuss']);
  await coordinator.close(modalOf(coordinator), 'all');
  await review(town);
  await pressIn(coordinator, 'Accept all');
  await town.bot().beat();
  expect(offeredOn(lead)).toEqual(['Ask for a correction', 'Discuss']);
});
