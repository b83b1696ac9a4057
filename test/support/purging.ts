import { readFileSync } from 'node:fs';
import { decimal } from '../../src/domain/decimal.ts';
import type { Person } from '../../src/workspace/person.ts';
import { withFigure } from '../slack/fixtures.ts';
import { barnet } from './barnet.ts';
import { CHANNEL, confirmed, LEAD, TYPED } from './filing.ts';
import { modalOf, pressInInbox, startTown, type Town } from './town.ts';

export const Q1 = { year: 2015, number: 1 } as const;
export const KEY = { programmeId: 1, projectNumber: 2, quarter: Q1 } as const;
export const COORDINATOR = 'coordinator@example.org';
export const SECRET = 'Zebedee Quill missed both appointments after his release';
export const GONE = '[Removed by the coordinator on 3 August 2015]';
export const OPERATOR = { kind: 'operator', name: 'test' } as const;
export const NAME = 'Zebedee';

/** Everything in the database's files, as bytes. */
export const bytesOf = ({ path }: Town): string =>
  ['', '-wal']
    .map((suffix) => {
      try {
        return readFileSync(`${path}${suffix}`, 'latin1');
      } catch {
        return '';
      }
    })
    .join('');

/** A return whose lead wrote of somebody by name; the digest shows it, and so does an answer in the channel. */
export const namedTown = async (): Promise<Town> => {
  const town = await startTown({ filed: [1, 3, 4, 5], now: '2015-07-01T10:00' });
  await town.bot().beat();
  const lead = town.person(LEAD);
  await pressInInbox(lead, 'Enter figures');
  await lead.submit(lead.fill(modalOf(lead), { ...TYPED, 'commentary:2.4': SECRET }));
  await lead.submit(confirmed(lead));
  await town.goTo('2015-07-22T09:00');
  await town.person(COORDINATOR).mention(CHANNEL, '2.4');
  await town.goTo('2015-08-03T10:00');
  return town;
};

export const pressIn = async (person: Person, words: string): Promise<void> => {
  const button = person.buttons(modalOf(person)).find(({ text }) => text === words);
  if (button === undefined) throw new Error(`The window has no button “${words}”.`);
  await person.press(button);
};

/** Opens the choice by the command, and chooses the text whose option begins so. */
export const choose = async (coordinator: Person, option: string, command = '/mopac purge 2.4') => {
  const { messages } = await coordinator.command(command);
  const button = messages[0] && coordinator.buttons(messages[0])[0];
  if (button === undefined) throw new Error('There is nothing to press.');
  await coordinator.press(button);
  return pick(coordinator, option);
};

export const pick = (coordinator: Person, option: string) =>
  coordinator.submit(coordinator.fill(modalOf(coordinator), { text: option }));

export const CONFIRMED = { reason: 'person', sure: 'sure' };

export const takeOut = (coordinator: Person, answers: Record<string, string> = CONFIRMED) =>
  coordinator.submit(coordinator.fill(modalOf(coordinator), answers));

export const commentaryIn = ({ store }: Town) => {
  const found = store
    .standingTexts(1)
    .find((text) => text.source === 'figures' && text.part === 'commentary' && text.ref === '2.4');
  if (found === undefined) throw new Error('There is no commentary on 2.4.');
  return found;
};

export const commentaryOption = (town: Town): string =>
  `figures/${commentaryIn(town).rowId}/commentary`;

export const allMessages = (town: Town): string =>
  [
    ...town.workspace.messages(CHANNEL),
    ...[LEAD, COORDINATOR].flatMap((who) => town.person(who).directMessages()),
  ]
    .map(({ rendered, text }) => `${text}\n${rendered}`)
    .join('\n');

export const commentaryOf = ({ store }: Town) => store.figures(1, '2.4', Q1, Q1)[0]?.commentary;

export const asked = async (person: Person, words: string) =>
  (await person.command(words)).messages[0];

export const openForm = async (lead: Person) => {
  const home = await lead.openHome();
  const change = home && lead.buttons(home).find(({ text }) => text === 'Change figures');
  if (!change) throw new Error('Home does not offer the return.');
  await lead.press(change);
  return modalOf(lead);
};

/** The real programme, with somebody's name in the file. */
export const named = (figure = '17') =>
  withFigure(barnet(), '2.4', {
    commentary: SECRET,
    answer: { kind: 'number', value: decimal(figure), share: null, basis: null },
  });
