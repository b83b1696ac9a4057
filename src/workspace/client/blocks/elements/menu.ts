import { html } from 'htm/preact';
import { field } from '../../../json.ts';
import type { ElementParts } from './element-parts.ts';
import { fieldNaming } from './naming.ts';
import { type Option, offersOf } from './options.ts';
import { placeOf, wordsUnder } from './place.ts';
import { usePicked } from './use-picked.ts';

/** A menu of which one thing is picked. */
export function Menu(parts: ElementParts) {
  const { element, block, context } = parts;
  const { domId, marks } = placeOf(parts);
  const {
    picked: [picked = ''],
    pick,
    dialog,
  } = usePicked(parts);
  // As in Slack, only what need not be answered can be emptied again.
  const stays = field(block, 'optional') !== true;
  return html`<select
      id=${domId}
      class=${picked === '' ? 'menu menu-empty' : 'menu'}
      value=${picked}
      ...${fieldNaming(parts)}
      ...${marks}
      onChange=${(event: Event) => {
        const { value } = event.currentTarget as HTMLSelectElement;
        pick(value === '' ? [] : [value]);
      }}
    >
      <option value="" disabled=${stays} hidden=${stays}>
        ${wordsUnder(element, 'placeholder') || 'Select an option'}
      </option>
      ${offersOf(element, context.names).map(({ label, options }, index) =>
        label === ''
          ? options.map(draw)
          : html`<optgroup key=${index} label=${label}>${options.map(draw)}</optgroup>`,
      )}
    </select>
    ${dialog}`;
}

const draw = ({ value, words, description }: Option) =>
  html`<option key=${value} value=${value}>${words}${description && ` – ${description}`}</option>`;
