import { html } from 'htm/preact';
import type { Snapshot } from '../../page/protocol.ts';

/** The panels that can stand beside the workspace. */
export type Panel = 'stories' | 'time' | 'faults' | 'inspector';

interface PanelShown {
  readonly panel: Panel;
  readonly label: string;
  /** Where four of them share a phone's width. */
  readonly shortLabel: string;
}

const PANELS: readonly PanelShown[] = [
  { panel: 'stories', label: 'Guided stories', shortLabel: 'Stories' },
  { panel: 'time', label: 'Time machine', shortLabel: 'Time' },
  { panel: 'faults', label: 'Fault box', shortLabel: 'Faults' },
  { panel: 'inspector', label: 'Inspector', shortLabel: 'Inspector' },
];

interface TopBarParts {
  readonly snapshot: Snapshot;
  readonly reachable: boolean;
  readonly panel: Panel | null;
  readonly onPanel: (panel: Panel) => void;
  readonly menuOpen: boolean;
  readonly onMenu: () => void;
}

/** Where and when this is, and what stands outside Slack: time, faults, inspector, stories. */
export function TopBar({ snapshot, reachable, panel, onPanel, menuOpen, onMenu }: TopBarParts) {
  const { workspaceName, clock, people, me, connected, faults } = snapshot;
  const person = people.find(({ id }) => id === me);
  const faultCount = Object.keys(faults).length;
  const usable = PANELS.filter(({ panel: each }) => each !== 'time' || clock !== null).filter(
    ({ panel: each }) => each !== 'stories' || snapshot.stories.length > 0,
  );
  return html`<header class="top-bar">
    <button
      type="button"
      class="menu-button"
      aria-expanded=${menuOpen}
      aria-controls="sidebar"
      onClick=${onMenu}
    >
      ☰ <span>${person?.name ?? 'Menu'}</span>
    </button>
    <h1>${workspaceName}</h1>
    ${clock && html`<p class="today"><span class="hidden-words">It is </span>${clock.words}</p>`}
    ${!reachable && html`<p class="trouble" role="alert">The workspace does not answer.</p>`}
    ${
      reachable &&
      !connected &&
      html`<p class="trouble" role="status">The app is not connected.</p>`
    }
    <nav class="panel-buttons" aria-label="Beside the workspace">
      ${usable.map(
        ({ panel: each, label, shortLabel }) => html`<button
          key=${each}
          type="button"
          data-panel=${each}
          aria-pressed=${each === panel}
          onClick=${() => onPanel(each)}
        >
          <span class="long-label">${label}</span><span class="short-label">${shortLabel}</span>
          ${each === 'faults' && faultCount > 0 ? ` (${faultCount} on)` : ''}
        </button>`,
      )}
    </nav>
  </header>`;
}
