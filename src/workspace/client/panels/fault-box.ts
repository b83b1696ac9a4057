import { html } from 'htm/preact';
import { useState } from 'preact/hooks';
import type { FaultsShown, MoveAnswer, PageControl } from '../../page/protocol.ts';
import { FAULT_KINDS, type FaultKind, switchFor } from './fault-kinds.ts';
import { Panel } from './panel.ts';
import { useAct } from './use-act.ts';

interface FaultBoxParts {
  readonly faults: FaultsShown;
  readonly act: (control: PageControl) => Promise<MoveAnswer>;
  readonly onClose: () => void;
}

/** The switches that make Slack misbehave as it sometimes does. */
export function FaultBox({ faults, act: ask, onClose }: FaultBoxParts) {
  const { act, refusal } = useAct(ask);
  const inForce = Object.entries(faults);
  return html`<${Panel} title="Fault box" onClose=${onClose}>
    <div role="status">
      ${
        inForce.length === 0
          ? html`<p class="quiet">Slack behaves well now.</p>`
          : html`<ul class="faults-on">
              ${inForce.map(([name, sentence]) => html`<li key=${name}>⚠ ${sentence}</li>`)}
            </ul>`
      }
    </div>
    <button
      type="button"
      class="button button-default"
      onClick=${() => void act({ kind: 'fault', fault: { name: 'clear' } })}
    >
      End all faults
    </button>
    <p class="input-fault" role="alert">${refusal}</p>
    <ul class="faults">
      ${FAULT_KINDS.map(
        (kind) => html`<li key=${kind.name}>
          <${Switch} kind=${kind} isOn=${kind.name in faults} act=${act} />
        </li>`,
      )}
    </ul>
  <//>`;
}

interface SwitchParts {
  readonly kind: FaultKind;
  readonly isOn: boolean;
  readonly act: (control: PageControl) => Promise<MoveAnswer>;
}

function Switch({ kind, isOn, act }: SwitchParts) {
  const usual = Object.fromEntries(kind.settings.map(({ key, usual: value }) => [key, value]));
  const [numbers, setNumbers] = useState<Readonly<Record<string, number>>>(usual);
  return html`<form
    class="fault"
    onSubmit=${(event: Event) => {
      event.preventDefault();
      void act({ kind: 'fault', fault: switchFor(kind, numbers, isOn) });
    }}
  >
    <p><code>${kind.name}</code> ${kind.does}</p>
    <div class="fault-row">
      ${kind.settings.map(
        ({ key, label }) => html`<label key=${key}>
          <input
            class="text-input"
            type="number"
            min="1"
            value=${numbers[key]}
            onInput=${(event: Event) => {
              const { valueAsNumber } = event.currentTarget as HTMLInputElement;
              setNumbers({ ...numbers, [key]: valueAsNumber });
            }}
          />
          ${label}
        </label>`,
      )}
      <button
        type="submit"
        class="button button-default"
        aria-pressed=${kind.stays ? isOn : null}
        aria-label=${`${kind.stays && isOn ? 'End' : 'Begin'} ${kind.name}`}
      >
        ${kind.stays && isOn ? 'End' : 'Begin'}
      </button>
    </div>
  </form>`;
}
