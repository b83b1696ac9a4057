import { html } from 'htm/preact';
import { useState } from 'preact/hooks';
import type { LogLine } from '../../page/protocol.ts';
import { LogEntry } from './log-entry.ts';
import { FILTERS, type Filter, linesShown } from './log-filter.ts';
import { Panel } from './panel.ts';
import { useLines } from './use-lines.ts';

interface InspectorParts {
  readonly logLength: number;
  readonly fetchLines: () => Promise<readonly LogLine[]>;
  readonly fetchEntry: (index: number) => Promise<unknown>;
  readonly onClose: () => void;
}

/** Everything that passed between Slack and the app, newest first. */
export function Inspector({ logLength, fetchLines, fetchEntry, onClose }: InspectorParts) {
  const [paused, setPaused] = useState(false);
  const [filter, setFilter] = useState<Filter>('all');
  const [words, setWords] = useState('');
  const [from, setFrom] = useState(0);
  const lines = useLines({ logLength, paused, fetchLines });
  // A log shorter than what was cleared away is another one: the workspace was started afresh.
  if (logLength < from) setFrom(0);
  const shown = linesShown(lines, { filter, words, from });
  return html`<${Panel} title="Inspector" onClose=${onClose}>
    <div class="inspector-tools">
      <label>
        Show
        <select
          class="menu"
          value=${filter}
          onChange=${(event: Event) =>
            setFilter((event.currentTarget as HTMLSelectElement).value as Filter)}
        >
          ${FILTERS.map(({ filter: each, label }) => html`<option key=${each} value=${each}>${label}</option>`)}
        </select>
      </label>
      <label>
        with the words
        <input
          class="text-input"
          type="search"
          value=${words}
          onInput=${(event: Event) => setWords((event.currentTarget as HTMLInputElement).value)}
        />
      </label>
      <div class="dialog-buttons">
        <button
          type="button"
          class="button button-default"
          aria-pressed=${paused}
          onClick=${() => setPaused(!paused)}
        >
          Pause
        </button>
        <button type="button" class="button button-default" onClick=${() => setFrom(logLength)}>Clear</button>
      </div>
    </div>
    <p class="quiet" role="status">
      ${shown.length} of ${lines.length} lines${paused ? ', paused' : ''}
    </p>
    <ol class="log">
      ${shown.map(
        (line) => html`<li key=${`${line.since} ${line.at} ${line.title}`}>
          <${LogEntry} line=${line} fetchEntry=${fetchEntry} />
        </li>`,
      )}
    </ol>
  <//>`;
}
