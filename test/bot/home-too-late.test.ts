import { expect, test } from 'vitest';
import { castOf } from '../../src/demo/cast.ts';
import type { Person } from '../../src/workspace/person.ts';
import { barnet } from '../support/barnet.ts';
import { LEAD } from '../support/filing.ts';
import { modalOf, startTown } from '../support/town.ts';

const TOO_LATE = 'Slack took too long to open this. Nothing was lost; press the button again.';

/** Opens Home and presses the first button with these words. */
const pressOnHome = async (person: Person, words: string): Promise<void> => {
  const home = await person.openHome();
  const button = home && person.buttons(home).find(({ text }) => text === words);
  if (button == null) throw new Error(`${person.name} has no button “${words}” on Home.`);
  await person.press(button);
};

const toldIn = (person: Person) =>
  person.directMessages().filter(({ text }) => text.startsWith('Slack took too long'));

test.each([
  ['Enter figures', LEAD, [1, 3, 4, 5], 'Reducing Substance Misuse Offending'],
  ['Why?', 'manager@example.org', [1, 2, 3, 4, 5], 'is off track'],
] as const)(
  '%s on Home, where Slack was too slow, is answered in a direct message with the button',
  async (words, email, filed, opened) => {
    const town = await startTown({ now: '2015-07-20T10:00', filed });
    const person = town.person(email);
    town.workspace.faults.expireTriggers(true);
    town.workspace.faults.deliverTwice(true);
    await pressOnHome(person, words);
    await town.workspace.until(() => toldIn(person).length > 0);
    await town.bot().beat();
    expect(person.modal()).toBeNull();
    expect(toldIn(person).map(({ text }) => text)).toEqual([TOO_LATE]);

    town.workspace.faults.clear();
    const [button] = toldIn(person).flatMap((message) => person.buttons(message));
    expect(button?.text).toBe(words);
    if (button !== undefined) await person.press(button);
    expect(modalOf(person).rendered).toContain(opened);
    expect(town.log.filter((line) => /a listener failed|could not be told/.test(line))).toEqual([]);
  },
);

test('somebody whom no programme names is told too, and nothing about them is kept', async () => {
  const { people, channels } = castOf(barnet().programme);
  const reader = { id: 'U0READER01', name: 'Ros Keane', email: 'ros.keane@example.org' };
  const workspace = { people: [...people, reader], channels };
  const town = await startTown({ now: '2015-07-20T10:00', filed: 'all', workspace });
  const person = town.person(reader.id);
  town.workspace.faults.expireTriggers(true);
  await pressOnHome(person, 'Why?');
  await town.workspace.until(() => toldIn(person).length > 0);
  expect(town.store.person(reader.id)).toBeNull();
});
