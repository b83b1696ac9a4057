import { expect, test } from 'vitest';
import { StoreBusy } from '../../../src/application/ports.ts';
import { INPUT } from '../../../src/slack/submit/fields.ts';
import { registerSubmit } from '../../../src/slack/submit/register.ts';
import { modalOf, pressInInbox, startTown } from '../../support/town.ts';
import { botWith, press } from '../bot.ts';
import { edgeWith, filedBy } from '../fixtures.ts';
import { JULY } from './support.ts';

const FIRST_PAGE = {
  'value:4.1': '34',
  'value:4.2a': '78',
  'value:4.2b': '67',
  'value:4.2c': '60',
  'value:4.2d': '100',
  'nothing:4.2e': 'no_cases',
  'commentary:4.1': 'A busy quarter.',
} as const;

test('Back keeps what stands in the fields, complete or not, even where Slack delivers the press twice', async () => {
  const town = await startTown({ now: '2015-07-14T10:00' });
  const lead = town.person('victim.support.lead@example.org');
  await pressInInbox(lead, 'Enter figures');
  await lead.submit(lead.fill(modalOf(lead), FIRST_PAGE));
  const second = lead.fill(modalOf(lead), { 'value:4.3': 'not yet sure' });
  expect(second.rendered).toContain('Page 2 of 2');

  town.workspace.faults.deliverTwice(true);
  const back = lead.buttons(second).find(({ text }) => text === 'Back');
  if (back === undefined) throw new Error('There is no way back.');
  await lead.press(back);
  town.workspace.faults.deliverTwice(false);

  const first = modalOf(lead);
  expect(first.rendered).toContain('Page 1 of 2');
  expect(first.values['commentary:4.1']).toMatchObject({ [INPUT]: { value: 'A busy quarter.' } });
  await lead.submit(first);
  expect(modalOf(lead).values['value:4.3']).toMatchObject({ [INPUT]: { value: 'not yet sure' } });
  expect(town.log.filter((line) => line.includes('a listener failed'))).toEqual([]);
});

test('a form closed half-way is found again as it was left, page by page', async () => {
  const town = await startTown({ now: '2015-07-14T10:00' });
  const lead = town.person('victim.support.lead@example.org');
  await pressInInbox(lead, 'Enter figures');
  await lead.submit(lead.fill(modalOf(lead), FIRST_PAGE));
  await lead.close(modalOf(lead), 'all');
  await town.restart();
  await pressInInbox(lead, 'Enter figures');
  expect(modalOf(lead).rendered, 'where they left it').toContain('Page 2 of 2');
  const back = lead.buttons(modalOf(lead)).find(({ text }) => text === 'Back');
  if (back === undefined) throw new Error('There is no way back.');
  await lead.press(back);
  const { values } = modalOf(lead);
  expect(values['value:4.2d']).toMatchObject({ [INPUT]: { value: '100' } });
  expect(values['nothing:4.2e']).toMatchObject({
    [INPUT]: { selected_option: { value: 'no_cases' } },
  });
});

test('a button that came too late is answered with what to do', async () => {
  const town = await startTown({ now: '2015-07-14T10:00' });
  const lead = town.person('victim.support.lead@example.org');
  town.workspace.faults.expireTriggers(true);
  await pressInInbox(lead, 'Enter figures');
  expect(lead.modal()).toBeNull();
  expect(lead.ephemerals().at(-1)?.text).toBe(
    'Slack took too long to open this. Nothing was lost; press the button again.',
  );
});

test('where the record cannot be read, a button on Home opens a window that says so', async () => {
  const edge = edgeWith(filedBy(), JULY);
  const busy = {
    ...edge,
    store: {
      ...edge.store,
      programmes: () => {
        throw new StoreBusy('busy');
      },
    },
  };
  const bot = botWith(busy, registerSubmit);
  await bot.deliver({ ...press('submit.open.v1', '1|2|2015|1'), response_url: undefined });
  const [call] = bot.calls;
  expect(call?.method).toBe('views.open');
  expect(JSON.stringify(call?.body)).toContain('the database was busy');
});
