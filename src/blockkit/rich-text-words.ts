import { type Fields, field, isFields, listIn, textIn } from './check.ts';
import { LIMITS } from './limits.ts';

/** A rich_text block as plain text: lists keep their marks, quotations their `>`. */
export function textOfRichText(block: Fields): string {
  return listIn(block, 'elements').filter(isFields).map(partText).join('\n');
}

function partText(part: Fields): string {
  const type = textIn(part, 'type');
  if (type === 'rich_text_list') return listText(part);
  const text = listIn(part, 'elements').map(inlineText).join('');
  return type === 'rich_text_quote' ? text.replace(/^/gm, '> ') : text;
}

function listText(part: Fields): string {
  const found = Number(field(part, 'indent') ?? 0);
  const depth = found > 0 && found <= LIMITS.richTextList.indent ? found : 0;
  const indent = '  '.repeat(depth);
  const isOrdered = field(part, 'style') === 'ordered';
  return listIn(part, 'elements')
    .filter(isFields)
    .map((item, index) => `${indent}${isOrdered ? `${index + 1}.` : '•'} ${partText(item)}`)
    .join('\n');
}

function inlineText(inline: unknown): string {
  switch (textIn(inline, 'type')) {
    case 'link':
      return textIn(inline, 'text') ?? textIn(inline, 'url') ?? '';
    case 'emoji':
      return `:${textIn(inline, 'name') ?? ''}:`;
    case 'user':
      return `@${textIn(inline, 'user_id') ?? ''}`;
    case 'usergroup':
      return `@${textIn(inline, 'usergroup_id') ?? ''}`;
    case 'channel':
      return `#${textIn(inline, 'channel_id') ?? ''}`;
    case 'broadcast':
      return `@${textIn(inline, 'range') ?? ''}`;
    case 'date':
      return textIn(inline, 'fallback') ?? '';
    default:
      return textIn(inline, 'text') ?? '';
  }
}
