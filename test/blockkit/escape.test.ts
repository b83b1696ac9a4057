import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countCharacters,
  escapeMrkdwn,
  joinMrkdwn,
  mrkdwn,
  oneLine,
  stripControl,
  truncate,
  truncateEscaped,
  truncateMarkup,
} from '../../src/blockkit/escape.ts';
import { hostileText } from './hostile.ts';

describe('escaping what a person typed', () => {
  test.each([
    ['a mention of everyone', '<!channel>', '&lt;!channel&gt;'],
    ['an ampersand, once', 'Barnet & Enfield', 'Barnet &amp; Enfield'],
    ['an entity typed as such', '&lt;!channel&gt;', '&amp;lt;!channel&amp;gt;'],
    ['a disguised link', '<https://e.example|gov.uk>', '&lt;https://e.example|gov.uk&gt;'],
    ['formatting marks', '*a* _b_ ~c~ `d`', '∗a∗ ˍbˍ ∼c∼ ˋdˋ'],
    ['a quotation', '> one\n  >>> two', '› one\n  ››› two'],
    ['a comparison, which is no quotation', '17 > 12', '17 &gt; 12'],
    ['an e-mail address, unharmed', 'first_last@example.org', 'first_last@example.org'],
    ['both kinds of line end', 'one\r\ntwo\rthree', 'one\ntwo\nthree'],
  ])('covers %s', (_, typed, escaped) => {
    expect(escapeMrkdwn(typed).text).toBe(escaped);
  });

  test('leaves no live mention, link, formatting or override in any text', () => {
    fc.assert(
      fc.property(hostileText, (typed) => {
        const { text } = escapeMrkdwn(typed);
        expect(text).not.toMatch(/[<>*~`\u202A-\u202E\u2066-\u2069]/);
        expect(text).not.toMatch(/&(?!amp;|lt;|gt;)/);
        expect(text).not.toMatch(/^\s*&gt;/m);
        expect(text.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('the mrkdwn template', () => {
  test('keeps our markup and escapes the interpolations', () => {
    expect(mrkdwn`*${'2.4 <!here>'}* is ${17}%`.text).toBe('*2.4 &lt;!here&gt;* is 17%');
  });

  test('does not escape twice what is escaped already', () => {
    expect(mrkdwn`_${escapeMrkdwn('a & b')}_`.text).toBe('_a &amp; b_');
  });

  test('does not let a typed line end forge a line of ours', () => {
    expect(mrkdwn`Said: ${'fine\nStatus: on track'}`.text).toBe('Said: fine Status: on track');
  });

  test('is not fooled by an object that looks escaped', () => {
    const forged = JSON.parse('{"text":"<!channel>"}');
    expect(mrkdwn`${forged}`.text).not.toContain('<');
  });

  test('joins pieces, a line each', () => {
    expect(joinMrkdwn([mrkdwn`*one*`, mrkdwn`two`]).text).toBe('*one*\ntwo');
  });
});

describe('shortening', () => {
  test('leaves text that fits alone', () => {
    expect(truncate('😀😀', 2)).toBe('😀😀');
  });

  test('counts an emoji as one character and does not cut it in half', () => {
    expect(truncate('😀😀😀', 2)).toBe('😀…');
  });

  test.each([0, -1])('leaves nothing when there is no room (%i)', (max) => {
    expect(truncate('abc', max)).toBe('');
    expect(truncateEscaped('abc', max).text).toBe('');
  });

  test('makes room for what escaping adds', () => {
    expect(truncateEscaped('&&&', 11).text).toBe('&amp;&amp;…');
  });

  test('cuts our own markup before a mention or an entity, never inside', () => {
    expect(truncateMarkup('See <@U012AB3CD>', { max: 8, maxBytes: 99 })).toBe('See …');
    expect(truncateMarkup('a &amp; b', { max: 5, maxBytes: 99 })).toBe('a …');
  });

  test('never exceeds the limit, whatever the text', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 0, max: 4_000 }), (typed, max) => {
        expect(countCharacters(truncate(typed, max))).toBeLessThanOrEqual(max);
        const escaped = truncateEscaped(typed, max).text;
        expect(countCharacters(escaped)).toBeLessThanOrEqual(max);
        expect(escaped).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
        if (typed.isWellFormed()) expect(truncate(typed, max).isWellFormed()).toBe(true);
      }),
    );
  });

  test('keeps markup within its characters and its bytes', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 3, max: 4_000 }), (typed, size) => {
        const text = truncateMarkup(typed, { max: size, maxBytes: size });
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(size);
      }),
    );
  });
});

describe('cleaning', () => {
  test('takes out control characters and direction overrides, and keeps direction marks', () => {
    expect(stripControl('a\u0000b\u202Ec\u2066d\u200Fe\tf')).toBe('abcd\u200Fe f');
  });

  test('makes half a surrogate pair visible, since Slack refuses the JSON', () => {
    expect(stripControl('a\uD83D')).toBe('a\uFFFD');
  });

  test('puts text on one line', () => {
    expect(oneLine('one \r\n\n two')).toBe('one two');
  });
});
