import { html } from 'htm/preact';
import { lexer, type Token, type Tokens } from 'marked';
import { type Json, textField } from '../../json.ts';
import { SafeLink } from '../text/safe-link.ts';

/** Standard Markdown, drawn from its tokens: no HTML in it ever becomes part of the page. */
export function MarkdownBlock({ block }: { block: Json }) {
  return html`<div class="block markdown">${drawAll(lexer(textField(block, 'text') ?? ''))}</div>`;
}

const drawAll = (tokens: readonly Token[] | undefined): unknown => tokens?.map(draw);

const inside = (token: Token): unknown =>
  'tokens' in token && token.tokens ? drawAll(token.tokens) : 'text' in token ? token.text : '';

function draw(token: Token): unknown {
  switch (token.type) {
    case 'heading':
      return html`<${`h${Math.min(6, 3 + (token as Tokens.Heading).depth)}`}>${inside(token)}<//>`;
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
      return html`<hr />`;
    case 'br':
      return html`<br />`;
    case 'space':
      return null;
    case 'list':
      return list(token as Tokens.List);
    case 'table':
      return table(token as Tokens.Table);
    case 'link':
      return html`<${SafeLink} url=${textField(token, 'href') ?? ''}>${inside(token)}<//>`;
    case 'image':
      return html`<${SafeLink} url=${textField(token, 'href') ?? ''}>${textField(token, 'text') ?? ''}<//>`;
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

function table({ header, rows }: Tokens.Table): unknown {
  return html`<div class="table-scroll" role="region" aria-label="Table" tabindex="0">
    <table class="table">
      <thead>
        <tr>
          ${header.map((cell, column) => html`<th key=${column} scope="col">${drawAll(cell.tokens)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row, index) => html`<tr key=${index}>
            ${row.map((cell, column) => html`<td key=${column}>${drawAll(cell.tokens)}</td>`)}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
