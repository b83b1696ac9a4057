import { html } from 'htm/preact';
import { tellsOn } from '../../../dispatching.ts';
import { field, numberField, textField } from '../../../json.ts';
import type { ElementParts } from './element-parts.ts';
import { fieldNaming } from './naming.ts';
import { heldBy, placeOf, wordsUnder } from './place.ts';
import { charactersLeft, longestIn, wordsHeld } from './typed-words.ts';
import { useTyping } from './use-typing.ts';

const KINDS: Readonly<Record<string, string>> = {
  email_text_input: 'email',
  url_text_input: 'url',
};

/**
 * A field to type in. The browser keeps its words once somebody typed in it, so nothing that arrives
 * from the app can overwrite them; another block or action id is another field.
 */
export function TextInput(parts: ElementParts) {
  const { element } = parts;
  const { domId, marks } = placeOf(parts);
  const held = wordsHeld(heldBy(parts));
  const [length, typing] = useTyping(parts, held);
  const type = textField(element, 'type') ?? '';
  const multiline = field(element, 'multiline') === true || type === 'rich_text_input';
  const left = charactersLeft(element, length);
  const attributes = {
    id: domId,
    class: 'text-input',
    defaultValue: held,
    maxlength: longestIn(element),
    minlength: numberField(element, 'min_length') ?? null,
    placeholder: wordsUnder(element, 'placeholder') || null,
    ...typing,
    ...fieldNaming(parts),
    ...focusOnLoad(parts),
  };
  return html`<div class="text-field" ...${marks}>
      ${
        multiline
          ? html`<textarea rows="4" ...${attributes}></textarea>`
          : html`<input
              type=${KINDS[type] ?? 'text'}
              inputmode=${numericKeys(parts)}
              autocomplete="off"
              ...${attributes}
            />`
      }
      ${left !== null && html`<span class="characters-left" aria-hidden="true">${left}</span>`}
      <span class="hidden-words" role="status">
        ${left !== null && left % 10 === 0 && `${left} characters left`}
      </span>
    </div>
    ${tellsOn(parts).enter && html`<p class="input-hint">Press Enter to submit</p>`}`;
}

const focusOnLoad = ({ element, context }: ElementParts) =>
  context.surface === 'modal' && field(element, 'focus_on_load') === true
    ? { autofocus: true }
    : {};

function numericKeys({ element }: ElementParts): string | null {
  if (textField(element, 'type') !== 'number_input') return null;
  return field(element, 'is_decimal_allowed') === true ? 'decimal' : 'numeric';
}
