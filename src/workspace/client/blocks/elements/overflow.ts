import { html } from 'htm/preact';
import { recordsField, textField } from '../../../json.ts';
import type { ElementParts } from './element-parts.ts';
import { naming } from './naming.ts';
import { placeOf, wordsUnder } from './place.ts';
import { Popup } from './popup.ts';
import { useQuestion } from './use-question.ts';

/** The "…" menu: picking in it tells the app at once, and opens an address where it has one. */
export function Overflow(parts: ElementParts) {
  const { element, context } = parts;
  const { blockId, actionId, domId, marks } = placeOf(parts);
  const question = useQuestion(parts);
  const choose = (value: string, url: string) => {
    void context.choose(blockId, actionId, value);
    if (/^https?:/i.test(url)) open(url, '_blank', 'noopener');
  };
  const list = (close: () => void) => html`<ul class="popup-list">
    ${recordsField(element, 'options').map((option) => {
      const value = textField(option, 'value') ?? '';
      const description = wordsUnder(option, 'description');
      return html`<li key=${value}>
        <button
          type="button"
          class="popup-item"
          onClick=${() => {
            close();
            question.ask(() => choose(value, textField(option, 'url') ?? ''));
          }}
        >
          ${wordsUnder(option, 'text')}
          ${description && html`<span class="choice-description">${description}</span>`}
        </button>
      </li>`;
    })}
  </ul>`;
  return html`<${Popup}
      domId=${domId}
      marks=${marks}
      attributes=${{ class: 'button button-default overflow', ...naming(parts) }}
      face=${html`<span aria-hidden="true">⋯</span>`}
      list=${list}
    />
    ${question.dialog}`;
}
