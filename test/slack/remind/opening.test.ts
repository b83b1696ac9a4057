import { expect, test } from 'vitest';
import { textOfBlocks } from '../../../src/blockkit/fallback-text.ts';
import { validateMessage } from '../../../src/blockkit/validate.ts';
import { renderOpening } from '../../../src/slack/remind/opening.ts';
import { barnet } from '../../support/barnet.ts';
import { edgeWith, filedBy, LEAD, largeProgramme, Q1 } from '../fixtures.ts';

const about = { programmeId: 1, quarter: { ...Q1 }, lead: LEAD.email };
const opening = (document = filedBy(1), day = '2015-07-01') =>
  renderOpening(edgeWith(document, day))(about, 'rich');

test('a lead is told what is due, by when, with a button for each project', () => {
  const message = opening();
  expect(message?.text).toBe(
    'Q1 2015/16 figures are due by Tuesday 21 July: 1 project, 5 measures.',
  );
  expect(textOfBlocks(message?.blocks ?? [])).toContain(
    'Reducing Substance Misuse Offending: 5 measures\n[ Enter figures ]',
  );
  expect(JSON.stringify(message?.blocks)).toContain(
    '"accessibility_label":"Enter figures for project 2, Reducing Substance Misuse Offending"',
  );
});

test('several projects of one lead come in one message', () => {
  const { programme } = barnet();
  const projects = programme.projects.map((each) => ({ ...each, leads: [LEAD.email] }));
  const message = opening({ programme: { ...programme, projects }, submissions: [] });
  expect(message?.text).toContain('5 projects, 21 measures.');
});

test('once everything is filed there is nothing left to say', () => {
  expect(opening(filedBy(2))).toBeNull();
});

test('after the due date it no longer says that figures are due', () => {
  expect(opening(filedBy(1), '2015-07-24')?.text).toContain('figures were due on Tuesday 21 July');
});

test('a lead of a hundred projects gets a message Slack takes', () => {
  const { programme } = largeProgramme(100);
  const message = opening({ programme, submissions: [] });
  expect(validateMessage(message)).toEqual([]);
  expect(textOfBlocks(message?.blocks ?? [])).toContain('60 more are on my Home.');
});

test('a payload that is not ours is left out', () => {
  expect(renderOpening(edgeWith())({ programmeId: 1 }, 'rich')).toBeNull();
  expect(renderOpening(edgeWith())({ ...about, programmeId: 99 }, 'rich')).toBeNull();
});
