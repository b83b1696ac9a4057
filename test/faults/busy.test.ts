import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { CHANNEL, confirmed, filings, LEAD, reviewed, TYPED } from '../support/filing.ts';
import { modalOf, pressInInbox, startTown, type Town } from '../support/town.ts';
import { DAY } from './start.ts';

// What is answered later than this, Slack has given up.
const MOST_MS = 3_000;

/** Another program that writes for as long as the test wants. */
const lock = (town: Town): (() => void) => {
  const other = new Database(town.path);
  onTestFinished(() => void other.close());
  other.exec('begin immediate');
  return () => void other.exec('rollback');
};

test('a page sent while another program writes: the sentence, the typed values, and it goes on afterwards', async () => {
  const town = await startTown({ now: DAY });
  const lead = town.person(LEAD);
  await pressInInbox(lead, 'Enter figures');
  const typed = lead.fill(modalOf(lead), TYPED);
  const release = lock(town);
  const refused = await lead.submit(typed);
  expect(refused).toMatchObject({ kind: 'errors', refusedBy: 'app' });
  expect(Object.values(refused.errors)).toEqual([
    "I couldn't do this just now: the database was busy. Nothing you typed is lost; try again in a moment.",
  ]);
  expect(refused.delivery?.ackMs).toBeLessThan(MOST_MS);
  expect(modalOf(lead).values).toEqual(typed.values);
  release();
  expect((await lead.submit(modalOf(lead))).view?.rendered).toMatch(/Nothing is filed yet/);
});

test('File pressed while another program writes: nothing is filed, the review stays, and File works afterwards', async () => {
  const town = await startTown({ now: DAY });
  const lead = town.person(LEAD);
  await reviewed(lead);
  const release = lock(town);
  const refused = await lead.submit(confirmed(lead));
  expect(refused.delivery?.ackMs).toBeLessThan(MOST_MS);
  expect(refused.view?.rendered).toMatch(
    /the database was busy\. Nothing you typed is lost; press the button again/,
  );
  expect(refused.view?.submitLabel).toBe('File');
  expect(filings(town)).toEqual([]);
  release();
  expect((await lead.submit(confirmed(lead))).view?.rendered).toMatch(/^Filed: /);
  expect(filings(town)).toEqual(['project 2, revision 1']);
});

test('questions are answered while another program writes', async () => {
  const town = await startTown({ now: '2015-07-21T09:00', filed: 'all' });
  const release = lock(town);
  const answer = await town.person(LEAD).command('/mopac status 2.4', CHANNEL);
  expect(answer.messages[0]?.text).toMatch(/^2\.4 is off track/);
  expect(answer.delivery?.ackMs).toBeLessThan(MOST_MS);
  release();
});

test('a mention made while another program writes is answered once it has finished, and once', async () => {
  const town = await startTown({ now: '2015-07-21T09:00', filed: 'all' });
  const lead = town.person(LEAD);
  const release = lock(town);
  await lead.mention(CHANNEL, 'status 2.4');
  release();
  const replies = () =>
    town.workspace
      .messages(CHANNEL)
      .filter(({ text, threadTs }) => threadTs !== undefined && text.startsWith('2.4 is off'));
  await town.workspace.until(() => replies().length > 0, 10_000);
  await town.goTo('2015-07-21T09:05');
  expect(replies()).toHaveLength(1);
});
