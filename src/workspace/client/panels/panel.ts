import { html } from 'htm/preact';
import type { ComponentChildren } from 'preact';
import { useKeptFocus } from './use-kept-focus.ts';

interface PanelParts {
  readonly title: string;
  readonly onClose: () => void;
  readonly children?: ComponentChildren;
}

/** What stands beside the workspace and is no part of Slack. */
export function Panel({ title, onClose, children }: PanelParts) {
  const kept = useKeptFocus();
  return html`<aside ...${kept} class="panel" tabindex="-1" aria-label=${title}>
    <header class="panel-head">
      <h2>${title}</h2>
      <button type="button" class="close" aria-label=${`Close: ${title}`} onClick=${onClose}>×</button>
    </header>
    <div class="panel-body">${children}</div>
  </aside>`;
}
