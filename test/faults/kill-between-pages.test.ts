import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { INPUT } from '../../src/slack/submit/fields.ts';
import { openStore } from '../../src/store/open.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { confirmed } from '../support/filing.ts';
import { modalOf, pressInInbox } from '../support/town.ts';
import { barnetOnDisk, barnetWorkspace, npmStart, settingsFor } from './start.ts';

const VICTIM_SUPPORT = 'victim.support.lead@example.org';
const Q1 = { year: 2015, number: 1 } as const;
const FIRST_PAGE = {
  'value:4.1': '34',
  'value:4.2a': '78',
  'value:4.2b': '67',
  'value:4.2c': '60',
  'value:4.2d': '100',
  'value:4.2e': '100',
};

/** `npm start` on this database, once Slack can reach it. */
const startedOn = async (workspace: Workspace, database: string) => {
  const bot = npmStart(settingsFor(workspace, database));
  await workspace.until(() => workspace.connections() > 0, 15_000);
  return async (): Promise<void> => {
    bot.kill('SIGKILL');
    await bot.ended;
    await workspace.until(() => workspace.connections() === 0, 15_000);
  };
};

/** What has been typed and not filed, as it stands in the file. */
const drafted = (database: string): string => {
  const file = new Database(database, { readonly: true });
  const drafts = file.prepare('select * from drafts').all();
  file.close();
  return JSON.stringify(drafts);
};

test('killed between page 1 and page 2, and once more on page 2, nothing typed is lost and the return is filed', async () => {
  const workspace = await barnetWorkspace();
  const database = barnetOnDisk();
  const lead = workspace.asPerson(VICTIM_SUPPORT);
  const firstKill = await startedOn(workspace, database);
  await workspace.until(() => lead.directMessages().length > 0, 15_000);
  await pressInInbox(lead, 'Enter figures');
  // The bot is still sending what a start brings.
  await workspace.until(() => lead.modal() !== null, 15_000);
  await lead.type(modalOf(lead), 'commentary:4.1', 'Two posts were vacant.');
  await lead.submit(lead.fill(modalOf(lead), FIRST_PAGE));
  expect(modalOf(lead).rendered).toContain('Page 2 of 2.');
  await firstKill();

  const secondKill = await startedOn(workspace, database);
  await lead.type(modalOf(lead), 'additional-information', 'One clinic moved.');
  // Slack hears of a letter before it is kept: nobody waits for that answer.
  await workspace.until(() => drafted(database).includes('One clinic moved.'), 15_000);
  await secondKill();

  const lastKill = await startedOn(workspace, database);
  await lead.close(modalOf(lead));
  await pressInInbox(lead, 'Enter figures');
  await workspace.until(() => lead.modal() !== null, 15_000);
  expect(modalOf(lead).rendered).toContain('Page 2 of 2.');
  expect(modalOf(lead).values['additional-information']?.[INPUT]).toMatchObject({
    value: 'One clinic moved.',
  });
  await lead.submit(lead.fill(modalOf(lead), { 'nothing:4.3': 'no_cases' }));
  const filed = await lead.submit(confirmed(lead));
  expect(filed.view?.rendered).toMatch(/^Filed: /);
  await lastKill();

  const store = openStore(database);
  const [figure] = store.figures(1, '4.1', Q1, Q1);
  const filing = store.submission(1, 4, Q1)?.filing;
  store.close();
  expect(figure?.commentary).toBe('Two posts were vacant.');
  expect(filing).toMatchObject({ revision: 1, additionalInformation: 'One clinic moved.' });
}, 60_000);
