import { describe, expect, test } from 'vitest';
import { actions, button, context, divider, header, section } from '../../src/blockkit/blocks.ts';
import { escapeMrkdwn, mrkdwn } from '../../src/blockkit/escape.ts';
import { textOfBlocks } from '../../src/blockkit/fallback-text.ts';
import { tableAt } from '../../src/blockkit/table.ts';
import { validateMessage } from '../../src/blockkit/validate.ts';
import { chart, inMessage, input, plain } from './payloads.ts';

const press = (text: string) => button({ text, actionId: text });

describe('blocks as plain text', () => {
  test('a whole message reads from top to bottom', () => {
    const blocks = [
      header('Project 2, Q1', 2),
      section(mrkdwn`*2.4* is _off track_: ${'17% < 41%'}`, { accessory: press('Open') }),
      section(mrkdwn`Figures`, { fields: [mrkdwn`Actual: 17%`, mrkdwn`Target: 41%`] }),
      divider(),
      context(mrkdwn`Due <!date^1485900000^{date_long}|31 Jan 2017>`, mrkdwn`<@U1>`),
      actions([press('Submit'), press('Later')]),
    ];
    expect(validateMessage(inMessage(...blocks))).toEqual([]);
    expect(textOfBlocks(blocks)).toBe(
      [
        '# Project 2, Q1',
        '2.4 is off track: 17% < 41%\n[ Open ]',
        'Figures\nActual: 17%\nTarget: 41%',
        '---',
        'Due 31 Jan 2017 · @U1',
        '[ Submit ]  [ Later ]',
      ].join('\n\n'),
    );
  });

  test.each(['rich', 'standard'] as const)('a %s table has aligned columns', (rung) => {
    const text = textOfBlocks(
      tableAt(rung, {
        caption: 'Project 2',
        header: ['Outcome', 'Actual'],
        rows: [
          ['Engagement 😀', { number: 17, text: '17%' }],
          ['Triggers', { number: 104, text: '104' }],
        ],
      }),
    );
    expect(text.split('\n').filter((line) => line !== '')).toEqual([
      'Project 2',
      'Outcome        Actual',
      '---------------------',
      'Engagement 😀     17%',
      'Triggers          104',
    ]);
  });

  test.each([
    [{ type: 'plain_text_input', initial_value: '17' }, '[17]'],
    [{ type: 'plain_text_input', placeholder: plain('for example 17.5') }, '[(for example 17.5)]'],
    [{ type: 'plain_text_input' }, '[]'],
    [{ type: 'static_select', initial_option: { text: plain('Final'), value: 'f' } }, '[Final]'],
    [{ type: 'multi_users_select', initial_users: ['U1', 'U2'] }, '[U1, U2]'],
    [
      {
        type: 'radio_buttons',
        options: [
          { text: plain('Yes'), value: 'y' },
          { text: plain('No'), value: 'n' },
        ],
        initial_option: { text: plain('No'), value: 'n' },
      },
      '[( ) Yes  (x) No]',
    ],
  ])('an input shows its label and what it starts with (%#)', (element, shown) => {
    expect(textOfBlocks([input(element)])).toBe(`Engagement rate: ${shown}`);
  });

  test('an input says when it is optional, and its hint', () => {
    const block = {
      ...input({ type: 'plain_text_input' }),
      optional: true,
      hint: plain('A number'),
    };
    expect(textOfBlocks([block])).toBe('Engagement rate (optional): []\n  A number');
  });

  test('rich text keeps its lists and quotations', () => {
    const part = (type: string, text: string) => ({ type, elements: [{ type: 'text', text }] });
    const list = (style: string) => ({
      type: 'rich_text_list',
      style,
      elements: [part('rich_text_section', 'one')],
    });
    const elements = [
      part('rich_text_section', 'a'),
      list('bullet'),
      list('ordered'),
      part('rich_text_quote', 'q'),
    ];
    expect(textOfBlocks([{ type: 'rich_text', elements }])).toBe('a\n• one\n1. one\n> q');
  });

  test('a chart reads as its figures', () => {
    expect(textOfBlocks([chart()])).toBe(
      'Engagement rate (line chart)\nSeries 0: Q0 -1.5, Q1 -1.5',
    );
  });

  test('an escaped entity comes back as it was typed', () => {
    expect(textOfBlocks([section(escapeMrkdwn('&lt;!channel&gt; & <b>'))])).toBe(
      '&lt;!channel&gt; & <b>',
    );
  });

  test('a link shows its words and where it goes', () => {
    expect(textOfBlocks([section(mrkdwn`<https://x.example|the paper>`)])).toBe(
      'the paper (https://x.example)',
    );
  });

  test('a block of an unknown kind is named', () => {
    expect(textOfBlocks([{ type: 'hologram' }, {}, null])).toBe('(hologram)\n\n(untyped block)');
  });
});

describe('builders', () => {
  test('cut the words of a button and a header to fit, but never a value', () => {
    const long = '😀'.repeat(4_000);
    const blocks = [
      header(long),
      actions([button({ text: long, actionId: 'a', accessibilityLabel: long })]),
    ];
    expect(validateMessage(inMessage(...blocks))).toEqual([]);
    const valued = actions([button({ text: 'Go', actionId: 'a', value: long })]);
    expect(validateMessage(inMessage(valued))).toMatchObject([
      { pointer: '/blocks/0/elements/0/value', code: 'too_long' },
    ]);
  });
});
