import { expect, test } from 'vitest';
import type { FaultCode } from '../../src/blockkit/fault.ts';
import { LIMITS } from '../../src/blockkit/limits.ts';
import { validateSuggestions } from '../../src/blockkit/validate.ts';
import { plain, times } from './payloads.ts';

const options = (count: number) => times(count, (n) => ({ text: plain(`o${n}`), value: `v${n}` }));
const groups = (count: number, size = 1) =>
  times(count, (n) => ({ label: plain(`g${n}`), options: options(size) }));

test.each<[string, object]>([
  ['nothing', { options: [] }],
  ['no groups', { option_groups: [] }],
  ['as many options as a menu holds', { options: options(LIMITS.select.options) }],
  ['as many groups as a menu holds', { option_groups: groups(LIMITS.select.groups) }],
  ['a full group', { option_groups: groups(1, LIMITS.select.options) }],
])('an app may offer %s', (_what, answer) => {
  expect(validateSuggestions(answer)).toEqual([]);
});

test.each<[string, unknown, string, FaultCode]>([
  ['words', 'Engagement', '', 'wrong_type'],
  ['neither options nor groups', {}, '', 'missing'],
  ['both options and groups', { options: [], option_groups: [] }, '', 'conflict'],
  ['one option too many', { options: options(LIMITS.select.options + 1) }, '/options', 'too_many'],
  [
    'one group too many',
    { option_groups: groups(LIMITS.select.groups + 1) },
    '/option_groups',
    'too_many',
  ],
  ['an empty group', { option_groups: groups(1, 0) }, '/option_groups/0/options', 'too_few'],
  [
    'an option in markup',
    { options: [{ text: { type: 'mrkdwn', text: '*One*' }, value: '1' }] },
    '/options/0/text/type',
    'not_one_of',
  ],
  [
    'words longer than an option takes',
    { options: [{ text: plain('😀'.repeat(LIMITS.option.text + 1)), value: '1' }] },
    '/options/0/text/text',
    'too_long',
  ],
  [
    'an option without a value',
    { options: [{ text: plain('One') }] },
    '/options/0/value',
    'missing',
  ],
])('an app may not offer %s', (_what, answer, pointer, code) => {
  expect(validateSuggestions(answer)).toMatchObject([{ pointer, code }]);
});
