import { html } from 'htm/preact';
import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { TextObject } from '../../../../src/workspace/client/text/text-object.ts';
import { contextWith, drawText, wordsIn } from '../support.ts';

const inside = (drawn: string) => drawn.replace(/^<span class="mrkdwn">(.*)<\/span>$/s, '$1');

describe('a mention', () => {
  test.each([
    ['<@U2>', '<span class="mention">@Priya Shah</span>'],
    ['<@U2|an old name>', '<span class="mention">@Priya Shah</span>'],
    ['<@U9|guest>', '<span class="mention">@guest</span>'],
    ['<@U9>', '<span class="mention">@U9</span>'],
    ['<#C1|old-name>', '<span class="mention">#safer-communities</span>'],
    ['<#C9|elsewhere>', '<span class="mention">#elsewhere</span>'],
    ['<!channel>', '<span class="mention mention-me">@channel</span>'],
    ['<!here|here>', '<span class="mention mention-me">@here</span>'],
    ['<!everyone>', '<span class="mention mention-me">@everyone</span>'],
    ['<!subteam^S1|@leads>', '<span class="mention mention-me">@leads</span>'],
    ['<!subteam^S1>', '<span class="mention mention-me">@S1</span>'],
  ])('%s', (typed, drawn) => {
    expect(inside(drawText(typed))).toBe(drawn);
  });

  test('of the reader stands out', () => {
    expect(drawText('<@U1>')).toContain('<span class="mention mention-me">@Tom Reid</span>');
  });

  test('of nobody is not taken for something else of that name', () => {
    expect(inside(drawText('<@CONSTRUCTOR> <@toString>'))).toBe(
      '<span class="mention">@CONSTRUCTOR</span> &lt;@toString>',
    );
  });
});

test('a command Slack does not know is shown without its brackets', () => {
  expect(inside(drawText('<!foo> <!foo|bar>'))).toBe('!foo bar');
});

test('what was escaped stays text: it mentions nobody and links nowhere', () => {
  const drawn = drawText(
    '&lt;!channel&gt; &lt;@U2&gt; &lt;https://evil.example|council&gt; &amp;lt;',
    true,
  );
  expect(inside(drawn)).not.toContain('<');
  expect(wordsIn(drawn)).toBe('<!channel> <@U2> <https://evil.example|council> &lt;');
});

describe('a link', () => {
  const link = (href: string, words = href) =>
    `<a href="${href}" target="_blank" rel="noopener noreferrer" title="${href}">${words}</a>`;
  test.each([
    ['<https://barnet.gov.uk|the council>', link('https://barnet.gov.uk', 'the council')],
    ['<https://barnet.gov.uk>', link('https://barnet.gov.uk')],
    ['<mailto:a@b.example|write>', link('mailto:a@b.example', 'write')],
    ['<mailto:a@b.example>', link('mailto:a@b.example', 'a@b.example')],
    ['see https://barnet.gov.uk/a.', `see ${link('https://barnet.gov.uk/a')}.`],
    ['(https://x.example/a_(b))', `(${link('https://x.example/a_(b)')})`],
    ['_https://x.example/a_b_', `<em>${link('https://x.example/a_b')}</em>`],
    ['&lt;https://x.example&gt;', `&lt;${link('https://x.example')}>`],
    ['https://x.example/?a=1&amp;b=2', link('https://x.example/?a=1&amp;b=2')],
  ])('%s', (typed, drawn) => {
    expect(inside(drawText(typed))).toBe(drawn);
  });

  test.each([
    '<javascript:alert(1)|press>',
    '<JaVaScRiPt:alert(1)>',
    '<data:text/html,x|press>',
    '<//evil.example|press>',
    '<script>',
    '<https://|nowhere>',
  ])('is only text where it leads neither to the web nor to a mailbox: %s', (typed) => {
    const drawn = drawText(typed, true);
    expect(drawn).not.toContain('<a');
    expect(wordsIn(drawn)).toBe(typed);
  });

  test('is made of no bare address where the app asked for none', () => {
    expect(drawText('see https://barnet.gov.uk/a.', true)).not.toContain('href');
  });

  test('is not begun in the middle of a word', () => {
    expect(drawText('xhttps://barnet.gov.uk')).not.toContain('href');
  });
});

describe('plain text', () => {
  const draw = (text: object) =>
    render(html`<${TextObject} text=${text} context=${contextWith()} />`);

  test('shows markup as it stands', () => {
    const typed = '*a* `b` <!channel> <https://x.example> &amp; https://y.example';
    const drawn = draw({ type: 'plain_text', text: typed });
    expect(drawn).not.toMatch(/href|<(?!\/?span)/);
    expect(wordsIn(drawn)).toBe(typed);
  });

  test('shows emoji unless the app asked for none', () => {
    const text = ':tada: done';
    expect(wordsIn(draw({ type: 'plain_text', text }))).toBe('🎉 done');
    expect(wordsIn(draw({ type: 'plain_text', text, emoji: true }))).toBe('🎉 done');
    expect(wordsIn(draw({ type: 'plain_text', text, emoji: false }))).toBe(':tada: done');
  });
});
