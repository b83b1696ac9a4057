import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { textOfBlocks } from '../../../src/blockkit/fallback-text.ts';
import { RUNGS, type Rung } from '../../../src/blockkit/ladder.ts';
import { validateMessage } from '../../../src/blockkit/validate.ts';
import { answerCommand } from '../../../src/slack/command.ts';
import { barnet } from '../../support/barnet.ts';
import { ASKER, edgeWith, filedBy, HOSTILE, LEAD, type TestEdge, withFigure } from '../fixtures.ts';

const ask = (edge: TestEdge, text: string, rung: Rung = 'rich') =>
  answerCommand(edge, text, rung, ASKER);
const read = (edge: TestEdge, text: string, rung?: Rung): string =>
  textOfBlocks(ask(edge, text, rung).blocks ?? []);

test('2.4 is answered with the finding, the numbers, what is behind them and what to do next', () => {
  const edge = edgeWith();
  expect(ask(edge, 'status 2.4').text).toBe(
    '2.4 is off track: 17% against 41% needed (Engagement after prison).',
  );
  expect(read(edge, 'status 2.4').replaceAll(/ +$/gm, '')).toBe(
    `
2.4 is off track: 17% against 41% needed (Engagement after prison).
Increased engagement rate of substance misusing offenders on release from prison (% of substance using prison releases commencing structured treatment following referral)

Reducing Substance Misuse Offending · Public Health · Q1 2015/16

2.4                  Q1 2015/16
-------------------------------------------------------------------------------------------
Position             🔴 Off track, 24 points short (more than the 10% allowed for marginal)
Year-end outlook     🔴 Off track if nothing changes
Target               41% (council's words: “41%”)
Baseline             24% (2013/14): now 7 points below it, which is worse
Direction            No earlier quarter to compare
Officer's judgement  “Performance not currently on line to archive target”

No commentary was given.

Filed by Public Health on 14 July 2015.

[ Why? ]  [ History ]  [ Share to channel ]
`.trim(),
  );
});

const ACTION = {
  what: 'Workers visit both prisons weekly.',
  who: 'The resettlement team',
  by: Temporal.PlainDate.from('2015-09-30'),
};

test('what is being done about a figure stands where its commentary does', () => {
  const beingDone =
    'Being done: Workers visit both prisons weekly. (The resettlement team, by 30 September 2015)';
  const alone = read(edgeWith(withFigure(barnet(), '2.4', { action: ACTION })), '2.4');
  expect(alone).toContain(beingDone);
  expect(alone).not.toContain('No commentary');
  const both = { action: ACTION, commentary: 'Two prisons stopped referring.' };
  expect(read(edgeWith(withFigure(barnet(), '2.4', both)), '2.4')).toContain(
    `Commentary: Two prisons stopped referring.\n${beingDone}`,
  );
});

test('what a provisional figure waits for is said, and until when', () => {
  const awaited = { what: 'Two late surveys', finalBy: Temporal.PlainDate.from('2015-08-14') };
  const edge = edgeWith(withFigure(barnet(), '2.4', { provisional: true, awaited }));
  expect(read(edge, '2.4')).toContain(
    'No commentary was given.\nAwaited: Two late surveys (final by 14 August 2015)',
  );
});

test('the person who filed is named once Slack has told us who they are', () => {
  const edge = edgeWith();
  edge.store.savePerson(LEAD, edge.clock.now());
  expect(read(edge, '2.4')).toContain('Filed by Public Health (Priya Shah) on 14 July 2015.');
});

test.for([
  ['4.3', 'Position  ⚪ No cases'],
  ['5.2', 'Position  ⚪ Not started'],
  ['4.2b', 'Position      ⚪ No target'],
  ['4.1', 'Figure               34 victims (this quarter only)'],
] as const)('%s says "%s"', ([ref, line]) => {
  expect(read(edgeWith(), ref)).toContain(line);
});

test('before its project files, a measure says who is to file and by when', () => {
  const edge = edgeWith(filedBy(1), '2015-07-10');
  const text = read(edge, '2.4');
  expect(text).toContain('Position  ⚪ Awaiting a figure');
  expect(text).toContain('Public Health has not filed yet; figures are due by Tuesday 21 July.');
  expect(text).not.toContain('commentary');
});

test('after the due date, a missing figure is said to be overdue', () => {
  expect(read(edgeWith(filedBy(1), '2015-07-24'), '2.4')).toContain(
    'Public Health has not filed; figures were due by 21 July 2015.',
  );
});

test('what a row says already is not said again', () => {
  const text = read(edgeWith(), '1.1');
  expect(text).toContain('at most 73.25 needed by now (assuming an even share each quarter)');
  expect(text).toMatch(/^Bear in mind +The target, at most 293, is worse than the baseline/m);
  expect(read(edgeWith(), '4.1')).not.toContain('Bear in mind');
});

test("the officer's judgement is marked where it differs from ours", () => {
  expect(read(edgeWith(), '2.3')).toContain('(differs from the position above)');
});

test.for(RUNGS)('commentary cannot page a channel or break a message at %s', (rung) => {
  const action = { ...ACTION, what: HOSTILE, who: HOSTILE };
  const change = { commentary: HOSTILE, judgement: HOSTILE, action };
  const edge = edgeWith(withFigure(barnet(), '2.4', change));
  const message = ask(edge, '2.4', rung);
  expect(validateMessage(message)).toEqual([]);
  const parsed = JSON.stringify({ text: message.text, blocks: parsedTexts(message.blocks) });
  expect(parsed).not.toContain('<!channel>');
  expect(parsed).not.toContain('<https://');
  expect(parsed).not.toContain('<@U0EVIL>');
});

test('long commentary is shortened in plain sight', () => {
  const edge = edgeWith(withFigure(barnet(), '2.4', { commentary: 'One sentence. '.repeat(300) }));
  expect(read(edge, '2.4')).toContain('… (Shortened here: press Why? for more.)');
});

test('where Slack takes no tables the facts are lines', () => {
  const text = read(edgeWith(), '2.4', 'plain');
  expect(text).toContain('\nYear-end outlook: 🔴 Off track if nothing changes\n');
});

test('where Slack takes no blocks the text says it all', () => {
  const { text, blocks } = ask(edgeWith(), '2.4', 'text');
  expect(blocks).toBeUndefined();
  expect(text).toContain('Baseline: 24% (2013/14): now 7 points below it');
});

/** Only the parts of a message that Slack reads as markup; plain text it shows as it is. */
const parsedTexts = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(parsedTexts);
  if (typeof value !== 'object' || value === null) return value;
  if ('type' in value && (value.type === 'plain_text' || value.type === 'raw_text')) return null;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, parsedTexts(each)]));
};
