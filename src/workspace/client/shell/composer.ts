import { html } from 'htm/preact';
import { useId, useRef, useState } from 'preact/hooks';
import type { CommandHint, MoveAnswer } from '../../page/protocol.ts';

interface ComposerParts {
  readonly label: string;
  readonly placeholder: string;
  readonly hints: readonly CommandHint[];
  readonly onSend: (text: string) => Promise<MoveAnswer>;
}

/** Where words are typed: Enter sends, Shift+Enter begins a line, `/` offers the commands. */
export function Composer({ label, placeholder, hints, onSend }: ComposerParts) {
  const [text, setText] = useState('');
  const [picked, setPicked] = useState(0);
  const [answer, setAnswer] = useState<MoveAnswer | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const offered = text.startsWith('/')
    ? hints.filter(({ command }) => command.startsWith(text) && command !== text)
    : [];
  const current = offered[picked];

  const send = async () => {
    const typed = text.trim();
    if (typed === '') return;
    setText('');
    const made = await onSend(typed);
    setAnswer(made.ok ? null : made);
    // What was not sent is not lost.
    if (!made.ok) setText((now) => (now === '' ? typed : now));
  };
  const complete = ({ command }: CommandHint) => {
    setText(command);
    setPicked(0);
    field.current?.focus();
  };
  const heedKey = (event: KeyboardEvent) => {
    if (current && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setPicked((picked + step + offered.length) % offered.length);
    } else if (current && event.key === 'Tab' && !event.shiftKey) {
      event.preventDefault();
      complete(current);
    } else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      void send();
    }
  };

  return html`<form
    class="composer"
    onSubmit=${(event: Event) => {
      event.preventDefault();
      void send();
    }}
  >
    ${answer?.notice && html`<${Refused} answer=${answer} />`}
    ${
      offered.length > 0 &&
      html`<ul class="command-hints" id=${`${id}-hints`} role="listbox" aria-label="Commands">
      ${offered.map(
        (hint, index) => html`<li
          key=${hint.command}
          id=${`${id}-${index}`}
          role="option"
          aria-selected=${index === picked}
          onMouseDown=${(event: Event) => {
            event.preventDefault();
            complete(hint);
          }}
        >
          <strong>${hint.command}</strong> <span>${hint.about}</span>
        </li>`,
      )}
    </ul>`
    }
    <p class="hidden-words" role="status">${offeredWords(offered.length)}</p>
    <div class="composer-row">
      <textarea
        ref=${field}
        rows="1"
        aria-label=${label}
        aria-haspopup=${hints.length > 0 ? 'listbox' : null}
        aria-controls=${offered.length > 0 ? `${id}-hints` : null}
        aria-activedescendant=${current ? `${id}-${picked}` : null}
        aria-autocomplete=${hints.length > 0 ? 'list' : null}
        placeholder=${placeholder}
        value=${text}
        onInput=${(event: Event) => {
          setText((event.currentTarget as HTMLTextAreaElement).value);
          setPicked(0);
        }}
        onKeyDown=${heedKey}
      ></textarea>
      <button type="submit" class="send" disabled=${text.trim() === ''}>Send</button>
    </div>
  </form>`;
}

/** What a text field cannot say by itself: that there is something to choose from. */
function offeredWords(count: number): string {
  if (count === 0) return '';
  const what = count === 1 ? '1 command' : `${count} commands`;
  return `${what}: arrow keys choose, Tab completes.`;
}

function Refused({ answer }: { answer: MoveAnswer }) {
  return html`<div class="refused" role="alert">
    <p>${answer.notice}</p>
    ${
      answer.faults.length > 0 &&
      html`<ul>
      ${answer.faults.map((fault) => html`<li key=${fault}>${fault}</li>`)}
    </ul>`
    }
  </div>`;
}
