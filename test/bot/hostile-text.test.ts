import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Message } from '../../src/blockkit/ladder.ts';
import { validateMessage } from '../../src/blockkit/validate.ts';
import { plainText } from '../../src/domain/plain-text.ts';
import { answerCommand } from '../../src/slack/command.ts';
import { renderDigest, renderDigestPage } from '../../src/slack/digest/digest.ts';
import { renderDigestNote } from '../../src/slack/digest/note.ts';
import { INPUT } from '../../src/slack/submit/fields.ts';
import { renderReceipt } from '../../src/slack/submit/receipt.ts';
import { registerSubmit } from '../../src/slack/submit/register.ts';
import { notifiedBy } from '../../src/workspace/notifications.ts';
import { hostileText } from '../blockkit/hostile.ts';
import { botWith } from '../slack/bot.ts';
import { ASKER, edgeWith, filedBy, LEAD, Q1 } from '../slack/fixtures.ts';
import { file, GOOD, page, shown } from '../slack/submit/support.ts';
import { confirmed } from '../support/filing.ts';
import { modalOf, pressInInbox, startTown } from '../support/town.ts';

const CHANNEL = 'safer-communities';

const NASTY = [
  '<!channel> <!here> <!everyone> <@U0DEMO001> <!subteam^S0614TZR7> <#C0DEMO001>',
  '<https://evil.example|council.gov.uk> https://evil.example mailto:a@b.c',
  '&lt;!channel&gt; &amp;lt;!channel&amp;gt;',
  '*bold* _it_ ~no~ `code` ```block``` > quote\n>>> all',
  '\u202Egnp.exe\u202C \u2066x\u2069 \u200F',
  '=cmd|"/c calc"!A1 @SUM(1) +1 -1\t\r\n',
  '{"type":"section"} </script><img src=x> {{7*7}} %00 ../../etc/passwd',
  '1) first\n2) second\n# heading\n| a | b |\n|---|---|',
].join('\n');

/** Every string Slack would read as markup: top-level text and mrkdwn or markdown objects. */
const markupIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(markupIn);
  if (typeof value !== 'object' || value === null) return [];
  const { type, text } = value as { readonly type?: unknown; readonly text?: unknown };
  const own = (type === 'mrkdwn' || type === 'markdown') && typeof text === 'string' ? [text] : [];
  return [...own, ...Object.values(value).flatMap(markupIn)];
};

// Live markup of Slack's: a mention, a channel, a group, everyone, a date, or any link.
const LIVE = /<(?:[@#!]|[a-z][a-z0-9+.-]*:)/i;

const expectHarmless = (message: Message | null): void => {
  if (message === null) throw new Error('There is nothing to send.');
  expect(validateMessage(message)).toEqual([]);
  expect(notifiedBy(message.text, JSON.parse(JSON.stringify(message.blocks ?? [])))).toEqual([]);
  for (const text of [message.text, ...markupIn(message.blocks ?? [])]) {
    expect(text).not.toMatch(LIVE);
    expect(text, 'no override reaches a reader').not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
  }
};

const kept = (typed: string): string | null =>
  plainText(typed) === '' ? null : typed.toWellFormed();

describe('whatever somebody writes', () => {
  test('the record holds it to the letter and every message made of it is harmless and one Slack takes', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, hostileText, hostileText, async (words, more, name) => {
        const edge = edgeWith(filedBy(1, 3, 4, 5), '2015-07-24');
        edge.store.savePerson({ ...LEAD, name }, edge.clock.now());
        const bot = botWith(edge, registerSubmit);
        const commentary = [...words].slice(0, 3000).join('');
        const information = [...more].slice(0, 3000).join('');
        const fields = {
          ...GOOD,
          'commentary:2.4': commentary,
          'additional-information': information,
        };
        const { blocks } = shown(await bot.deliver(page({ metadata: '1|2|2015|1/1', fields })));
        const review = { metadata: '1|2|2015|1/2', blocks };
        const { words: closing } = shown(await bot.deliver(file(review)));
        expect(closing).toContain('Filed:');

        const [figure] = edge.store.figures(1, '2.4', Q1, Q1);
        const filing = edge.store.submission(1, 2, Q1)?.filing;
        expect(figure?.commentary ?? null).toBe(kept(commentary));
        expect(filing?.additionalInformation ?? null).toBe(kept(information));

        const about = { programmeId: 1, quarter: { ...Q1 } };
        for (const rung of ['rich', 'standard', 'plain'] as const) {
          const of2 = { ...about, projectNumber: 2, revision: 1 };
          expectHarmless(renderReceipt(edge)(of2, rung));
          expectHarmless(renderDigest(edge)(about, rung));
          expectHarmless(renderDigestPage(edge)({ ...about, page: 1 }, rung));
          expectHarmless(answerCommand(edge, 'status 2.4', rung, ASKER));
          expectHarmless(answerCommand(edge, 'status project 2', rung, ASKER));
        }
        expectHarmless(renderDigestNote(edge)({ sentences: [`.${words}`, `.${more}`] }, 'rich'));
      }),
      { numRuns: 40 },
    );
  });

  test('after a command it is answered politely and harmlessly, in the time a person waits', () => {
    const edge = edgeWith();
    fc.assert(
      fc.property(
        hostileText,
        fc.constantFrom('', 'status ', 'help ', 'status 2.4 '),
        (text, before) => {
          const started = performance.now();
          expectHarmless(answerCommand(edge, `${before}${text}`, 'rich', ASKER));
          expect(performance.now() - started).toBeLessThan(1000);
        },
      ),
      { numRuns: 300 },
    );
  });

  test.each([
    ['emoji', '😀'.repeat(20_000)],
    ['letters', 'a'.repeat(40_000)],
    ['references', '2.4 '.repeat(10_000)],
    ['brackets', '<'.repeat(40_000)],
    ['spaces', `x${' '.repeat(40_000)}x`],
    ['quarters', 'q1 2015/16 '.repeat(4_000)],
  ])('40,000 characters of %s get a short answer', (_, text) => {
    const message = answerCommand(edgeWith(), text, 'rich', ASKER);
    expectHarmless(message);
    expect(message.text.length).toBeLessThan(1000);
  });
});

describe('over the real connection', () => {
  test('the worst of it, filed, mentions nobody and links nowhere in any window or message', async () => {
    const town = await startTown({ now: '2015-07-14T10:00', filed: [1, 3, 4, 5] });
    const lead = town.person('public.health.lead@example.org');
    await pressInInbox(lead, 'Enter figures');
    const emoji = '😀'.repeat(1_400);
    const typed = {
      'value:2.1': '77',
      'value:2.2': '100',
      'value:2.3': '88',
      'value:2.4': '17',
      'value:2.5': '0.72',
      'commentary:2.1': NASTY,
      'commentary:2.2': emoji,
      'commentary:2.3': 'x'.repeat(3000),
      'commentary:2.4': `${NASTY}\u0000\uD83D`,
      'additional-information': NASTY,
    };
    const review = await lead.submit(lead.fill(modalOf(lead), typed));
    expect(review.view?.rendered).toContain('Nothing is filed yet.');
    const filed = await lead.submit(confirmed(lead));
    expect(filed.view?.rendered).toContain('Filed:');
    await town.workspace.until(
      () => town.workspace.messages(CHANNEL).length > 0 && lead.directMessages().length > 1,
      10_000,
    );
    await town.bot().beat();

    const commentary = (ref: string) => town.store.figures(1, ref, Q1, Q1)[0]?.commentary;
    expect(commentary('2.1')).toBe(NASTY);
    expect(commentary('2.2')).toBe(emoji);
    expect(commentary('2.4')).toBe(`${NASTY}\u0000\uFFFD`);

    for (const text of [NASTY, `status ${NASTY}`, '2.4', 'x'.repeat(40_000), '😀'.repeat(3_000)]) {
      const answer = await lead.command(`/mopac ${text.replaceAll('\n', ' ')}`, CHANNEL);
      expect(answer).toMatchObject({ ack: 'ok', faults: [] });
      expect(answer.messages).toHaveLength(1);
    }
    await lead.mention(CHANNEL, NASTY);
    await town.bot().beat();

    const everywhere = [
      ...town.workspace.messages(CHANNEL),
      ...lead.directMessages(),
      ...lead.ephemerals(),
    ].filter(({ user }) => user === town.workspace.botUserId);
    expect(everywhere.length).toBeGreaterThan(8);
    for (const message of everywhere) {
      expect(message.notifies, message.text).toEqual([]);
      const { text, blocks } = message;
      for (const markup of [text, ...markupIn(blocks ?? [])]) expect(markup).not.toMatch(LIVE);
    }
    const receipt = lead.directMessages().find(({ text }) => text.startsWith('Filed'));
    expect(receipt?.rendered).toContain('=cmd|"/c calc"!A1');
    expect(town.log.filter((line) => line.includes('simplified before sending'))).toEqual([]);
  });

  test('words that cannot be a figure are said back beside the field and kept in it', async () => {
    const town = await startTown({ now: '2015-07-14T10:00' });
    const lead = town.person('public.health.lead@example.org');
    await pressInInbox(lead, 'Enter figures');
    for (const words of NASTY.split('\n').filter((line) => line.trim() !== '')) {
      const sent = await lead.submit(lead.fill(modalOf(lead), { 'value:2.1': words }));
      expect(sent.kind, words).toBe('errors');
      expect(sent.errors['value:2.1']?.length).toBeGreaterThan(20);
      expect(sent.view?.values['value:2.1'], words).toMatchObject({ [INPUT]: { value: words } });
    }
  });
});
