import { html } from 'htm/preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { field, numberField, textField } from '../../../json.ts';
import type { ElementParts } from './element-parts.ts';
import { fieldNaming } from './naming.ts';
import { heldBy, placeOf, wordsUnder } from './place.ts';
import { canHold, charactersLeft, longestIn, tellsOn, wordsHeld } from './typed-words.ts';

/** Typing is told after this pause, and at once when the field is left. */
const PAUSE_MS = 300;

const KINDS: Readonly<Record<string, string>> = {
  email_text_input: 'email',
  url_text_input: 'url',
};

type Box = HTMLInputElement | HTMLTextAreaElement;

/**
 * A field to type in. The browser keeps its words once somebody typed in it, so nothing that arrives
 * from the app can overwrite them; another block or action id is another field.
 */
export function TextInput(parts: ElementParts) {
  const { element, block, context } = parts;
  const { blockId, actionId, domId, marks } = placeOf(parts);
  const held = wordsHeld(heldBy(parts));
  const [typed, setTyped] = useState(held);
  const box = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const told = useRef(held);
  const allowed = useRef(held);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const type = textField(element, 'type') ?? '';
  const multiline = field(element, 'multiline') === true || type === 'rich_text_input';
  const tells = tellsOn(block, element);
  const left = charactersLeft(element, typed);

  const tell = () => {
    clearTimeout(timer.current);
    const value = box.current?.value ?? told.current;
    if (value === told.current) return;
    told.current = value;
    context.type(blockId, actionId, value);
  };
  const tellNow = useRef(tell);
  tellNow.current = tell;
  useEffect(() => {
    const form = box.current?.form;
    const heed = () => tellNow.current();
    // Before the form itself hears that it is sent.
    form?.addEventListener('submit', heed, { capture: true });
    return () => {
      clearTimeout(timer.current);
      form?.removeEventListener('submit', heed, { capture: true });
    };
  }, []);

  const heed = ({ currentTarget }: Event) => {
    const input = currentTarget as Box;
    if (!canHold(element, input.value)) input.value = allowed.current;
    allowed.current = input.value;
    setTyped(input.value);
    clearTimeout(timer.current);
    if (tells.letters) {
      tell();
      context.press(blockId, actionId);
    } else {
      timer.current = setTimeout(() => tellNow.current(), PAUSE_MS);
    }
  };
  const heedKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    const sends = event.ctrlKey || event.metaKey;
    if (sends && multiline) (event.currentTarget as Box).form?.requestSubmit();
    if (sends || event.shiftKey || !tells.enter) return;
    event.preventDefault();
    tell();
    context.press(blockId, actionId);
  };
  const attributes = {
    id: domId,
    ref: box,
    class: 'text-input',
    defaultValue: held,
    maxlength: longestIn(element),
    minlength: numberField(element, 'min_length') ?? null,
    placeholder: wordsUnder(element, 'placeholder') || null,
    onInput: heed,
    onKeyDown: heedKey,
    onBlur: tell,
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
    ${tells.enter && html`<p class="input-hint">Press Enter to submit</p>`}
  </div>`;
}

const focusOnLoad = ({ element, context }: ElementParts) =>
  context.surface === 'modal' && field(element, 'focus_on_load') === true
    ? { autofocus: true }
    : {};

function numericKeys({ element }: ElementParts): string | null {
  if (textField(element, 'type') !== 'number_input') return null;
  return field(element, 'is_decimal_allowed') === true ? 'decimal' : 'numeric';
}
