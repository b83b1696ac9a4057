import { expect, test } from 'vitest';
import { textOfBlocks } from '../../../src/blockkit/fallback-text.ts';
import { validateMessage, validateView } from '../../../src/blockkit/validate.ts';
import { ACTION } from '../../../src/slack/ids.ts';
import { registerStatus } from '../../../src/slack/status/register.ts';
import { whyView } from '../../../src/slack/status/why-view.ts';
import { barnet } from '../../support/barnet.ts';
import { botWith, messageIn, press } from '../bot.ts';
import { edgeWith, HOSTILE, LEAD, largeProgramme, withFigure } from '../fixtures.ts';

const MEASURE = 'measure|2.4|2015|1';

test('Why? opens the paragraph and then the arithmetic, with whoever pressed it', async () => {
  const bot = botWith(edgeWith(), registerStatus);
  const acks = await bot.deliver(press(ACTION.statusWhy, MEASURE));
  expect(acks).toHaveLength(1);
  expect(bot.calls).toMatchObject([
    {
      method: 'views.open',
      body: { trigger_id: 'trigger-1', view: { title: { text: 'Why? 2.4' } } },
    },
  ]);
});

test('every measure has a reason that fits a form, whatever was typed', () => {
  const document = withFigure(barnet(), '2.4', { commentary: HOSTILE });
  const edge = edgeWith(document);
  for (const ref of ['1.1', '2.4', '4.2', '4.2a', '4.3', '5.1', '5.2', '9.9']) {
    expect(validateView(whyView(edge, `measure|${ref}|2015|1`, LEAD))).toEqual([]);
  }
  expect(textOfBlocks(whyView(edge, MEASURE, LEAD).blocks)).toMatch(
    /^2\.4 is off track: 17% against 41% needed \(Engagement after prison\)\.\n.*24 points short/,
  );
});

test('the reasons of a whole large programme still fit a form', () => {
  expect(validateView(whyView(edgeWith(largeProgramme()), 'programme||2015|1', LEAD))).toEqual([]);
});

test('a button from another version says so', async () => {
  const bot = botWith(edgeWith(), registerStatus);
  await bot.deliver(press(ACTION.statusOpen, 'nonsense'));
  expect(messageIn(bot.calls[0]?.body).text).toContain('older version');
  expect(textOfBlocks(whyView(edgeWith(), '<!channel>', LEAD).blocks)).toContain('older version');
});

test('a measure picked from a list is answered to the one who picked it', async () => {
  const bot = botWith(edgeWith(), registerStatus);
  await bot.deliver(press(ACTION.statusOpen, MEASURE, { chosen: true }));
  expect(bot.calls).toMatchObject([
    { method: 'respond', body: { response_type: 'ephemeral', replace_original: false } },
  ]);
  const message = messageIn(bot.calls[0]?.body);
  expect(message.text).toBe('2.4 is off track: 17% against 41% needed (Engagement after prison).');
});

test('a shared answer names who shared it, keeps Why? and cannot be shared on', async () => {
  const bot = botWith(edgeWith(), registerStatus);
  await bot.deliver(press(ACTION.statusShare, MEASURE));
  expect(bot.calls).toMatchObject([
    { method: 'respond', body: { response_type: 'in_channel', replace_original: false } },
  ]);
  const { text, blocks } = messageIn(bot.calls[0]?.body);
  expect(validateMessage({ text, blocks })).toEqual([]);
  const words = textOfBlocks(blocks);
  expect(words).toContain('[ Why? ]');
  expect(words).not.toContain('Share to channel');
  expect(JSON.stringify(blocks)).toContain('Shared by <@U0PRIYA001>');
});

test('pressing Share twice posts once, and says so', async () => {
  const bot = botWith(edgeWith(), registerStatus);
  await bot.deliver(press(ACTION.statusShare, MEASURE));
  await bot.deliver(press(ACTION.statusShare, MEASURE));
  expect(bot.calls.map(({ body }) => body)).toMatchObject([
    { response_type: 'in_channel' },
    { response_type: 'ephemeral', text: expect.stringContaining('shared this answer already') },
  ]);
});

test('the same answer asked for again can be shared again', async () => {
  const bot = botWith(edgeWith(), registerStatus);
  await bot.deliver(press(ACTION.statusShare, MEASURE));
  await bot.deliver(press(ACTION.statusShare, MEASURE, { message: '1437730009.000100' }));
  expect(bot.calls.map(({ body }) => body)).toMatchObject([
    { response_type: 'in_channel' },
    { response_type: 'in_channel' },
  ]);
});

test('where Slack refuses the rich blocks, the plain ones are shared', async () => {
  const bot = botWith(edgeWith(), registerStatus);
  bot.refuse('"type":"table"', 400);
  await bot.deliver(press(ACTION.statusShare, MEASURE));
  expect(bot.calls.map(({ body }) => messageIn(body).blocks.map(typeOf))).toEqual([
    expect.arrayContaining(['table']),
    expect.not.arrayContaining(['table']),
  ]);
  expect(bot.calls[1]).toMatchObject({ body: { response_type: 'in_channel' } });
});

test('where Slack takes no answer any more, nothing is claimed to be shared', async () => {
  const bot = botWith(edgeWith(), registerStatus);
  bot.refuse('', 404);
  await bot.deliver(press(ACTION.statusShare, MEASURE));
  expect(bot.calls.map(({ body }) => body)).toMatchObject([
    { response_type: 'in_channel' },
    { response_type: 'ephemeral', text: expect.stringContaining('Ask again') },
    { response_type: 'ephemeral' },
  ]);
});

const typeOf = (block: unknown): unknown =>
  typeof block === 'object' && block !== null && 'type' in block ? block.type : undefined;
