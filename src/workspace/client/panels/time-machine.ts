import { html } from 'htm/preact';
import { useId, useState } from 'preact/hooks';
import type { ClockShown, MoveAnswer, PageControl } from '../../page/protocol.ts';
import { Panel } from './panel.ts';
import { useAct } from './use-act.ts';

interface TimeMachineParts {
  readonly clock: ClockShown;
  readonly act: (control: PageControl) => Promise<MoveAnswer>;
  readonly onClose: () => void;
}

/** Today in the programme, and the way to any later day. */
export function TimeMachine({ clock, act: ask, onClose }: TimeMachineParts) {
  const { busy, refusal, act } = useAct(ask);
  const [wanted, setWanted] = useState<string | null>(null);
  const [sure, setSure] = useState(false);
  const id = useId();
  return html`<${Panel} title="Time machine" onClose=${onClose}>
    <p>In the programme it is</p>
    <p class="big-date" role="status">${clock.words}</p>
    <p class="quiet">The bot goes by this clock. When it moves, the bot does what is due by then.</p>
    <h3>Go on to</h3>
    <ul class="jumps">
      ${clock.jumps.map(
        ({ id: jump, label }) => html`<li key=${jump}>
          <button
            type="button"
            class="button button-default"
            data-jump=${jump}
            disabled=${busy}
            onClick=${() => void act({ kind: 'jump', id: jump })}
          >
            ${label}
          </button>
        </li>`,
      )}
    </ul>
    <h3><label for=${id}>Any day and time</label></h3>
    <form
      class="any-day"
      onSubmit=${(event: Event) => {
        event.preventDefault();
        void act({ kind: 'moveTo', local: wanted ?? clock.local }).then(() => setWanted(null));
      }}
    >
      <input
        id=${id}
        class="text-input"
        type="datetime-local"
        min=${clock.local}
        value=${wanted ?? clock.local}
        aria-describedby=${`${id}-refusal`}
        onInput=${(event: Event) => setWanted((event.currentTarget as HTMLInputElement).value)}
      />
      <button type="submit" class="button button-primary" disabled=${busy}>Go</button>
    </form>
    <p id=${`${id}-refusal`} class="input-fault" role="alert">${refusal}</p>
    <h3>Start again</h3>
    ${
      sure
        ? html`<p>Everything that was done here is thrown away.</p>
            <div class="dialog-buttons">
              <button type="button" class="button button-default" onClick=${() => setSure(false)}>Keep it</button>
              <button
                type="button"
                class="button button-danger"
                disabled=${busy}
                onClick=${() => {
                  setSure(false);
                  void act({ kind: 'startAfresh', story: null });
                }}
              >
                Start again
              </button>
            </div>`
        : html`<button type="button" class="button button-default" onClick=${() => setSure(true)}>
            Start again from the beginning…
          </button>`
    }
  <//>`;
}
