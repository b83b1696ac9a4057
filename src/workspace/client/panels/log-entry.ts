import { html } from 'htm/preact';
import { useState } from 'preact/hooks';
import type { LogLine } from '../../page/protocol.ts';
import { outcomeWords, wentWrong } from './log-line.ts';

interface LogEntryParts {
  readonly line: LogLine;
  readonly fetchEntry: (index: number) => Promise<unknown>;
}

/** One line of the log; opened, it shows the whole entry, to be read and copied. */
export function LogEntry({ line, fetchEntry }: LogEntryParts) {
  const [json, setJson] = useState<string | null>(null);
  const [trouble, setTrouble] = useState('');
  const { index, direction, title, times, faults } = line;
  const open = (event: Event) => {
    if (!(event.currentTarget as HTMLDetailsElement).open) return;
    // Fetched at every opening: an entry goes on changing until it is acknowledged.
    fetchEntry(index).then(
      (entry) => {
        setTrouble('');
        setJson(JSON.stringify(entry, null, 2));
      },
      () => setTrouble('The workspace does not answer.'),
    );
  };
  return html`<div class=${wentWrong(line) ? 'log-entry log-wrong' : 'log-entry'}>
    <details onToggle=${open}>
      <summary>
        <span class="log-way" aria-hidden="true">${direction === 'to the app' ? '→' : '←'}</span>
        <span class="hidden-words">${direction}: </span>
        <span class="log-title">${title}</span>
        ${times > 1 && html`<span class="log-times">${times} times, the last of them:</span>`}
        <span class="log-outcome">${outcomeWords(line)}</span>
      </summary>
      <p class="input-fault" role="alert">${trouble}</p>
      ${
        json !== null &&
        html`<div>
          <${CopyButton} text=${json} />
          <pre class="log-json" tabindex="0">${json}</pre>
        </div>`
      }
    </details>
    ${
      faults.length > 0 &&
      html`<ul class="log-faults" aria-label="Rules broken">
        ${faults.map((fault) => html`<li key=${fault}>${fault}</li>`)}
      </ul>`
    }
  </div>`;
}

function CopyButton({ text }: { text: string }) {
  const [said, setSaid] = useState('');
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setSaid('Copied.'),
      () => setSaid('The browser did not allow it: select the text and copy it.'),
    );
  };
  return html`<p>
    <button type="button" class="button button-default" onClick=${copy}>Copy as JSON</button>
    <span role="status"> ${said}</span>
  </p>`;
}
