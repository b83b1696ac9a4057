import { describe, expect, test } from 'vitest';
import type { FaultCode } from '../../src/blockkit/fault.ts';
import { LIMITS } from '../../src/blockkit/limits.ts';
import { validateView } from '../../src/blockkit/validate.ts';
import { inModal, input, plain, times } from './payloads.ts';

type Limited = [name: string, limit: number, build: (size: number) => object];

/** 😀 is two code units and one character: a count of units would fail at half the limit. */
const long = (size: number) => '😀'.repeat(size);
const options = (count: number) => times(count, (n) => ({ text: plain(`o${n}`), value: `v${n}` }));
const select = (more: object) => input({ type: 'static_select', ...more });

const VIEWS: readonly Limited[] = [
  ['blocks', LIMITS.view.blocks, (n) => inModal(...times(n, () => ({ type: 'divider' })))],
  ['title', LIMITS.view.title, (n) => ({ ...inModal({ type: 'divider' }), title: plain(long(n)) })],
  [
    'submit',
    LIMITS.view.submit,
    (n) => ({ ...inModal({ type: 'divider' }), submit: plain(long(n)) }),
  ],
  ['close', LIMITS.view.close, (n) => ({ ...inModal({ type: 'divider' }), close: plain(long(n)) })],
  [
    'private metadata',
    LIMITS.view.privateMetadata,
    (n) => ({ ...inModal({ type: 'divider' }), private_metadata: long(n) }),
  ],
  [
    'callback_id',
    LIMITS.view.id,
    (n) => ({ ...inModal({ type: 'divider' }), callback_id: long(n) }),
  ],
  [
    'external_id',
    LIMITS.view.id,
    (n) => ({ ...inModal({ type: 'divider' }), external_id: long(n) }),
  ],
  [
    'input label',
    LIMITS.input.label,
    (n) => inModal({ ...input({ type: 'plain_text_input' }), label: plain(long(n)) }),
  ],
  [
    'input hint',
    LIMITS.input.hint,
    (n) => inModal({ ...input({ type: 'plain_text_input' }), hint: plain(long(n)) }),
  ],
  [
    'placeholder',
    LIMITS.placeholder,
    (n) => inModal(input({ type: 'plain_text_input', placeholder: plain(long(n)) })),
  ],
  [
    'max_length',
    LIMITS.plainTextInput.length,
    (n) => inModal(input({ type: 'plain_text_input', max_length: n })),
  ],
  [
    'initial value',
    LIMITS.plainTextInput.length,
    (n) => inModal(input({ type: 'plain_text_input', initial_value: long(n) })),
  ],
  ['select options', LIMITS.select.options, (n) => inModal(select({ options: options(n) }))],
  [
    'option groups',
    LIMITS.select.groups,
    (n) =>
      inModal(
        select({
          option_groups: times(n, (at) => ({
            label: plain('g'),
            options: [{ text: plain('o'), value: `${at}` }],
          })),
        }),
      ),
  ],
  [
    'grouped options',
    LIMITS.select.options,
    (n) => inModal(select({ option_groups: [{ label: plain('g'), options: options(n) }] })),
  ],
  [
    'group label',
    LIMITS.select.groupLabel,
    (n) => inModal(select({ option_groups: [{ label: plain(long(n)), options: options(1) }] })),
  ],
  [
    'option text',
    LIMITS.option.text,
    (n) => inModal(select({ options: [{ text: plain(long(n)), value: 'v' }] })),
  ],
  [
    'option value',
    LIMITS.option.value,
    (n) => inModal(select({ options: [{ text: plain('o'), value: long(n) }] })),
  ],
  [
    'option description',
    LIMITS.option.description,
    (n) =>
      inModal(select({ options: [{ text: plain('o'), value: 'v', description: plain(long(n)) }] })),
  ],
  [
    'radio buttons',
    LIMITS.radioButtons.options,
    (n) => inModal(input({ type: 'radio_buttons', options: options(n) })),
  ],
  [
    'checkboxes',
    LIMITS.checkboxes.options,
    (n) => inModal(input({ type: 'checkboxes', options: options(n) })),
  ],
  ['files', LIMITS.fileInput.files, (n) => inModal(input({ type: 'file_input', max_files: n }))],
  [
    'rich text lines',
    LIMITS.richTextInput.lines,
    (n) => inModal(input({ type: 'rich_text_input', max_lines: n })),
  ],
  ['alert', LIMITS.alert.text, (n) => inModal({ type: 'alert', text: plain(long(n)) })],
];

const OVER: readonly FaultCode[] = ['too_long', 'too_many', 'out_of_range'];

describe('a view', () => {
  test.each(VIEWS)('%s: %i pass and one more is refused', (_, limit, build) => {
    expect(validateView(build(limit))).toEqual([]);
    const codes = validateView(build(limit + 1)).map(({ code }) => code);
    expect(codes.length).toBeGreaterThan(0);
    expect(OVER).toEqual(expect.arrayContaining(codes));
  });

  test('more than 250 KB is refused as a whole', () => {
    const wide = (count: number) =>
      inModal(...times(count, () => ({ type: 'section', text: plain('😀'.repeat(2_900)) })));
    expect(validateView(wide(21))).toEqual([]);
    expect(validateView(wide(22))).toMatchObject([{ pointer: '', code: 'too_big' }]);
  });
});
