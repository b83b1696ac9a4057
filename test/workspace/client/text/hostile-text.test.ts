import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unescaped } from '../../../../src/workspace/client/text/markup.ts';
import { readMrkdwn } from '../../../../src/workspace/client/text/read-mrkdwn.ts';
import { drawText, wordsIn } from '../support.ts';

const SCRAPS = ['*', '_', '~', '`', '```', '<', '>', '&', '&lt;', '&gt;', '&amp;', '|', '!', '^'];
const OTHERS = [':', '\n', ' ', 'a', 'é', '"', '.', '(', ')', '💥', '\u202e', '\u200b'];
const REFERENCES = ['<!channel>', '<@U1>', '<script>', '<https://x.example|y>', ':x:', 'http://a'];
const textOf = (...scraps: readonly string[]) =>
  fc.array(fc.constantFrom(...scraps), { maxLength: 200 }).map((parts) => parts.join(''));

test('becomes nothing but the few elements that markup has', () => {
  fc.assert(
    fc.property(textOf(...SCRAPS, ...OTHERS, ...REFERENCES), fc.boolean(), (text, verbatim) => {
      const tags = [...drawText(text, verbatim).matchAll(/<\/?([a-z0-9]+)/g)];
      const known = new Set(['span', 'strong', 'em', 's', 'code', 'a']);
      expect(tags.filter(([, tag = '']) => !known.has(tag))).toEqual([]);
    }),
  );
});

test('loses nothing but signs of markup and the space around it', () => {
  const bare = (text: string) => text.replaceAll(/[*_~`>\s]/g, '');
  fc.assert(
    fc.property(textOf(...SCRAPS, ...OTHERS), (text) => {
      expect(bare(wordsIn(drawText(text)))).toBe(bare(unescaped(text)));
    }),
  );
});

test('escaped as the bot escapes it, is read word for word', () => {
  const words = fc.string({ unit: fc.constantFrom('<', '>', '&', '!', '@', 'a', ' ', '|', '#') });
  fc.assert(
    fc.property(words, (typed) => {
      const escaped = typed
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;');
      // A leading ">" is Slack's quotation mark even when it was escaped.
      expect(wordsIn(drawText(`: ${escaped}`, true))).toBe(`: ${typed}`);
    }),
  );
});

// Five times what Slack takes: were the time to grow with the square of the length, or the stack
// with the length, none of these would end.
describe('of great length is read to its end', () => {
  const LENGTH = 200_000;
  test.each([
    '*',
    '*_~<',
    '*a ',
    ' *_~',
    '*_~a~_* ',
    '`a ',
    ' ```a',
    '```   ',
    '&gt;\n',
    '&gt; *a\n',
    '>>',
    '<a|',
    ':a',
    'http://,,,',
    'http://x)',
    '<https://x|*b',
    '&amp;',
  ])('%j', (scrap) => {
    const text = scrap.repeat(LENGTH / scrap.length);
    expect(readMrkdwn(text, { verbatim: false }).length).toBeGreaterThan(0);
  });

  test.each([
    ['``` x', ' ', '``'],
    ['http://x', ')', ''],
    ['*a', ' a', ''],
    ['<', 'a', ''],
    [':', 'a', ''],
  ])('%j, then %j over and over', (before, scrap, after) => {
    const text = `${before}${scrap.repeat(LENGTH / scrap.length)}${after}`;
    expect(readMrkdwn(text, { verbatim: false }).length).toBeGreaterThan(0);
  });
});
