import { describe, expect, test } from 'vitest';
import { importCatalogue } from '../../src/application/import-catalogue.ts';
import { draftSeenBy } from '../support/drafts.ts';
import { confirmed, filings, LEAD, onDisk, reviewed, TYPED } from '../support/filing.ts';
import { modalOf, pressInInbox, startTown, type Town } from '../support/town.ts';

const DAY = '2015-07-14T10:00';
const KEY = { programmeId: 1, projectNumber: 2, quarter: { year: 2015, number: 1 } } as const;

/** Somebody else leads project 2 from now on. */
const replaceLead = ({ store, clock, document }: Town): void => {
  const { programme } = document;
  const projects = programme.projects.map((project) =>
    project.number === 2 ? { ...project, leads: ['somebody.else@example.org'] } : project,
  );
  const by = { kind: 'operator', name: 'joan' } as const;
  const changed = { programme: { ...programme, projects }, submissions: [] };
  importCatalogue({ store, clock }, changed, { by, dryRun: false });
};

test('a lead who is replaced while a page is open is told beside its first field, and sees all they typed', async () => {
  const town = await startTown({ now: DAY });
  const lead = town.person(LEAD);
  await pressInInbox(lead, 'Enter figures');
  await lead.type(modalOf(lead), 'commentary:2.4', 'Two prisons moved.');
  replaceLead(town);
  await lead.type(modalOf(lead), 'commentary:2.5', 'Not mine any more.');
  const typed = lead.fill(modalOf(lead), TYPED);
  const refused = await lead.submit(typed);
  expect(refused).toMatchObject({ kind: 'errors', refusedBy: 'app' });
  expect(Object.values(refused.errors)).toEqual([
    "Only Public Health's leads can file for project 2. If that should include you, ask the coordinator.",
  ]);
  expect(modalOf(lead).values).toEqual(typed.values);
  expect(draftSeenBy(town.store, KEY, lead.id), 'nothing is kept once it is not theirs').toEqual({
    'commentary:2.4': 'Two prisons moved.',
  });
  expect(filings(town)).toEqual([]);
});

describe('File, pressed twice at once while Slack delivers every press twice', () => {
  test.each(['socket', 'http'] as const)('files once over %s', async (mode) => {
    const town = await startTown({ now: DAY, mode });
    const lead = town.person(LEAD);
    await reviewed(lead);
    const review = confirmed(lead);
    town.workspace.faults.deliverTwice(true);
    await Promise.all([lead.submit(review), lead.submit(review)]);
    town.workspace.faults.deliverTwice(false);
    expect(modalOf(lead).rendered).toMatch(/^Filed: /);
    expect(filings(town)).toEqual(['project 2, revision 1']);
    expect(onDisk(town.path)).toEqual({ filings: 1, audited: 1, receipts: 1 });
  });
});

describe('closing the window', () => {
  test.each(['cancel', 'all'] as const)(
    'with what was typed and not sent keeps it (%s), for the next device',
    async (how) => {
      const town = await startTown({ now: DAY });
      const lead = town.person(LEAD);
      await pressInInbox(lead, 'Enter figures');
      await lead.type(modalOf(lead), 'value:2.4', '17');
      await lead.close(modalOf(lead), how);
      expect(lead.modal()).toBeNull();
      await pressInInbox(lead, 'Enter figures');
      expect(JSON.stringify(modalOf(lead).values['value:2.4'])).toContain('"17"');
    },
  );
});
