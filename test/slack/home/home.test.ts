import { expect, test } from 'vitest';
import { textOfBlocks } from '../../../src/blockkit/fallback-text.ts';
import { validateView } from '../../../src/blockkit/validate.ts';
import { homeView } from '../../../src/slack/home/home-view.ts';
import { registerHome } from '../../../src/slack/home/register.ts';
import { botWith } from '../bot.ts';
import {
  edgeWith,
  emptyEdge,
  filedBy,
  LEAD,
  largeProgramme,
  NOBODY,
  type TestEdge,
} from '../fixtures.ts';

const COORDINATOR = { id: 'U0COORD001', email: 'coordinator@example.org', name: 'Cora' };
const read = (edge: TestEdge, person: typeof LEAD | typeof NOBODY = LEAD): string => {
  const view = homeView(edge, person);
  expect(validateView(view)).toEqual([]);
  return textOfBlocks(view.blocks);
};

test('a lead sees first what they owe and by when', () => {
  expect(read(edgeWith(filedBy(1), '2015-07-10'))).toContain(
    'Figures for 1 project are due by Tuesday 21 July.\n\nReducing Substance Misuse Offending: 5 measures\n[ Enter figures ]',
  );
});

test('what is overdue says so, and can still be filed', () => {
  const text = read(edgeWith(filedBy(1), '2015-07-24'));
  expect(text).toContain('Overdue: figures for 1 project were due by Tuesday 21 July.');
  expect(text).toContain('[ Enter figures ]');
});

test('what is filed is marked and can be changed', () => {
  const text = read(edgeWith());
  expect(text).toContain('You have filed everything for Q1 2015/16.');
  expect(text).toContain(
    '✅ Filed: Reducing Substance Misuse Offending, 5 measures\n[ Change figures ]',
  );
});

test('someone with no part here sees how the programme stands', () => {
  const text = read(edgeWith(), NOBODY);
  expect(text).toContain('You do not enter figures for any project here');
  expect(text).toContain('🔴 Off track: 2.4 Engagement after prison: 17%, 41% needed.\n[ Why? ]');
  expect(text).not.toContain('Not filed yet');
});

test('only a coordinator sees who has not filed', () => {
  const edge = edgeWith(filedBy(1, 2));
  const waiting = 'Not filed yet: Probation (project 3), Victim Support (project 4)';
  expect(read(edge, COORDINATOR)).toContain(waiting);
  expect(read(edge)).not.toContain(waiting);
});

test('says whom to ask, and sends nobody to themselves', () => {
  expect(read(edgeWith())).toContain('Questions about figures or targets');
  expect(read(edgeWith(), COORDINATOR)).not.toContain('Questions about figures or targets');
});

test('who has nothing to file reads the finding first', () => {
  const text = read(edgeWith(), NOBODY);
  expect(text.indexOf('11 of 15 judged measures')).toBeLessThan(text.indexOf('You do not enter'));
  const owing = read(edgeWith(filedBy(1), '2015-07-10'));
  expect(owing.indexOf('are due by')).toBeLessThan(owing.indexOf('judged measures'));
});

test('a quarter that is not over has no findings', () => {
  expect(read(edgeWith(filedBy(), '2015-05-10'))).not.toContain('judged');
});

test('before the first quarter is over nothing is due', () => {
  expect(read(edgeWith(filedBy(), '2015-05-10'))).toContain(
    'Q1 2015/16 is not over yet. Figures can be entered from 1 July 2015.',
  );
});

test('before anything is imported Home says what the operator runs', () => {
  expect(read(emptyEdge())).toContain('npm run -s mopac -- import FILE');
});

test('the coordinator can be reached, by name once Slack knows them', () => {
  const edge = edgeWith();
  expect(read(edge)).toContain('coordinator@example.org');
  edge.store.savePerson(COORDINATOR, edge.clock.now());
  expect(JSON.stringify(homeView(edge, LEAD))).toContain('<@U0COORD001>');
});

test('a lead of a large programme has a Home that Slack takes', () => {
  const { programme } = largeProgramme(60);
  expect(read(edgeWith(largeProgramme(60)))).toContain('590 more are off track');
  expect(read(edgeWith({ programme, submissions: [] }), COORDINATOR)).toContain('and 48 more');
});

test('opening Home draws it; opening the messages tab does not', async () => {
  const bot = botWith(edgeWith(), registerHome);
  const opened = (tab: string): object => ({
    type: 'event_callback',
    event_id: `Ev-${tab}`,
    event: { type: 'app_home_opened', user: LEAD.id, channel: 'D1', tab, event_ts: '1' },
  });
  await bot.deliver(opened('messages'));
  await bot.deliver(opened('home'));
  expect(bot.calls).toMatchObject([
    { method: 'views.publish', body: { user_id: LEAD.id, view: { type: 'home' } } },
  ]);
});
