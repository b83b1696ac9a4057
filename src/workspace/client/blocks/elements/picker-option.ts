import { html } from 'htm/preact';
import type { Option } from './options.ts';

interface PickerOptionParts {
  readonly domId: string;
  readonly option: Option;
  /** True where several are ticked, false where one is picked. */
  readonly several: boolean;
  readonly picked: boolean;
  /** True where as many are picked as can be. */
  readonly held: boolean;
  readonly invalid?: boolean;
  readonly onPick: () => void;
}

/** One line of a list that opens: a box to tick, or the thing itself to press. */
export function PickerOption(parts: PickerOptionParts) {
  const { domId, option, several, picked, held, invalid, onPick } = parts;
  const { words, description } = option;
  const face = html`<span>
    ${words}${description && html`<span class="choice-description">${description}</span>`}
  </span>`;
  if (!several) {
    return html`<button type="button" class="popup-item" aria-pressed=${picked} onClick=${onPick}>
      ${face}
    </button>`;
  }
  return html`<label class="choice popup-item" for=${domId}>
    <input
      id=${domId}
      type="checkbox"
      checked=${picked}
      disabled=${held}
      aria-invalid=${invalid ? 'true' : null}
      onChange=${onPick}
    />
    ${face}
  </label>`;
}
