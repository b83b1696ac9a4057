import fc from 'fast-check';
import { html } from 'htm/preact';
import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { printSlackDate } from '../../../src/workspace/client/text/slack-date.ts';
import { TextObject } from '../../../src/workspace/client/text/text-object.ts';
import { contextWith, drawText, NOW, wordsIn } from './support.ts';

const inside = (drawn: string) => drawn.replace(/^<span class="mrkdwn">(.*)<\/span>$/s, '$1');

describe('Slack’s markup', () => {
  test.each([
    ['*bold*.', '<strong>bold</strong>.'],
    ['_italic_ and ~struck~', '<em>italic</em> and <s>struck</s>'],
    ['*_both_*', '<strong><em>both</em></strong>'],
    ['`*code*`', '<code>*code*</code>'],
    ['```\n*pre*\n```', '<pre class="preformatted">*pre*\n</pre>'],
    ['a*b*c', 'a*b*c'],
    ['* not bold *', '* not bold *'],
    ['snake_case_name', 'snake_case_name'],
    [':red_circle: Off track', '🔴 Off track'],
    ['10:30:45', '10:30:45'],
    [
      '<@U1> and <@U2>',
      '<span class="mention mention-me">@Tom Reid</span> and <span class="mention">@Priya Shah</span>',
    ],
    ['<#C1|old-name>', '<span class="mention">#safer-communities</span>'],
    ['<!channel>', '<span class="mention mention-me">@channel</span>'],
    ['<!subteam^S1|@leads>', '<span class="mention mention-me">@leads</span>'],
  ])('%s', (typed, drawn) => {
    expect(inside(drawText(typed))).toBe(drawn);
  });

  test('a line that begins with > is quoted, escaped or not', () => {
    expect(drawText('&gt; quoted')).toContain('<span class="quote"> quoted</span>');
    expect(drawText('> quoted')).toContain('<span class="quote"> quoted</span>');
  });

  test('what was escaped stays text: it mentions nobody and links nowhere', () => {
    const drawn = drawText(
      '&lt;!channel&gt; &lt;@U2&gt; &lt;https://evil.example|council&gt; &amp;lt;',
      true,
    );
    expect(inside(drawn)).not.toContain('<');
    expect(wordsIn(drawn)).toBe('<!channel> <@U2> <https://evil.example|council> &lt;');
  });

  test('a bare web address is a link unless the app asked for none', () => {
    expect(drawText('see https://barnet.gov.uk/a.')).toContain('href="https://barnet.gov.uk/a"');
    expect(drawText('see https://barnet.gov.uk/a.', true)).not.toContain('href');
  });

  test('only web and mail addresses become links', () => {
    expect(drawText('<mailto:a@b.example|write>')).toContain('href="mailto:a@b.example"');
    expect(drawText('<javascript:alert(1)|press>')).not.toContain('href');
  });
});

describe('plain text', () => {
  test('shows markup as it stands', () => {
    const text = { type: 'plain_text', text: '*a* <!channel> <https://x.example>', emoji: false };
    const drawn = render(html`<${TextObject} text=${text} context=${contextWith()} />`);
    expect(wordsIn(drawn)).toBe('*a* <!channel> <https://x.example>');
    expect(drawn).not.toContain('href');
  });
});

describe('dates', () => {
  const due = String(Date.parse('2015-07-21T16:00:00Z') / 1000);
  test.each([
    ['{date_num}', '2015-07-21'],
    ['{date_slash}', '21/07/2015'],
    ['{date}', '21 July 2015'],
    ['{date_long}', 'Tuesday 21 July 2015'],
    ['{date_short} at {time}', '21 Jul 2015 at 17:00'],
    ['{ago}', 'in 20 days'],
    ['{nonsense}', '{nonsense}'],
  ])('%s is read in London', (format, words) => {
    expect(printSlackDate(due, format, NOW)?.replace(',', '')).toBe(words);
  });

  test('yesterday, today and tomorrow are days in London, not spells of 24 hours', () => {
    const seconds = (text: string) => String(Date.parse(text) / 1000);
    expect(printSlackDate(seconds('2015-06-30T22:30:00Z'), '{date_pretty}', NOW)).toBe('yesterday');
    expect(printSlackDate(seconds('2015-06-30T23:30:00Z'), '{date_pretty}', NOW)).toBe('today');
    expect(printSlackDate(seconds('2015-07-02T07:00:00Z'), '{date_pretty}', NOW)).toBe('tomorrow');
  });

  test('a moment that cannot be read shows the fallback', () => {
    expect(wordsIn(drawText('<!date^soon^{date}|by July>'))).toBe('by July');
  });
});

describe('hostile text', () => {
  const scraps = fc.constantFrom(
    '*',
    '_',
    '~',
    '`',
    '```',
    '<',
    '>',
    '&',
    '&lt;',
    '|',
    '!',
    '@U1',
    '^',
    ':',
    '\n',
    ' ',
    'a',
    '<!channel>',
    '<script>',
    '"',
    '💥',
    '\u202e',
  );
  const hostile = fc.array(scraps, { maxLength: 200 }).map((parts) => parts.join(''));

  test('becomes nothing but the few elements that markup has', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const tags = [...drawText(text).matchAll(/<\/?([a-z0-9]+)/g)].map(([, tag]) => tag);
        const known = ['span', 'strong', 'em', 's', 'code', 'pre', 'a'];
        expect(tags.filter((tag) => tag === undefined || !known.includes(tag))).toEqual([]);
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
        const shown = wordsIn(drawText(`: ${escaped}`, true));
        expect(shown).toBe(`: ${typed}`);
      }),
    );
  });
});
