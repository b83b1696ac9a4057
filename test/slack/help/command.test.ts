import { expect, test } from 'vitest';
import { textOfBlocks } from '../../../src/blockkit/fallback-text.ts';
import { validateMessage } from '../../../src/blockkit/validate.ts';
import { registerCommand } from '../../../src/slack/command.ts';
import { helpMessage } from '../../../src/slack/help/help-message.ts';
import { botWith, command, messageIn } from '../bot.ts';
import { edgeWith, emptyEdge, HOSTILE, largeProgramme } from '../fixtures.ts';

const ask = async (text: string) => {
  const bot = botWith(edgeWith(), registerCommand);
  const acks = await bot.deliver(command(text));
  expect(bot.calls).toEqual([]);
  expect(acks).toMatchObject([{ response_type: 'ephemeral' }]);
  const { text: said, blocks } = messageIn(acks[0]);
  expect(validateMessage({ text: said, blocks })).toEqual([]);
  return { text: said, blocks };
};

test('a status is the acknowledgement itself, to the asker only', async () => {
  const { text } = await ask('status 2.4');
  expect(text).toBe('2.4 is off track: 17% against 41% needed (Engagement after prison).');
});

test.for(['', 'help', '  HELP '])('"%s" is answered with help', async (text) => {
  const { blocks } = await ask(text);
  expect(textOfBlocks(blocks)).toContain('/mopac status 1.1  First time entrants');
  expect(textOfBlocks(blocks)).toContain('/mopac history 1.1');
  expect(textOfBlocks(blocks)).toContain('/mopac purge 1.1');
});

test('a measure that does not exist is answered with the nearest ones to press', async () => {
  const { text, blocks } = await ask('status 9.9');
  expect(text).toContain("I don't know a measure 9.9. Did you mean 5.5");
  expect(JSON.stringify(blocks)).toContain('"value":"measure|5.5|2015|1"');
});

test.for([
  ['42a', "I don't know a measure “42a”. Did you mean 4.2a?"],
  ['24', "I don't know a measure “24”. Did you mean 2.4?"],
  ['status 24', "I don't know a measure “24”. Did you mean 2.4?"],
  ['7', "I don't know a project 7."],
] as const)('"%s" is answered with "%s"', async ([asked, answer]) => {
  expect((await ask(asked)).text).toContain(answer);
});

test('an unknown word is answered with the nearest command', async () => {
  const { text } = await ask('stauts');
  expect(text).toBe(
    "I don't know “stauts”. Did you mean `/mopac status`? `/mopac help` says what I can do.",
  );
});

test('what is typed can never be markup in the answer', async () => {
  const answers = await Promise.all([ask(HOSTILE), ask(`status ${HOSTILE}`)]);
  expect(JSON.stringify(answers)).not.toMatch(/<!channel>|<@U0EVIL>|<https/);
});

test('before anything is imported, help says what the operator runs', () => {
  const { blocks = [] } = helpMessage(emptyEdge());
  expect(textOfBlocks(blocks)).toContain('npm run -s mopac -- import FILE');
});

test('help names another quarter only once there is one', () => {
  const helpOn = (day: string) => textOfBlocks(helpMessage(edgeWith(undefined, day)).blocks ?? []);
  expect(helpOn('2015-07-24')).toContain(
    'The quarter is Q1 2015/16. Later in the year, add Q1 or last to ask about an earlier one.',
  );
  expect(helpOn('2015-10-05')).toContain(
    'The quarter is Q2 2015/16 unless you add another: Q1, Q1 2015/16 or last.',
  );
});

test('a large programme has help of one screen', () => {
  const message = helpMessage(edgeWith(largeProgramme()));
  expect(validateMessage(message)).toEqual([]);
  expect(textOfBlocks(message.blocks ?? []).length).toBeLessThan(1_000);
});
