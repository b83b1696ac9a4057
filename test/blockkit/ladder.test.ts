import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { divider, header, section } from '../../src/blockkit/blocks.ts';
import { mrkdwn } from '../../src/blockkit/escape.ts';
import {
  chooseRung,
  isBlockRefusal,
  type Message,
  nextRung,
  RUNGS,
  type Rung,
} from '../../src/blockkit/ladder.ts';
import { type Cell, type Table, tableAt } from '../../src/blockkit/table.ts';
import { validateMessage } from '../../src/blockkit/validate.ts';
import { hostileText } from './hostile.ts';
import { times } from './payloads.ts';

const asMessage =
  (table: Table) =>
  (rung: Rung): Message => ({
    text: 'Project 2',
    blocks: tableAt(rung, table),
  });

describe('the rungs', () => {
  test('go down one at a time and end at text', () => {
    expect(RUNGS.map(nextRung)).toEqual(['standard', 'plain', 'text', undefined]);
  });

  test.each([
    ['invalid_blocks', true],
    ['invalid_blocks_format', true],
    ['msg_blocks_too_long', true],
    ['not_in_channel', false],
    ['invalid_auth', false],
    ['ratelimited', false],
  ])('%s is a refusal of blocks: %s', (code, expected) => {
    expect(isBlockRefusal(code)).toBe(expected);
  });
});

describe('choosing a rung', () => {
  test('keeps the preferred rung when Slack would take it', () => {
    const chosen = chooseRung({ preferred: 'rich', build: asMessage(small()) });
    expect(chosen).toMatchObject({ rung: 'rich', faults: [] });
    expect(chosen.message.blocks).toMatchObject([{ type: 'data_table' }]);
  });

  test('never starts above the preferred rung', () => {
    expect(chooseRung({ preferred: 'plain', build: asMessage(small()) }).rung).toBe('plain');
  });

  test('drops to a paragraph a row when a table is too long for both kinds', () => {
    const rows = times(150, (n) => [`Outcome ${n}`, { number: n, text: `${n}%` }]);
    const chosen = chooseRung({ preferred: 'rich', build: asMessage({ ...small(), rows }) });
    expect(chosen.rung).toBe('plain');
    expect(new Set(chosen.faults.map(({ rung }) => rung))).toEqual(new Set(['rich', 'standard']));
  });

  test('sends the text alone when no blocks will do', () => {
    const build = () => ({ text: 'Off track', blocks: times(51, divider) });
    expect(chooseRung({ preferred: 'rich', build })).toMatchObject({
      rung: 'text',
      message: { text: 'Off track' },
    });
  });

  test('a long text is cut and does not cost the message its blocks', () => {
    const build = () => ({ text: 'x'.repeat(40_000), blocks: [divider()] });
    const { rung, message } = chooseRung({ preferred: 'rich', build });
    expect(rung).toBe('rich');
    expect(message.text).toHaveLength(3_900);
  });

  test('a message without text says what its blocks say, escaped', () => {
    const build = () => ({ text: '', blocks: [header('<!channel> Q1')] });
    expect(chooseRung({ preferred: 'rich', build }).message.text).toBe('# &lt;!channel&gt; Q1');
  });

  test('always yields a message Slack would take, whatever is in the table', () => {
    const cell: fc.Arbitrary<Cell> = fc.oneof(
      hostileText,
      fc.record({ number: fc.double(), text: hostileText }),
    );
    const table: fc.Arbitrary<Table> = fc.record({
      caption: hostileText,
      header: fc.array(hostileText, { maxLength: 22 }),
      rows: fc.array(fc.array(cell, { maxLength: 22 }), { maxLength: 12 }),
    });
    fc.assert(
      fc.property(table, fc.constantFrom(...RUNGS), hostileText, (content, preferred, typed) => {
        const build = (rung: Rung): Message => ({
          text: mrkdwn`${typed}`.text,
          blocks: tableAt(rung, content),
        });
        const { message, rung, faults } = chooseRung({ preferred, build });
        expect(validateMessage(message)).toEqual([]);
        expect(message.text).not.toMatch(/[<>]/);
        // Plain always fits, so a table never leaves a message with nothing but its text.
        expect(rung === 'text').toBe(preferred === 'text');
        expect(faults.every((fault) => fault.rung !== rung)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a table', () => {
  test('is a data table at rich, its numbers sortable and its empty cells marked', () => {
    expect(tableAt('rich', { ...small(), pageSize: 10 })).toEqual([
      {
        type: 'data_table',
        caption: 'Project 2',
        page_size: 10,
        row_header_column_index: 0,
        rows: [
          [raw('Outcome'), raw('Actual')],
          [raw('2.4 Engagement'), { type: 'raw_number', value: 17, text: '17%' }],
          [raw('2.5 Triggers'), raw('-')],
        ],
      },
    ]);
  });

  test('is a captioned table at standard, its figures to the right', () => {
    expect(tableAt('standard', small())).toMatchObject([
      { type: 'section', text: { text: '*Project 2*' } },
      { type: 'table', column_settings: [{ align: 'left' }, { align: 'right' }] },
    ]);
  });

  test('is a paragraph a row at plain, escaped', () => {
    const rows = [['2.4 <!here>', { number: 17, text: '17%' }]];
    expect(tableAt('plain', { ...small(), rows })).toEqual([
      section(mrkdwn`*Project 2*\n\n*${'2.4 <!here>'}*\nActual: 17%`),
    ]);
  });

  test('has no blocks at text', () => {
    expect(tableAt('text', small())).toEqual([]);
  });

  test.each(['rich', 'standard', 'plain'] as const)('without rows says so at %s', (rung) => {
    expect(tableAt(rung, { ...small(), rows: [] })).toEqual([
      section(mrkdwn`*Project 2*\nNo rows.`),
    ]);
  });

  test('says at plain how many rows it leaves out', () => {
    const rows = times(40, (n) => [`${n}`, 'x'.repeat(900)]);
    const last = tableAt('plain', { ...small(), rows }).at(-1);
    expect(last).toMatchObject({ text: { text: '31 more rows are not shown here.' } });
  });
});

function small(): Table {
  return {
    caption: 'Project 2',
    header: ['Outcome', 'Actual'],
    rows: [['2.4 Engagement', { number: 17, text: '17%' }], ['2.5 Triggers']],
  };
}

function raw(text: string): object {
  return { type: 'raw_text', text };
}
