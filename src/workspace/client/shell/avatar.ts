import { html } from 'htm/preact';

const COLOURS = 8;

/** The square with somebody's initials; the app has a mark of its own. */
export function Avatar({ id, name, app }: { id: string; name: string; app: boolean }) {
  const shade = [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % COLOURS;
  const initials = name
    .split(/\s+/)
    .map((word) => word.slice(0, 1))
    .join('')
    .slice(0, 2)
    .toUpperCase();
  const kind = app ? 'avatar avatar-app' : `avatar avatar-${shade}`;
  return html`<span class=${kind} aria-hidden="true">${app ? initials.slice(0, 1) : initials}</span>`;
}
