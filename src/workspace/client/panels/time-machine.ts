import { html } from 'htm/preact';
import { useId, useState } from 'preact/hooks';
import type { ClockShown, MoveAnswer, PageControl } from '../../page/protocol.ts';
import { AskFirst } from './ask-first.ts';
import { Panel } from './panel.ts';
import { type Acting, useAct } from './use-act.ts';

interface TimeMachineParts {
  readonly clock: ClockShown;
  readonly act: (control: PageControl) => Promise<MoveAnswer>;
  readonly onClose: () => void;
}

/** Today in the programme, and the way to any later day. */
export function TimeMachine({ clock, act: ask, onClose }: TimeMachineParts) {
  const acting = useAct(ask);
  const { busy, asked, refusal } = acting;
  // One at a time: a second press would leave from a day the reader has not seen.
  const act = async (control: PageControl) => !busy && (await acting.act(control));
  const refusalOf = (kind: PageControl['kind']) => (asked === kind ? refusal : null);
  return html`<${Panel} title="Time machine" onClose=${onClose}>
    <p>In the programme it is</p>
    <p class="big-date" role="status">${clock.words}</p>
    <p class="quiet">The bot goes by this clock. When it moves, the bot does what is due by then.</p>
    <p class="panel-said" role="status">${saidOf(acting)}</p>
    <h3>Go on to</h3>
    <ul class="jumps">
      ${clock.jumps.map(
        ({ id: jump, label }) => html`<li key=${jump}>
          <button
            type="button"
            class="button button-default"
            data-jump=${jump}
            aria-disabled=${busy}
            onClick=${() => void act({ kind: 'jump', id: jump })}
          >
            ${label}
          </button>
        </li>`,
      )}
    </ul>
    <p class="input-fault" role="alert">${refusalOf('jump')}</p>
    <${AnyDay} local=${clock.local} busy=${busy} refusal=${refusalOf('moveTo')} act=${act} />
    <h3>Start again</h3>
    <${AskFirst}
      ask="Start again from the beginning…"
      warning="Everything that was done here is thrown away."
      keep="Keep it"
      go="Start again"
      busy=${busy}
      onGo=${() => void act({ kind: 'startAfresh', story: null })}
    />
    <p class="input-fault" role="alert">${refusalOf('startAfresh')}</p>
  <//>`;
}

/** What is being done, or that it was. */
function saidOf({ busy, asked, refusal }: Acting): string {
  if (asked === null || (!busy && refusal !== null)) return '';
  if (!busy) return 'Done.';
  return asked === 'startAfresh' ? 'Starting again…' : 'The clock is moving…';
}

interface AnyDayParts {
  /** The clock's own date and time, which the field starts with. */
  readonly local: string;
  readonly busy: boolean;
  readonly refusal: string | null;
  readonly act: (control: PageControl) => Promise<boolean>;
}

function AnyDay({ local, busy, refusal, act }: AnyDayParts) {
  const [wanted, setWanted] = useState<string | null>(null);
  const id = useId();
  const go = async () => {
    // What was refused stays in the field, to be put right.
    if (await act({ kind: 'moveTo', local: wanted ?? local })) setWanted(null);
  };
  // The workspace says better than the browser why a day is out of reach.
  return html`<form
    novalidate
    onSubmit=${(event: Event) => {
      event.preventDefault();
      void go();
    }}
  >
    <h3><label for=${id}>Any day and time</label></h3>
    <div class=${refusal === null ? 'any-day' : 'any-day input-faulty'}>
      <input
        id=${id}
        class="text-input"
        type="datetime-local"
        min=${local}
        value=${wanted ?? local}
        aria-invalid=${refusal !== null}
        aria-describedby=${`${id}-refusal`}
        onInput=${(event: Event) => setWanted((event.currentTarget as HTMLInputElement).value)}
      />
      <button type="submit" class="button button-primary" aria-disabled=${busy}>Go</button>
    </div>
    <p id=${`${id}-refusal`} class="input-fault" role="alert">${refusal}</p>
  </form>`;
}
