import { html } from 'htm/preact';
import { numberField, textField } from '../../../json.ts';
import type { ElementParts } from './element-parts.ts';
import { naming } from './naming.ts';
import type { Option } from './options.ts';
import { placeOf } from './place.ts';
import type { Offers } from './use-offers.ts';
import { takesSeveral } from './use-picked.ts';

interface PickerListParts {
  readonly parts: ElementParts;
  readonly offers: Offers;
  readonly picked: readonly string[];
  readonly onPick: (option: Option) => void;
}

/** The search of a menu, and the options that go with what was typed. */
export function PickerList({ parts, offers, picked, onPick }: PickerListParts) {
  const { element, invalid } = parts;
  const { domId } = placeOf(parts);
  const several = takesSeveral(textField(element, 'type') ?? '');
  const most = numberField(element, 'max_selected_items') ?? Number.POSITIVE_INFINITY;
  const full = several && picked.length >= most;
  const line = (option: Option) => {
    const chosen = picked.includes(option.value);
    return html`<${several ? TickedLine : PressedLine}
      key=${option.value}
      domId=${`${domId}/option/${option.value}`.replaceAll(/\s/g, '_')}
      option=${option}
      picked=${chosen}
      held=${full && !chosen}
      invalid=${invalid === true}
      onPick=${() => onPick(option)}
    />`;
  };
  return html`${offers.searched && html`<${Search} offers=${offers} />`}
    <p class="popup-words" role="status">
      ${full ? `${most} picked, which is the most it takes.` : offers.words}
    </p>
    <div class="popup-list" role="group" ...${naming(parts)}>
      ${offers.groups.map(({ label, options }) =>
        label === ''
          ? options.map(line)
          : html`<div key=${label} role="group" aria-label=${label}>
              <p class="popup-heading" aria-hidden="true">${label}</p>
              ${options.map(line)}
            </div>`,
      )}
    </div>`;
}

function Search({ offers }: { offers: Offers }) {
  return html`<input
    type="search"
    class="text-input"
    aria-label="Search the options"
    placeholder="Search"
    autocomplete="off"
    value=${offers.typed}
    onKeyDown=${(event: KeyboardEvent) => {
      // Enter would send the form around it.
      if (event.key === 'Enter') event.preventDefault();
    }}
    onInput=${(event: Event) => offers.search((event.currentTarget as HTMLInputElement).value)}
  />`;
}

interface LineParts {
  readonly domId: string;
  readonly option: Option;
  readonly picked: boolean;
  /** True where as many are picked as can be. */
  readonly held: boolean;
  readonly invalid: boolean;
  readonly onPick: () => void;
}

/** A line to tick, where several are taken. */
function TickedLine({ domId, option, picked, held, invalid, onPick }: LineParts) {
  return html`<label class="choice popup-item" for=${domId}>
    <input
      id=${domId}
      type="checkbox"
      checked=${picked}
      disabled=${held}
      aria-invalid=${invalid ? 'true' : null}
      onChange=${onPick}
    />
    <${Words} option=${option} />
  </label>`;
}

/** A line to press, where one is taken. */
function PressedLine({ option, picked, onPick }: LineParts) {
  return html`<button type="button" class="popup-item" aria-pressed=${picked} onClick=${onPick}>
    <${Words} option=${option} />
  </button>`;
}

function Words({ option: { words, description } }: { option: Option }) {
  return html`<span>
    ${words}${description && html`<span class="choice-description">${description}</span>`}
  </span>`;
}
