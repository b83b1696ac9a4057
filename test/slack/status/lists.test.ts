import { expect, test } from 'vitest';
import { textOfBlocks } from '../../../src/blockkit/fallback-text.ts';
import { RUNGS, type Rung } from '../../../src/blockkit/ladder.ts';
import { validateMessage } from '../../../src/blockkit/validate.ts';
import { answerCommand } from '../../../src/slack/command.ts';
import { barnet } from '../../support/barnet.ts';
import { ASKER, edgeWith, filedBy, largeProgramme, type TestEdge } from '../fixtures.ts';

const ask = (edge: TestEdge, text: string, rung: Rung = 'rich') =>
  answerCommand(edge, text, rung, ASKER);
const read = (edge: TestEdge, text: string): string => textOfBlocks(ask(edge, text).blocks ?? []);

test('the programme is counted first and listed off track first', () => {
  const edge = edgeWith();
  const text = read(edge, 'status');
  expect(ask(edge, 'status').text).toBe(
    'Q1 2015/16: 11 of 15 judged measures are where they need to be; 3 are off track.',
  );
  expect(text).toContain(
    '🔴 3 off track · 🟠 1 marginal · 🟢 8 ahead, 3 on track · ⚪ 1 not started, 1 no cases, 4 without a target',
  );
  expect([...text.matchAll(/^\d\.\d[a-e]?/gm)].map(String).slice(0, 6)).toEqual([
    '1.1',
    '2.4',
    '5.1',
    '4.2a',
    '5.2',
    '4.3',
  ]);
});

test('a project is answered by itself', () => {
  expect(ask(edgeWith(), 'status 2').text).toBe(
    'Project 2, Q1 2015/16: 4 of 5 judged measures are where they need to be; 1 is off track.',
  );
});

test('an outcome is judged by its parts that have a target, and lists each part', () => {
  const edge = edgeWith();
  expect(ask(edge, '4.2').text).toBe(
    '4.2 is not where it needs to be. Of its 5 parts: 1 marginal, 4 without a target.',
  );
  expect([...read(edge, '4.2').matchAll(/^4\.2[a-e] /gm)]).toHaveLength(5);
});

test('nothing filed is no verdict, and no praise', () => {
  expect(ask(edgeWith(filedBy(), '2015-07-02'), 'status').text).toBe(
    'Q1 2015/16: no figures have been filed yet.',
  );
});

test('what is filed is never said as if it were the whole', () => {
  const say = (...projects: number[]) =>
    ask(edgeWith(filedBy(...projects), '2015-07-20'), 'status').text;
  expect(say(3)).toBe(
    'Q1 2015/16: both judged measures are where they need to be; 19 have no figure yet.',
  );
  expect(say(1)).toBe(
    'Q1 2015/16: 1 of 2 judged measures is where it needs to be; 1 is off track; 19 have no figure yet.',
  );
});

test('what is not yet available has no figure yet either', () => {
  const { programme, submissions } = filedBy(2);
  const late = submissions.map((each) => ({
    ...each,
    figures: each.figures.map(({ ref, figure }) => ({
      ref,
      figure:
        ref === '2.3'
          ? { ...figure, answer: { kind: 'not_available' as const, expected: null } }
          : figure,
    })),
  }));
  expect(ask(edgeWith({ programme, submissions: late }, '2015-07-20'), 'status').text).toMatch(
    /; 17 have no figure yet\.$/,
  );
});

test('once the year is over, measures ended it where they needed to be or did not', () => {
  const { programme, submissions } = barnet();
  const quarter = { year: 2015, number: 4 } as const;
  const lastQuarter = submissions.map((each) => ({ ...each, quarter, filedOn: null }));
  const edge = edgeWith({ programme, submissions: lastQuarter }, '2016-04-20');
  expect(ask(edge, 'status 2').text).toBe(
    'Project 2, Q4 2015/16: 4 of 5 judged measures ended the year where they needed to be; 1 did not.',
  );
  // The position says how the year ended; there is nothing left to look out for.
  expect(read(edge, '2.4')).not.toContain('Year-end outlook');
  const text = read(edge, 'status 2');
  expect(text).toContain('🔴 1 not met · 🟢 3 exceeded, 1 met');
  expect(text).toMatch(/Figure +Needed +Position/);
});

test.for(RUNGS)('two hundred measures with long names fit a message at %s', (rung) => {
  const edge = edgeWith(largeProgramme());
  for (const text of ['status', 'status 7', 'status 7.3', 'status 9.99']) {
    expect(validateMessage(ask(edge, text, rung))).toEqual([]);
  }
});

test('what a large programme leaves out can be opened from its list', () => {
  const text = read(edgeWith(largeProgramme()), 'status');
  expect(text).toContain('175 more are not shown; any can be opened below.');
  expect(text).toContain('[(Open a project) ▾]');
});

test('a programme of 150 projects still has each of them in a list', () => {
  const { blocks = [] } = ask(edgeWith(largeProgramme(150)), 'status');
  const lists = JSON.stringify(blocks).match(/"value":"project\|\d+\|2015\|1"/g);
  expect(new Set(lists).size).toBe(150);
  expect(validateMessage({ text: 'x', blocks })).toEqual([]);
});
