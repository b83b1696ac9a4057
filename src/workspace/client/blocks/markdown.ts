import { html } from 'htm/preact';
import { lexer, type Token, type Tokens } from 'marked';
import { useMemo } from 'preact/hooks';
import { textField } from '../../json.ts';
import { SafeLink } from '../text/safe-link.ts';
import type { BlockParts } from './block-parts.ts';
import { withoutEntities } from './entities.ts';
import { neededText } from './needed.ts';

/** Standard Markdown, drawn from its tokens: no HTML in it ever becomes part of the page. */
export function MarkdownBlock({ block }: Pick<BlockParts, 'block'>) {
  const text = neededText(block, 'text');
  const tokens = useMemo(() => lexer(text), [text]);
  return html`<div class="block markdown">${drawAll(tokens)}</div>`;
}

const drawAll = (tokens: readonly Token[] | undefined): unknown => tokens?.map(draw);

const wordsOf = (token: Token): string => withoutEntities(textField(token, 'text') ?? '');

const inside = (token: Token): unknown =>
  'tokens' in token && token.tokens ? drawAll(token.tokens) : wordsOf(token);

/** A message's own headings start at the fourth rank. */
const rankOf = ({ depth }: Tokens.Heading): number => Math.min(6, 3 + depth);

function draw(token: Token): unknown {
  switch (token.type) {
    case 'heading':
      return html`<${`h${rankOf(token as Tokens.Heading)}`}>${inside(token)}<//>`;
    case 'paragraph':
      return html`<p>${inside(token)}</p>`;
    case 'strong':
      return html`<strong>${inside(token)}</strong>`;
    case 'em':
      return html`<em>${inside(token)}</em>`;
    case 'del':
      return html`<s>${inside(token)}</s>`;
    case 'codespan':
      return html`<code>${textField(token, 'text') ?? ''}</code>`;
    case 'code':
      return html`<pre class="preformatted"><code>${textField(token, 'text') ?? ''}</code></pre>`;
    case 'blockquote':
      return html`<blockquote class="quote">${inside(token)}</blockquote>`;
    case 'hr':
      return html`<hr class="divider" />`;
    case 'br':
      return html`<br />`;
    case 'space':
    case 'def':
      return null;
    case 'list':
      return list(token as Tokens.List);
    case 'table':
      return table(token as Tokens.Table);
    case 'link':
      return html`<${SafeLink} url=${textField(token, 'href') ?? ''}>${inside(token)}<//>`;
    case 'image':
      // Slack shows a picture in Markdown as a link to it.
      return html`<${SafeLink} url=${textField(token, 'href') ?? ''}>${wordsOf(token)}<//>`;
    case 'checkbox':
      return (token as Tokens.Checkbox).checked ? '☑ ' : '☐ ';
    case 'html':
      return token.raw;
    default:
      return inside(token);
  }
}

function list({ ordered, start, items }: Tokens.List): unknown {
  const drawn = items.map((item, index) => html`<li key=${index}>${drawAll(item.tokens)}</li>`);
  return ordered
    ? html`<ol start=${start === '' ? 1 : start}>${drawn}</ol>`
    : html`<ul>${drawn}</ul>`;
}

const alignOf = ({ align }: Tokens.TableCell): string | null => align && `align-${align}`;

function table({ header, rows }: Tokens.Table): unknown {
  const label = `Table: ${header.map(({ text }) => text).join(', ')}`;
  return html`<div class="table-scroll" role="region" aria-label=${label} tabindex="0">
    <table class="table">
      <thead>
        <tr>
          ${header.map(
            (cell, column) => html`<th key=${column} scope="col" class=${alignOf(cell)}>
              ${drawAll(cell.tokens)}
            </th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row, index) => html`<tr key=${index}>
            ${row.map((cell, column) => html`<td key=${column} class=${alignOf(cell)}>${drawAll(cell.tokens)}</td>`)}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
