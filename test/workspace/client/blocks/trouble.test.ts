import fc from 'fast-check';
import { html } from 'htm/preact';
import { options } from 'preact';
import { render } from 'preact-render-to-string';
import { beforeAll, describe, expect, test } from 'vitest';
import { KINDS } from '../../../../src/workspace/client/blocks/block-kinds.ts';
import { BlockList } from '../../../../src/workspace/client/blocks/block-list.ts';
import { type Json, textField } from '../../../../src/workspace/json.ts';
import { contextWith, wordsIn } from '../support.ts';

// In a browser what fails inside a fence is caught by itself; here it has to be asked for.
beforeAll(() => {
  Object.assign(options, { errorBoundaries: true });
});

const draw = (...blocks: readonly unknown[]) =>
  render(html`<${BlockList} blocks=${blocks} context=${contextWith()} />`);

const good = (text: string) => ({ type: 'section', text: { type: 'plain_text', text } });
const words = { type: 'plain_text', text: 'Words' };
const row = [{ type: 'raw_text', text: 'a' }];

describe('a block this page does not know', () => {
  test('shows what it holds rather than nothing', () => {
    const drawn = draw({ type: 'hologram', depth: 3, words: '<b>' });
    expect(drawn).toContain('<details class="block unknown-block" open>');
    expect(wordsIn(drawn)).toContain('This page cannot draw a block of type “hologram”');
    expect(wordsIn(drawn)).toContain('"depth": 3');
    expect(wordsIn(drawn)).toContain('"words": "<b>"');
  });

  test.each(['toString', '__proto__', 'constructor'])(
    'is not mistaken for one by its name: %s',
    (type) => {
      expect(draw({ type })).toContain('This page cannot draw');
    },
  );
});

describe('a block that cannot be drawn', () => {
  test.each<[string, Json]>([
    ['section of nothing', { type: 'section' }],
    ['section with bare text', { type: 'section', text: 'Words' }],
    ['section with a bad field', { type: 'section', text: words, fields: [words, 7] }],
    ['header without text', { type: 'header' }],
    ['context of nothing', { type: 'context', elements: [] }],
    ['actions without elements', { type: 'actions' }],
    ['image without words', { type: 'image', image_url: 'https://x.example' }],
    ['rich text of something else', { type: 'rich_text', elements: [{ type: 'dance' }] }],
    [
      'rich text with unknown words',
      { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'x' }] }] },
    ],
    ['markdown without text', { type: 'markdown' }],
    ['markdown nested too deeply', { type: 'markdown', text: '> '.repeat(5000) }],
    ['table without rows', { type: 'table' }],
    ['table with a bad cell', { type: 'table', rows: [row, [null]] }],
    ['data table without a caption', { type: 'data_table', rows: [row, row] }],
    ['chart of nothing', { type: 'data_visualization', title: 'x', chart: { type: 'line' } }],
    ['chart of no known kind', { type: 'data_visualization', title: 'x', chart: { type: 'x' } }],
    ['alert without text', { type: 'alert', level: 'info' }],
    ['empty card', { type: 'card' }],
    ['container without blocks', { type: 'container', title: words }],
    ['plan without a title', { type: 'plan' }],
  ])('shows its JSON, and those around it are drawn: %s', (_what, block) => {
    const drawn = wordsIn(draw(good('Before'), block, good('After')));
    expect(drawn).toMatch(/^Before.*cannot draw.*After$/s);
    expect(drawn).toContain(`"type": "${textField(block, 'type')}"`);
  });

  test.each([null, 7, 'words', []])('may be no block at all: %j', (block) => {
    expect(wordsIn(draw(good('Before'), block, good('After')))).toMatch(
      /^Before.*cannot draw a block of type “no type”.*After$/s,
    );
  });
});

test('whatever is in a list of blocks, its neighbours are drawn', () => {
  const json = fc.jsonValue({ maxDepth: 3 });
  const key = fc.constantFrom(
    ...['text', 'elements', 'fields', 'rows', 'chart', 'title', 'caption', 'level', 'accessory'],
    ...['child_blocks', 'actions', 'tasks', 'column_settings', 'page_size', 'status', 'element'],
  );
  const block = fc
    .tuple(fc.constantFrom(...Object.keys(KINDS)), fc.dictionary(key, json))
    .map(([type, fields]) => ({ ...fields, type }));
  fc.assert(
    fc.property(block, (odd) => {
      const drawn = wordsIn(draw(good('Before'), odd, good('After')));
      expect(drawn.startsWith('Before') && drawn.endsWith('After')).toBe(true);
    }),
  );
});
