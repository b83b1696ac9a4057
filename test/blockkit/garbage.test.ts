import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textOfBlocks } from '../../src/blockkit/fallback-text.ts';
import { validateMessage, validateView, validateViewErrors } from '../../src/blockkit/validate.ts';

const TYPES = [
  'section',
  'actions',
  'input',
  'table',
  'data_table',
  'data_visualization',
  'rich_text',
  'rich_text_list',
  'line',
  'pie',
  'static_select',
  'number_input',
  'plain_text_input',
  'card',
  'carousel',
  'container',
  'constructor',
];
const KEYS = [
  'text',
  'fields',
  'elements',
  'element',
  'accessory',
  'rows',
  'chart',
  'series',
  'data',
  'axis_config',
  'categories',
  'segments',
  'options',
  'option_groups',
  'initial_option',
  'initial_options',
  'child_blocks',
  'indent',
  'min_value',
  'max_length',
];

/** Objects that look like Block Kit from afar. */
const { blockish } = fc.letrec<{ blockish: unknown }>((tie) => ({
  blockish: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.jsonValue({ maxDepth: 1 }),
    fc.array(tie('blockish'), { maxLength: 4 }),
    fc
      .tuple(
        fc.constantFrom(...TYPES),
        fc.dictionary(fc.constantFrom(...KEYS), tie('blockish'), { maxKeys: 5 }),
      )
      .map(([type, fields]) => ({ type, ...fields })),
  ),
}));

test('no payload, however wrong, makes the validator or the renderer throw', () => {
  fc.assert(
    fc.property(fc.array(blockish, { maxLength: 4 }), (blocks) => {
      expect(Array.isArray(validateMessage({ text: 't', blocks }))).toBe(true);
      expect(Array.isArray(validateView({ type: 'modal', blocks }))).toBe(true);
      expect(Array.isArray(validateViewErrors({ blocks }, { a: 'b' }))).toBe(true);
      expect(typeof textOfBlocks(blocks)).toBe('string');
    }),
    { numRuns: 500 },
  );
});

test('every fault points at something by JSON pointer', () => {
  fc.assert(
    fc.property(fc.array(blockish, { maxLength: 4 }), (blocks) => {
      for (const { pointer, message } of validateMessage({ text: 't', blocks })) {
        expect(pointer).toMatch(/^(\/[^/]*)*$/);
        expect(message).not.toBe('');
      }
    }),
  );
});
