import { describe, expect, test } from 'vitest';
import type { Json } from '../../../../src/workspace/json.ts';
import { drawBlocks, wordsIn } from '../support.ts';

const part = (type: string, elements: readonly Json[], more: Json = {}) => ({
  type,
  elements,
  ...more,
});
const section = (...elements: readonly Json[]) => part('rich_text_section', elements);
const text = (words: string, ...styles: readonly string[]) => ({
  type: 'text',
  text: words,
  style: Object.fromEntries(styles.map((style) => [style, true])),
});
const draw = (...elements: readonly Json[]) => drawBlocks([{ type: 'rich_text', elements }]);

describe('words', () => {
  test.each([
    ['bold', '<strong>x</strong>'],
    ['italic', '<em>x</em>'],
    ['strike', '<s>x</s>'],
    ['code', '<code>x</code>'],
    ['underline', '<u>x</u>'],
    ['highlight', '<mark>x</mark>'],
  ])('are %s where they say so', (style, drawn) => {
    expect(draw(section(text('x', style)))).toContain(drawn);
  });

  test('may have several styles at once', () => {
    expect(draw(section(text('x', 'bold', 'code')))).toContain('<strong><code>x</code></strong>');
  });

  test('are never parsed', () => {
    const typed = '*a* <!channel> :x: https://x.example';
    const drawn = draw(section(text(typed)));
    expect(wordsIn(drawn)).toBe(typed);
    expect(drawn).not.toMatch(/mention|href|<strong/);
  });
});

test.each<[string, Json, string]>([
  ['link', { type: 'link', url: 'https://x.example', text: 'there' }, 'there</a>'],
  ['link without words', { type: 'link', url: 'https://x.example' }, '>https://x.example</a>'],
  ['link elsewhere', { type: 'link', url: 'javascript:x', text: 'there' }, '<span>there</span>'],
  ['emoji', { type: 'emoji', name: 'tada' }, '🎉'],
  ['emoji by its code points', { type: 'emoji', name: 'flag-gb', unicode: '1f1ec-1f1e7' }, '🇬🇧'],
  ['emoji of a code point too many', { type: 'emoji', name: 'odd', unicode: 'ffffff' }, ':odd:'],
  ['emoji unknown', { type: 'emoji', name: 'our_logo' }, ':our_logo:'],
  ['user', { type: 'user', user_id: 'U2' }, '@Priya Shah'],
  ['channel', { type: 'channel', channel_id: 'C1' }, '#safer-communities'],
  ['usergroup', { type: 'usergroup', usergroup_id: 'S1' }, '@S1'],
  ['broadcast', { type: 'broadcast', range: 'here' }, '@here'],
  ['date', { type: 'date', timestamp: 1437494400, format: '{date_num}' }, '2015-07-21'],
  [
    'date out of range',
    { type: 'date', timestamp: -1, format: '{date_num}', fallback: 'in July' },
    'in July',
  ],
  ['color', { type: 'color', value: '#ff0000' }, 'fill="#ff0000"'],
  ['color that is none', { type: 'color', value: 'url(x)' }, 'fill="none"'],
])('a %s is drawn', (_kind, element, drawn) => {
  expect(draw(section(element))).toContain(drawn);
});

describe('a list', () => {
  const list = (style: string, more: Json = {}) =>
    draw(part('rich_text_list', [section(text('One')), section(text('Two'))], { style, ...more }));

  test('has its points or numbers, and begins where the app says', () => {
    expect(list('bullet')).toMatch(/<ul [^>]*><li><p>.*One.*<\/li><li>.*Two.*<\/ul>/);
    expect(list('ordered', { offset: 4 })).toMatch(/<ol [^>]*type="1" start="5">/);
  });

  test('is indented, each depth numbered in its own way', () => {
    expect(list('ordered', { indent: 1 })).toMatch(/indent-1" type="a"/);
    expect(list('ordered', { indent: 2 })).toMatch(/indent-2" type="i"/);
    expect(list('ordered', { indent: 99 })).toContain('indent-8');
  });

  test('has a border where the app asks for one', () => {
    expect(list('bullet', { border: 1 })).toContain('bordered');
    expect(list('bullet')).not.toContain('bordered');
  });
});

test('quotations and preformatted text are what they are', () => {
  expect(draw(part('rich_text_quote', [text('Said')]))).toMatch(
    /<blockquote.*Said.*<\/blockquote>/,
  );
  expect(draw(part('rich_text_preformatted', [text('a\n  b')]))).toMatch(
    /<pre.*a\n {2}b.*<\/pre>/s,
  );
});
