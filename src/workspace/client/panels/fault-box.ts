import { html } from 'htm/preact';
import type { FaultsShown, MoveAnswer, PageControl } from '../../page/protocol.ts';
import { FAULT_KINDS } from './fault-kinds.ts';
import { FaultSwitchRow } from './fault-switch-row.ts';
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
              ${inForce.map(
                ([name, sentence]) => html`<li key=${name}>⚠ <code>${name}</code> ${sentence}</li>`,
              )}
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
          <${FaultSwitchRow} kind=${kind} isOn=${kind.name in faults} act=${act} />
        </li>`,
      )}
    </ul>
  <//>`;
}
