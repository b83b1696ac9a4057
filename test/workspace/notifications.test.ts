import { expect, test } from 'vitest';
import { notifiedBy } from '../../src/workspace/notifications.ts';
import { PRIYA, words } from './support.ts';

const section = (text: object) => ({ type: 'section', text });

test('live mentions notify people, groups and everyone', () => {
  expect(notifiedBy(`<@${PRIYA}> and <!subteam^S0LEADS001|leads>: <!here>`)).toEqual([
    PRIYA,
    'S0LEADS001',
    'here',
  ]);
  expect(notifiedBy('', [section({ type: 'mrkdwn', text: '<!channel> late' })])).toEqual([
    'channel',
  ]);
});

test('escaped markup and plain text notify nobody', () => {
  const quoted = section({ type: 'mrkdwn', text: '&lt;!channel&gt;' });
  expect(notifiedBy('&lt;!channel&gt;', [quoted, section(words('<!channel>'))])).toEqual([]);
});

test('a rich text mention notifies, rich text that reads like one does not', () => {
  const rich = (element: object) => ({
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [element] }],
  });
  expect(notifiedBy('', [rich({ type: 'broadcast', range: 'here' })])).toEqual(['here']);
  expect(notifiedBy('', [rich({ type: 'text', text: '<!here>' })])).toEqual([]);
});
