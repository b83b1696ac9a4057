import { describe, expect, test } from 'vitest';
import { confirmed, fileProjectTwo, LEAD, receiptsOf } from '../support/filing.ts';
import { modalOf, pressInInbox, startTown, type Town } from '../support/town.ts';

const Q1 = { year: 2015, number: 1 } as const;
const AFTER_THE_DUE_DATE = '2015-08-03T10:00';

const filingOf = ({ store }: Town) => store.submission(1, 2, Q1)?.filing;

/** Project 2 is on record since this day, and its lead has the form open again from its receipt. */
const amendedTown = async (filedOn: string): Promise<Town> => {
  const town = await startTown({ now: '2015-07-14T10:00' });
  await town.goTo(filedOn);
  const lead = await fileProjectTwo(town);
  await town.bot().beat();
  await lead.close(modalOf(lead));
  await town.goTo(AFTER_THE_DUE_DATE);
  await pressInInbox(lead, 'Amend');
  return town;
};

describe('a return that is amended after its due date', () => {
  test('is as late as it was filed: in time, where it was, and nothing says otherwise', async () => {
    const town = await amendedTown('2015-07-14T10:00');
    const lead = town.person(LEAD);
    expect(modalOf(lead).rendered).toContain(
      'Filed on 14 July 2015. You can change it until 30 September 2015.',
    );
    await lead.submit(lead.fill(modalOf(lead), { 'value:2.4': '9 of 41' }));
    expect(modalOf(lead).rendered).not.toMatch(/marked as late/);
    const filed = await lead.submit(confirmed(lead));
    expect(filed.view?.rendered).not.toMatch(/marked as late/);
    expect(filingOf(town)).toMatchObject({ revision: 2, late: false });
    await town.bot().beat();
    expect(receiptsOf(lead).at(-1)?.rendered).not.toMatch(/marked as late/);
  });

  test('stays late where it was filed late', async () => {
    const town = await amendedTown('2015-07-23T10:00');
    const lead = town.person(LEAD);
    await lead.submit(lead.fill(modalOf(lead), { 'value:2.4': '9 of 41' }));
    await lead.submit(confirmed(lead));
    expect(filingOf(town)).toMatchObject({ revision: 2, late: true });
  });
});

test('the receipt of an amended return says what each figure was before', async () => {
  const town = await amendedTown('2015-07-14T10:00');
  const lead = town.person(LEAD);
  await lead.submit(lead.fill(modalOf(lead), { 'value:2.4': '9 of 41' }));
  await lead.submit(confirmed(lead));
  await town.bot().beat();
  expect(receiptsOf(lead).at(-1)?.rendered).toContain(
    'What changed: 2.4: 17% becomes 21.95% (9 of 41)',
  );
  const { messages } = await lead.command('/mopac status 2.4');
  expect(messages[0]?.rendered).toContain(
    '17% until 3 August 2015, when it became 21.95% (9 of 41)',
  );
  // That it is a correction is told with who made it, and once.
  expect(messages[0]?.rendered.match(/corrected/gi)).toEqual(['Corrected']);
});

test('a receipt’s button opens the form for whoever has it, also for who filed for another agency', async () => {
  const town = await startTown({ now: '2015-07-14T10:00' });
  const coordinator = town.person('coordinator@example.org');
  const [reply] = (await coordinator.command('/mopac review')).messages;
  const [forThem] = (reply ? coordinator.buttons(reply) : []).filter(
    ({ text }) => text === 'File for them',
  );
  if (forThem === undefined) throw new Error('There is no way to file for them.');
  await coordinator.press(forThem);
  while (modalOf(coordinator).submitLabel !== 'File') {
    const values = Object.keys(modalOf(coordinator).values).filter((id) => id.startsWith('value:'));
    const typed = Object.fromEntries(values.map((field) => [field, '0']));
    await coordinator.submit(coordinator.fill(modalOf(coordinator), typed));
  }
  coordinator.fill(confirmed(coordinator), { 'given-by': 'Jo Bloggs', 'received-by': 'email' });
  await coordinator.submit(modalOf(coordinator));
  await town.bot().beat();
  await coordinator.close(modalOf(coordinator));
  await pressInInbox(coordinator, 'Amend');
  expect(modalOf(coordinator).rendered).toContain('You are filing for');
});
