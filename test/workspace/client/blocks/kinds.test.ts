import { describe, expect, test } from 'vitest';
import type { Json } from '../../../../src/workspace/json.ts';
import { drawBlocks, wordsIn } from '../support.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const rich = (text: string) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
});
const image = { type: 'image', alt_text: 'A map', image_url: 'https://elsewhere.example/a.png' };
const button = { type: 'button', action_id: 'go', text: plain('Go') };

describe('a block is drawn with its words', () => {
  test.each<[string, Json, readonly string[]]>([
    [
      'section',
      { type: 'section', text: mrkdwn('*Due*'), fields: [plain('2.4')], accessory: button },
      ['<strong>Due</strong>', '2.4', 'Go'],
    ],
    ['context', { type: 'context', elements: [plain('Small'), image] }, ['Small', 'A map']],
    ['divider', { type: 'divider' }, ['<hr']],
    ['actions', { type: 'actions', elements: [button] }, ['<button', 'Go']],
    [
      'input',
      { type: 'input', label: plain('Victims'), element: { type: 'plain_text_input' } },
      ['Victims', '<input', '<label'],
    ],
    ['image', { ...image, title: plain('Barnet') }, ['Barnet', 'aria-label="A map"']],
    ['rich_text', rich('Words'), ['Words']],
    ['markdown', { type: 'markdown', text: '**bold**' }, ['<strong>bold</strong>']],
    [
      'card',
      {
        type: 'card',
        hero_image: image,
        icon: { ...image, alt_text: 'Logo' },
        title: mrkdwn('Card'),
        subtitle: mrkdwn('Under'),
        body: mrkdwn('Body'),
        subtext: mrkdwn('Below'),
        actions: [button],
      },
      ['A map', 'Logo', 'Card', 'Under', 'Body', 'Below', 'Go'],
    ],
    [
      'carousel',
      {
        type: 'carousel',
        elements: [1, 2].map((each) => ({ type: 'card', body: plain(`${each}st`) })),
      },
      ['aria-label="2 cards"', '1st', '2st'],
    ],
    [
      'container',
      {
        type: 'container',
        title: plain('Frame'),
        subtitle: plain('Of two'),
        child_blocks: [{ type: 'divider' }, { type: 'section', text: plain('Inside') }],
      },
      ['Frame', 'Of two', '<hr', 'Inside'],
    ],
    [
      'container with a rich title',
      {
        type: 'container',
        rich_text_title: rich('Rich frame'),
        child_blocks: [{ type: 'divider' }],
      },
      ['Rich frame'],
    ],
    [
      'context_actions',
      {
        type: 'context_actions',
        elements: [
          {
            type: 'feedback_buttons',
            positive_button: { text: plain('Good'), value: 'y' },
            negative_button: { text: plain('Bad'), value: 'n' },
          },
        ],
      },
      ['Good', 'Bad'],
    ],
    [
      'video',
      {
        type: 'video',
        title: plain('Film'),
        alt_text: 'A meeting',
        author_name: 'The council',
        description: plain('What was said'),
        video_url: 'https://x.example/v',
      },
      ['Film', 'A meeting', 'The council', 'What was said', 'href="https://x.example/v"'],
    ],
    ['file', { type: 'file', source: 'remote', external_id: 'F-77' }, ['F-77']],
    [
      'task_card',
      {
        type: 'task_card',
        title: 'Task',
        status: 'in_progress',
        details: rich('How'),
        output: rich('What came of it'),
        sources: [{ type: 'url', url: 'https://x.example', text: 'Where from' }],
      },
      ['Task', 'In progress', 'How', 'What came of it', 'Where from'],
    ],
    [
      'plan',
      { type: 'plan', title: 'Plan', tasks: [{ title: 'Task', status: 'complete' }] },
      ['Plan', 'Task', 'Complete'],
    ],
  ])('%s', (_type, block, expected) => {
    const drawn = drawBlocks([block]);
    for (const words of expected) expect(drawn).toContain(words);
  });
});

describe('a header', () => {
  const header = (level?: number) => ({ type: 'header', text: plain('Digest'), level });
  test.each([
    ['message', undefined, 'h4'],
    ['message', 2, 'h5'],
    ['message', 4, 'h6'],
    ['modal', undefined, 'h3'],
    ['home', 3, 'h5'],
  ] as const)('in a %s, of level %s, is an %s', (surface, level, tag) => {
    expect(drawBlocks([header(level)], { surface })).toMatch(new RegExp(`^<${tag} .*</${tag}>$`));
  });
});

test.each([
  ['info', 'Information: Look'],
  ['warning', 'Warning: Look'],
  ['error', 'Error: Look'],
  ['success', 'Done: Look'],
  [undefined, 'Note: Look'],
])('an alert of level %s says so in a word', (level, words) => {
  const drawn = drawBlocks([{ type: 'alert', level, text: plain('Look') }], { surface: 'modal' });
  expect(wordsIn(drawn)).toContain(words);
});

describe('a container that folds', () => {
  const container = (default_collapsed: boolean) =>
    drawBlocks([
      {
        type: 'container',
        title: plain('Frame'),
        is_collapsible: true,
        default_collapsed,
        child_blocks: [{ type: 'section', text: plain('Inside') }],
      },
    ]);
  test('is open or closed as the app asked, and says which', () => {
    expect(container(false)).toContain('aria-expanded="true"');
    expect(container(true)).toContain('aria-expanded="false"');
    expect(container(true)).toMatch(/<div id="[^"]+" hidden/);
  });
});

describe('the text of a section', () => {
  const section = (more: object, surface: 'message' | 'modal') =>
    drawBlocks([{ type: 'section', text: plain('Long'), ...more }], { surface });

  test('folds in a message unless the app asks it not to, and never in a view', () => {
    expect(section({}, 'message')).toContain('folded');
    expect(section({ expand: true }, 'message')).not.toContain('folded');
    expect(section({}, 'modal')).not.toContain('folded');
  });
});

test.each(['https://elsewhere.example/a.png', '//elsewhere.example/a.png', '/\\elsewhere.example'])(
  'the page asks no other host for a picture: %s',
  (image_url) => {
    const drawn = drawBlocks([{ ...image, image_url }]);
    expect(drawn).not.toContain('<img');
    expect(wordsIn(drawn)).toContain('A map');
  },
);

test('a picture on the page’s own host is shown', () => {
  expect(drawBlocks([{ ...image, image_url: '/files/F1/map.png' }])).toContain(
    '<img class="picture" src="/files/F1/map.png" alt="A map"',
  );
});
