import { type Fields, field, isFields, listIn, textIn } from './check.ts';
import { alignColumns } from './columns.ts';
import { textOfElement, valueOfInput } from './fallback-elements.ts';
import { plainOfTextObject } from './plain-of-markup.ts';
import { textOfRichText } from './rich-text-words.ts';

/**
 * Blocks as plain text to read in a terminal: for snapshot tests, the demo and the text of a
 * message that has none. Tables have aligned columns, a button is `[ Label ]` and an input
 * `Label: [initial value]`. A block of an unknown kind is named, never skipped in silence.
 * The result is not Slack markup: escape it before it goes back to Slack.
 */
export function textOfBlocks(blocks: readonly unknown[]): string {
  return blocks
    .filter(isFields)
    .map((block) => textOfBlock(block).trimEnd())
    .filter((text) => text !== '')
    .join('\n\n');
}

function textOfBlock(block: Fields): string {
  const type = textIn(block, 'type') ?? '';
  const render = Object.hasOwn(RENDERERS, type) ? RENDERERS[type] : undefined;
  return render ? render(block) : `(${type || 'untyped block'})`;
}

const RENDERERS: Readonly<Record<string, (block: Fields) => string>> = {
  actions: (block) => listIn(block, 'elements').map(textOfElement).join('  '),
  alert: (block) => `${(textIn(block, 'level') ?? 'note').toUpperCase()}: ${words(block, 'text')}`,
  card: (block) =>
    lines([
      ...['title', 'subtitle', 'body', 'subtext'].map((key) => words(block, key)),
      listIn(block, 'actions').map(textOfElement).join('  '),
    ]),
  carousel: (block) => textOfBlocks(listIn(block, 'elements')),
  container: (block) =>
    lines([
      words(block, 'title'),
      words(block, 'subtitle'),
      textOfBlocks(listIn(block, 'child_blocks')),
    ]),
  context: (block) => listIn(block, 'elements').map(textOfElement).join(' · '),
  context_actions: (block) => listIn(block, 'elements').map(textOfElement).join('  '),
  data_table: (block) => lines([textIn(block, 'caption') ?? '', tableText(block)]),
  data_visualization: chartText,
  divider: () => '---',
  header: (block) => `# ${words(block, 'text')}`,
  image: (block) => lines([words(block, 'title'), textOfElement(block)]),
  input: inputText,
  markdown: (block) => textIn(block, 'text') ?? '',
  rich_text: textOfRichText,
  section: sectionText,
  table: tableText,
};

function sectionText(block: Fields): string {
  const accessory = field(block, 'accessory');
  return lines([
    words(block, 'text'),
    ...listIn(block, 'fields').map((field) => plainOfTextObject(field)),
    accessory === undefined ? '' : textOfElement(accessory),
  ]);
}

function inputText(block: Fields): string {
  const optional = field(block, 'optional') === true ? ' (optional)' : '';
  const hint = words(block, 'hint');
  return lines([
    `${words(block, 'label')}${optional}: [${valueOfInput(field(block, 'element'))}]`,
    hint && `  ${hint}`,
  ]);
}

function tableText(block: Fields): string {
  const rows = listIn(block, 'rows').map((row) => (Array.isArray(row) ? row : []).filter(isFields));
  const [header = [], ...body] = rows;
  const numeric = header.flatMap((_, column) =>
    body.some((row) => field(row[column], 'type') === 'raw_number') ? [column] : [],
  );
  const [top = '', ...others] = alignColumns(
    rows.map((row) => row.map(cellText)),
    new Set(numeric),
  );
  return [
    top,
    '-'.repeat(Math.max(...[top, ...others].map((line) => line.length))),
    ...others,
  ].join('\n');
}

function cellText(cell: Fields): string {
  const text =
    field(cell, 'type') === 'rich_text' ? textOfRichText(cell) : (textIn(cell, 'text') ?? '');
  return text.replace(/\s*\n\s*/g, ' ');
}

function chartText(block: Fields): string {
  const chart = field(block, 'chart');
  const points = (holder: unknown, key: string) =>
    listIn(holder, key)
      .map((point) => `${textIn(point, 'label')} ${field(point, 'value')}`)
      .join(', ');
  return lines([
    `${textIn(block, 'title') ?? ''} (${textIn(chart, 'type') ?? 'chart'} chart)`,
    points(chart, 'segments'),
    ...listIn(chart, 'series').map((each) => `${textIn(each, 'name')}: ${points(each, 'data')}`),
  ]);
}

function words(block: Fields, key: string): string {
  return plainOfTextObject(block[key]);
}

function lines(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}
