import { html } from 'htm/preact';

interface AppTabsParts {
  readonly appName: string;
  readonly current: 'home' | 'messages';
  readonly onPick: (tab: 'home' | 'messages') => void;
}

/** What stands over an app's Home and over the messages with it: its name, and the way to the other. */
export function AppTabs({ appName, current, onPick }: AppTabsParts) {
  const tab = (name: AppTabsParts['current'], label: string) => html`<button
    type="button"
    class="app-tab"
    aria-current=${name === current ? 'page' : null}
    onClick=${() => onPick(name)}
  >
    ${label}
  </button>`;
  return html`<div class="place-head">
    <h2 class="place-title">${appName}</h2>
    <nav class="app-tabs" aria-label=${appName}>${tab('home', 'Home')} ${tab('messages', 'Messages')}</nav>
  </div>`;
}
