import { html } from 'htm/preact';
import { useState } from 'preact/hooks';
import { numberField, textField } from '../../../json.ts';
import type { ElementParts } from './element-parts.ts';
import { naming } from './naming.ts';
import { type Option, offersOf, offersWith, optionsIn } from './options.ts';
import { PickerOption } from './picker-option.ts';
import { heldBy, placeOf, wordsUnder } from './place.ts';
import { Popup } from './popup.ts';
import { takesSeveral, toggled, usePicked } from './use-picked.ts';
import { useSuggestions } from './use-suggestions.ts';

/** A list this long is easier searched than read. */
const SEARCHED_FROM = 10;

/**
 * A menu that opens to a list: several things are ticked in it, or one that the app finds for what is
 * typed is picked.
 */
export function Picker(parts: ElementParts) {
  const { element, context, labelledBy } = parts;
  const { domId, marks } = placeOf(parts);
  const type = textField(element, 'type') ?? '';
  const several = takesSeveral(type);
  const external = type.endsWith('external_select');
  const { picked, pick, dialog } = usePicked(parts);
  const [typed, setTyped] = useState('');
  const [suggested, ask] = useSuggestions(parts);
  const offers = external
    ? [{ label: '', options: suggested.options }]
    : offersOf(element, context.names);
  const all = offers.flatMap(({ options }) => options);
  const found = external ? offers : offersWith(offers, typed);
  const [known, learn] = useState<readonly Option[]>(() => optionsIn(heldBy(parts)));
  const wordsOf = (value: string) =>
    [...all, ...known, ...optionsIn(heldBy(parts))].find((each) => each.value === value)?.words ??
    value;
  const most = numberField(element, 'max_selected_items') ?? Number.POSITIVE_INFINITY;
  const full = several && picked.length >= most;
  const search = (words: string) => {
    setTyped(words);
    if (external) void ask(words);
  };
  const list = (close: () => void) => html`
    ${
      (external || all.length >= SEARCHED_FROM) &&
      html`<input
        type="search"
        class="text-input"
        aria-label="Search the options"
        placeholder="Search"
        autocomplete="off"
        value=${typed}
        onKeyDown=${(event: KeyboardEvent) => {
          // Enter would send the form around it.
          if (event.key === 'Enter') event.preventDefault();
        }}
        onInput=${(event: Event) => search((event.currentTarget as HTMLInputElement).value)}
      />`
    }
    <p class="popup-words" role="status">
      ${external ? suggested.words : found.length === 0 && 'No results.'}
      ${full && `${most} picked, which is as many as can be.`}
    </p>
    <div class="popup-list" role="group" ...${naming(parts)}>
      ${found.map(({ label, options }, group) => [
        label !== '' && html`<p key=${`heading-${group}`} class="popup-heading">${label}</p>`,
        options.map((option) => {
          const chosen = picked.includes(option.value);
          return html`<${PickerOption}
            key=${option.value}
            domId=${`${domId}/${option.value}`.replaceAll(/\s/g, '_')}
            option=${option}
            several=${several}
            picked=${chosen}
            held=${full && !chosen}
            invalid=${parts.invalid}
            onPick=${() => {
              learn((before) => [...before, option]);
              pick(several ? toggled(picked, option.value) : [option.value]);
              if (!several) close();
            }}
          />`;
        }),
      ])}
    </div>`;
  const words = picked.map(wordsOf).join(', ');
  const shown = words || wordsUnder(element, 'placeholder') || 'Select options';
  const { 'aria-label': name, ...named } = { 'aria-label': undefined, ...naming(parts) };
  return html`<${Popup}
      domId=${domId}
      marks=${marks}
      attributes=${{
        ...named,
        class: words === '' ? 'menu picker menu-empty' : 'menu picker',
        ...(labelledBy === undefined
          ? { 'aria-label': name === shown ? name : `${name}: ${shown}` }
          : { 'aria-labelledby': `${labelledBy} ${domId}` }),
      }}
      face=${shown}
      onOpen=${() => search('')}
      list=${list}
    />
    ${dialog}`;
}
