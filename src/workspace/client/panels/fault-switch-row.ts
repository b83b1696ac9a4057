import { html } from 'htm/preact';
import { useState } from 'preact/hooks';
import type { PageControl } from '../../page/protocol.ts';
import { AskFirst } from './ask-first.ts';
import { type FaultKind, switchFor } from './fault-kinds.ts';

interface FaultSwitchRowParts {
  readonly kind: FaultKind;
  readonly isOn: boolean;
  readonly act: (control: PageControl) => Promise<boolean>;
}

/** One fault: what it does, its numbers, and the button that throws it. */
export function FaultSwitchRow({ kind, isOn, act }: FaultSwitchRowParts) {
  const { name, does, settings, stays, warning } = kind;
  const usual = Object.fromEntries(settings.map(({ key, usual: value }) => [key, String(value)]));
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(usual);
  const [done, setDone] = useState(false);
  const verb = stays && isOn ? 'End' : 'Begin';
  const flip = async () => {
    const numbers = Object.fromEntries(settings.map(({ key }) => [key, Number(typed[key])]));
    setDone(false);
    setDone(await act({ kind: 'fault', fault: switchFor(kind, numbers, isOn) }));
  };
  return html`<form
    class=${isOn ? 'fault fault-on' : 'fault'}
    onSubmit=${(event: Event) => {
      event.preventDefault();
      if (warning === undefined) void flip();
    }}
  >
    <p><code>${name}</code> ${does}</p>
    <div class="fault-row" role="group" aria-label=${name}>
      <span class="fault-said" role="status">${isOn ? '⚠ On now' : done ? 'Done.' : ''}</span>
      ${settings.map(
        ({ key, label, least, most }) => html`<label key=${key}>
          <input
            class="text-input"
            type="number"
            required
            min=${least}
            max=${most}
            value=${typed[key]}
            onInput=${(event: Event) =>
              setTyped({ ...typed, [key]: (event.currentTarget as HTMLInputElement).value })}
          />
          ${label}
        </label>`,
      )}
      ${
        warning === undefined
          ? html`<button type="submit" class="button button-default" aria-label=${`${verb} ${name}`}>
              ${verb}
            </button>`
          : html`<${AskFirst}
              ask="Begin…"
              name=${`Begin… ${name}`}
              warning=${warning}
              keep="Keep it as it is"
              go=${`Begin ${name}`}
              busy=${false}
              onGo=${() => void flip()}
            />`
      }
    </div>
  </form>`;
}
