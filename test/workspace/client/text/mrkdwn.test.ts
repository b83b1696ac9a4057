import { describe, expect, test } from 'vitest';
import { drawText } from '../support.ts';

const inside = (drawn: string) => drawn.replace(/^<span class="mrkdwn">(.*)<\/span>$/s, '$1');

describe('emphasis', () => {
  test.each([
    ['*bold*.', '<strong>bold</strong>.'],
    ['_italic_ and ~struck~', '<em>italic</em> and <s>struck</s>'],
    ['_Note_: see', '<em>Note</em>: see'],
    ['*_~all~_*', '<strong><em><s>all</s></em></strong>'],
    ['*one* and *two*', '<strong>one</strong> and <strong>two</strong>'],
    ['• *item*', '• <strong>item</strong>'],
  ])('%s is marked up', (typed, drawn) => {
    expect(inside(drawText(typed))).toBe(drawn);
  });

  test.each([
    'a*b*c',
    '* not bold *',
    '*open',
    '2 * 3 * 4',
    'snake_case_name',
    '**doubled**',
    '__doubled__',
    '~~doubled~~',
    '*over\nlines*',
  ])('%j stays as it is', (typed) => {
    expect(inside(drawText(typed))).toBe(typed);
  });

  test('ends before just those signs before which it ends in Slack', () => {
    const letters = (kind: RegExp) => [...drawText(MEASURED).matchAll(kind)].length;
    expect(letters(/<strong>Y<\/strong>/g)).toBe(MEASURED.split('*Y*').length - 1);
    expect(letters(/\*N\*/g)).toBe(MEASURED.split('*N*').length - 1);
  });

  test('reaches over an address or code with the same sign in it', () => {
    expect(drawText('*see <https://x.example/a*b|the page> now*')).toMatch(
      /^<span class="mrkdwn"><strong>see <a .*>the page<\/a> now<\/strong><\/span>$/,
    );
    expect(inside(drawText('*run `a * b` now*'))).toBe(
      '<strong>run <code>a * b</code> now</strong>',
    );
  });
});

/** What people saw in Slack: bold where it says Y, plain where it says N. */
const MEASURED =
  '*Y*~ *N*` *Y*! *N*@ *Y*# *Y*$ *Y*% *Y*^ *N*& *N** *N*( *Y*) *N*_ *Y*- *Y*+ *Y*= *Y*{ *Y*} *Y*[ ' +
  '*Y*] *N*| *N*\\ *Y*; *Y*: *Y*\' *Y*" *N*< *Y*, *N*> *Y*. *Y*? *Y*/ *Y*';

describe('code', () => {
  test.each([
    ['`*code*`', '<code>*code*</code>'],
    ['*`bold code`*', '<strong><code>bold code</code></strong>'],
    ['a `b` c', 'a <code>b</code> c'],
    ['a`b`c', 'a`b`c'],
    ['```\n*pre*\n```', '<code class="preformatted">*pre*</code>'],
    ['Failed:```line\nline```', 'Failed:<code class="preformatted">line\nline</code>'],
    ['```\n> no quote\n```\nafter', '<code class="preformatted">> no quote</code>after'],
    ['``` ```', '``` ```'],
    ['`:x:`', '<code>:x:</code>'],
  ])('%j', (typed, drawn) => {
    expect(inside(drawText(typed)).replaceAll('&gt;', '>')).toBe(drawn);
  });

  test('shows an address in it without its brackets, as Slack does', () => {
    expect(drawText('`<https://x.example>`')).toMatch(
      /<code><a href="https:\/\/x.example".*>https:\/\/x.example<\/a><\/code>/,
    );
  });
});

describe('a quotation', () => {
  const quote = (words: string) => `<span class="quote" role="blockquote">${words}</span>`;
  test.each([
    ['&gt; escaped', quote('escaped')],
    ['> not escaped', quote('not escaped')],
    ['&gt;*bold*', quote('<strong>bold</strong>')],
    ['before\n&gt; one\n&gt; two\nafter', `before\n${quote('one\ntwo')}after`],
    ['&gt;&gt;&gt; all\nof\nthis', quote('all\nof\nthis')],
    ['&gt; ```a\nb``` c\nafter', `${quote('<code class="preformatted">a\nb</code> c')}after`],
    ['no &gt; quotation', 'no > quotation'],
  ])('%j', (typed, drawn) => {
    expect(inside(drawText(typed))).toBe(drawn);
  });
});

test('lists are no markup', () => {
  expect(inside(drawText('- one\n1. two'))).toBe('- one\n1. two');
});

test.each([
  [':red_circle: Off track', '🔴 Off track'],
  [':wave::tada:', '👋🎉'],
  [':our_own_logo:', ':our_own_logo:'],
  ['10:30:45', '10:30:45'],
  [':constructor:', ':constructor:'],
])('emoji: %s', (typed, drawn) => {
  expect(inside(drawText(typed))).toBe(drawn);
});
